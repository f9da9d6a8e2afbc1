"""Evidence: what the register lists is used, dated, reachable, and not older than what rests on it."""

import re
from collections.abc import Iterator
from datetime import date

from ragsite.checks.complete import complete_plans
from ragsite.checks.links import dead_links, shortened_links
from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.figures import plural
from ragsite.model.evidence import Evidence
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.problems import Severity, listing
from ragsite.views.evidence import register

OLD_MONTHS = 12
"""From how many months before the report's date the newest evidence of an update counts as old."""

FEW = 5
"""Up to how many pieces of a plan are told one by one; more are told together."""

_NO_DATE = re.compile(r"\bplanned\b|\bin progress\b|\b(?:19|20)\d\d\b", re.I)
"""Words in a title: what does not exist yet has no date, and a year is one."""


def unused_evidence(context: Context) -> Iterator[Problem]:
    """E651: a piece of the register supports no item and no update, so it is evidence of nothing.

    Fails: a piece that no `evidence:` names and that has no `items`. Passes: a piece that one update names.
    """
    for plan in complete_plans(context):
        for piece in register(plan).unused:
            if piece.publish:
                yield Problem(
                    piece.written_at.of("id"),
                    f"Evidence “{piece.title}” is listed, but no item and no update uses it.",
                    "Name it under “evidence:” in the update that rests on it, or give it “items:”.",
                    plan.id,
                )


def undated_evidence(context: Context) -> Iterator[Problem]:
    """E652: a piece of evidence is used but not dated, so nobody can tell what it was true of.

    Fails: an audit without `date`. Passes: `date: 2016/17-Q4`; a year in the title; evidence that is only planned.
    """
    for plan in complete_plans(context):
        undated = [
            entry.piece
            for entry in register(plan).entries
            if entry.is_used and entry.piece.publish and _lacks_date(entry.piece)
        ]
        yield from _undated(plan, undated)


def old_evidence(context: Context) -> Iterator[Problem]:
    """E655: all evidence of an update is more than `months` months older than the report it supports.

    Told only where every piece has a clear date; a newer piece passes for all of them.
    Fails: a report as at September 2018 resting on one audit of May 2017. Passes: the same with an audit of March 2018.
    """
    for plan in context.site.plans:
        for report in plan.reports:
            as_at = report.as_at.date
            if not report.publish or as_at is None or as_at.first is None:
                continue
            for update in report.updates:
                newest = _newest(plan, update)
                if newest and (months := _months(newest, as_at.first)) > context.options["months"]:
                    yield _old(plan, report, update, months=months)


def _lacks_date(piece: Evidence) -> bool:
    return piece.date is None and _NO_DATE.search(piece.title) is None


def _undated(plan: Plan, undated: list[Evidence]) -> Iterator[Problem]:
    fix = "Add “date:”, as exact as the source allows. If the source gives none, say so in a note of the piece."
    if len(undated) <= FEW:
        for piece in undated:
            yield Problem(piece.written_at.of("id"), f"Evidence “{piece.title}” is used but not dated.", fix, plan.id)
        return
    names = listing((f"“{piece.title}”" for piece in undated), joiner="and", most=FEW)
    message = f"{len(undated)} of {len(plan.evidence)} pieces of evidence are used but not dated: {names}."
    yield Problem(undated[0].written_at.of("id"), message, fix, plan.id)


def _newest(plan: Plan, update: Update) -> date | None:
    """The last day of the newest piece that an update names; None where one is not clearly dated."""
    pieces = [plan.evidence_by_id[one] for one in update.evidence if one in plan.evidence_by_id]
    days = [piece.date.last for piece in pieces if piece.date and piece.date.last]
    return max(days) if days and len(days) == len(pieces) else None


def _months(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def _old(plan: Plan, report: Report, update: Update, *, months: int) -> Problem:
    item = plan.item_by_id.get(update.item)
    as_at = report.as_at.date.label if report.as_at.date else ""
    return Problem(
        update.written_at.of("evidence"),
        f"{named(item) if item else update.item}: the newest evidence is {plural(months, 'month', 'months')} older than"
        f" the report, which is as at {as_at}.",
        "Add newer evidence, or say in the update that none has been published since.",
        plan.id,
        update.item,
        report.id,
    )


RULES = (
    Rule("E651", Severity.WARNING, unused_evidence),
    Rule("E652", Severity.WARNING, undated_evidence),
    Rule("E653", Severity.WARNING, shortened_links),
    Rule("E654", Severity.WARNING, dead_links),
    Rule("E655", Severity.WARNING, old_evidence, {"months": OLD_MONTHS}),
)
