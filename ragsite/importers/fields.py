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

_RATING = r"rag|brag|brags|ragb|colou?r|ratings?|dca|confidence|couleur|farbe|ampel|semaforo|ocena|bewertung"
_DATE = r"dates?|deadline|timescales?|time scale|due|by when|timeframe|completion|dyddiad|echeance|frist|termin|fecha"
_WHY = r"comments?|reasons?|rationale|commentary|narrative|explanation|justification"
_OTHER_DATES = (
    r"start|started|begin|commence\w*|actual|completed|closed|updated?|added|raised|created|review|debut|beginn|inicio"
)
_MONEY = r"budget|costs?|variance|finance|financial|spend|savings?|baseline|forecast|schedule|benefits?"
_NUMBER = r"ids?|nos?|nr|num|number|code|ref|reference|index|uid|key|rhif|numero|nummer|numer|cyf|cyfeirnod|lp"
_NUMBERED = r"action|rec|recommendation|item|project|programme|ref|reference|line|unique|massnahme"

_HEADERS: tuple[tuple[str, str], ...] = (
    ("previous", rf"(?:previous|last|prior|former|old|precedent)\b.*\b(?:{_RATING}|status)"),
    ("previous", rf"(?:{_RATING}|status)\b.*\b(?:previous|last (?:month|quarter|period)|prior)"),
    ("rating_reason", rf"(?:{_RATING}|status)\b.*\b(?:{_WHY})"),
    ("rating_reason", rf"(?:reason|rationale|justification|explanation|comment)s?\b.*\b(?:{_RATING})"),
    ("due_reason", rf"slippage|(?:reason|why|explanation)\b.*\b(?:{_DATE}|moved|delay|slippage)"),
    ("due_agreed_by", r"agreed by|approved by|date agreed by"),
    ("", rf"last updated|(?:{_OTHER_DATES})\b.*\b(?:date|on)"),
    ("", r"date\b.*\b(?:started|completed|closed|raised|updated|added|created|of (?:last )?update|last reviewed)"),
    ("", rf"^start|(?:{_MONEY})\b.*\b(?:comments?|commentary|narrative|update|date|rag|rating|status)"),
    ("next_steps", r"(?:next|future|further|planned|outstanding) (?:steps?|actions?|stages?|milestones?)|to do"),
    ("next_steps", r"camau nesaf|prochaines etapes|nachste schritte|proximos pasos|nastepne kroki"),
    ("key_risks", r"key risks?"),
    ("developments", r"key developments?"),
    ("risks", r"risks?|issues?|barriers?|concerns|blockers?|risgiau|risques|risiken|riesgos|ryzyk\w*"),
    ("success", r"success|how will we know|kpis?|what (?:will )?good looks? like|measures?(?!.*\bdate)"),
    ("evaluation", r"evaluation|impact|so what|difference made|benefits? realised"),
    ("evidence", r"evidence|links?|documents?|tystiolaeth|preuves?|nachweis\w*|evidencia|sources? of assurance"),
    ("decision", r"decisions?|escalation|asks?|support (?:needed|required)"),
    ("text", r"descriptions?|details?|detailed|disgrifiad|beschreibung|descripcion|opis|what we will do|scope"),
    ("aim", r"aims?|outcomes?|objectives?|goals?|intended|deilliant\w*|objectifs?|ziele?|objetivos?|cel"),
    ("origin", r"origin|source|where from|inspection (?:finding|ref)"),
    ("role", r"role|job title|post|position held|swydd"),
    ("responsible", r"responsible|accountable|responsibility|assigned to|delivery (?:lead|owner)"),
    ("responsible", r"verantwortlich\w*|odpowiedzialn\w*"),
    ("lead", r"leads?|sro|arweinydd|responsable|leitung|lider"),
    ("rating", _RATING),
    ("due", rf"{_DATE}|^data$"),
    ("progress", r"progress|updates?|commentary|comments?|narrative|achievements?|achieved"),
    ("progress", r"what (?:have|has) (?:we|been) done|cynnydd|avancement|fortschritt|avances?|postep\w*|position"),
    ("status", r"status|state|statws|statut|estado"),
    ("id", rf"^#$|^(?:(?:{_NUMBERED}) )?(?:{_NUMBER})(?: (?:no|id|number))?$|^#"),
    ("owner", r"owners?|officers?|who|department|directorate|team|service area|named person|contact|manager|by whom"),
    ("owner", r"perchennog|proprietaire|propietario|zustandig\w*|wlasciciel"),
    ("title", r"title|name|actions?|projects?|programmes?|recommendations?|tasks?|activity|activities|deliverables?"),
    ("title", r"milestones?|workstreams?|initiatives?|item|what|requirement|commitments?|priorities|priority|areas?"),
    ("title", r"themes?|teitl|enw|gweithred\w*|argymhelliad\w*|titre|nom|recommandations?|massnahmen?|titel"),
    ("title", r"empfehlung\w*|titulo|nombre|accion\w*|medidas?|dzialani\w*|zadani\w*|tytul|nazwa"),
    ("note", r"notes?|remarks?|bemerkung\w*|nodiadau"),
)
"""Field and the words that name it, the surest first; an empty field is for headers that look like one and are none."""

_PATTERNS = tuple((field, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for field, words in _HEADERS)

_STROKES = str.maketrans("łøđħ", "lodh")
"""Letters whose stroke is no accent to Unicode."""

PARENT_WORDS = re.compile(
    r"\b(?:priority|priorities|themes?|areas?|workstreams?|recommendation|objective|pillar|programme|section|category"
    r"|group|blaenoriaeth|thema|bereich)\b"
)
"""Headers that may name a level above the items."""


def field_of(header: str) -> str:
    """The field that a header most likely names; nothing when none is likely."""
    key = plain_key(header.rsplit(" > ", maxsplit=1)[-1]) or plain_key(header)
    for part in dict.fromkeys((key, plain_key(header))):
        for field, pattern in _PATTERNS:
            if pattern.search(part):
                return field
    return ""


def plain_key(text: str) -> str:
    """A header or title to compare by: lower case, no accents, only letters, digits and single spaces."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold().translate(_STROKES))
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+|#", bare))
