"""What is kept back at a moment, and until when, for the people who publish; never for the public site."""

from collections.abc import Iterator
from datetime import datetime

from ragsite.figures import plural
from ragsite.model.moments import Moment
from ragsite.model.plan import Plan
from ragsite.model.release import Hold, Timed
from ragsite.model.reports import Report
from ragsite.model.site import Site
from ragsite.release.holding import is_in_force
from ragsite.release.waiting import Wait, Why, embargoed_fields, wait_of, waiting_reports


def kept_back(site: Site, now: datetime) -> tuple[str, ...]:
    """A sentence for the hold that is in force, and one for each record that waits, plan by plan."""
    hold = site.settings.hold
    return (*_hold(hold, now), *(line for plan in site.plans for line in _of_plan(plan, hold, now)))


def _hold(hold: Hold | None, now: datetime) -> Iterator[str]:
    if hold and is_in_force(hold, now):
        yield f"Everything new is on hold until {hold.until.label}. Readers are told: “{hold.reason}”"
    elif hold and hold.begins.at > now:
        yield f"From {hold.begins.label} until {hold.until.label}, everything new will be on hold."


def _of_plan(plan: Plan, hold: Hold | None, now: datetime) -> Iterator[str]:
    waits = waiting_reports(plan, hold, now)
    owner = plan.facts.short_title
    for report in plan.reports:
        if report.id in waits:
            number = plural(len(report.updates), "update", "updates")
            yield f"Report {report.label} of {owner}, with {number}: {_until(waits[report.id], plan, report)}"
        else:
            yield from _parts(f"report {report.label} of {owner}", report, now)
            yield from _updates(plan, report, now)
    titled = (
        *((f"“{item.title}” ({item.ref or item.id})", item) for item in plan.items),
        *((f"The measure “{measure.name}”", measure) for measure in plan.measures),
        *((f"The evidence “{piece.title}”", piece) for piece in plan.evidence),
    )
    for title, record in titled:
        wait = wait_of(record, now)
        if wait:
            yield f"{title} of {owner}: {_words(wait)}"
        else:
            yield from _parts(f"{title} of {owner}", record, now)


def _updates(plan: Plan, report: Report, now: datetime) -> Iterator[str]:
    for update in report.updates:
        item = plan.item_by_id.get(update.item)
        about = f"“{item.title}” in report {report.label}" if item else f"“{update.item}” in report {report.label}"
        wait = wait_of(update, now)
        if wait:
            yield f"The update of {about} of {plan.facts.short_title}: {_words(wait)}"
        else:
            yield from _parts(f"the update of {about}", update, now)


def _parts(owner: str, record: Timed, now: datetime) -> Iterator[str]:
    by_moment: dict[Moment, list[str]] = {}
    for name, moment in embargoed_fields(record, now):
        by_moment.setdefault(moment, []).append(name.replace("_", " "))
    for moment, names in sorted(by_moment.items()):
        yield f"Of {owner}, {', '.join(names)}: until {moment.label}"


def _until(wait: Wait, plan: Plan, report: Report) -> str:
    if wait.why is not Why.APPROVAL:
        return _words(wait)
    moment = f", and not before {report.publish_from.label}" if report.publish_from else ""
    return f"until it is approved (“ragsite approve {plan.id} --report {report.id} --by ROLE”){moment}"


def _words(wait: Wait) -> str:
    return f"until {wait.until.label} ({wait.why.value})" if wait.until else f"as long as it says {wait.why.value}"
