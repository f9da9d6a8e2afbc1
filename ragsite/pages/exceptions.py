"""The report by exception: what is off track and why, what improved, and what cannot be told, for each report."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.figures import of
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages import exceptions_parts, sections
from ragsite.pages.edition_links import edition_pager
from ragsite.pages.links import plan_links
from ragsite.pages.page import Page
from ragsite.pages.props import Props, breadcrumb, period, plan_name, shorten
from ragsite.pages.report import edition_period
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.exceptions import Exceptions, exceptions
from ragsite.views.rollup import last_rated

NO_REPORT = "No report on this plan has been published yet."


def pages(public: PublicSite) -> Iterator[Page]:
    """For each plan: the latest exceptions, and those of each report."""
    for plan in public.site.plans:
        latest = addresses.part(plan.id, "exceptions")
        if plan.latest is None:
            yield _none(latest, plan)
        for report in plan.reports:
            found = exceptions(plan, report)
            here = addresses.report_part(plan.id, report.id, "exceptions")
            yield _page(here, found, title=f"Off track in the report {report.label}")
            if report is plan.latest:
                yield _page(latest, found, title="What is off track")


def _none(here: str, plan: Plan) -> Page:
    return Page(
        path=here,
        template="pages/exceptions.html",
        title=f"What is off track – {plan_name(plan)}",
        description=NO_REPORT,
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(plan_name(plan), addresses.plan(plan.id))], last="Off track"),
        period=period(plan, None),
        hero={"title": "What is off track", "lede": NO_REPORT},
        links=(plan_links(here, plan),),
        props={"parts": None, "closing": [], "pager": None},
    )


def _page(here: str, found: Exceptions, *, title: str) -> Page:
    plan, report = found.plan, found.report
    is_latest = here == addresses.part(plan.id, "exceptions")
    parts, closing = exceptions_parts.parts(here, found), _closing(plan, report)
    trail = [(plan_name(plan), addresses.plan(plan.id))]
    edition = [] if is_latest else [(report.label, addresses.report(plan.id, report.id))]
    return Page(
        path=here,
        template="pages/exceptions.html",
        title=f"{title} – {plan_name(plan)}",
        description=shorten(f"{plan_name(plan)}. {title}: {exceptions_parts.lede(found)}", 155),
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [*trail, *edition], last="Off track"),
        period=period(plan, report) if is_latest else edition_period(plan, report),
        hero={
            "title": title,
            "ref": {"strong": plan.facts.organisation, "text": f"– {plan.facts.title}"},
            "lede": exceptions_parts.lede(found),
            "facts": _facts(here, found, is_latest=is_latest),
        },
        on_this_page=sections.contents([*(part for part in parts.values() if part), *closing]),
        links=(_edition(here, plan, report), plan_links(here, plan)),
        props={
            "parts": parts,
            "closing": closing,
            "pager": edition_pager(here, plan, report, part="exceptions", noun="Off track"),
        },
    )


def _facts(here: str, found: Exceptions, *, is_latest: bool) -> list[Props]:
    plan, report = found.plan, found.report
    edition = relative(here, addresses.report(plan.id, report.id))
    facts: list[Props] = [
        {"label": "Report", "value": report.label, "href": edition},
        {"label": "Listed", "value": of(len(found.listed), found.total), "href": "#listed", "note": "items"},
        {"label": "Got better", "value": exceptions_parts.improved_words(found), "href": "#improved"},
    ]
    rated = last_rated(plan)
    if is_latest and rated is not None and rated is not plan.latest:
        href = relative(here, addresses.report_part(plan.id, rated.id, "exceptions"))
        facts.append({"label": "Last report with ratings", "value": rated.label, "href": href})
    return facts


def _edition(here: str, plan: Plan, report: Report) -> Props:
    pages = [
        ("The report itself", addresses.report(plan.id, report.id)),
        ("What changed in it", addresses.report_part(plan.id, report.id, "changes")),
    ]
    links = [{"text": text, "href": relative(here, address)} for text, address in pages]
    return {"title": f"The report {report.label}", "links": links}


def _closing(plan: Plan, report: Report) -> list[Props]:
    return [sections.meanings(plan, plan.scale_of(report)), sections.sources(plan, [])]
