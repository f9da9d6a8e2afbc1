"""What changed: each report against the one before and against earlier ones, and the latest of each plan."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.figures import of
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages import changes_parts, changes_records, sections
from ragsite.pages.changed import headline
from ragsite.pages.edition_links import edition_pager
from ragsite.pages.links import plan_links
from ragsite.pages.page import Page
from ragsite.pages.props import Props, breadcrumb, period, plan_name, shorten
from ragsite.pages.report import edition_period
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.changes import Changes, changes, earlier_reports, report_before
from ragsite.views.history import RULE
from ragsite.views.rollup import last_rated

FARTHEST = 12
"""How many reports back a pair of reports has its own page."""

FIRST = "This is the first report on this plan. There is nothing to compare it with."
NOTHING = "Nothing changed between the two reports."
NO_REPORT = "No report on this plan has been published yet."


def pages(public: PublicSite) -> Iterator[Page]:
    """For each plan: the latest changes, each report against the one before, and the pairs with earlier ones."""
    for plan in public.site.plans:
        yield _latest(plan)
        for report in plan.reports:
            found = changes(plan, report_before(plan, report), report)
            here = addresses.report_part(plan.id, report.id, "changes")
            yield _page(here, found, title=f"What changed in the report {report.label}")
            for earlier in earlier_reports(plan, report, at_most=FARTHEST)[1:]:
                yield _pair(changes(plan, earlier, report), earlier)


def _latest(plan: Plan) -> Page:
    here = addresses.part(plan.id, "changes")
    if plan.latest is None:
        return _none(here, plan)
    found = changes(plan, report_before(plan, plan.latest), plan.latest)
    return _page(here, found, title="What changed most recently")


def _none(here: str, plan: Plan) -> Page:
    return Page(
        path=here,
        template="pages/changes.html",
        title=f"What changed – {plan_name(plan)}",
        description=NO_REPORT,
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(plan_name(plan), addresses.plan(plan.id))], last="What changed"),
        period=period(plan, None),
        hero={"title": "What changed", "lede": NO_REPORT},
        links=(plan_links(here, plan),),
        props={"sections": [], "closing": [], "pager": None},
    )


def _pair(found: Changes, earlier: Report) -> Page:
    here = addresses.changes_since(found.plan.id, found.after.id, earlier.id)
    return _page(here, found, title=f"What changed from {earlier.label} to {found.after.label}")


def _page(here: str, found: Changes, *, title: str) -> Page:
    plan, report = found.plan, found.after
    shown, closing = _sections(here, found), _closing(plan, report)
    is_latest = here == addresses.part(plan.id, "changes")
    trail = [(plan_name(plan), addresses.plan(plan.id))]
    edition = [] if is_latest else [(report.label, addresses.report(plan.id, report.id))]
    return Page(
        path=here,
        template="pages/changes.html",
        title=f"{title} – {plan_name(plan)}",
        description=shorten(f"{plan_name(plan)}. {title}: {lede(found)}", 155),
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [*trail, *edition], last=_last(found, is_latest=is_latest)),
        period=period(plan, report) if is_latest else edition_period(plan, report),
        hero={
            "title": title,
            "ref": {"strong": plan.facts.organisation, "text": f"– {plan.facts.title}"},
            "lede": lede(found),
            "facts": [*_facts(here, found), *(_last_ratings(here, plan) if is_latest else [])],
        },
        on_this_page=sections.contents([*shown, *closing]),
        links=(*_comparisons(here, plan, report), plan_links(here, plan)),
        props={
            "sections": shown,
            "closing": closing,
            "pager": edition_pager(here, plan, report, part="changes", noun="Changes"),
        },
    )


def _last(found: Changes, *, is_latest: bool) -> str:
    is_next = found.before is None or found.before is report_before(found.plan, found.after)
    return "What changed" if is_latest or is_next else f"Since {found.before.label if found.before else ''}"


def lede(found: Changes) -> str:
    """What the ratings did, in a sentence or two; for a first report, that there is nothing to compare."""
    if found.before is None:
        return FIRST
    said = NOTHING if found.is_empty else headline(found)
    return said or "No item is rated in these reports."


def _facts(here: str, found: Changes) -> list[Props]:
    plan, report = found.plan, found.after
    link = {"value": report.label, "href": relative(here, addresses.report(plan.id, report.id))}
    if found.before is None:
        return [{"label": "Report", **link}]
    before = relative(here, addresses.report(plan.id, found.before.id))
    told = found.measures
    measured = "Cannot be told" if told.why else of(len(told.moved), told.total) if told.moved else "None"
    return [
        {"label": "From the report", "value": found.before.label, "href": before},
        {"label": "To the report", **link},
        {"label": "Due dates changed", "value": _number(len(found.dates)), "href": "#dates"},
        {"label": "Measures moved", "value": measured, "href": "#measures"},
        {"label": "Items with new evidence", "value": _number(len(found.evidence)), "href": "#evidence"},
        {"label": "Items joined, and left", "value": _joined(found), "href": "#items"},
    ]


def _last_ratings(here: str, plan: Plan) -> list[Props]:
    """Where the latest report has no ratings: the report that has the last ones."""
    rated = last_rated(plan)
    if rated is None or rated is plan.latest:
        return []
    href = relative(here, addresses.report_part(plan.id, rated.id, "changes"))
    return [{"label": "Last report with ratings", "value": rated.label, "href": href}]


def _number(number: int) -> str:
    return str(number) if number else "None"


def _joined(found: Changes) -> str:
    joined, left = len(found.tree.joined), len(found.tree.left)
    return f"{joined} joined, {left} left" if joined or left else "None"


def _sections(here: str, found: Changes) -> list[Props]:
    if found.before is None:
        stated = changes_parts.stated(here, found)
        return [stated] if stated else []
    shown = [
        changes_parts.ratings(here, found),
        changes_records.dates(here, found),
        changes_records.measures(here, found),
        changes_records.evidence(here, found),
        changes_parts.items(here, found),
        changes_records.told(here, found),
        changes_records.corrections(here, found),
        changes_parts.counts(found),
    ]
    return [section for section in shown if section]


def _closing(plan: Plan, report: Report) -> list[Props]:
    """How the comparison is made, what the ratings mean, and where the facts come from."""
    ways = [
        RULE,
        "A rating that is new, or gone, is neither better nor worse. Not rated is no rating at all.",
        "Only items that are in both reports are compared. Those that joined or left are listed.",
        "A measure counts with the latest value whose period had ended by the date of the report.",
    ]
    how = {"part": "passages", "id": "how", "title": "How this is compared", "passages": ways}
    return [how, sections.meanings(plan, plan.scale_of(report)), sections.sources(plan, [])]


def _comparisons(here: str, plan: Plan, report: Report) -> tuple[Props, ...]:
    """Links to the comparisons with every earlier report that has a page."""
    earlier = earlier_reports(plan, report, at_most=FARTHEST)
    if not earlier:
        return ()
    found = [
        (f"Since {one.label}", _address(plan, report, earlier=one, is_next=place == 0))
        for place, one in enumerate(earlier)
    ]
    links = [
        {"text": text, "href": relative(here, address), "current": "page" if address == here else None}
        for text, address in found
    ]
    return ({"title": f"The report {report.label}", "links": links},)


def _address(plan: Plan, report: Report, *, earlier: Report, is_next: bool) -> str:
    if is_next:
        return addresses.report_part(plan.id, report.id, "changes")
    return addresses.changes_since(plan.id, report.id, earlier.id)
