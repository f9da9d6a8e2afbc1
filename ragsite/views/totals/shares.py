"""Stated shares against the counts they come with; cutting off is told apart from being wrong."""

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from ragsite.figures import number
from ragsite.model.reports import Statement
from ragsite.views.totals.result import Fit, Reconciled, cut_off, rounded, rounds, shown
from ragsite.views.values import places

HUNDRED = Fraction(100)
NO_COUNTS = "The source does not give the counts behind it."


def reconcile_shares(statements: Sequence[Statement]) -> Iterator[Reconciled]:
    """Each stated percentage, in its order; one without counts is held against the rest of another."""
    counted = {id(one): _from_counts(one) for one in statements}
    for statement in statements:
        whole = _other_part(statement, statements)
        if statement.numerator is None and statement.denominator is None and whole is not None:
            yield _rest(statement, whole, whole_fit=counted[id(whole)].fit)
        else:
            yield counted[id(statement)]


def _from_counts(one: Statement) -> Reconciled:
    if one.value is None or one.unit != "%" or not one.denominator:
        return Reconciled(one, Fit.UNTOLD, NO_COUNTS)
    if one.numerator is None:
        return _from_whole(one, one.value, Fraction(one.denominator))
    exact = HUNDRED * Fraction(one.numerator) / Fraction(one.denominator)
    counts = f"{number(one.numerator)} of {number(one.denominator)}"
    fit = _fit(exact, one.value)
    if one.numerator > one.denominator:
        return Reconciled(one, Fit.DIFFERS, f"{counts} is more than the whole.", _percent(exact, one.value), counts)
    return Reconciled(one, fit, _why(counts, exact, one.value, fit=fit), _percent(exact, one.value), counts)


def _from_whole(one: Statement, value: Decimal, whole: Fraction) -> Reconciled:
    """A share of a known number without the part: some whole number must come to it."""
    near = math.floor(whole * Fraction(value) / HUNDRED)
    found = [_fit(HUNDRED * part / whole, value) for part in range(max(0, near - 1), near + 3) if part <= whole]
    said = number(one.denominator or 0)
    if Fit.MATCHES in found:
        return Reconciled(one, Fit.UNTOLD, f"The source gives the whole, {said}, but not the part.", "", said)
    why = f"No whole number of {said} comes to {number(value, places(value))}%, rounded half up."
    if Fit.CUT_OFF in found:
        return Reconciled(one, Fit.CUT_OFF, f"{why} One does when further decimal places are cut off.", "", said)
    return Reconciled(one, Fit.DIFFERS, why, "", said)


def _other_part(statement: Statement, statements: Sequence[Statement]) -> Statement | None:
    """The share with counts that makes 100% with this one, stated of the same item and period."""
    for other in statements:
        is_alike = (other.item, other.period, other.unit) == (statement.item, statement.period, "%")
        if not is_alike or other.value is None or statement.value is None:
            continue
        if other.value + statement.value == 100 and other.numerator is not None and other.denominator:
            return other
    return None


def _rest(statement: Statement, whole: Statement, *, whole_fit: Fit) -> Reconciled:
    value, denominator = statement.value or Decimal(0), whole.denominator or Decimal(1)
    part = denominator - (whole.numerator or Decimal(0))
    exact = HUNDRED * Fraction(part) / Fraction(denominator)
    counts = f"{number(part)} of {number(denominator)}"
    lead = f"It is the rest of “{whole.label}” ({whole.printed})."
    computed = _percent(exact, value)
    if rounded(exact, places(value)) == value:
        why = f"{lead} {_why(counts, exact, value, fit=Fit.MATCHES)}"
        return Reconciled(statement, Fit.MATCHES, why, computed, counts)
    ends = {
        Fit.MATCHES: "The two differ only because the other share was rounded first.",
        Fit.CUT_OFF: "It was taken from a share that had been cut off, not rounded.",
    }
    why = f"{lead} {counts} is {rounds(exact, places(value), '%')}. {ends.get(whole_fit, '')}".strip()
    return Reconciled(statement, whole_fit, why, computed, counts)


def _fit(exact: Fraction, stated: Decimal) -> Fit:
    if rounded(exact, places(stated)) == stated:
        return Fit.MATCHES
    return Fit.CUT_OFF if cut_off(exact, places(stated)) == stated else Fit.DIFFERS


def _why(counts: str, exact: Fraction, stated: Decimal, *, fit: Fit) -> str:
    said = f"{counts} is {rounds(exact, places(stated), '%')}."
    return f"{said} The stated figure is cut off, not rounded." if fit is Fit.CUT_OFF else said


def _percent(exact: Fraction, stated: Decimal) -> str:
    return f"{shown(exact, places(stated))}%"

