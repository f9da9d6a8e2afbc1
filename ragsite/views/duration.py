"""How long an item stood at each rating: told from the reports' own dates, and as "at least" only."""

from dataclasses import dataclass

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Level, Scale
from ragsite.views.history import Step, path
from ragsite.views.shift import length_words, shift

RULE = (
    "A rating is known only on the dates of the reports. The time from the first to the last report with the "
    "same rating is the least time that it held."
)
"""How time at a rating is told, for readers."""


@dataclass(frozen=True)
class Spell:
    """Reports in a row that give an item the same rating on the same scale; `level` None: not rated.

    `is_redefined` when the scale changed before it. `is_last` when the latest report is in it.
    """

    level: Level | None
    scale: Scale
    reports: tuple[Report, ...]
    is_redefined: bool = False
    is_last: bool = False

    @property
    def months(self) -> int | None:
        """Whole months from the first to the last report; None with one report, or without clear dates."""
        first, last = self.reports[0].as_at.date, self.reports[-1].as_at.date
        if len(self.reports) < 2 or first is None or last is None:
            return None
        found = shift(first, last)
        return found.months if found else None

    @property
    def words(self) -> str:
        """How long it held: `at least 4 months`; or why that cannot be told."""
        if len(self.reports) == 1:
            return "in one report only"
        if self.months is None:
            return "cannot be told: a report states no clear date"
        return f"at least {length_words(self.months)}" if self.months > 0 else "less than a month"


@dataclass(frozen=True)
class Stay:
    """In how many of the reports an item had one rating."""

    level: Level | None
    scale: Scale
    number: int


def spells(plan: Plan, item: Item) -> tuple[Spell, ...]:
    """The ratings of an item in the order of the reports, reports in a row with the same rating in one."""
    runs: list[list[Step]] = []
    for step in path(plan, item):
        if runs and not step.is_redefined and runs[-1][-1].rated.level == step.rated.level:
            runs[-1].append(step)
        else:
            runs.append([step])
    return tuple(
        Spell(
            run[0].rated.level,
            plan.scale_of(run[0].report),
            tuple(step.report for step in run),
            is_redefined=run[0].is_redefined,
            is_last=run is runs[-1],
        )
        for run in runs
    )


def stays(found: tuple[Spell, ...]) -> tuple[Stay, ...]:
    """How many reports each rating took, in the order in which the ratings first came up."""
    numbers: dict[tuple[str, str], int] = {}
    first: dict[tuple[str, str], Spell] = {}
    for spell in found:
        key = (spell.scale.id, spell.level.id if spell.level else "")
        first.setdefault(key, spell)
        numbers[key] = numbers.get(key, 0) + len(spell.reports)
    return tuple(Stay(first[key].level, first[key].scale, number) for key, number in numbers.items())


@dataclass(frozen=True)
class Cohort:
    """The items of the rated levels over all reports: how many there are in all, and how many are in every report."""

    throughout: int
    total: int


def cohort(plan: Plan) -> Cohort:
    """Whether the reports of a plan count the same items; like for like only when both numbers are the same."""
    here = [{item.id for item in plan.items_in(report)} for report in plan.reports]
    return Cohort(len(set.intersection(*here)), len(set.union(*here))) if here else Cohort(0, 0)
