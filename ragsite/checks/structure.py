"""Structure: names that must agree, updates that must be there, a tree and an order that hold together."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from ragsite.checks.rule import STRUCTURE, Context, Problem, Rule, named, plan_file
from ragsite.model.base import UNREAD
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.problems import Location, Severity, listing


def misnamed_files(context: Context) -> Iterator[Problem]:
    """S103: an id differs from the name of its folder or file.

    Fails: `id: leeds` in `plans/leeds-2026/plan.yml`. Passes: `id: leeds-2026` there.
    """
    for plan in context.site.plans:
        folder = PurePosixPath(plan.facts.written_at.path).parent.name
        if folder and plan.id not in (folder, UNREAD):
            yield Problem(
                plan.facts.written_at.of("id"),
                f"The plan's id is “{plan.id}”, but its folder is called “{folder}”.",
                "Give both the same name. The id stands in web addresses, so keep it if it has been published.",
                plan.id,
            )
        for report in plan.reports:
            name = PurePosixPath(report.written_at.path).stem
            if name and report.id not in (name, UNREAD):
                yield Problem(
                    report.written_at.of("id"),
                    f"The id of the report “{report.label}” is “{report.id}”, but its file is called “{name}.yml”.",
                    "Give both the same name. The id stands in web addresses, so keep it if it has been published.",
                    plan.id,
                    report=report.id,
                )


def missing_updates(context: Context) -> Iterator[Problem]:
    """S107: an item that carries ratings has no update in a report it was part of.

    Fails: a report without an update for recommendation 4. Passes: an update that says why it is not rated.
    """
    for plan in context.site.plans:
        if context.lacks(plan_file(plan, "plan.yml"), *STRUCTURE):
            continue
        for report in plan.reports:
            if context.lacks(report.written_at.path, "updates", "updates.item"):
                continue
            for item in plan.rated_items:
                if _should_be_in(plan, report, item) and plan.update(report, item) is None:
                    yield Problem(
                        report.written_at.of("updates"),
                        f"{named(item)} has no update in the report “{report.label}”.",
                        "Add one. If the source leaves the rating blank, write “rating: \"\"”; if the item came later,"
                        " give it “added:” with the report's id.",
                        plan.id,
                        item.id,
                        report.id,
                    )


def overdeep_items(context: Context) -> Iterator[Problem]:
    """S109: an item stands deeper in the tree than `structure` has levels.

    Fails: an item below a Recommendation where `structure` names no level below it. Passes: the same with a second
    level in `structure`.
    """
    for plan in context.site.plans:
        if not context.lacks(plan_file(plan, "plan.yml"), *STRUCTURE):
            yield from _too_deep(plan, plan.tree, 1)


def undated_reports(context: Context) -> Iterator[Problem]:
    """S110: a plan has several reports, one of them without a date, and nothing says their order.

    Fails: two reports, one with `as_at: {basis: not stated}`, none with `sequence`. Passes: both with `sequence`; one
    report alone.
    """
    for plan in context.site.plans:
        undated = [report for report in plan.reports if not (report.as_at.date and report.as_at.date.is_resolved)]
        unread = any(context.lacks(report.written_at.path, *_ORDER) for report in plan.reports)
        for report in plan.reports if undated and not unread and len(plan.reports) > 1 else ():
            if report.sequence is None:
                yield Problem(
                    report.written_at.location,
                    f"Report “{report.label}” has no sequence, but “{undated[0].label}” of this plan has no clear date,"
                    " so the order of its reports is open.",
                    "Give every report of the plan its place in the order: “sequence: 1”, “sequence: 2” and so on.",
                    plan.id,
                    report=report.id,
                )


def untimely_updates(context: Context) -> Iterator[Problem]:
    """S113: a report speaks of an item before it was added to the plan, or after it was closed.

    Nothing would be shown of such an update. Fails: an update in the report of March for an item with
    `added: 2026-06`. Passes: the same in June, or in the report that closes the item.
    """
    for plan in context.site.plans:
        if context.lacks(plan_file(plan, "items.yml"), "items.added", "items.closed", "items.items"):
            continue
        for report in plan.reports:
            for update in report.updates:
                item = plan.item_by_id.get(update.item)
                if item and not plan.is_in(report, item) and item.id != UNREAD:
                    yield _untimely(plan, report, item, update.written_at.of("item"))


_ORDER = ("as_at", "as_at.date", "sequence")


def _should_be_in(plan: Plan, report: Report, item: Item) -> bool:
    """False also when the report in which the item came or went is not known: that is told elsewhere."""
    ends = (item.added, item.closed.report if item.closed else None)
    return (
        item.id != UNREAD and all(end is None or end in plan.report_by_id for end in ends) and plan.is_in(report, item)
    )


def _untimely(plan: Plan, report: Report, item: Item, where: Location) -> Problem:
    order = [known.id for known in plan.reports]
    is_early = item.added in order and order.index(report.id) < order.index(item.added)
    end = item.added if is_early else item.closed.report if item.closed else ""
    label = plan.report_by_id[end].label if end in plan.report_by_id else end
    when = f"before “{label}”, in which it was added" if is_early else f"after “{label}”, in which it was closed"
    return Problem(
        where,
        f"{named(item)} has an update in the report “{report.label}”, {when}.",
        f"Mend “{'added' if is_early else 'closed'}:” of the item in items.yml, or take the update out.",
        plan.id,
        item.id,
        report.id,
    )


def _too_deep(plan: Plan, items: tuple[Item, ...], depth: int) -> Iterator[Problem]:
    levels = [kind.kind for kind in plan.facts.structure]
    for item in items:
        if depth > len(levels):
            yield Problem(
                item.written_at.location,
                f"{named(item)} stands on level {depth} of the tree, but plan.yml names"
                f" {len(levels)}: {listing(levels, joiner='and')}.",
                "Move it up in items.yml, or add a level to “structure” in plan.yml.",
                plan.id,
                item.id,
            )
        yield from _too_deep(plan, item.items, depth + 1)


RULES = (
    Rule("S103", Severity.ERROR, misnamed_files),
    Rule("S107", Severity.ERROR, missing_updates),
    Rule("S109", Severity.ERROR, overdeep_items),
    Rule("S110", Severity.ERROR, undated_reports),
    Rule("S113", Severity.ERROR, untimely_updates),
)
