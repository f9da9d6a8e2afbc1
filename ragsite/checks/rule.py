"""What a rule is, and what it is given to look at."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.site import Site
from ragsite.problems import Finding, Location, Severity


@dataclass(frozen=True)
class Context:
    """The site to check, the day to check it as at, and every id written in each plan's files, read or not."""

    site: Site
    as_at: date
    written_ids: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def is_written(self, plan: Plan, wanted: str) -> bool:
        """True when an id stands in the plan's files, though its entry may be faulty and left out."""
        return wanted in self.written_ids.get(plan.id, frozenset())


@dataclass(frozen=True)
class Problem:
    """What a rule found in a plan or on the site; the rule's code and severity make it a finding."""

    location: Location
    message: str
    fix: str = ""
    plan: str = ""
    item: str = ""
    report: str = ""


@dataclass(frozen=True)
class Rule:
    """One rule: its stable code, how much it matters, and the function that looks (its docstring explains)."""

    code: str
    severity: Severity
    look: Callable[[Context], Iterable[Problem]]

    def run(self, context: Context) -> Iterable[Finding]:
        """The rule's findings."""
        for problem in self.look(context):
            yield Finding(
                code=self.code,
                severity=self.severity,
                location=problem.location,
                message=problem.message,
                fix=problem.fix,
                plan=problem.plan,
                item=problem.item,
                report=problem.report,
            )


def named(item: Item) -> str:
    """An item as messages call it: `“Seeing children promptly” (2)`."""
    return f"“{item.title}” ({item.ref or item.id})"
