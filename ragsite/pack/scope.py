"""How much of a report a pack holds: the whole plan, what is off track only, or chosen items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ragsite.figures import words
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.problems import did_you_mean
from ragsite.refusal import Refused
from ragsite.views.names import ref_words

EXCEPTIONS = "exceptions"
"""The word that asks for the exception report alone."""

SHOWN_IDS = 12


@dataclass(frozen=True)
class Scope:
    """`items` are the items asked for, in the order of the source; without them it is the whole plan."""

    is_exceptions_only: bool = False
    items: tuple[Item, ...] = ()

    @property
    def is_whole(self) -> bool:
        """True when nothing is left out."""
        return not (self.is_exceptions_only or self.items)

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of the items asked for and of all below them."""
        return frozenset(one.id for item in self.items for one in item.walk())

    def holds(self, item_id: str) -> bool:
        """True when an item belongs to the pack."""
        return not self.items or item_id in self.chosen


WHOLE = Scope()


def read_scope(plan: Plan, report: Report, names: Iterable[str]) -> Scope:
    """The scope that some words ask for: none, “exceptions”, or ids or printed references of items."""
    asked = list(dict.fromkeys(names))
    if not asked:
        return WHOLE
    if EXCEPTIONS in asked:
        if len(asked) > 1:
            raise Refused("“exceptions” cannot stand beside items. Ask for the exceptions alone, or for items.")
        return Scope(is_exceptions_only=True)
    found = {item.id for name in asked for item in _named(plan, report, name)}
    return Scope(items=tuple(item for item in plan.items if item.id in found))


def scope_words(plan: Plan, scope: Scope) -> str:
    """What a pack holds, for its cover."""
    if scope.is_exceptions_only:
        return "This pack holds the exception report only: what is off track, what improved and what cannot be told."
    if scope.items:
        names = words([ref_words(plan, one) if one.ref else f"“{one.title}”" for one in scope.items])
        return f"This pack holds only {names}, with all that stands below. The rest of the plan is left out."
    return "This pack holds the whole report."


def _named(plan: Plan, report: Report, name: str) -> Sequence[Item]:
    """The item of this id; else all items that print this reference."""
    known = [item for item in plan.items if plan.is_in(report, item)]
    found = [item for item in known if item.id == name] or [item for item in known if item.ref == name]
    if found:
        return found
    ids = [item.id for item in known]
    near = did_you_mean(name, ids)
    shown = ", ".join(ids[:SHOWN_IDS]) + (" …" if len(ids) > SHOWN_IDS else "")
    raise Refused(f"The report {report.label} has no item “{name}”. {near or f'Its items are {shown}.'}")
