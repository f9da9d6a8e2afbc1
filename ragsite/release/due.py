"""A site as it may be at a moment: what has to wait is marked as not published, what was withdrawn is told as such."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from ragsite.model.facts import PlanFacts
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.release import Gone, Hold, Timed
from ragsite.model.reports import Report
from ragsite.model.site import Site
from ragsite.release.holding import is_in_force, without_new_facts
from ragsite.release.waiting import Wait, embargoed_fields, wait_of, waiting_reports

Waits = TypeVar("Waits", bound=Timed)


def due(site: Site, now: datetime) -> Site:
    """The site at `now`: `publish` is false on every record that waits or was withdrawn, and waiting fields are empty.

    The site's hold stays only while it is in force, so that readers are told its reason then and at no other time.
    """
    hold = site.settings.hold if site.settings.hold and is_in_force(site.settings.hold, now) else None
    settings = site.settings.model_copy(update={"hold": hold})
    return replace(site, settings=settings, plans=tuple(_plan(plan, hold, now) for plan in site.plans))


def _plan(plan: Plan, hold: Hold | None, now: datetime) -> Plan:
    waits = waiting_reports(plan, hold, now)
    shown = without_new_facts(plan, hold) if hold else plan
    return replace(
        shown,
        facts=_facts(plan, waits),
        tree=tuple(_item(item, plan, waits, now=now) for item in plan.tree),
        reports=tuple(_report(report, waits, now) for report in plan.reports),
        measures=tuple(_off(_timed(one, now)) if one.withdrawn else _timed(one, now) for one in plan.measures),
        evidence=tuple(_timed(one, now) for one in shown.evidence),
        approvals={},
        withdrawn=tuple(_gone(plan, waits, now)),
    )


def _timed(record: Waits, now: datetime) -> Waits:
    """A record with its waiting fields empty; marked as not published where all of it waits."""
    fields = type(record).model_fields
    empty = {name: fields[name].get_default() for name, _ in embargoed_fields(record, now)}
    made = record.having(**{**empty, "publish_from": None, "embargoes": ()})
    return _off(made) if wait_of(record, now) else made


def _off(record: Waits) -> Waits:
    return record.having(publish=False)


def _report(report: Report, waits: Mapping[str, Wait], now: datetime) -> Report:
    made = _timed(report, now).having(updates=tuple(_timed(one, now) for one in report.updates))
    return _off(made) if report.id in waits or report.withdrawn else made


def _item(item: Item, plan: Plan, waits: Mapping[str, Wait], *, now: datetime) -> Item:
    below = tuple(_item(child, plan, waits, now=now) for child in item.items)
    made = _timed(item, now).having(**{"items": below, **_title(item, plan, waits)})
    return _off(made) if item.withdrawn else made


def _title(item: Item, plan: Plan, waits: Mapping[str, Wait]) -> dict[str, object]:
    """The title that the item has in the last report that is out; a new one comes with its report."""
    unseen = {report.id for report in plan.reports if report.id in waits or report.withdrawn}
    place = {report.id: number for number, report in enumerate(plan.reports)}
    waiting = sorted((one for one in item.former_titles if one.until in unseen), key=lambda one: place[one.until])
    if not waiting:
        return {}
    return {"title": waiting[0].title, "former_titles": tuple(one for one in item.former_titles if one not in waiting)}


def _facts(plan: Plan, waits: Mapping[str, Wait]) -> PlanFacts:
    """Without the date of the next report where it is that of the one after a report that waits."""
    expected = plan.facts.next_report
    days = [_day(report, waits[report.id]) for report in plan.reports if report.id in waits]
    first = expected.due.first if expected else None
    is_told = first and any(day and first > day for day in days)
    return plan.facts.model_copy(update={"next_report": None}) if is_told else plan.facts


def _day(report: Report, wait: Wait) -> date | None:
    moment = wait.until or report.publish_from
    if moment:
        return moment.day
    return report.published.last if report.published else None


def _gone(plan: Plan, waits: Mapping[str, Wait], now: datetime) -> Iterator[Gone]:
    for report in plan.reports:
        if report.withdrawn and report.id not in waits:
            yield Gone("report", report.id, report.label, report.withdrawn)
    yield from _gone_items(plan.tree, plan, waits, now=now)
    for measure in plan.measures:
        if measure.withdrawn and not wait_of(measure, now):
            yield Gone("measure", measure.id, measure.name, measure.withdrawn)


def _gone_items(items: Iterable[Item], plan: Plan, waits: Mapping[str, Wait], *, now: datetime) -> Iterator[Gone]:
    """A withdrawn item takes those below it along, but for any that were never published."""
    for item in items:
        if wait_of(item, now) or item.added in waits:
            continue
        if item.withdrawn:
            below = (one.model_copy(update={"withdrawn": one.withdrawn or item.withdrawn}) for one in item.items)
            title = str(_title(item, plan, waits).get("title", item.title))
            yield Gone("item", item.id, title, item.withdrawn, item.renamed_from)
            yield from _gone_items(below, plan, waits, now=now)
        else:
            yield from _gone_items(item.items, plan, waits, now=now)
