"""Release: approvals that no longer hold, and moments of publication that cannot be as they are written."""

from collections.abc import Iterator

from ragsite.checks.rule import Context, Problem, Rule
from ragsite.model.facts import Status
from ragsite.model.plan import Plan
from ragsite.model.release import Timed
from ragsite.problems import Severity, listing
from ragsite.release.holding import last_known
from ragsite.release.meaning import changed_parts, fingerprint


def never_published(context: Context) -> Iterator[Problem]:
    """H101: something has a moment of publication and `publish: false`, so that moment will pass without effect.

    Fails: `publish: false` beside `publish_from: 2026-10-06`. Passes: either of them alone.
    """
    for plan in context.site.plans:
        for record, report, item in _timed(plan):
            if not record.publish and record.publish_from:
                yield Problem(
                    record.written_at.of("publish_from"),
                    f"This is to be published on {record.publish_from.label}, but “publish: false” keeps it out.",
                    "Take out “publish: false”; until that moment nothing of it is published.",
                    plan.id,
                    item,
                    report,
                )


def void_approvals(context: Context) -> Iterator[Problem]:
    """H102: a report was changed after it was approved, in a plan whose reports need approval.

    What the report says counts, not how its file is written, nor when it is published. Fails: a rating that differs
    from the approved one. Passes: other line breaks, another order of updates, a new `publish_from`.
    """
    for plan in context.site.plans:
        for report in plan.reports if plan.facts.needs_approval else ():
            last = next(iter(reversed(plan.approvals.get(report.id, ()))), None)
            if last is None or last.content == fingerprint(report):
                continue
            parts = list(changed_parts(last.report, report, plan)) if last.report else []
            changed = f" Changed since: {listing(parts, joiner='and', most=20)}." if parts else ""
            yield Problem(
                report.written_at.location,
                f"Report {report.label} was changed after it was approved by {last.by} on {last.at.label}.{changed}",
                "“ragsite diff --since approved” tells it in full. Undo the change, or have it approved anew"
                f" (“ragsite approve {plan.id} --report {report.id} --by ROLE”).",
                plan.id,
                report=report.id,
            )


def altered_approvals(context: Context) -> Iterator[Problem]:
    """H103: a record of approval was changed by hand, or is of a report that is not there.

    Fails: a report in `approvals/2026-09.yml` that differs from its fingerprint; `approvals/2026-09.yml` without
    `reports/2026-09.yml`. Passes: what `ragsite approve` wrote.
    """
    for plan in context.site.plans:
        for name, approvals in sorted(plan.approvals.items()):
            for one in approvals:
                if one.report and one.content != fingerprint(one.report):
                    message = f"The approval by {one.by} on {one.at.label} does not fit the report that it holds."
                    fix = "Undo the change in this file, or have the report approved anew."
                    yield Problem(one.written_at.of("content"), message, fix, plan.id, report=name)
            if approvals and name not in plan.report_by_id and not context.is_written(plan, name):
                message = f"This approves the report “{name}”, but there is no such report."
                fix = "Rename the file as its report is called, or take it out."
                yield Problem(approvals[0].written_at.location, message, fix, plan.id)


def unclear_holds(context: Context) -> Iterator[Problem]:
    """H104: a hold cannot tell whether the latest report of a plan is new, as that report does not say when it came.

    Fails: a hold on everything new, and a report without `published` and `publish_from`. Passes: one that has either;
    a hold that names the last report it lets through (`after: [plan/report]`); a closed plan.
    """
    hold = context.site.settings.hold
    for plan in context.site.plans if hold else ():
        report = plan.latest
        if hold is None or report is None or plan.facts.status is Status.CLOSED or not hold.covers(plan.id):
            continue
        if report.publish and not (report.published or report.publish_from or last_known(plan, hold)):
            yield Problem(
                report.written_at.location,
                f"Whether report {report.label} is new cannot be told, so the hold goes by the date it speaks of.",
                f"Write the day on which it was or will be published (“published: …”), or name the last report that may"
                f" be shown in site.yml: “after: [{plan.id}/…]”.",
                plan.id,
                report=report.id,
            )


def _timed(plan: Plan) -> Iterator[tuple[Timed, str, str]]:
    """Each record that may wait, with the ids of its report and its item."""
    for item in plan.items:
        yield item, "", item.id
    for report in plan.reports:
        yield report, report.id, ""
        yield from ((update, report.id, update.item) for update in report.updates)
    yield from ((record, "", "") for record in (*plan.measures, *plan.evidence))


RULES = (
    Rule("H101", Severity.WARNING, never_published),
    Rule("H102", Severity.ERROR, void_approvals),
    Rule("H103", Severity.ERROR, altered_approvals),
    Rule("H104", Severity.WARNING, unclear_holds),
)
