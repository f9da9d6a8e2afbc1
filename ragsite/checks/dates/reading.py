"""Dates that leave open which day, month or year is meant."""

from collections.abc import Callable, Iterator

from ragsite.checks.complete import complete_plans
from ragsite.checks.dates.dated import Dated, all_dates
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.model.dates import PartialDate, Precision
from ragsite.problems import Severity, listing

_OPEN = (Precision.TO_BE_CONFIRMED, Precision.NO_YEAR, Precision.UNREADABLE)


def ambiguous_dates(context: Context) -> Iterator[Problem]:
    """D301: a date can be read in two ways, day first or month first.

    Told once for everything that has such dates. Nothing is guessed: a reader sees both readings.

    Fails: `due: "01/02/18"`. Passes: `due: {printed: "01/02/18", means: 2018-02-01}`; `due: 14/02/18`.
    """
    for plan_id, dates in _told_together(context, lambda date: date.precision is Precision.AMBIGUOUS):
        first = dates[0]
        yield _problem(
            plan_id,
            first,
            f"{first.owner} has {_a_date(dates)} that can be read in two ways: {_list(dates, _two_readings)}.",
            f"If the source shows which is meant, say so (“means: {first.date.readings[0]}”). Otherwise leave it.",
        )


def unresolved_dates(context: Context) -> Iterator[Problem]:
    """D302: a date cannot be placed: it is to be confirmed, has no year, or cannot be read.

    Told once for everything that has such dates.

    Fails: `due: TBC`; `due: {printed: Jun}`. Passes: `due: {printed: Jun, means: 2018-06}`; no date at all.
    """
    for plan_id, dates in _told_together(context, lambda date: date.precision in _OPEN):
        first = dates[0]
        yield _problem(
            plan_id,
            first,
            f"{first.owner} has {_a_date(dates)} that cannot be placed: {_list(dates, _what_lacks)}.",
            "If the source shows the year or the date, give it with “means: …”. Otherwise leave it.",
        )


def _told_together(
    context: Context, is_meant: Callable[[PartialDate], bool]
) -> Iterator[tuple[str, tuple[Dated, ...]]]:
    """The dates that are meant, those of one owner together, in the order of the files."""
    for plan in complete_plans(context):
        found: dict[tuple[str, str], list[Dated]] = {}
        for one in all_dates(plan):
            if is_meant(one.date):
                found.setdefault((one.owner, one.item), []).append(one)
        for dates in found.values():
            yield plan.id, tuple(dates)


def _a_date(dates: tuple[Dated, ...]) -> str:
    return "a date" if len(dates) == 1 else f"{len(dates)} dates"


def _list(dates: tuple[Dated, ...], said: Callable[[PartialDate], str]) -> str:
    return listing([f"the {one.role} “{one.date.printed.strip()}” ({said(one.date)})" for one in dates], joiner="and")


def _two_readings(date: PartialDate) -> str:
    return date.words or " or ".join(date.readings)


def _what_lacks(date: PartialDate) -> str:
    lacks = {Precision.TO_BE_CONFIRMED: "to be confirmed", Precision.NO_YEAR: "no year"}
    return lacks.get(date.precision, "not clear")


def _problem(plan_id: str, one: Dated, message: str, fix: str) -> Problem:
    return Problem(one.location, message, fix, plan_id, one.item, one.report)


RULES = (
    Rule("D301", Severity.WARNING, ambiguous_dates),
    Rule("D302", Severity.WARNING, unresolved_dates),
)
