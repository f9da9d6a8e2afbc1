"""Counts of people in text: which numbers, in digits or words, count children, young people or families."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

WORDS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
"""Number words; the place of a word is its value."""

PEOPLE = (
    r"child(?:ren)?|young (?:people|persons?)|care leavers?|pupils?|babies|baby|infants?|siblings?|boys?|girls?"
    r"|teenagers?|famil(?:y|ies)|parents?|mothers?|fathers?|adopters?|foster carers?|carers?|households?|residents?"
    r"|service users?|individuals?|LACs?|CLA|UASCs?"
)
"""What is counted as people. Staff, posts, meetings and visits are none."""

OF_PEOPLE = (
    *("child", "young p", "leaver", "pupil", "bab", "infant", "sibling", "boy", "girl", "teenager", "famil", "parent"),
    *("mother", "father", "adopter", "carer", "household", "resident", "user", "individual", "lac", "cla", "uasc"),
    *("1 case", "one case"),
)
"""Parts of words, in small letters, of which one stands in every text that counts people."""

_KIND = (
    r"(?:of (?:the|these|those) )?(?:(?:more|other|new|further|looked[- ]after|disabled|missing|younger|older|homeless"
    r"|vulnerable|unaccompanied|asylum[- ]seeking|connected|eligible|adopted|known) ){0,2}"
)
_NOT_PEOPLE = (
    r"(?![- ](?:plans?|protection|in need|social|safeguarding|assessments?|centres?|homes?|visits?|reviews?|at a time"
    r"|panels?|teams?|meetings?|groups?|conferences?|hubs?"
    r"|workers?|services?|support|time|link)\b|[’'](?:s\b|(?= [a-z]))|-\w)"
)
_LABEL_OR_LIMIT = re.compile(
    r"(?:\b(?:years?|stages?|levels?|tiers?|bands?|sections?|parts?|phases?|priority|recommendations?|items?|grades?"
    r"|category|quarters?|waves?|cohorts?|groups?|teams?|areas?|regulations?|schedules?|objectives?|actions?|under"
    r"|aged?|ages?|less than|fewer than|below|up to|at least|at most|more than|over|no more than|maximum of"
    r"|minimum of|average of|average is|every|each|per|any|target of|target is|ratio of|\d+ (?:to|in)"
    rf"|(?:{'|'.join(WORDS[1:])}) in|£)\s*|[.,–/£%-]|\d\s*[,–-]?\s*)$",
    re.I,
)
"""What stands before a number that is a name (Key Stage 2), a limit (fewer than 5), a ratio (1 in 4) or a date."""

_WHOLE = rf"(?:the |all |these )?(?P<whole>\d[\d,]*) {_KIND}(?:{PEOPLE})\b{_NOT_PEOPLE}"
_PART_OF = re.compile(rf"\b(?P<part>\d[\d,]*) (?:of|out of) {_WHOLE}", re.I)
_SHARE_OF = re.compile(rf"(?<![\d.])(?P<share>\d+(?:\.\d+)?)% of {_WHOLE}", re.I)
_ANY_COUNT = re.compile(rf"\b\d+ {_KIND}(?:{PEOPLE})\b", re.I)
_DIGIT = re.compile(r"\d")
_PEOPLE = re.compile(rf"\b(?:{PEOPLE})\b", re.I)


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of people in a text: its value, the whole that it is said to be of, the words, and where it stands.

    `span` is the place of the number alone, as the first character and the one after the last.
    """

    value: int
    whole: int | None
    quote: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shared:
    """A share of a number of people in a text, in per cent, with that number, the words, and where the share stands."""

    share: Decimal
    whole: int
    quote: str
    span: tuple[int, int]


def may_count(text: str, threshold: int) -> bool:
    """False for a text without a digit and without a small number in words: it counts nobody. Most texts are such."""
    return _DIGIT.search(text) is not None or _number_word(threshold).search(text.casefold()) is not None


def count_people(text: str, threshold: int) -> Iterator[Counted]:
    """The exact counts of people in a text that are small, or whose whole leaves a small rest: `3 of 37 children`.

    Small is from 1 up to `threshold`. Limits, ratios, ages and names are no counts: “fewer than 5 children”,
    “1 in 4 children”, “children under 2”, “two-year-olds”, “Key Stage 2 pupils”.
    """
    for found in _pattern(threshold).finditer(text):
        if not _LABEL_OR_LIMIT.search(text[: found.start()]):
            whole = found["whole"]
            value = _value(found["number"] or found["one"])
            span = found.span("number" if found["number"] else "one")
            yield Counted(value, int(whole.replace(",", "")) if whole else None, found[0], span)
    if _ANY_COUNT.search(text):
        for more in _further(threshold).finditer(text):
            yield Counted(_value(more["number"]), None, more[0], more.span("number"))


def count_with_whole(text: str) -> Iterator[Counted]:
    """Every count of people that a text gives with its whole: `34 of 37 children`."""
    for found in _PART_OF.finditer(text):
        part, whole = (int(found[name].replace(",", "")) for name in ("part", "whole"))
        yield Counted(part, whole, found[0], found.span("part"))


def share_with_whole(text: str) -> Iterator[Shared]:
    """Every share of a number of people that a text gives, with that number: `96% of 161 care leavers`."""
    for found in _SHARE_OF.finditer(text):
        yield Shared(Decimal(found["share"]), int(found["whole"].replace(",", "")), found[0], found.span("share"))


@lru_cache(maxsize=1024)
def speaks_of_people(text: str) -> bool:
    """True when a text names people of the kinds that are counted. Asked for each value of a measure of its name."""
    return _PEOPLE.search(text) is not None


def _value(number: str) -> int:
    return int(number) if number.isdigit() else WORDS.index(number.lower())


@lru_cache
def _number_word(threshold: int) -> re.Pattern[str]:
    """For text in lower case. The first letters come before the rest, as they are looked for several times as fast."""
    words = (rf"{word[0]}(?<!\w.){word[1:]}\b" for word in WORDS[1 : max(threshold, 1) + 1])
    return re.compile("|".join(words))


@lru_cache
def _pattern(threshold: int) -> re.Pattern[str]:
    counted = rf"{_KIND}(?:{PEOPLE})\b{_NOT_PEOPLE}"
    of_whole = r"(?: (?:of|out of) (?:the |all |these )?(?P<whole>\d[\d,]*))?"
    one_case = r"(?P<one>1|one) case(?= (?:is|was|has|had)\b)"
    return re.compile(rf"\b(?:(?P<number>{_small(threshold)}){of_whole} {counted}|{one_case})", re.I)


@lru_cache
def _further(threshold: int) -> re.Pattern[str]:
    verb = r"[a-z]+ (?:at|in|with|to|were|are|have|had)\b"
    return re.compile(rf"\bAnother (?P<number>{_small(threshold)})(?= {verb})", re.I)


def _small(threshold: int) -> str:
    numbers = [str(value) for value in range(1, threshold + 1)]
    return "|".join([*reversed(numbers), *WORDS[1 : threshold + 1]])
