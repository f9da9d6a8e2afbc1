"""What is told anew: evidence named for the first time, and words on an item that are new, changed or gone."""

from dataclasses import dataclass
from enum import StrEnum

from ragsite.model.base import Passage
from ragsite.model.evidence import Evidence
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.views.changes.window import Window
from ragsite.views.evidence import register
from ragsite.views.kept import kept
from ragsite.views.telling import PROSE, says_something

REPORT_PROSE = ("summary", "key_developments", "key_risks", "sections")


class Telling(StrEnum):
    """How words differ: there were none before, they read differently, or there are none any more."""

    FIRST = "first"
    CHANGED = "changed"
    SILENT = "silent"


@dataclass(frozen=True)
class NewEvidence:
    """The pieces of evidence that a report names for an item for the first time."""

    item: Item
    pieces: tuple[Evidence, ...]


@dataclass(frozen=True)
class Retold:
    """The parts of the words on an item that differ; `item` is None for words on the plan as a whole.

    `parts` are names of fields: `progress`, `next_steps`, `status`, …
    """

    item: Item | None
    telling: Telling
    parts: tuple[str, ...]


def new_evidence(window: Window) -> tuple[NewEvidence, ...]:
    """Evidence of items in the later report; what the register supports whatever the report is never new."""
    found = register(window.plan).uses_by_item
    made = []
    for item in window.plan.items:
        uses = found.get(item.id, ())
        known = {use.piece.id for use in uses if use.report is None or not window.holds(use.report.id)}
        added = {
            use.piece.id: use.piece
            for use in uses
            if use.report and window.holds(use.report.id) and use.piece.id not in known
        }
        if added:
            made.append(NewEvidence(item, tuple(added.values())))
    return tuple(made)


def retold(window: Window) -> tuple[Retold, ...]:
    """The words of the two reports side by side: on the plan as a whole, then item by item."""
    before, after = window.before, window.after
    if before is None:
        return ()
    whole = _compared(None, _report_words(before), _report_words(after))
    items = [
        _compared(item, _said(window.plan, before, item), _said(window.plan, after, item))
        for item in window.shared
    ]
    return tuple(one for one in (whole, *items) if one)


Words = dict[str, object]


def _report_words(report: Report) -> Words:
    found: Words = {name: _texts(getattr(report, name)) for name in REPORT_PROSE if name != "sections"}
    found["sections"] = tuple((section.title, _texts(section.text)) for section in report.sections)
    return {name: said for name, said in found.items() if said}


@kept
def _said(plan: Plan, report: Report, item: Item) -> Words:
    update = plan.update(report, item)
    if update is None or not (says_something(update) or update.status):
        return {}
    found: Words = {name: _texts(getattr(update, name)) for name in PROSE}
    found["status"] = update.status
    return {name: said for name, said in found.items() if said}


def _texts(passages: tuple[Passage, ...]) -> tuple[str, ...]:
    return tuple(passage.text for passage in passages)


def _compared(item: Item | None, was: Words, now: Words) -> Retold | None:
    parts = tuple(name for name in {**now, **was} if was.get(name) != now.get(name))
    if not parts:
        return None
    telling = Telling.CHANGED if was and now else Telling.FIRST if now else Telling.SILENT
    return Retold(item, telling, parts)
