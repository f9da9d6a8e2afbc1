"""What the content holds and the public site does not: the words by which a leak is known."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cached_property, lru_cache
from typing import Any

from pydantic import BaseModel

from ragsite import addresses
from ragsite.built.texts import spaced, words
from ragsite.model.site import Site
from ragsite.views.withdrawals import gone_addresses

FEWEST = 3
"""Telling words that a phrase must have to be looked for. Shorter ones, such as “next steps”, are in any page."""

COMMON = frozenset(
    b"january february march april may june july august september october november december spring summer autumn"
    b" winter year quarter month q1 q2 q3 q4 report update review a an and at by end from in is of on or the to".split()
)
"""Words that tell nothing by themselves: a date that is kept back in one place may be public in another."""

LONGEST = 12
"""Words of a sentence that are looked for: its beginning gives it away."""

RARE = 10
"""Letters from which a single word that no public text uses is looked for too: canaries, odd names."""

FEW = 16
"""Up to how many words a text is searched for one by one; for more, it is sooner taken apart."""

SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")


@dataclass(frozen=True)
class Secrets:
    """What no built file may hold.

    `phrases`: as `texts.words` writes them, each with a space at both ends. `paths`: folders of pages of records that
    are not published. `allowed`: texts of the public site, in which details of persons have been judged already.
    """

    phrases: frozenset[bytes] = frozenset()
    paths: frozenset[str] = frozenset()
    allowed: str = ""

    @cached_property
    def by_word(self) -> dict[bytes, tuple[bytes, ...]]:
        """The phrases by one word of each: the longest of those that no public text uses, where there are any."""
        found: dict[bytes, tuple[bytes, ...]] = {}
        public = frozenset(words(self.allowed).split())
        for phrase in sorted(self.phrases):
            word = max(phrase.split(), key=lambda one: (one not in public, len(one)))
            found[word] = (*found.get(word, ()), phrase)
        return found

    def may_stand_in(self, text: str) -> bool:
        """False for a text that holds none of those words. Most files are such."""
        signs = spaced(text)
        if len(self.by_word) <= FEW:
            return any(word in signs and b" %b " % word in signs for word in self.by_word)
        return not self.by_word.keys().isdisjoint(signs.split())


def secrets_of(written: Site, public: Site) -> Secrets:
    """What stands in `written`, the site as its editors wrote it, and nowhere in its public form."""
    shown = _texts(public)
    allowed = "\n".join(shown)
    hidden = set(_texts(written)) - set(shown)
    names = {owner.name for plan in written.plans for item in plan.items for owner in item.owners if owner.name}
    phrases = {*_phrases(hidden - names), *(words(name) for name in names if len(words(name).split()) > 1)}
    known = words(allowed) if phrases else b""
    paths = frozenset(_paths(written)) - frozenset(_paths(public))
    return Secrets(frozenset(one for one in phrases if one not in known), paths, allowed)


def _phrases(hidden: Iterable[str]) -> Iterator[bytes]:
    for text in hidden:
        for sentence in SENTENCE.split(text):
            found = words(sentence).split()
            telling = [one for one in found if one not in COMMON and not one.isdigit()]
            if len(telling) >= FEWEST or any(len(one) >= RARE for one in telling):
                yield b" " + b" ".join(found[:LONGEST]) + b" "


def _paths(site: Site) -> Iterator[str]:
    for plan in site.plans:
        yield from (addresses.item(plan.id, item.id) for item in plan.items)
        yield from (addresses.report(plan.id, report.id) for report in plan.reports)
        yield from (addresses.measure(plan.id, measure.id) for measure in plan.measures)
        yield addresses.plan(plan.id)
        yield from (address for gone in plan.withdrawn for address in gone_addresses(plan, gone))


def _texts(value: Any) -> list[str]:
    """Every text in a value of the model, places and words of the model's own left out."""
    found: list[str] = []
    _gather(value, found)
    return found


def _gather(value: Any, found: list[str]) -> None:
    """Appends the texts of a value, which are many: a list of its own for each part would take as long again."""
    if isinstance(value, str):
        if not isinstance(value, Enum):
            found.append(value)
    elif isinstance(value, (tuple, list)):
        for one in value:
            _gather(one, found)
    else:
        for name in _names(value.__class__):
            part = getattr(value, name)
            if part is not None and part != ():
                _gather(part, found)


@lru_cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record in which texts may stand; none for a number or a day."""
    names: Iterable[str] = ()
    if issubclass(kind, BaseModel):
        names = kind.model_fields
    elif is_dataclass(kind):
        names = (field.name for field in fields(kind))
    return tuple(name for name in names if name not in ("place", "waivers"))
