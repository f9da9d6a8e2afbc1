"""How small is too small, and which numbers count people."""

from decimal import Decimal
from fractions import Fraction

from ragsite.disclosure.people import speaks_of_people
from ragsite.model.measures import Measure

TOTAL = ("", "total", "all", "overall", "all children", "both", "combined", "whole")
"""Names of the series that holds the whole of a measure, in lower case."""

UNCOUNTED = ("%", "score", "words", "not stated", "yes or no")
"""Units whose numbers cannot be added up."""

Range = tuple[Fraction, Fraction]
"""The least and the largest that a number may be; both the same where it is known."""


def threshold_of(measure: Measure, site: int) -> int:
    """The largest count of people that is kept back: the site's, or the measure's own where that is higher.

    The default of 5 is the rule of the Department for Education's children statistics: a number from 1 to 5 is
    replaced by `c`, nought stands, and secondary suppression is applied where necessary ("Children in need",
    2021, section Confidentiality).
    """
    return max(site, measure.disclosure.threshold or 0)


def is_counted(measure: Measure) -> bool:
    """True when the values of a measure are numbers of something, which can be added up."""
    return measure.unit not in UNCOUNTED and "per " not in measure.unit


def values_count_people(measure: Measure) -> bool:
    """True when the values themselves are numbers of people."""
    told = measure.disclosure.people
    return is_counted(measure) and (speaks_of_people(measure.unit) if told is None else told)


def is_of_people(measure: Measure) -> bool:
    """True when the numbers behind the values, such as the numerator of a share, count people."""
    told = measure.disclosure.people
    if told is not None:
        return told
    return speaks_of_people(f"{measure.name} {measure.definition or ''}") or values_count_people(measure)


def is_small(count: Range, threshold: int) -> bool:
    """True when a count may be from 1 to the threshold; a true nought never is."""
    low, high = count
    return high >= 1 and low <= threshold


def share_range(share: Decimal) -> Range:
    """What a printed percentage may stand for: rounded at its last place, in either way; 0 and 100 as they are."""
    exact = Fraction(share)
    if exact in (0, 100):
        return exact, exact
    exponent = share.as_tuple().exponent
    half = Fraction(1, 2) / 10 ** max(0, -exponent if isinstance(exponent, int) else 0)
    return exact - half, exact + half


def part_range(share: Range, whole: Range) -> Range:
    """How many of a whole a percentage may be; the nearest whole number where none comes to it."""
    low, high = Fraction(-(-whole[0] * share[0] // 100)), Fraction(whole[1] * share[1] // 100)
    if low <= high:
        return max(Fraction(0), low), high
    nearest = Fraction(round(whole[0] * (share[0] + share[1]) / 200))
    return nearest, nearest


def is_share_of(share: Range, whole: Fraction) -> bool:
    """True when some whole number of `whole` comes to a percentage: 90% of 24 is none."""
    return -(-whole * share[0] // 100) <= whole * share[1] // 100
