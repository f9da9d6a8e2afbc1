"""A site with its drafts: everything that is kept back is there, and each such thing says that it is a draft."""

from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from ragsite.model.facts import DataNote
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.release import Timed
from ragsite.model.reports import Report, Update
from ragsite.model.site import Site
from ragsite.release.waiting import embargoed_fields, wait_of, waiting_reports

MARK = "DRAFT"
NOTE = DataNote(text="DRAFT: this update, or a part of it, is not published yet.")

Draft = TypeVar("Draft", bound=Timed)


def with_drafts(site: Site, now: datetime) -> Site:
    """The site as if nothing had to wait, for previews alone; what waits at `now` is marked in its title."""
    plans = tuple(_plan(plan, site, now) for plan in site.plans)
    return replace(site, settings=site.settings.model_copy(update={"hold": None}), plans=plans)


def _plan(plan: Plan, site: Site, now: datetime) -> Plan:
    waits = waiting_reports(plan, site.settings.hold, now)
    return replace(
        plan,
        facts=plan.facts.model_copy(update={"needs_approval": False}),
        tree=tuple(_item(item, now) for item in plan.tree),
        reports=tuple(_report(report, now, is_waiting=report.id in waits) for report in plan.reports),
        measures=tuple(_titled(one, "name", now) for one in plan.measures),
        evidence=tuple(_titled(one, "title", now) for one in plan.evidence),
    )


def _item(item: Item, now: datetime) -> Item:
    below = tuple(_item(child, now) for child in item.items)
    return _titled(item, "title", now).model_copy(update={"items": below})


def _report(report: Report, now: datetime, *, is_waiting: bool) -> Report:
    updates = tuple(_update(one, now) for one in report.updates)
    shown = _shown(report, label=f"{MARK}: {report.label}") if is_waiting else _titled(report, "label", now)
    return shown.model_copy(update={"updates": updates})


def _update(update: Update, now: datetime) -> Update:
    return _shown(update, notes=(NOTE, *update.notes)) if _waits(update, now) else update


def _titled(record: Draft, name: str, now: datetime) -> Draft:
    return _shown(record, **{name: f"{MARK}: {getattr(record, name)}"}) if _waits(record, now) else record


def _waits(record: Timed, now: datetime) -> bool:
    return bool(wait_of(record, now)) or any(embargoed_fields(record, now))


def _shown(record: Draft, **told: Any) -> Draft:
    return record.model_copy(update={"publish": True, "publish_from": None, "embargoes": (), **told})
