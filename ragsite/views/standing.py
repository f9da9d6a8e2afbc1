"""Where one item stands now, in short: its latest rating, and the last one that was a rating."""

from dataclasses import dataclass

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Rated
from ragsite.views.history import Step, path
from ragsite.views.kept import kept

NOT_RATED = "Not rated"
NO_DATE = "date not stated"
NO_MEANING = "The source does not say what this rating means."


@dataclass(frozen=True)
class Standing:
    """The rating of an item in the last report it was in; `former` is the last step with a rating, if earlier."""

    report: Report
    rated: Rated
    former: Step | None

    @property
    def words(self) -> str:
        """The rating in the plan's own words: `3: On track`, `Not rated`."""
        return self.rated.level.full_label if self.rated.level else NOT_RATED

    @property
    def at(self) -> str:
        """As at which date: `at May 2018`."""
        return at_words(self.report)

    @property
    def when(self) -> str:
        """As at which date, and what the last rating was where there is none now."""
        former = self.former
        if former is None or former.rated.level is None:
            return self.at
        return f"{self.at}; last rated {former.rated.level.label}, {at_words(former.report)}"

    @property
    def meaning(self) -> str:
        """What the rating means in this plan, or why there is none."""
        level = self.rated.level
        return (level.meaning or NO_MEANING) if level else self.rated.reason


@kept
def standing(plan: Plan, item: Item) -> Standing | None:
    """None for items that the source does not rate, and for plans without a report."""
    steps = path(plan, item)
    known = [step for step in steps if step.rated.is_rated]
    if not steps or not (plan.kind_by_id[item.id].rated or known):
        return None
    last = steps[-1]
    former = known[-1] if known and known[-1] is not last else None
    return Standing(last.report, last.rated, former)


def at_words(report: Report) -> str:
    """The date that a report speaks of, for the end of a line: `at May 2018`."""
    day = report.as_at.date
    return f"at {day.label}" if day else NO_DATE
