"""The glossary in order: every term once, with its general meaning first and then what it means in single plans."""

from collections.abc import Iterable
from dataclasses import dataclass

from ragsite.model.site import Term

FIGURES = "0 to 9"


@dataclass(frozen=True)
class Entry:
    """One term with its senses: at most one that holds everywhere, then one or more for single plans."""

    term: str
    senses: tuple[Term, ...]


@dataclass(frozen=True)
class Letter:
    """The entries that begin with one letter."""

    letter: str
    entries: tuple[Entry, ...]


def arrange(terms: Iterable[Term]) -> tuple[Letter, ...]:
    """Terms by letter, in the order of the alphabet whatever their case; terms of one spelling are one entry."""
    spelt: dict[str, list[Term]] = {}
    for term in terms:
        spelt.setdefault(term.term.strip(), []).append(term)
    letters: dict[str, list[Entry]] = {}
    for name in sorted(spelt, key=lambda name: (_letters(name), name)):
        senses = sorted(spelt[name], key=lambda term: (term.plan is not None, term.plan or ""))
        letters.setdefault(_letter(name), []).append(Entry(name, tuple(senses)))
    return tuple(Letter(letter, tuple(letters[letter])) for letter in sorted(letters))


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum() or letter == " ")


def _letter(name: str) -> str:
    first = _letters(name).strip()[:1].upper()
    return first if first.isalpha() else FIGURES
