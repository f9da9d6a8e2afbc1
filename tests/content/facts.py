"""Facts written as small tables, and a plan's facts in the same form, so that the two can be compared."""

from collections.abc import Iterable
from decimal import Decimal

from ragsite.model.base import Passage
from ragsite.model.dates import PartialDate
from ragsite.model.items import Item
from ragsite.model.measures import Baseline, Measure, Observation, Target
from ragsite.model.plan import Plan

Row = tuple[str, ...]


def rows(table: str) -> list[Row]:
    """The lines of a table, cells between bars: `1 | A | amber`."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


def number(value: Decimal | None) -> str:
    """A value without noughts at its end: `24.0` as `24`; empty for none."""
    return "" if value is None else f"{value.normalize():f}"


def day(value: PartialDate | None) -> str:
    """A date's canonical text; empty when there is none or it is not clear."""
    return value.iso if value else ""


def figure(figure: Baseline | Target | None) -> str:
    """A baseline or target: its value, else its words."""
    return number(figure.value) or figure.words or "" if figure else ""


def targets(measure: Measure) -> str:
    """A measure's targets in order: `2018-03=83; 2020-03=In place`."""
    return "; ".join(f"{day(target.by)}={figure(target)}" for target in measure.targets)


def observed(observation: Observation) -> Row:
    """Measure, period, value with its counts (`8.1 (3/37)`, or as printed when it is words)."""
    counts = (number(observation.numerator), number(observation.denominator))
    shown = number(observation.value) or f"“{observation.as_printed}”"
    value = f"{shown} ({'/'.join(counts)})" if any(counts) else shown
    return (observation.measure, day(observation.period), value)


def rated(plan: Plan) -> list[Row]:
    """Report, item, printed value and level of every rated item."""
    return [
        (report.id, item.id, found.printed, found.level.id if found.level else "")
        for report in plan.reports
        for item in plan.rated_items
        for found in [plan.rating(report, item)]
    ]


def said(plan: Plan, item: Item) -> str:
    """All that the item and its updates say in prose, without the data notes."""
    updates = [report.update_by_item[item.id] for report in plan.reports if item.id in report.update_by_item]
    own = [item.text, item.aim, item.success]
    told = [
        passages
        for one in updates
        for passages in (one.developments, one.progress, one.next_steps, one.risks, one.evaluation)
    ]
    return " ".join([*_texts([*own, *told]), *(milestone.text for milestone in item.milestones)])


def _texts(fields: Iterable[Iterable[Passage]]) -> list[str]:
    return [passage.text for field in fields for passage in field]
