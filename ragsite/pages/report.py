"""A report's page: a frozen edition with exactly what was said then, and nothing that came later."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.pages import corrections, sections
from ragsite.pages.changed import changed
from ragsite.pages.edition import edition_table, item_anchor
from ragsite.pages.filters import REPORT
from ragsite.pages.page import Page
from ragsite.pages.plan import links
from ragsite.pages.props import (
    Props,
    as_at_words,
    badge,
    breadcrumb,
    date_fact,
    full_title,
    next_report_words,
    passage_sources,
    plan_name,
    short_source_lines,
    shorten,
    source_lines,
    texts,
)
from ragsite.pages.sections import titled
from ragsite.pages.tallies import tally
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.rollup import roll_up
from ragsite.views.telling import says_something
from ragsite.views.verdict import report_verdict


def pages(public: PublicSite) -> Iterator[Page]:
    """One page for each report of each plan, oldest first."""
    for plan in public.site.plans:
        for report in plan.reports:
            yield _page(plan, report)


def _page(plan: Plan, report: Report) -> Page:
    here = addresses.report(plan.id, report.id)
    shown = _sections(plan, report, here)
    verdict = report_verdict(plan, report)
    return Page(
        path=here,
        template="pages/report.html",
        title=f"Report {report.label} – {plan_name(plan)}",
        description=shorten(f"{plan_name(plan)}. Report {report.label}. {verdict}", 155),
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(plan_name(plan), addresses.plan(plan.id))], last=report.label),
        period=edition_period(plan, report),
        hero={
            "title": f"Report: {report.label}",
            "ref": {"strong": plan.facts.organisation, "text": f"– {plan.facts.title}"},
            "lede": verdict,
            "facts": _facts(plan, report),
        },
        on_this_page=sections.contents(shown),
        links=(_told(plan, report, here), *links(plan, here)),
        props={"sections": shown, "pager": _pager(plan, report, here)},
        filters=REPORT,
    )


def _told(plan: Plan, report: Report, here: str) -> Props:
    """The pages that read this report for changes and by exception."""
    parts = [("What changed in it", "changes"), ("What is off track in it", "exceptions")]
    links = [
        {"text": text, "href": relative(here, addresses.report_part(plan.id, report.id, name))} for text, name in parts
    ]
    return {"title": "This report", "links": links}


def edition_period(plan: Plan, report: Report) -> Props:
    """Only the latest edition says what comes next; an earlier one knows nothing of it."""
    published = [f"Published {report.published.label}"] if report.published else []
    after = next_report_words(plan) if report is plan.latest else "Earlier report, kept as it was"
    return {"label": f"Report: {report.label}", "facts": [as_at_words(report), *published, after]}


def _facts(plan: Plan, report: Report) -> list[Props]:
    basis = f"Date {report.as_at.basis.value}." if report.as_at.date else None
    return [
        date_fact("Position at", report.as_at.date, note=basis),
        date_fact("Published", report.published),
        {"label": "Rating scale", "value": plan.scale_of(report).title, "href": "#meanings"},
    ]


def _sections(plan: Plan, report: Report, here: str) -> list[Props]:
    shown = [
        _summary(plan, report),
        {
            "part": "tallies",
            "id": "glance",
            "title": "Ratings at a glance",
            "tallies": [tally(one) for one in roll_up(plan, report)],
        },
        changed(here, plan, report),
        sections.statements(plan, report, here=here),
        sections.key_points(plan, report),
        _narrative(plan, report),
        edition_table(here, plan, report),
        _said(plan, report, here),
        corrections.of_report(plan, report),
        sections.meanings(plan, plan.scale_of(report)),
        sections.notes(plan, report.notes),
        sections.sources(plan, _lines(report)),
    ]
    return [section for section in shown if section is not None]


def _summary(plan: Plan, report: Report) -> Props | None:
    note = report.as_at.note
    dated = [{"title": "How its date is known", "text": note}] if note else []
    if not (report.summary or dated):
        return None
    return {
        "part": "passages",
        "id": "summary",
        "title": "What this report says",
        "passages": [*texts(report.summary), *dated],
        "sources": source_lines(plan, passage_sources(report.summary)),
    }


def _narrative(plan: Plan, report: Report) -> Props | None:
    if not report.sections:
        return None
    return {
        "part": "passages",
        "id": "narrative",
        "title": "More from the report",
        "passages": sections.narrative(plan, report.sections),
    }


def _said(plan: Plan, report: Report, here: str) -> Props | None:
    """What the report says of each item in words; items without words are in the table only."""
    entries = [
        _entry(plan, report, item, update=update, here=here)
        for item in plan.items
        if (update := plan.update(report, item)) and says_something(update)
    ]
    if not entries:
        return None
    silent = len(plan.items_in(report)) - sum(entry["is_counted"] for entry in entries)
    rest = f"It says nothing in words of the other {silent} that it rates or lists." if silent > 0 else ""
    return {
        "part": "said",
        "id": "said",
        "title": "What the report says of each item",
        "lede": rest or None,
        "entries": entries,
    }


def _entry(plan: Plan, report: Report, item: Item, *, update: Update, here: str) -> Props:
    rated = plan.rating(report, item)
    is_counted = plan.kind_by_id[item.id].rated or rated.is_rated
    prose = [
        *update.developments,
        *update.key_risks,
        *update.progress,
        *update.next_steps,
        *update.risks,
        *update.evaluation,
        *update.decision,
    ]
    return {
        "id": item_anchor(item),
        "title": full_title(plan, item),
        "href": relative(here, addresses.item(plan.id, item.id)),
        "badge": badge(rated.level) if is_counted else None,
        "counts": [f"Status word: “{update.status}”."] if update.status else [],
        "passages": [
            *titled("Key developments", update.developments),
            *titled("Key risks", update.key_risks),
            *titled("What has been done", update.progress),
            *titled("What happens next", update.next_steps),
            *titled("Risks", update.risks),
            *titled("What the report makes of it", update.evaluation),
            *titled("Decision needed", update.decision),
        ],
        "sources": short_source_lines(plan, [update.source, *passage_sources(prose)]),
        "is_counted": is_counted,
    }


def _lines(report: Report) -> list[str | None]:
    return [update.source for update in report.updates]


def _pager(plan: Plan, report: Report, here: str) -> Props:
    place = plan.reports.index(report)
    before = plan.reports[place - 1] if place else None
    after = plan.reports[place + 1] if place + 1 < len(plan.reports) else None
    return {
        "previous": _neighbour(plan, before, label="Earlier report", here=here),
        "next": _neighbour(plan, after, label="Later report", here=here),
        "label": "Earlier and later reports",
    }


def _neighbour(plan: Plan, report: Report | None, *, label: str, here: str) -> Props | None:
    if report is None:
        return None
    return {"label": label, "text": report.label, "href": relative(here, addresses.report(plan.id, report.id))}
