"""Prose without the counts of people that are too small, and without those that are kept back elsewhere."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from ragsite.disclosure.limits import is_share_of, is_small, part_range, share_range
from ragsite.disclosure.people import count_people, count_with_whole, may_count, share_with_whole, speaks_of_people

MARK = "[c]"
"""What stands in place of a number that is kept back."""

FIRST_MARK = "[c] (confidential)"
"""The same where it stands first in a text."""

_SHARE = re.compile(r"(?<![\d.,])(?P<number>\d+(?:\.\d+)?) ?(?:%|per ?cent\b)")
_NUMBER = re.compile(r"(?<![\w.,£/-])(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?![\w%£/-]|[.,]\d| ?per ?cent)")
_AFTER = re.compile(r"[^.;:\d]{0,40}")


class Kind(StrEnum):
    """Why a number of a text is kept back; the value is the code of the rule that tells its author."""

    SMALL = "P701"
    REST = "P703"
    REPEATED = "P712"


@dataclass(frozen=True, slots=True)
class Told:
    """A number of a text that is kept back: why, the words around it, and its place in the text.

    `few` is the number of people that may be recognised by it, at most; 0 where it repeats a value.
    """

    kind: Kind
    quote: str
    span: tuple[int, int]
    few: int = 0


@dataclass(frozen=True)
class Kept:
    """The numbers of a plan that are kept back, as prose would repeat them: counts of people, and percentages."""

    counts: frozenset[int] = frozenset()
    shares: frozenset[Decimal] = frozenset()

    @property
    def is_any(self) -> bool:
        """True when anything is kept back."""
        return bool(self.counts or self.shares)

    def without_shares(self) -> "Kept":
        """The counts alone: another measure may have the same percentage, and says nothing by it."""
        return Kept(self.counts)


NOTHING = Kept()


def secrets_in(text: str, threshold: int, kept: Kept = NOTHING) -> tuple[Told, ...]:
    """Every number of a text that is kept back, in its order, each told once."""
    if not may_count(text, threshold):
        return ()
    found: dict[tuple[int, int], Told] = {}
    for one in (*_small(text, threshold), *_rests(text, threshold), *_repeated(text, kept)):
        found.setdefault(one.span, one)
    return tuple(sorted(found.values(), key=lambda one: one.span))


def without(text: str, told: Iterable[Told]) -> str:
    """The text with marks in place of numbers; the first one says what it means."""
    pieces, end, mark = [], 0, FIRST_MARK
    for one in told:
        if one.span[0] >= end:
            pieces += [text[end : one.span[0]], mark]
            end, mark = one.span[1] + text[one.span[1] :].startswith("%"), MARK
    return "".join([*pieces, text[end:]])


def _small(text: str, threshold: int) -> Iterator[Told]:
    for one in count_people(text, threshold):
        yield Told(Kind.SMALL, one.quote.strip(), one.span, one.value)


def _rests(text: str, threshold: int) -> Iterator[Told]:
    """Parts and shares that leave a small rest, and shares that come to few people."""
    for one in count_with_whole(text):
        if one.whole and one.value > threshold and 0 < one.whole - one.value <= threshold:
            yield Told(Kind.REST, one.quote, one.span, one.whole - one.value)
    for share in share_with_whole(text):
        whole, printed = (Fraction(share.whole), Fraction(share.whole)), share_range(share.share)
        if not is_share_of(printed, whole[0]):
            continue
        part = part_range(printed, whole)
        for few in (part, (whole[0] - part[1], whole[1] - part[0])):
            if few[0] > 0 and is_small(few, threshold):
                yield Told(Kind.REST, share.quote, share.span, int(few[1]))


def _repeated(text: str, kept: Kept) -> Iterator[Told]:
    for found in _SHARE.finditer(text) if kept.shares else ():
        if Decimal(found["number"]) in kept.shares:
            yield Told(Kind.REPEATED, found[0], found.span("number"))
    for found in _NUMBER.finditer(text) if kept.counts else ():
        after = _AFTER.match(text, found.end())
        if int(found["number"].replace(",", "")) in kept.counts and after and speaks_of_people(after[0]):
            yield Told(Kind.REPEATED, f"{found[0]}{after[0]}".strip(), found.span("number"))
