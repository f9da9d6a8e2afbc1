"""Why a record has to wait, and until when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain

from ragsite.model.moments import Moment
from ragsite.model.plan import Plan
from ragsite.model.release import Hold, Timed
from ragsite.model.reports import Report
from ragsite.model.site import Site
from ragsite.release.holding import held_reports, is_in_force
from ragsite.release.meaning import fingerprint

NEVER = datetime.min.replace(tzinfo=UTC)
"""Before every moment: whoever does not say what time it is gets nothing that has to wait."""


FOREVER = datetime.max.replace(tzinfo=UTC)
"""After every moment."""


class Why(StrEnum):
    """What a record waits for."""

    DRAFT = "“publish: false”"
    EMBARGO = "embargo"
    APPROVAL = "not approved"
    HOLD = "hold"


@dataclass(frozen=True)
class Wait:
    """Why something waits; `until` is None where no time ends it."""

    why: Why
    until: Moment | None = None


def wait_of(record: Timed, now: datetime) -> Wait | None:
    """Why a record waits by what is written on it; None where it does not."""
    if not record.publish:
        return Wait(Why.DRAFT)
    if record.publish_from and record.publish_from.at > now:
        return Wait(Why.EMBARGO, record.publish_from)
    return None


def waiting_reports(plan: Plan, hold: Hold | None, now: datetime) -> Mapping[str, Wait]:
    """Every report of a plan that waits, by its id; what waits longest is told."""
    held = held_reports(plan, hold) if hold and is_in_force(hold, now) else frozenset[str]()
    found = {report.id: _of_report(plan, report, now) for report in plan.reports}
    told = {name: wait for name, wait in found.items() if wait}
    return {**{name: Wait(Why.HOLD, hold.until) for name in held if hold and name not in told}, **told}


def is_approved(plan: Plan, report: Report) -> bool:
    """True where the latest approval is of exactly what the report says, or the plan asks for none."""
    if not plan.facts.needs_approval:
        return True
    approvals = plan.approvals.get(report.id, ())
    return bool(approvals) and approvals[-1].content == fingerprint(report)


def as_if_approved(site: Site) -> Site:
    """The site as if no plan asked for approval."""
    plans = (replace(one, facts=one.facts.model_copy(update={"needs_approval": False})) for one in site.plans)
    return replace(site, plans=tuple(plans))


def embargoed_fields(record: Timed, now: datetime) -> Iterator[tuple[str, Moment]]:
    """The fields of a record that wait, each with the moment at which it may be published."""
    for embargo in record.embargoes:
        if embargo.publish_from.at > now:
            yield from ((name, embargo.publish_from) for name in embargo.fields)


def moments_of(plan: Plan) -> tuple[datetime, ...]:
    """Every moment from which something of a plan may be published: between two of them nothing changes by itself."""
    updates = (update for report in plan.reports for update in report.updates)
    records: Iterable[Timed] = chain(plan.items, plan.measures, plan.evidence, plan.reports, updates)
    return tuple(sorted({moment.at for record in records for moment in _moments(record)}))


def _moments(record: Timed) -> Iterator[Moment]:
    if record.publish_from:
        yield record.publish_from
    yield from (embargo.publish_from for embargo in record.embargoes)


def _of_report(plan: Plan, report: Report, now: datetime) -> Wait | None:
    if report.publish and not is_approved(plan, report):
        return Wait(Why.APPROVAL)
    return wait_of(report, now)
