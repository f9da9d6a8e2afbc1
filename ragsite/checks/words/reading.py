"""How hard a text is to read: its sentences, words and syllables, and the school grade that these come to."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_SENTENCE_END = re.compile(
    r"[.!?](?<!\be\.g.)(?<!\bi\.e.)(?<!\bDr.)(?<!\bMr.)(?<!\bSt.)(?!(?<=\bNo\.)\s+\d)[”’\"')\]]*\s+(?=[A-Z0-9“‘\"'(\[])"
)
"""Asks for the sign first and then for what stands before it, which would be looked for at every letter otherwise."""
_WORD = re.compile(r"[A-Za-z0-9][\w’'.,/&%-]*")
_MARKUP = re.compile(r"\]\([^)]*\)|[*_`\[\]]")
_VOWELS = re.compile(r"[aeiouy]+")

_SILENT_ED = re.compile(r"[^aeioutdy]ed$")
_SILENT_ES = re.compile(r"(?:[^aeiouyscxzgh]|th)es$")
_TWO_IN_ONE = re.compile(
    r"ia(?!n\b|l\b)|io(?!u|n)|iu|(?<!q)ua(?!r)|eo(?!p|u)|[^q]ui(?:ng|t[^s])|creat|[aiu]ing$|rie|ier$|riet|die[tn]"
)
"""Neighbouring vowels that are spoken apart."""
_EXCEPTIONS = {
    "area": 3, "areas": 3, "being": 2, "business": 2, "create": 2, "every": 2, "evidence": 3, "family": 3,
    "idea": 3, "people": 2, "quiet": 2, "quieter": 3, "timescale": 2, "timescales": 2, "science": 2, "social": 2,
    "special": 2, "the": 1, "theme": 1,
    "themes": 1, "something": 2, "sometimes": 2, "therefore": 2, "whereas": 2, "everyone": 3, "initial": 3,
    "safeguarding": 3, "placement": 2, "placements": 2, "management": 3, "statement": 2, "statements": 2,
    "improvement": 3, "improvements": 3, "agreement": 3, "homeless": 2, "timely": 2, "lately": 2, "likely": 2,
    "one": 1, "once": 1, "assurance": 3, "carefully": 3, "careleaver": 4, "purposeful": 3, "usual": 3,
    "usually": 4, "review": 2, "reviews": 2, "reviewed": 2, "client": 2, "clients": 2,
}  # fmt: skip
"""Words that the rules below get wrong, among those that such plans use."""


class Sentence(NamedTuple):
    """One sentence, and of how many words it is made."""

    text: str
    size: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, without Markdown; decimals and “e.g.” end none."""
    if any(sign in text for sign in "*_`[]"):
        text = _MARKUP.sub("", text)
    parts = _SENTENCE_END.split(" ".join(text.split()))
    return tuple([Sentence(part, size) for part in parts if (size := len(words(part)))])


def words(text: str) -> list[str]:
    """The words of a text; figures and acronyms are among them."""
    return _WORD.findall(text)


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """How many syllables a word has; figures and acronyms count as one, as this is not what makes them hard."""
    if not word.isalpha():
        parts = [part for part in re.split(r"[^A-Za-z]+", word.replace("’", "'").partition("'")[0]) if part]
        return sum(syllables(part) for part in parts) or 1
    if word.isupper() or sum(one.isupper() for one in word) > 1:
        return 1
    lower = word.lower()
    if lower in _EXCEPTIONS:
        return _EXCEPTIONS[lower]
    count = len(_VOWELS.findall(lower)) + len(_TWO_IN_ONE.findall(lower))
    return max(1, count - _silent(lower))


def grade(passage: Sequence[str]) -> float:
    """The Flesch-Kincaid grade of sentences: 0.39 × words a sentence + 11.8 × syllables a word − 15.59."""
    found = [word for sentence in passage for word in words(sentence)]
    if not found:
        return 0.0
    return 0.39 * len(found) / len(passage) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


def _silent(word: str) -> int:
    """How many of a word's groups of vowels are not spoken: the last e of `made`, `changed`, `rates`."""
    if _SILENT_ED.search(word) or _SILENT_ES.search(word):
        return 1
    if word.endswith("e") and not word.endswith(("le", "ee", "oe", "ie", "ye", "ue")):
        return 1
    if word.endswith("le"):
        return 0 if len(word) > 2 and word[-3] not in "aeiouy" else 1
    inner = re.search(r"[aeiouy][^aeiouy]+e(?:ly|ment|ments|ful|less|ness)$", word)
    return 1 if inner else 0
