"""The timeline of a plan: its due dates by month, every one in a table, those that are not clear, and milestones."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.figures import of, plural
from ragsite.model.plan import Plan
from ragsite.pages.links import plan_links
from ragsite.pages.page import Page
from ragsite.pages.props import Props, as_at_words, breadcrumb, period, plan_name
from ragsite.pages.sections import contents, sources
from ragsite.pages.timeline_charts import items_chart, steps_chart
from ragsite.pages.timeline_tables import dates_table, steps_table, unclear_steps_table, unclear_table, undated_list
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.rollup import last_rated
from ragsite.views.timeline import State, Timeline, timeline

ONE_REPORT = "There is one report only, so it cannot be told whether any date has moved."
NONE_MOVED = "No report moves any of these dates."


def pages(public: PublicSite) -> Iterator[Page]:
    """One timeline for each plan, also for a plan that prints no date, which then says so."""
    for plan in public.site.plans:
        yield _page(plan)


def _page(plan: Plan) -> Page:
    here = addresses.part(plan.id, "timeline")
    found, rated = timeline(plan, plan.latest), _rated(plan)
    charts = [chart for chart in (items_chart(found), rated and items_chart(rated), steps_chart(found)) if chart]
    sections = [section for section in _sections(plan, found, rated, here) if section]
    return Page(
        path=here,
        template="pages/timeline.html",
        title=f"Timeline and due dates – {plan_name(plan)}",
        description=f"Every due date of {plan_name(plan)}: first and current date, moves, and what was overdue.",
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(plan_name(plan), addresses.plan(plan.id))], last="Timeline"),
        period=period(plan, plan.latest),
        hero={
            "title": "Timeline and due dates",
            "ref": {"strong": plan.facts.organisation, "text": plan.facts.title},
            "lede": lede(found, rated),
            "facts": _facts(rated or found, unclear=len(found.unclear)),
        },
        on_this_page=contents([*charts, *sections]),
        links=(plan_links(here, plan), _files(plan, here)),
        props={"charts": charts, "sections": sections},
    )


def _rated(plan: Plan) -> Timeline | None:
    """The dates as at the last report that rates anything, where that is not the latest report."""
    report = last_rated(plan)
    return None if report is None or report is plan.latest else timeline(plan, report)


def lede(found: Timeline, rated: Timeline | None = None) -> str:
    """How many items have a date, and how those dates stood in the latest report and in the last with ratings."""
    if not found.total:
        steps = len(found.steps) + len(found.unclear_steps)
        rest = f" It gives dates for {plural(steps, 'milestone', 'milestones')}." if steps else ""
        return f"The source prints no due date for any item of this plan.{rest}"
    first = f"{of(found.total, found.total + len(found.undated))} items have a due date."
    if found.report is None:
        return f"{first} There is no report yet, so nothing can be told of them."
    said = [first, *([standing(rated)] if rated else []), standing(found), moves_words(found.plan, found)]
    return " ".join(said)


def standing(found: Timeline) -> str:
    """How many dates were known to be overdue as at a report, and of how many that cannot be told."""
    report, missed, unknown = found.report, found.number(State.MISSED), found.number(State.UNKNOWN)
    as_at = report.as_at.date if report else None
    when = f"As at {as_at.label}" if as_at else f"In the report {report.label}" if report else "Now"
    total = len(found.dated)
    if unknown and not missed:
        return f"{when}, it cannot be told for {of(unknown, total)} whether they were late."
    rest = f" Of {unknown} more it cannot be told." if unknown else ""
    return f"{when}, {of(missed, total) if missed else 'none'} {'was' if missed < 2 else 'were'} overdue.{rest}"


def moves_words(plan: Plan, found: Timeline) -> str:
    """How many dates have moved; whether that can be told at all."""
    if found.moved:
        number = len(found.moved)
        return f"{of(number, found.total)} dates {'has' if number == 1 else 'have'} moved."
    return ONE_REPORT if len(plan.reports) < 2 else NONE_MOVED


def _facts(found: Timeline, *, unclear: int) -> list[Props]:
    """The dates counted as at the report that tells most: the latest, or the last with ratings."""
    if not found.dated:
        return []
    total, told = len(found.dated), [State.DONE, State.MISSED, State.AHEAD, State.UNKNOWN]
    note = as_at_words(found.report) if found.report else None
    counted = [
        {"label": _LABELS[state], "value": of(found.number(state), total), "note": note}
        for state in told
        if found.number(state)
    ]
    odd = {"label": "Dates that are not clear", "value": of(unclear, found.total), "href": "#unclear"}
    return [*counted, *([odd] if unclear else [])]


_LABELS = {
    State.DONE: "Finished, by the rating",
    State.MISSED: "Overdue",
    State.AHEAD: "Not yet due",
    State.UNKNOWN: "Cannot be told",
}


def _sections(plan: Plan, found: Timeline, rated: Timeline | None, here: str) -> list[Props | None]:
    return [
        dates_table(found, rated, here=here),
        unclear_table(found, here=here),
        undated_list(found, here=here),
        steps_table(found, here=here),
        unclear_steps_table(found, here=here),
        sources(plan, [one.item.source for one in (*found.dated, *found.unclear)]),
    ]


def _files(plan: Plan, here: str) -> Props:
    files = [{"text": "All due dates (CSV)", "href": relative(here, addresses.data(plan.id, "dates.csv"))}]
    return {"title": "Use these dates", "links": files}

