"""What a column of a tracker may be, and the headers by which people call it."""

import re
import unicodedata

FIELDS = {
    "id": "the number or id that stays the same from month to month",
    "ref": "the reference as printed, where it is not the id",
    "title": "the title of the item",
    "text": "what is to be done, in full",
    "aim": "the aim or outcome",
    "success": "how success will be known",
    "origin": "where the item comes from",
    "owner": "who answers for it",
    "lead": "who leads it",
    "responsible": "who is responsible for it",
    "role": "the post of the person named",
    "due": "the target date",
    "due_reason": "why the date moved",
    "due_agreed_by": "who agreed that the date moves",
    "rating": "the rating",
    "previous": "the rating before",
    "rating_reason": "why it is rated so",
    "status": "a status word beside the rating",
    "progress": "what has been done",
    "developments": "key developments",
    "key_risks": "key risks",
    "next_steps": "what comes next",
    "risks": "risks",
    "evaluation": "the evaluation or impact",
    "decision": "the decision that is needed",
    "evidence": "evidence: documents, links",
    "note": "a data note on the item",
}
"""Every field a column can fill, and what it is, in words."""

ONCE = frozenset({"id", "ref", "title", "due", "due_reason", "due_agreed_by", "rating", "previous", "status", "role"})
"""Fields that one column fills; of all others, several columns are joined."""

_RATING = r"rag|brag|brags|ragb|colou?r|rating|ratings|dca|confidence|health|couleur|farbe|ampel|semaforo|ocena|bewertung"
_DATE = r"date|dates|deadline|timescale|timescales|time scale|due|by when|timeframe|completion|dyddiad|echeance|frist|termin|fecha|data"
_LEAD = r"lead|leads|sro|arweinydd|responsable|leitung|lider"

_HEADERS: tuple[tuple[str, str], ...] = (
    ("previous", rf"\b(?:previous|last|prior|former|old|precedent)\b.*\b(?:{_RATING}|status)\b"),
    ("previous", rf"\b(?:{_RATING}|status)\b.*\b(?:previous|last (?:month|quarter|period)|prior)\b"),
    ("rating_reason", rf"\b(?:{_RATING}|status)\b.*\b(?:comment|comments|reason|reasons|rationale|commentary|narrative|explanation|justification)\b"),
    ("rating_reason", rf"\b(?:reason|rationale|justification|explanation|comment)s?\b.*\b(?:{_RATING})\b"),
    ("due_reason", rf"\b(?:reason|why|explanation)\b.*\b(?:{_DATE}|moved|delay|slippage)\b|\bslippage\b"),
    ("due_agreed_by", r"\bagreed by\b|\bapproved by\b|\bdate agreed by\b"),
    ("", r"\b(?:start|started|begin|commence\w*|actual|completed|closed|updated|update|added|raised|created|review|debut|beginn|inicio)\b.*\b(?:date|on)\b|\bdate\b.*\b(?:started|completed|closed|raised|updated|added|created|of (?:last )?update|last reviewed)\b|^start\b|\blast updated\b"),
    ("next_steps", r"\bnext (?:step|steps|action|actions|stage|stages|milestone|milestones)\b|\bfuture actions?\b|\bfurther actions?\b|\bplanned\b|\boutstanding\b|\bto do\b|\bcamau nesaf\b|\bprochaines etapes\b|\bnachste schritte\b|\bproximos pasos\b"),
    ("key_risks", r"\bkey risks?\b"),
    ("developments", r"\bkey developments?\b"),
    ("risks", r"\brisks?\b|\bissues?\b|\bbarriers?\b|\bconcerns\b|\bblockers?\b|\brisgiau\b|\brisques\b|\brisiken\b|\briesgos\b|\bryzyk\w*\b"),
    ("success", r"\bsuccess\b|\bmeasures?\b(?!.*\bdate)|\bhow will we know\b|\bkpis?\b|\bwhat (?:will )?good looks? like\b|\bsuccess criteria\b"),
    ("evaluation", r"\bevaluation\b|\bimpact\b|\bso what\b|\bdifference made\b|\bbenefits? realised\b"),
    ("evidence", r"\bevidence\b|\blinks?\b|\bdocuments?\b|\btystiolaeth\b|\bpreuves?\b|\bnachweis\w*\b|\bevidencia\b|\bsources? of assurance\b"),
    ("decision", r"\bdecisions?\b|\bescalation\b|\basks?\b|\bsupport (?:needed|required)\b"),
    ("aim", r"\baims?\b|\boutcomes?\b|\bobjectives?\b|\bgoals?\b|\bintended\b|\bdeilliant\w*\b|\bobjectifs?\b|\bziele?\b|\bobjetivos?\b|\bcel\b"),
    ("origin", r"\borigin\b|\bsource\b|\bwhere from\b|\binspection (?:finding|ref)\b"),
    ("role", r"\brole\b|\bjob title\b|\bpost\b|\bposition\b|\bswydd\b"),
    ("responsible", r"\bresponsible\b|\baccountable\b|\bresponsibility\b|\bassigned to\b|\bdelivery (?:lead|owner)\b|\bverantwortlich\w*\b|\bodpowiedzialn\w*\b"),
    ("lead", rf"\b(?:{_LEAD})\b"),
    ("rating", rf"\b(?:{_RATING})\b"),
    ("due", rf"\b(?:target|due|end|completion|finish|deadline|revised|planned|expected|forecast|original|delivery|milestone)\b.*\b(?:{_DATE})\b|\b(?:{_DATE})\b"),
    ("progress", r"\bprogress\b|\bupdates?\b|\bcommentary\b|\bcomments?\b|\bnarrative\b|\bachievements?\b|\bachieved\b|\bwhat (?:have|has) (?:we|been) done\b|\bcynnydd\b|\bavancement\b|\bfortschritt\b|\bavances?\b|\bpostep\w*\b|\bposition\b"),
    ("status", r"\bstatus\b|\bstate\b|\bstatws\b|\bstatut\b|\bestado\b|\bcurrent position\b"),
    ("id", r"^(?:action |rec(?:ommendation)? |item |project |programme |ref(?:erence)? |line |unique )?(?:id|ids|no|nos|nr|num|number|code|ref|reference|#|index|uid|key|rhif|numero|nummer|numer|cyf|cyfeirnod|ref no|ref id|reference (?:no|number))$"),
    ("text", r"\bdescriptions?\b|\bdetails?\b|\bdetailed\b|\bdisgrifiad\b|\bbeschreibung\b|\bdescripcion\b|\bopis\b|\bwhat we will do\b|\bscope\b"),
    ("owner", r"\bowners?\b|\bofficers?\b|\bwho\b|\bdepartment\b|\bdirectorate\b|\bteam\b|\bservice area\b|\bnamed person\b|\bperchennog\b|\bproprietaire\b|\bpropietario\b|\bzustandig\w*\b|\bwlasciciel\b|\bcontact\b|\bmanager\b|\bby whom\b"),
    ("title", r"\btitle\b|\bname\b|\bactions?\b|\bprojects?\b|\bprogrammes?\b|\brecommendations?\b|\btasks?\b|\bactivity\b|\bactivities\b|\bdeliverables?\b|\bmilestones?\b|\bworkstreams?\b|\binitiatives?\b|\bitem\b|\bwhat\b|\brequirement\b|\bcommitments?\b|\bteitl\b|\benw\b|\bgweithred\w*\b|\bargymhelliad\w*\b|\btitre\b|\bnom\b|\brecommandations?\b|\bmassnahmen?\b|\btitel\b|\bname\b|\bempfehlung\w*\b|\btitulo\b|\bnombre\b|\baccion\w*\b|\bmedidas?\b|\bdzialani\w*\b|\bzadani\w*\b|\btytul\b|\bnazwa\b|\bpriorities\b|\bpriority\b|\bareas?\b|\bthemes?\b"),
    ("note", r"\bnotes?\b|\bremarks?\b|\bbemerkung\w*\b|\bnodiadau\b"),
)  # fmt: skip

PARENT_WORDS = re.compile(r"\b(?:priority|priorities|theme|themes|area|areas|workstream|workstreams|recommendation|objective|pillar|programme|section|category|group|blaenoriaeth|thema|bereich)\b")
"""Headers that may name a level above the items."""


def field_of(header: str) -> str:
    """The field that a header most likely names; nothing when none is likely."""
    key = plain_key(header.split(" > ")[-1]) or plain_key(header)
    for part in dict.fromkeys((key, plain_key(header))):
        for field, pattern in _HEADERS:
            if re.search(pattern, part):
                return field
    return ""


def plain_key(text: str) -> str:
    """A header or title to compare by: lower case, no accents, only letters, digits and single spaces."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+|#", bare))
