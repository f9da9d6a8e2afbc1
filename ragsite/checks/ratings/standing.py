"""Where each item stands: its latest rating, which is the one that a plan's claims are held against."""

from collections.abc import Iterator
from dataclasses import dataclass

from ragsite.checks.complete import complete_plans
from ragsite.checks.rule import Context, Problem, named
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.model.scales import Key, Level, Scale


@dataclass(frozen=True)
class Standing:
    """An item with its rating in the latest report that rates it."""

    plan: Plan
    report: Report
    item: Item
    update: Update
    level: Level

    @property
    def scale(self) -> Scale:
        """The scale that the rating belongs to."""
        return self.plan.scale_of(self.report)

    @property
    def has_key(self) -> bool:
        """True when the source says what its levels mean, so that they claim something."""
        return self.scale.key is not Key.LOST

    @property
    def words(self) -> str:
        """The item and its rating: `“Title” (2) is rated “Green: Finished” in the report “March 2026”`."""
        return f"{named(self.item)} is rated {said_level(self.level)} in the report “{self.report.label}”"

    def problem(self, message: str, fix: str, *, key: str = "rating") -> Problem:
        """A problem that stands at a key of the update."""
        return Problem(self.update.written_at.of(key), message, fix, self.plan.id, self.item.id, self.report.id)


def standings(context: Context) -> Iterator[Standing]:
    """Every item that any report rates, once, in the order of the plans and their trees."""
    for plan in complete_plans(context):
        newest_first = tuple(reversed(plan.reports))
        for item in plan.items:
            found = next((one for report in newest_first if (one := _standing(plan, report, item))), None)
            if found:
                yield found


def said_level(level: Level) -> str:
    """A level as messages call it, with the few words that explain it: `“Green: Finished”`."""
    return f"“{level.full_label}”"


def _standing(plan: Plan, report: Report, item: Item) -> Standing | None:
    update, level = plan.update(report, item), plan.rating(report, item).level
    return Standing(plan, report, item, update, level) if update and level else None
