"""Stated averages against the ratings: which report's column they come from, and as a mean of what."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction

from ragsite.figures import number
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, StatedPeriod, Statement
from ragsite.model.scales import Level
from ragsite.views.totals.result import Fit, Reconciled, cut_off, listed, rounded, rounds, shown
from ragsite.views.values import places

NO_NUMBERS = "The ratings it speaks of are not numbers, or there are none, so no average can be computed."


class Way(StrEnum):
    """What a mean is taken of."""

    ROWS = "rows"
    GROUPS = "groups"
    STATED = "stated averages"


@dataclass(frozen=True)
class Basis:
    """One mean that a stated average may be: of the ratings in one report's column, or of other stated averages."""

    way: Way
    exact: Fraction
    parts: int
    column: Report | None = None
    unresolved: int = 0

    @property
    def key(self) -> tuple[Way, str]:
        """What two averages of one table have in common when they are made alike."""
        return self.way, self.column.id if self.column else ""

    @property
    def words(self) -> str:
        """The basis as the middle of a sentence: `the mean of the 99 ratings in “January 2018”`."""
        if self.column is None:
            return f"the mean of the {self.parts} averages stated for its parts"
        what = f"the {self.parts} ratings" if self.way is Way.ROWS else f"the means of its {self.parts} parts"
        return f"the mean of {what} in “{self.column.label}”"


def reconcile_averages(plan: Plan, report: Report, statements: Sequence[Statement]) -> Iterator[Reconciled]:
    """Each stated average, in its order, held against the basis that explains most averages of its column."""
    if not statements:
        return
    columns = _Columns(plan, report)
    bases = {id(one): (*columns.bases(one), *_of_stated(plan, one, statements)) for one in statements}
    main = {
        period: _main([one for one in statements if one.period is period], bases=bases, columns=columns.order)
        for period in StatedPeriod
    }
    for statement in statements:
        yield _hold(statement, bases[id(statement)], main=main[statement.period])


class _Columns:
    """The numbers of every rating column, read once: each report's values by item."""

    def __init__(self, plan: Plan, report: Report) -> None:
        self.plan = plan
        self.reports = plan.reports[: plan.reports.index(report) + 1]
        self.here = report.id
        self.order = [known.id for known in reversed(self.reports)]
        self.values = {known.id: _values(plan, known) for known in self.reports}

    def bases(self, statement: Statement) -> Iterator[Basis]:
        """The mean of rows and the mean of group means, for each column that has numbers in scope."""
        root = self.plan.item_by_id.get(statement.item or "")
        groups = root.items if root else self.plan.tree
        for report in reversed(self.reports):
            if report.id == self.here and statement.period is StatedPeriod.PREVIOUS:
                continue
            values = self.values[report.id]
            rows = [values[one.id] for part in groups for one in part.walk() if one.id in values]
            known = [value for value in rows if value is not None]
            if not known:
                continue
            unresolved = len(rows) - len(known)
            yield Basis(Way.ROWS, _mean(known), len(known), report, unresolved)
            means = [mean for part in groups if (mean := _mean_below(part, values)) is not None]
            if 1 < len(means) < len(known):
                yield Basis(Way.GROUPS, _mean_of_means(means), len(means), report, unresolved)


def _values(plan: Plan, report: Report) -> dict[str, Decimal | None]:
    numbers = {level.id: _as_number(level) for level in plan.scale_of(report).levels}
    levels = {item.id: plan.rating(report, item).level for item in plan.items_in(report)}
    return {item: numbers.get(level.id) if level else None for item, level in levels.items()}


def _as_number(level: Level) -> Decimal | None:
    try:
        return Decimal(level.label)
    except InvalidOperation:
        return None


def _mean_below(item: Item, values: Mapping[str, Decimal | None]) -> Fraction | None:
    known = [value for one in item.walk() if (value := values.get(one.id)) is not None]
    return _mean(known) if known else None


def _mean(values: Sequence[Decimal]) -> Fraction:
    return Fraction(sum(values, Decimal(0))) / len(values)


def _mean_of_means(means: Sequence[Fraction]) -> Fraction:
    return sum(means, Fraction(0)) / len(means)


def _of_stated(plan: Plan, statement: Statement, statements: Sequence[Statement]) -> Iterator[Basis]:
    """The mean of the averages that the paper states for the parts of this one, to the same precision."""
    root = plan.item_by_id.get(statement.item or "")
    parts = {item.id for item in (root.items if root else plan.tree)}
    like = [
        other.value
        for other in statements
        if other.value is not None
        and statement.value is not None
        and other.item in parts
        and other.period is statement.period
        and places(other.value) == places(statement.value)
    ]
    if len(like) > 1:
        yield Basis(Way.STATED, _mean(like), len(like))


def _main(
    statements: Sequence[Statement], *, bases: Mapping[int, Sequence[Basis]], columns: Sequence[str]
) -> tuple[Way, str] | None:
    """The basis on which most of these averages match; of equals, the later column and the plainer way."""
    votes = Counter(
        basis.key
        for one in statements
        for basis in bases[id(one)]
        if one.value is not None and basis.column and _is_near(basis, one.value, cut=False)
    )
    ways = list(Way)
    rank = {column: place for place, column in enumerate(columns)}
    return min(votes, key=lambda key: (-votes[key], rank[key[1]], ways.index(key[0])), default=None)


def _hold(statement: Statement, bases: Sequence[Basis], *, main: tuple[Way, str] | None) -> Reconciled:
    stated = statement.value
    if stated is None or not bases:
        return Reconciled(statement, Fit.UNTOLD, NO_NUMBERS)
    first = next((basis for basis in bases if basis.key == main), bases[0])
    others = [basis for basis in bases if basis is not first and basis.key[1] in (first.key[1], "")]
    matching = tuple(basis.words for basis in bases if _is_near(basis, stated, cut=False))
    for fit, cut, candidates in (
        (Fit.MATCHES, False, [first]),
        (Fit.CUT_OFF, True, [first]),
        (Fit.OTHER_BASIS, False, others),
        (Fit.CUT_OFF, True, others),
    ):
        found = [basis for basis in candidates if _is_near(basis, stated, cut=cut)]
        if found:
            return _result(statement, stated, fit=fit, first=first, found=found, matching=matching)
    return _result(statement, stated, fit=Fit.DIFFERS, first=first, found=[first, *others], matching=matching)


def _result(
    statement: Statement, stated: Decimal, *, fit: Fit, first: Basis, found: Sequence[Basis], matching: tuple[str, ...]
) -> Reconciled:
    precision = places(stated)
    told = list(dict.fromkeys([first, *found]))
    if fit is Fit.OTHER_BASIS:
        told = [first]
    said = [f"{_sentence(basis)} is {rounds(basis.exact, precision)}." for basis in told]
    ends = {
        Fit.CUT_OFF: f"The stated {number(stated, precision)} is that figure cut off, not rounded.",
        Fit.OTHER_BASIS: f"The stated {number(stated, precision)} matches {listed(one.words for one in found)}.",
    }
    if fit is Fit.DIFFERS and matching:
        ends[fit] = f"The stated {number(stated, precision)} matches only {listed(matching)}."
    why = " ".join([*said, *([ends[fit]] if fit in ends else [])])
    used = found[0]
    return Reconciled(
        statement, fit, why, shown(used.exact, precision), _sentence(used), first.column, first.unresolved, matching
    )


def _sentence(basis: Basis) -> str:
    return f"{basis.words[0].upper()}{basis.words[1:]}"


def _is_near(basis: Basis, stated: Decimal, *, cut: bool) -> bool:
    return (cut_off if cut else rounded)(basis.exact, places(stated)) == stated
