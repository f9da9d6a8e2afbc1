"""Repeats: every id is given once, and every item is spoken of once in a report."""

from collections.abc import Iterable, Iterator

from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.model.base import UNREAD, Record
from ragsite.model.items import Item
from ragsite.problems import Severity

_TITLES = ("title", "name", "label", "ref")


def duplicate_ids(context: Context) -> Iterator[Problem]:
    """S101: two things of one kind share an id; in web addresses, upper and lower case are the same.

    Fails: two items with `id: 2A` and `id: 2a`. Passes: an item and a measure that are both called `caseloads`.
    """
    yield from _repeats(context.site.topics, "topic", "")
    for plan in context.site.plans:
        facts = plan.facts
        yield from _repeats(plan.items, "item", plan.id)
        yield from _repeats(plan.measures, "measure", plan.id)
        yield from _repeats(plan.evidence, "piece of evidence", plan.id)
        yield from _repeats(facts.scales, "scale", plan.id)
        yield from _repeats(facts.sources, "source document", plan.id)
        yield from _repeats(facts.inspection_recommendations, "recommendation", plan.id)
        for scale in facts.scales:
            yield from _repeats(scale.levels, "level", plan.id)
        for report in plan.reports:
            yield from _repeats(report.statements, "statement", plan.id)


def reused_ids(context: Context) -> Iterator[Problem]:
    """S119: an id under which an item was published before is the id of another, so that its address has two pages.

    Fails: `renamed_from: ["2"]` where an item has `id: "2"`, or where two items were called so. Passes: an id that
    nothing has any more.
    """
    for plan in context.site.plans:
        taken = {item.id.lower(): item for item in plan.items}
        for item in plan.items:
            for place, former in enumerate(item.renamed_from):
                other = taken.setdefault(former.lower(), item)
                if other is not item or former.lower() == item.id.lower():
                    yield Problem(
                        item.written_at.of("renamed_from", place),
                        f"{named(item)} was called “{former}” before, but {_taken(item, other)}.",
                        "Take the former id out, or give the other item another id. An address leads to one page.",
                        plan.id,
                        item.id,
                    )


def repeated_updates(context: Context) -> Iterator[Problem]:
    """S106: a report has two updates for one item.

    Fails: two updates with `item: "4"` in one report. Passes: one in each of two reports.
    """
    for plan in context.site.plans:
        for report in plan.reports:
            first: dict[str, int] = {UNREAD: 0}
            for update in report.updates:
                where = update.written_at.of("item")
                if first.setdefault(update.item, where.line) in (0, where.line):
                    continue
                item = plan.item_by_id.get(update.item)
                yield Problem(
                    where,
                    f"{named(item) if item else update.item} has a second update in this report;"
                    f" the first is in line {first[update.item]}.",
                    "Join the two into one.",
                    plan.id,
                    update.item,
                    report.id,
                )


def _repeats(records: Iterable[Record], what: str, plan: str) -> Iterator[Problem]:
    first: dict[str, Record] = {}
    for record in records:
        written = str(getattr(record, "id", ""))
        before = first.setdefault(written.lower(), record)
        if before is record or written == UNREAD:
            continue
        theirs = str(getattr(before, "id", ""))
        note = "" if theirs == written else f" as “{theirs}”, which is the same in a web address"
        yield Problem(
            record.written_at.of("id"),
            f"The id “{written}” of the {what} “{_title(record)}” is already given to “{_title(before)}” in line"
            f" {before.written_at.of('id').line}{note}.",
            "Give one of the two another id.",
            plan,
            written if what == "item" else "",
        )


def _taken(item: Item, other: Item) -> str:
    return "that is its id still" if other is item else f"that is an id of {named(other)} too"


def _title(record: Record) -> str:
    return next((str(text) for name in _TITLES if (text := getattr(record, name, ""))), "")


RULES = (
    Rule("S101", Severity.ERROR, duplicate_ids),
    Rule("S119", Severity.ERROR, reused_ids),
    Rule("S106", Severity.ERROR, repeated_updates),
)
