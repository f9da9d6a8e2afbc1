"""Where words stand in the texts of a plan: one search through all of them instead of one for each text."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from ragsite.checks.latest import kept_for_latest
from ragsite.checks.prose import Said, texts_of
from ragsite.model.plan import Plan
from ragsite.model.site import Site

_BETWEEN = "\0"
"""Stands between two texts; no file can hold it (Y104)."""


def texts_with(site: Site, words: Iterable[str]) -> Iterator[Said]:
    """The texts of all plans in which one of the words stands, in any letter case and also as a part of another word.

    The words are in small letters.
    """
    words = tuple(words)
    for plan in site.plans:
        told = texts_of(plan)
        yield from (told[place] for place in places_with(plan, words))


def places_with(plan: Plan, words: Iterable[str]) -> tuple[int, ...]:
    """The same for one plan: the places among `texts_of`, in their order."""
    folded = _folded(plan)
    return _sorted(place for word in words for place in folded.places(partial(folded.text.find, word)))


def texts_matching(site: Site, pattern: re.Pattern[str]) -> Iterator[Said]:
    """The texts of all plans in which a pattern may be found, and few others.

    Patterns are looked for in texts that stand one after another, so that they may not ask for the beginning or the end
    of a text (`^`, `$`). What is found may also reach from one text into the next: look again in the text itself.
    """
    for plan in site.plans:
        told, printed = texts_of(plan), _printed(plan)
        yield from (told[place] for place in _sorted(printed.places(partial(_search, pattern, printed.text))))


@dataclass(frozen=True)
class _Joined:
    """Texts one after another; `starts` is where each begins, and last where the next would."""

    text: str
    starts: tuple[int, ...]

    def places(self, find: Callable[[int], int]) -> Iterator[int]:
        """The places of the texts in which something is found; `find` tells where it is next from there on, or -1."""
        at = find(0)
        while at >= 0:
            place = bisect_right(self.starts, at) - 1
            yield place
            at = find(self.starts[place + 1])


@kept_for_latest
def _printed(plan: Plan) -> _Joined:
    return _joined([said.text for said in texts_of(plan)])


@kept_for_latest
def _folded(plan: Plan) -> _Joined:
    return _joined([said.text.casefold() for said in texts_of(plan)])


def _joined(texts: list[str]) -> _Joined:
    starts = accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0)
    return _Joined(_BETWEEN.join([*texts, ""]), tuple(starts))


def _search(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.search(text, start)
    return found.start() if found else -1


def _sorted(places: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(places)))
