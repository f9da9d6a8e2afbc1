"""Which report last said something of an item, so that old words are never shown as new ones."""

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update

PROSE = ("progress", "next_steps", "risks", "evaluation", "decision", "developments", "key_risks")
"""The fields of an update that hold words."""


def last_said(plan: Plan, item: Item) -> tuple[Report, Update] | None:
    """The latest report with words on an item, with its update; None when no report says anything."""
    for report in reversed(plan.reports):
        update = plan.update(report, item)
        if update is not None and says_something(update):
            return report, update
    return None


def says_something(update: Update) -> bool:
    """True when an update holds words, beyond its rating."""
    return any(getattr(update, field) for field in PROSE)
