"""A plan at a glance: its verdict, what moved, every item, what the paper states, and where it all comes from."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.figures import of, plural
from ragsite.model.plan import Plan
from ragsite.model.release import Hold
from ragsite.model.reports import Report
from ragsite.pages import apart, corrections, plan_parts, questions, sections
from ragsite.pages.changed import changed
from ragsite.pages.exceptions_parts import off_track
from ragsite.pages.hold import hold_notice
from ragsite.pages.links import across
from ragsite.pages.lists import list_links, listings
from ragsite.pages.next_dates import next_dates
from ragsite.pages.page import Page
from ragsite.pages.props import (
    NOT_STATED,
    Props,
    as_at_words,
    breadcrumb,
    next_report_words,
    period,
    plan_name,
    shorten,
)
from ragsite.pages.sharing import plan_card
from ragsite.pages.tallies import bar, over_time, tallies_before, tally
from ragsite.pages.tree import latest_scene
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.duration import cohort
from ragsite.views.rollup import last_rated, roll_up
from ragsite.views.verdict import plan_verdict


def pages(public: PublicSite) -> Iterator[Page]:
    """One page for each plan."""
    for plan in public.site.plans:
        yield _page(plan, public.site.settings.hold)


def _page(plan: Plan, hold: Hold | None) -> Page:
    here = addresses.plan(plan.id)
    shown = _sections(plan, here)
    return Page(
        path=here,
        template="pages/plan.html",
        title=f"{plan_name(plan)}: the plan at a glance",
        description=shorten(f"{plan_name(plan)}. {plan_verdict(plan)}", 155),
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [], last=plan_name(plan)),
        period=period(plan, plan.latest),
        hero=_hero(plan),
        on_this_page=sections.contents(shown),
        links=(*links(plan, here), *_lists(plan, here)),
        props={"sections": shown, "hold": hold_notice(hold) if hold and hold.covers(plan.id) else None},
        card=plan_card(plan),
    )


def _lists(plan: Plan, here: str) -> tuple[Props, ...]:
    found = listings(plan)
    return ({"title": "Lists of items", "links": list_links(here, plan, found)},) if found else ()


def _hero(plan: Plan) -> Props:
    return {
        "title": plan.facts.title,
        "ref": {"strong": plan.facts.organisation, "text": f"– {plan.facts.document.lower()}"},
        "lede": plan_verdict(plan),
        "facts": _facts(plan),
    }


def _facts(plan: Plan) -> list[Props]:
    return [
        {"label": "Inspection", **_inspection(plan)},
        {"label": "Oversight", **_oversight(plan)},
        {"label": "Status of the plan", "value": plan.facts.status.value.capitalize(), "note": _life(plan)},
        {"label": "Position", "value": _position(plan.latest), "note": next_report_words(plan)},
    ]


def _inspection(plan: Plan) -> Props:
    found = plan.facts.inspection
    if found is None or not (found.body or found.name):
        return {"value": NOT_STATED}
    dated = f", {found.date.label}" if found.date else ""
    judged = f"Judgement: {found.judgement}" if found.judgement else "The source does not state the judgement."
    return {"value": f"{found.body or found.name}{dated}", "note": judged, "href": found.link}


def _oversight(plan: Plan) -> Props:
    found = plan.facts.governance
    if found is None or not (found.board or found.scrutiny):
        return {"value": NOT_STATED}
    chair = f"Chair: {found.chair}." if found.chair else ""
    scrutiny = f"Scrutiny: {found.scrutiny}." if found.scrutiny and found.board else ""
    often = f"Meets or reports: {found.frequency.lower()}." if found.frequency else ""
    note = " ".join(part for part in (chair, often, scrutiny) if part)
    return {"value": found.board or found.scrutiny, "note": note or None}


def _life(plan: Plan) -> str | None:
    start, end = plan.facts.period.start, plan.facts.period.end
    if start is None and end is None:
        return None
    return f"Runs from {start.label if start else 'not stated'} to {end.label if end else 'not stated'}"


def _position(report: Report | None) -> str:
    if report is None:
        return "No report yet"
    return report.as_at.date.label if report.as_at.date else NOT_STATED


def _sections(plan: Plan, here: str) -> list[Props]:
    report = plan.latest
    rated = last_rated(plan)
    shown = [
        _glance(plan, report, rated=rated),
        questions.section(here, plan),
        changed(here, plan, report) if report else None,
        next_dates(here, plan),
        apart.of_plan(plan, rated=rated),
        off_track(here, plan, report) if report else None,
        _over_time(plan, here),
        plan_parts.items(latest_scene(here, plan, rated)),
        sections.statements(plan, report, here=here) if report else None,
        sections.key_points(plan, report) if report else None,
        plan_parts.reports(plan, here),
        plan_parts.answers(plan, here),
        plan_parts.background(plan),
        corrections.of_plan(plan, here),
        sections.meanings(plan, plan.scale_of(report)) if report else None,
        _notes(plan),
        sections.sources(plan, [plan.facts.inspection.source if plan.facts.inspection else None]),
    ]
    return [section for section in shown if section is not None]


def _glance(plan: Plan, report: Report | None, *, rated: Report | None) -> Props:
    """The counts of the latest report, and of the last with ratings where the latest has none."""
    rollups = roll_up(plan, report) if report else ()
    before = tallies_before(rated, roll_up(plan, rated)) if rated and rated is not report else []
    return {
        "part": "tallies",
        "id": "glance",
        "title": "Ratings at a glance",
        "lede": f"{as_at_words(report)}." if report else plan_verdict(plan),
        "tallies": [*(tally(one) for one in rollups), *before],
    }


def _over_time(plan: Plan, here: str) -> Props | None:
    if len(plan.reports) < 2:
        return None
    return {
        "part": "over-time",
        "id": "over-time",
        "title": "Ratings in each report",
        "lede": _like_for_like(plan),
        "bars": [_bar(plan, report, here) for report in plan.reports],
        "tables": over_time(here, plan, plan.reports),
    }


def _like_for_like(plan: Plan) -> str:
    """Whether the reports count the same items, so that their bars can be compared."""
    found = cohort(plan)
    if found.throughout == found.total:
        return f"Every report counts the same {found.total} items, so the bars can be compared."
    return (
        f"{of(found.throughout, found.total)} items are in every report. The others joined or left, "
        "so the bars do not count the same items."
    )


def _bar(plan: Plan, report: Report, here: str) -> Props:
    rollups = roll_up(plan, report)
    return {
        "text": report.label,
        "href": relative(here, addresses.report(plan.id, report.id)),
        "bar": bar(rollups[0]) if rollups else None,
        "scale": plan.scale_of(report).title,
    }


def _notes(plan: Plan) -> Props | None:
    inspection = plan.facts.inspection.notes if plan.facts.inspection else ()
    governance = plan.facts.governance.notes if plan.facts.governance else ()
    return sections.notes(plan, [*plan.facts.notes, *inspection, *governance])


def links(plan: Plan, here: str) -> tuple[Props, ...]:
    """The other pages of a plan, with how much is on them, and its reports."""
    parts = [
        ("What changed", "changes"),
        ("Off track", "exceptions"),
        *across(plan),
        (plural(len(plan.measures), "measure", "measures"), "measures") if plan.measures else None,
        (plural(len(plan.evidence), "piece of evidence", "pieces of evidence"), "evidence"),
        ("Data files", "data"),
        ("Data notes", "notes"),
    ]
    found = [
        {"text": part[0], "href": relative(here, addresses.part(plan.id, part[1]))} for part in parts if part
    ]
    reports = [
        {"text": report.label, "href": relative(here, addresses.report(plan.id, report.id))}
        for report in reversed(plan.reports)
    ]
    return ({"title": "More on this plan", "links": found}, {"title": "Reports", "links": reports})
