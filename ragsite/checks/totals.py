"""Totals: figures that a report states, held against its own rows and counts."""

from collections.abc import Collection, Iterator

from ragsite.checks.complete import complete_plans
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, StatedPeriod, StatementKind
from ragsite.problems import Severity
from ragsite.views.history import report_before
from ragsite.views.totals import Fit, Reconciled, reconcile

FIX = "Check the figure in the source. If it is printed so, keep it: the site shows both, and the difference."
STATED = {StatedPeriod.CURRENT: "current", StatedPeriod.PREVIOUS: "previous"}


def contradicted_counts(context: Context) -> Iterator[Problem]:
    """T401: a stated count does not fit the rows, whatever the rows without a rating might be.

    Fails: 11 Green stated, 9 in the rows and 1 without a rating. Passes: 9 stated; parts such as 5a and 5b that
    share one number in a stated number of areas.
    """
    yield from _told(context, Fit.DIFFERS, kinds=(StatementKind.COUNT,))


def unsettled_counts(context: Context) -> Iterator[Problem]:
    """T402: a stated count fits only if rows without a rating have the one that it needs.

    Nothing is filled in to make it fit.

    Fails: 11 Green stated, 9 in the rows and 2 without a rating. Passes: 9 stated, with 2 without a rating.
    """
    yield from _told(context, Fit.OPEN, kinds=(StatementKind.COUNT,))


def contradicted_averages(context: Context) -> Iterator[Problem]:
    """T403: a stated average matches neither the mean of the ratings nor the mean of group means.

    Rounded half up to the printed precision, and held against the column that most averages beside it come from.

    Fails: 1.5 stated, where 21 ratings come to 2.0. Passes: 2.8 stated, where 8 ratings come to 2.75.
    """
    yield from _told(context, Fit.DIFFERS, kinds=(StatementKind.AVERAGE,))


def averages_on_another_basis(context: Context) -> Iterator[Problem]:
    """T404: a stated average is made in another way than most averages beside it.

    A mean of means gives a part with two ratings as much weight as a part with thirty.

    Fails: 2.6 for the whole, which is the mean of its parts' means, where the parts are means of their ratings.
    Passes: all of them means of ratings.
    """
    yield from _told(context, Fit.OTHER_BASIS, kinds=(StatementKind.AVERAGE,))


def averages_of_another_report(context: Context) -> Iterator[Problem]:
    """T405: averages that a report calls current or previous come from the ratings of other reports.

    Told once for current and once for previous averages.

    Fails: “current” averages in the report of May that match the ratings of January.
    Passes: current averages that match the report's own ratings, previous ones that match the report before.
    """
    for plan, report, results in _reconciled(context, kinds=(StatementKind.AVERAGE,)):
        expected = {StatedPeriod.CURRENT: report, StatedPeriod.PREVIOUS: report_before(plan, report)}
        for period, proper in expected.items():
            told = [one for one in results if one.statement.period is period and one.matching and one.column]
            column = told[0].column if told else None
            if column and proper and column.id != proper.id:
                message = _another_report(plan, report, told, column=column, proper=proper)
                yield _problem(plan, report, told[0], message)


def contradicted_shares(context: Context) -> Iterator[Problem]:
    """T406: a stated share does not follow from the counts stated with it.

    Fails: 45% stated with 13 of 31; 78% of 3. Passes: 42% with 13 of 31, which is 41.9%.
    """
    yield from _told(context, Fit.DIFFERS, kinds=(StatementKind.SHARE,))


def figures_cut_off(context: Context) -> Iterator[Problem]:
    """T407: a stated share or average was cut off instead of rounded, so it is a little too low.

    That is not a wrong count. It is told because a figure taken from it inherits the error.

    Fails: 86% stated with 352 of 406, which is 86.7%. Passes: 87%.
    """
    yield from _told(context, Fit.CUT_OFF, kinds=(StatementKind.AVERAGE, StatementKind.SHARE))


def _told(context: Context, fit: Fit, *, kinds: Collection[StatementKind]) -> Iterator[Problem]:
    for plan, report, results in _reconciled(context, kinds=kinds):
        for one in results:
            if one.fit is fit:
                stated = one.statement
                said = f"The report “{report.label}” states “{stated.label}” as {_figure(one)}. {one.why}"
                yield _problem(plan, report, one, said)


def _reconciled(
    context: Context, *, kinds: Collection[StatementKind]
) -> Iterator[tuple[Plan, Report, tuple[Reconciled, ...]]]:
    for plan in complete_plans(context):
        for report in plan.reports:
            if report.statements:
                yield plan, report, reconcile(plan, report, kinds=kinds)


def _figure(one: Reconciled) -> str:
    """The stated figure with its unit; its column where the document has two of them."""
    stated = one.statement
    unit = "%" if stated.unit == "%" else ""
    earlier = " (previous)" if stated.period is StatedPeriod.PREVIOUS else ""
    return f"{stated.value}{unit}{earlier}"


def _another_report(
    plan: Plan, report: Report, told: list[Reconciled], *, column: Report, proper: Report
) -> str:
    period = STATED[told[0].statement.period]
    averages = f"{len(told)} {period} averages" if len(told) > 1 else f"a {period} average"
    is_rated = any(plan.rating(proper, item).is_rated for item in plan.items_in(proper))
    proper_words = f"not those of “{proper.label}”" if is_rated else f"and “{proper.label}” gives no ratings"
    return f"The report “{report.label}” states {averages} that match the ratings of “{column.label}”, {proper_words}."


def _problem(plan: Plan, report: Report, one: Reconciled, message: str) -> Problem:
    place = one.statement.written_at.of("value")
    return Problem(place, message, FIX, plan.id, one.statement.item or "", report.id)


RULES = (
    Rule("T401", Severity.WARNING, contradicted_counts),
    Rule("T402", Severity.WARNING, unsettled_counts),
    Rule("T403", Severity.WARNING, contradicted_averages),
    Rule("T404", Severity.WARNING, averages_on_another_basis),
    Rule("T405", Severity.WARNING, averages_of_another_report),
    Rule("T406", Severity.WARNING, contradicted_shares),
    Rule("T407", Severity.WARNING, figures_cut_off),
)
