"""What came of recomputing one stated figure, and the rounding that decides it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from ragsite.figures import number, words
from ragsite.model.reports import Report, Statement

MOST_MORE = 6
"""How many decimal places are shown beyond those of the stated figure, at most."""


class Fit(StrEnum):
    """How a stated figure stands to the recomputed one, in the words that readers see."""

    MATCHES = "Matches"
    CUT_OFF = "Cut off, not rounded"
    OTHER_BASIS = "Matches on another basis"
    OPEN = "Cannot be settled"
    DIFFERS = "Does not match"
    UNTOLD = "Cannot be recomputed"


@dataclass(frozen=True)
class Reconciled:
    """One stated figure with what its rows come to.

    `computed` is the figure in words (`9`, `2.17`, `86.7%`), empty where there is none; `basis` says what it
    was computed from; `why` tells in whole sentences how it fits. `column` is the report whose ratings were
    used; `unresolved` counts its rows in scope that have no rating. `matching` names every basis that fits.
    """

    statement: Statement
    fit: Fit
    why: str
    computed: str = ""
    basis: str = ""
    column: Report | None = None
    unresolved: int = 0
    matching: tuple[str, ...] = ()


def fits(results: Iterable[Reconciled]) -> dict[Fit, int]:
    """How many stated figures came out in each way, in the order of `Fit`; ways without any are left out."""
    ways = [one.fit for one in results]
    return {fit: ways.count(fit) for fit in Fit if fit in ways}


def rounded(exact: Fraction, places: int) -> Decimal:
    """Half up to so many decimal places, as papers do: 2.05 is 2.1. Not for figures below zero."""
    return _scaled(math.floor(exact * 10**places + Fraction(1, 2)), places)


def cut_off(exact: Fraction, places: int) -> Decimal:
    """The further decimal places left out: 86.7 is 86. Not for figures below zero."""
    return _scaled(math.floor(exact * 10**places), places)


def shown(exact: Fraction, places: int) -> str:
    """A figure with as many decimal places as show how it rounds: `2.0` where that is all, else `86.7` or `2.947`."""
    near, cut = rounded(exact, places), cut_off(exact, places)
    for more in range(MOST_MORE):
        text = rounded(exact, places + more)
        again = Fraction(text)
        if more == 0 and again != exact:
            continue
        if rounded(again, places) == near and cut_off(again, places) == cut:
            return number(text, places + more)
    return number(rounded(exact, places + MOST_MORE), places + MOST_MORE)


def rounds(exact: Fraction, places: int, unit: str = "") -> str:
    """`86.7%, which rounds to 87%`; the figure alone where nothing is rounded away."""
    near = rounded(exact, places)
    if Fraction(near) == exact:
        return f"{number(near, places)}{unit}"
    return f"{shown(exact, places)}{unit}, which rounds to {number(near, places)}{unit}"


def listed(texts: Iterable[str]) -> str:
    """Texts as a list in a sentence, each once."""
    return words(list(dict.fromkeys(texts)))


def _scaled(units: int, places: int) -> Decimal:
    return Decimal(units).scaleb(-places)
