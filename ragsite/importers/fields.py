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

_RATING = (
    r"rag|brag|brags|ragb|colou?r|rating|ratings|dca|confidence|couleur|farbe|ampel|semaforo|ocena|bewertung"
)
_DATE = (
    r"date|dates|deadline|timescale|timescales|time scale|due|by when|timeframe|completion|dyddiad|echeance|frist"
    r"|termin|fecha"
)
_WHY = r"comment|comments|reason|reasons|rationale|commentary|narrative|explanation|justification"
_OTHER_DATES = (
    r"start|started|begin|commence\w*|actual|completed|closed|updated|update|added|raised|created|review|debut"
    r"|beginn|inicio"
)
_MONEY = r"budget|cost|costs|variance|finance|financial|spend|savings?|baseline|forecast|schedule"
_LEAD = r"lead|leads|sro|arweinydd|responsable|leitung|lider"

_HEADERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "previous",
        (
            rf"\b(?:previous|last|prior|former|old|precedent)\b.*\b(?:{_RATING}|status)\b",
        ),
    ),
    (
        "previous",
        (
            rf"\b(?:{_RATING}|status)\b.*\b(?:previous|last (?:month|quarter|period)|prior)\b",
        ),
    ),
    (
        "rating_reason",
        (
            rf"\b(?:{_RATING}|status)\b.*\b(?:{_WHY})\b",
        ),
    ),
    (
        "rating_reason",
        (
            rf"\b(?:reason|rationale|justification|explanation|comment)s?\b.*\b(?:{_RATING})\b",
        ),
    ),
    (
        "due_reason",
        (
            r"\b(?:slippage)\b",
            rf"\b(?:reason|why|explanation)\b.*\b(?:{_DATE}|moved|delay|slippage)\b",
        ),
    ),
    (
        "due_agreed_by",
        (
            r"\b(?:agreed by|approved by|date agreed by)\b",
        ),
    ),
    (
        "",
        (
            r"\b(?:last updated)\b",
            rf"\b(?:{_OTHER_DATES})\b.*\b(?:date|on)\b",
            r"\bdate\b.*\b(?:started|completed|closed|raised|updated|added|created|of (?:last )?update|last reviewed)\b",
            r"^start\b",
        ),
    ),
    (
        "next_steps",
        (
            r"\b(?:next (?:step|steps|action|actions|stage|stages|milestone|milestones))\b",
            r"\b(?:future actions?|further actions?|planned actions?|outstanding actions?|to do|camau nesaf)\b",
            r"\b(?:prochaines etapes|nachste schritte|proximos pasos)\b",
        ),
    ),
    (
        "key_risks",
        (
            r"\b(?:key risks?)\b",
        ),
    ),
    (
        "developments",
        (
            r"\b(?:key developments?)\b",
        ),
    ),
    (
        "risks",
        (
            r"\b(?:risks?|issues?|barriers?|concerns|blockers?|risgiau|risques|risiken|riesgos)\b",
            r"\b(?:ryzyk\w*)\b",
        ),
    ),
    (
        "success",
        (
            r"\b(?:success|how will we know|kpis?|what (?:will )?good looks? like|success criteria)\b",
            r"\bmeasures?\b(?!.*\bdate)",
        ),
    ),
    (
        "evaluation",
        (
            r"\b(?:evaluation|impact|so what|difference made|benefits? realised)\b",
        ),
    ),
    (
        "evidence",
        (
            r"\b(?:evidence|links?|documents?|tystiolaeth|preuves?|nachweis\w*|evidencia)\b",
            r"\b(?:sources? of assurance)\b",
        ),
    ),
    (
        "decision",
        (
            r"\b(?:decisions?|escalation|asks?|support (?:needed|required))\b",
        ),
    ),
    (
        "text",
        (
            r"\b(?:descriptions?|details?|detailed|disgrifiad|beschreibung|descripcion|opis)\b",
            r"\b(?:what we will do|scope)\b",
        ),
    ),
    (
        "aim",
        (
            r"\b(?:aims?|outcomes?|objectives?|goals?|intended|deilliant\w*|objectifs?|ziele?)\b",
            r"\b(?:objetivos?|cel)\b",
        ),
    ),
    (
        "origin",
        (
            r"\b(?:origin|source|where from|inspection (?:finding|ref))\b",
        ),
    ),
    (
        "role",
        (
            r"\b(?:role|job title|post|position|swydd)\b",
        ),
    ),
    (
        "responsible",
        (
            r"\b(?:responsible|accountable|responsibility|assigned to|delivery (?:lead|owner))\b",
            r"\b(?:verantwortlich\w*|odpowiedzialn\w*)\b",
        ),
    ),
    (
        "lead",
        (
            r"\b(?:(?:{_LEAD}))\b",
        ),
    ),
    (
        "rating",
        (
            r"\b(?:)\b",
            r"\b(?:(?:rag|brag|brags|ragb|colou?r|rating|ratings|dca|confidence|health|couleur|farbe|ampel|semaforo|ocena|bewertung))\b",
        ),
    ),
    (
        "due",
        (
            r"\b(?:)\b",
            r"\b(?:(?:date|dates|deadline|timescale|timescales|time scale|due|by when|timeframe|completion|dyddiad|echeance|frist|termin|fecha|data))\b",
            rf"\b(?:target|due|end|completion|finish|deadline|revised|planned|expected|forecast|original|delivery|milestone)\b.*\b(?:{_DATE})\b",
        ),
    ),
    (
        "",
        (
            r"\b(?:budget|cost|costs|variance|finance|financial|spend|savings?|baseline|forecast|schedule)\b.*\b(?:comment|comments|commentary|narrative|update)\b",
        ),
    ),
    (
        "progress",
        (
            r"\b(?:progress|updates?|commentary|comments?|narrative|achievements?|achieved)\b",
            r"\b(?:what (?:have|has) (?:we|been) done|cynnydd|avancement|fortschritt|avances?)\b",
            r"\b(?:postep\w*|position)\b",
        ),
    ),
    (
        "status",
        (
            r"\b(?:status|state|statws|statut|estado|current position)\b",
        ),
    ),
    (
        "id",
        (
            r"^(?:action |rec(?:ommendation)? |item |project |programme |ref(?:erence)? |line |unique )?(?:id|ids|no|nos|nr|num|number|code|ref|reference|#|index|uid|key|rhif|numero|nummer|numer|cyf|cyfeirnod|ref no|ref id|reference (?:no|number))$",
        ),
    ),
    (
        "owner",
        (
            r"\b(?:owners?|officers?|who|department|directorate|team|service area|named person)\b",
            r"\b(?:perchennog|proprietaire|propietario|zustandig\w*|wlasciciel|contact|manager|by whom)\b",
        ),
    ),
    (
        "title",
        (
            r"\b(?:title|name|actions?|projects?|programmes?|recommendations?|tasks?|activity)\b",
            r"\b(?:activities|deliverables?|milestones?|workstreams?|initiatives?|item|what)\b",
            r"\b(?:requirement|commitments?|teitl|enw|gweithred\w*|argymhelliad\w*|titre|nom)\b",
            r"\b(?:recommandations?|massnahmen?|titel|name|empfehlung\w*|titulo|nombre|accion\w*)\b",
            r"\b(?:medidas?|dzialani\w*|zadani\w*|tytul|nazwa|priorities|priority|areas?|themes?)\b",
        ),
    ),
    (
        "note",
        (
            r"\b(?:notes?|remarks?|bemerkung\w*|nodiadau)\b",
        ),
    ),
)

PARENT_WORDS = re.compile(r"\b(?:priority|priorities|theme|themes|area|areas|workstream|workstreams|recommendation|objective|pillar|programme|section|category|group|blaenoriaeth|thema|bereich)\b")
"""Headers that may name a level above the items."""


def field_of(header: str) -> str:
    """The field that a header most likely names; nothing when none is likely."""
    key = plain_key(header.rsplit(" > ", maxsplit=1)[-1]) or plain_key(header)
    for part in dict.fromkeys((key, plain_key(header))):
        for field, patterns in _HEADERS:
            if any(re.search(pattern, part) for pattern in patterns):
                return field
    return ""


def plain_key(text: str) -> str:
    """A header or title to compare by: lower case, no accents, only letters, digits and single spaces."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+|#", bare))
