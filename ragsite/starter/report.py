"""The next report of a plan, pre-filled from the last: every item that is rated, with its rating still to be given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ragsite.content.scalars import flow, key_lines
from ragsite.model.dates import PartialDate, Precision, parse_date
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Scale
from ragsite.refusal import Refused
from ragsite.views.names import ref_words

HEAD = """\
# yaml-language-server: $schema=../../../.schema/report.json
# {what}
# Give each rating as the officers print it, between the quotation marks or without them. The words allowed:
#   {words}
# Below a rating there may stand, each on a line of its own: progress, next_steps, risks, evidence, rating_reason,
# and, only where the date moved:   due: {{date: 2027-03, reason: Why it moved, agreed_by: Who agreed}}
"""
EXAMPLES = "Write it as 2026-06-30, 2026-06 or 2026/27-Q1."
HOLD = "Take this line out to publish the report."
SUMMARY = "# summary: What this report says, in two or three sentences."
_COMMENT_COLUMN = 38
_UNSAFE_ID = re.compile(r"[^A-Za-z0-9.-]+")


@dataclass(frozen=True)
class NewReport:
    """A report file that is to be written: its id, its text, and how many ratings are to be filled in."""

    id: str
    label: str
    text: str
    ratings: int


def next_report(plan: Plan, as_at: PartialDate) -> NewReport:
    """The report after the plan's latest, as at a date; raises Refused where there can be none."""
    if not as_at.is_resolved:
        raise Refused(f"“{as_at.printed}” is not one clear date. {EXAMPLES}")
    _refuse_what_is_there(plan, as_at)
    items = tuple(_items(plan))
    name, label = _called(plan, as_at)
    lines = [*_head(plan, as_at, name, label=label), "updates:" if items else "updates: []"]
    for item in items:
        lines += _update(plan, item)
    return NewReport(name, label, "\n".join(lines) + "\n", len(items))


def _called(plan: Plan, as_at: PartialDate) -> tuple[str, str]:
    """Id and label: of the month alone where the last report, as at a day, is called by its month."""
    last = plan.latest.as_at.date if plan.latest else None
    is_by_month = bool(last and plan.latest and last.precision is Precision.DAY and plan.latest.id == last.iso[:7])
    if is_by_month and as_at.precision is Precision.DAY and as_at.iso[:7] not in plan.report_by_id:
        return as_at.iso[:7], parse_date(as_at.iso[:7]).label
    return _UNSAFE_ID.sub("-", as_at.iso), as_at.label


def _refuse_what_is_there(plan: Plan, as_at: PartialDate) -> None:
    for report in plan.reports:
        known = report.as_at.date
        if known and known.is_resolved and (known.first, known.last) == (as_at.first, as_at.last):
            where = report.written_at.path
            raise Refused(f"There is a report as at {as_at.label} already: “{report.label}”, in {where}.")
    last = plan.latest.as_at.date if plan.latest else None
    if plan.latest and last and last.last and as_at.last and as_at.last < last.last:
        raise Refused(
            f"The latest report of this plan, “{plan.latest.label}”, is as at {last.label}, which is later than"
            f" {as_at.label}. A new report comes after it."
        )


def _items(plan: Plan) -> Iterator[Item]:
    """The items that carry ratings and are still part of the plan after its latest report."""
    rated_before = {item.id for item in plan.items_in(plan.latest)} if plan.latest else set()
    for item in plan.items:
        if item.closed is None and (plan.kind_by_id[item.id].rated or item.id in rated_before):
            yield item


def _head(plan: Plan, as_at: PartialDate, name: str, *, label: str) -> Iterator[str]:
    last = plan.latest
    scale = plan.scale_of(last) if last else plan.facts.scales[-1]
    since = f"The next report, pre-filled from “{last.label}”." if last else "The first report of this plan."
    yield HEAD.format(what=since, words=_words(scale)).rstrip("\n")
    yield from key_lines("id", name, column=0)
    yield from key_lines("label", label, column=0)
    if last and last.sequence is not None:
        yield f"sequence: {max(report.sequence or 0 for report in plan.reports) + 1}"
    yield f"as_at: {flow({'date': as_at.iso, 'basis': 'printed'})}"
    yield from key_lines("scale", scale.id, column=0)
    yield f"{'publish: false':<{_COMMENT_COLUMN}}# {HOLD}"
    yield SUMMARY


def _words(scale: Scale) -> str:
    return " · ".join(level.label for level in scale.levels)


def _update(plan: Plan, item: Item) -> Iterator[str]:
    yield ""
    yield f"  # {_one_line(f'{ref_words(plan, item)}: {item.title}')}"
    yield f"  - item: {flow(item.id)}"
    rating = '    rating: ""'
    yield f"{rating:<{_COMMENT_COLUMN}}# {_before(plan, plan.latest, item)}"


def _before(plan: Plan, last: Report | None, item: Item) -> str:
    """What the last report prints for the item, so that it is in sight while the new rating is written."""
    update = plan.update(last, item) if last else None
    if last is None or update is None or update.rating is None:
        return "not rated before"
    rated = update.rating.read(plan.scale_of(last))
    printed = update.rating.printed.strip()
    if not printed:
        said = f"blank, read as {rated.level.label}" if rated.level else "blank"
    else:
        said = printed if rated.level is None or rated.level.label == printed else f"{printed} ({rated.level.label})"
    return _one_line(f"before ({last.label}): {said}")


def _one_line(text: str) -> str:
    return " ".join(text.split())

