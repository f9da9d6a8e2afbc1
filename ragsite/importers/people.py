"""The people and teams in a cell: several become a list, names and roles are told apart where that is plain."""

import re
from collections.abc import Iterator

EMAIL = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")

_ROLE_WORDS = re.compile(
    r"\b(?:head|director|directorate|manager|officer|lead|leader|chief|executive|service|services|team|board|council"
    r"|department|principal|chair|deputy|assistant|senior|strategic|commission\w*|social|care|children|education"
    r"|safeguarding|performance|quality|assurance|partnership\w*|finance|hr|human|resources|health|police|nhs|group|unit"
    r"|office|agency|authority|coordinator|co-ordinator|worker|workers|advis[eo]r|consultant|portfolio|cabinet|member|of"
    r"|dcs|cex|ceo|hos|sro|legal|data|business|support|operations|digital|it|ict)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Cllr|Prof|Sir|Dame|Councillor)\.? )?"
    r"(?:[^\W\d_]\.? ?|[^\W\d_][^\W\d_'’]*[ -]){1,3}[^\W\d_][^\W\d_]*(?:['’-][^\W\d_]+)?"
)
_BULLET = re.compile(r"^\s*(?:[-•·▪●◦*–]|\d{1,2}[.)])\s+")
_HARD = re.compile(r"\n|;|\||\s/\s|\s//\s")


def read_owners(text: str, kind: str, *, separator: str = "") -> list[dict[str, str]]:
    """The owners in a cell: `{role, kind}`, `{name, kind}` or both; e-mail addresses are left out."""
    found = [_owner(part, kind) for part in split_people(EMAIL.sub("", text), separator=separator)]
    unique = {tuple(sorted(owner.items())): owner for owner in found if owner}
    return list(unique.values())


def split_people(text: str, *, separator: str = "") -> list[str]:
    """The parts of a cell that each name somebody; commas, `/`, `&` and “and” split only plain personal names."""
    if separator:
        return [part for part in (_bare(one) for one in text.split(separator)) if part]
    parts = [part for part in (_bare(one) for one in _HARD.split(text)) if part]
    return [single for part in parts for single in _soft(part)]


def is_name(text: str) -> bool:
    """Whether a text is plainly a person's name: two to four capitalised words, none of them of an office."""
    words = text.replace(".", " ").split()
    return (
        _NAME.fullmatch(text.strip()) is not None
        and not _ROLE_WORDS.search(text)
        and all(word[0].isupper() for word in words)
        and not any(len(word) > 3 and word.isupper() for word in words)
        and (len(words) > 1)
    )


def _bare(text: str) -> str:
    text = _BULLET.sub("", " ".join(text.split()))
    text = re.sub(r"\(\s*\)|<\s*>|\[\s*\]", "", text)
    return re.sub(r"^(?:lead|owner|and|&)\s*:\s*", "", text, flags=re.IGNORECASE).strip(" ,.;:&/-–")


def _soft(part: str) -> Iterator[str]:
    pieces = [_bare(one) for one in re.split(r",|/|&|\band\b", part)]
    if len(pieces) > 1 and all(is_name(one) for one in pieces if one):
        yield from (one for one in pieces if one)
    elif len(pieces) > 1 and all(re.fullmatch(r"[A-Z][A-Z0-9]{1,7}", one) for one in pieces):
        yield from pieces
    else:
        yield part


def _owner(part: str, kind: str) -> dict[str, str]:
    name, role = _name_and_role(part)
    made = {"role": role, "name": name}
    return {**{key: value for key, value in made.items() if value}, "kind": kind} if name or role else {}


def _name_and_role(part: str) -> tuple[str, str]:
    """“J Hill (Head of Service)”, “J Hill, Head of Service”, “Head of Service – J Hill”; or one of the two alone."""
    bracketed = re.fullmatch(r"([^()]+?)\s*\(([^()]+)\)", part)
    pairs = [bracketed.groups()] if bracketed else []
    pairs += [(found[1], found[2]) for found in [re.fullmatch(r"(.+?)\s*(?:,|\s[-–—]|:)\s+(.+)", part)] if found]
    for one, other in pairs:
        if is_name(one) and not is_name(other):
            return one.strip(), other.strip()
        if is_name(other) and not is_name(one):
            return other.strip(), one.strip()
    return (part, "") if is_name(part) else ("", part)
