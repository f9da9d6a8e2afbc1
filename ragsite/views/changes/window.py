"""The two reports that are compared, and what lies between them in the order of the plan's reports."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report


@dataclass(frozen=True)
class Window:
    """Everything after the report `before`, up to and with the report `after`.

    `before` is None where `after` is the plan's first report; then nothing lies between.
    """

    plan: Plan
    before: Report | None
    after: Report

    @cached_property
    def _order(self) -> dict[str, int]:
        return {report.id: place for place, report in enumerate(self.plan.reports)}

    def holds(self, report_id: str | None) -> bool:
        """True when the report of this id lies in the window."""
        if self.before is None or report_id not in self._order:
            return False
        return self._order[self.before.id] < self._order[report_id] <= self._order[self.after.id]

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The reports in the window, oldest first."""
        return tuple(report for report in self.plan.reports if self.holds(report.id))

    @cached_property
    def shared(self) -> tuple[Item, ...]:
        """The items that were part of the plan in both reports, in the order of the source."""
        before = self.before
        if before is None:
            return ()
        return self._where(item for item in self.plan.items if self.plan.is_in(before, item))

    def _where(self, items: Iterable[Item]) -> tuple[Item, ...]:
        return tuple(item for item in items if self.plan.is_in(self.after, item))
