"""Records that a report is approved: by whom, when, and exactly as it is written now."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ragsite.checks import check
from ragsite.content.choice import plan_called, report_called
from ragsite.content.folder import read_site
from ragsite.content.rewrite import values_in
from ragsite.content.scalars import key_lines
from ragsite.model.moments import in_london
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.problems import errors_among
from ragsite.refusal import Refused
from ragsite.release.meaning import TIMING, fingerprint
from ragsite.release.waiting import is_approved

HEAD = (
    "# yaml-language-server: $schema=../../../.schema/approvals.json",
    "# Written by “ragsite approve”. Below “report:” is the report as it was approved. Do not change it by hand.",
)
MENDED = ("H102", "H103")
"""Codes of approvals that hold no longer: the next approval mends them."""


@dataclass(frozen=True)
class Approved:
    """What was written and where."""

    path: Path
    label: str
    fingerprint: str


def approve(content: Path, plan_id: str, *, report: str | None, by: str, at: datetime) -> Approved:
    """Adds an approval to `approvals/<report>.yml` of the plan; raises Refused where it cannot be approved."""
    reading = read_site(content)
    plan = plan_called(reading.site, plan_id)
    chosen = report_called(plan, report)
    path = Path(plan.facts.written_at.path).parent / "approvals" / f"{chosen.id}.yml"
    there = [one for one in errors_among(check(reading, as_at=at.date())) if one.code not in MENDED]
    _refuse(plan, chosen, by, errors=[f"{one.location}: {one.message}" for one in there if one.plan == plan.id])
    path.parent.mkdir(exist_ok=True)
    path.write_text(_text(plan, chosen, by=by, at=at), encoding="utf-8", newline="\n")
    return Approved(path, chosen.label, fingerprint(chosen))


def _refuse(plan: Plan, report: Report, by: str, *, errors: list[str]) -> None:
    if not by.strip() or "@" in by:
        raise Refused("Say the role of whoever approves it, such as --by “Director of Education”.")
    if errors:
        raise Refused("The plan has errors. Mend them before the report is approved.", tuple(errors))
    if plan.facts.needs_approval and is_approved(plan, report):
        last = plan.approvals[report.id][-1]
        raise Refused(f"Report {report.label} is approved already, by {last.by} on {last.at.label}, just as it is.")


def _text(plan: Plan, report: Report, *, by: str, at: datetime) -> str:
    """Earlier approvals without their report, then this one with it; when it is published is not part of it."""
    values = values_in(Path(report.written_at.path).read_text(encoding="utf-8-sig"))
    said = {name: value for name, value in values.items() if name not in TIMING}
    earlier = [_entry(one.by, one.at.at, one.content) for one in plan.approvals.get(report.id, ())]
    new = {**_entry(by.strip(), at, fingerprint(report)), "report": said}
    return "\n".join([*HEAD, *key_lines("approvals", [*earlier, new], column=0)]) + "\n"


def _entry(by: str, at: datetime, content: str) -> dict[str, Any]:
    return {"by": by, "at": f"{in_london(at):%Y-%m-%d %H:%M%z}"[:-2] + ":00", "content": content}
