"""The words in which ratings are commonly printed, and the family of colour that each belongs to."""

import re

from ragsite.importers.fields import plain_key
from ragsite.model.scales import Tone

_GROUPS: tuple[tuple[str, Tone, str], ...] = (
    ("Red", Tone.RED, "red|r|coch|rouge|rot|rojo|czerwony"),
    ("Amber/Red", Tone.AMBER_RED, "amber red|red amber|a r|r a|ar|ra"),
    ("Amber", Tone.AMBER, "amber|a|ambr|bursztynowy"),
    ("Orange", Tone.AMBER, "orange|oren|naranja"),
    ("Yellow", Tone.AMBER, "yellow|y|melyn|jaune|gelb|amarillo|zolty"),
    ("Amber/Green", Tone.AMBER_GREEN, "amber green|green amber|a g|g a|ag|ga"),
    ("Green", Tone.GREEN, "green|g|gwyrdd|vert|grun|gruen|verde|zielony"),
    ("Blue", Tone.COMPLETE, "blue|b|glas|bleu|blau|azul|niebieski"),
    ("Off track", Tone.RED, "off track|off target|significant concerns|critical|severely delayed"),
    ("Overdue", Tone.RED, "overdue|late|missed"),
    ("Delayed", Tone.RED, "delayed|behind schedule|behind"),
    ("At risk", Tone.AMBER, "at risk|some concerns|slightly behind|minor delay|minor delays|some slippage"),
    ("On track", Tone.GREEN, "on track|on target|on schedule|ar y trywydd iawn|en bonne voie|im plan"),
    ("Complete", Tone.COMPLETE, "complete|completed|done|finished|closed|wedi cwblhau|termine|abgeschlossen"),
)  # fmt: skip

_WORDS = {word: (name, tone) for name, tone, words in _GROUPS for word in words.split("|")}

NOT_RATINGS = frozenset(
    {
        *("", "n a", "na", "not applicable", "not rated", "no rating", "none", "tbc", "tba", "to be confirmed", "nil"),
        *(
            "not started",
            "not due",
            "not yet due",
            "not yet started",
            "pending",
            "on hold",
            "paused",
            "reset",
            "no dca",
        ),
        *("exempt", "withheld", "suspended", "grey", "gray", "white", "not assessed", "new", "unknown", "no update"),
        *(
            "data not provided",
            "not provided",
            "not available",
            "to follow",
            "awaiting update",
            "in progress",
            "ongoing",
        ),
    }
)
"""Values that trackers print in place of a rating; they are kept as they are and are no mistake."""

ORDER = (Tone.RED, Tone.AMBER_RED, Tone.AMBER, Tone.AMBER_GREEN, Tone.GREEN, Tone.COMPLETE)
"""The families from the worst to the best."""

COLOURS = {"Red": Tone.RED, "Amber": Tone.AMBER, "Green": Tone.GREEN}
"""The levels that belong together wherever one of them is seen."""

_TAIL = re.compile(r"^([A-Za-z/ -]{1,14}?)\s*(?:[-–:(\[]|,\s).*")


def known_word(printed: str) -> tuple[str, Tone] | None:
    """The common name and family of a printed rating: `AMBER-RED`, `A/R` and `Amber / Red` are one; else None."""
    found = _WORDS.get(plain_key(printed))
    if found or len(printed) > 40:
        return found
    bare = re.sub(r"^(?:rag|brag|dca|rating|status)\b[\s:–-]*", "", printed.strip(), flags=re.IGNORECASE)
    tail = _TAIL.match(bare)
    return _WORDS.get(plain_key(bare)) or (_WORDS.get(plain_key(tail[1])) if tail and len(tail[1]) > 1 else None)


def is_rating_word(printed: str) -> bool:
    """Whether a text is one of the words for a rating and nothing more."""
    return plain_key(printed) in _WORDS


def is_no_rating(printed: str) -> bool:
    """Whether a text commonly stands where a rating would, and is none."""
    return plain_key(printed) in NOT_RATINGS
