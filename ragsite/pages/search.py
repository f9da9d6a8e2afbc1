"""The search page: a form whose address can be shared, results by script, and lists that need none."""

from collections.abc import Iterator, Sequence

from ragsite import addresses
from ragsite.figures import plural
from ragsite.model.plan import Plan
from ragsite.pages.breadth import are_many
from ragsite.pages.filters import choices
from ragsite.pages.links import numbered_title
from ragsite.pages.lists import list_links, listings
from ragsite.pages.page import Page
from ragsite.pages.props import Props, breadcrumb, plan_name
from ragsite.publish import PublicSite
from ragsite.render import relative

SCRIPT = "/js/search.js"
NAMED = 1000
"""Up to how many items and measures of all plans are named here, from A to Z."""

INDEX = "/pagefind/pagefind.js"
"""Made from the built pages; a preview does without."""


def pages(public: PublicSite) -> Iterator[Page]:
    """The one search page."""
    here = addresses.SEARCH
    yield Page(
        path=here,
        template="pages/search.html",
        title="Search",
        description="Search every plan, item, measure and piece of evidence, or look through the lists.",
        breadcrumb=breadcrumb(here, (), last="Search"),
        hero={"title": "Search"},
        props={
            "action": relative(here, here),
            "script_href": relative(here, SCRIPT),
            "index_href": relative(here, INDEX),
            "filters": choices(public),
            "plans": _plans(here, public.site.plans),
            "are_named": _are_named(public.site.plans),
        },
        is_searchable=False,
    )


def _plans(here: str, plans: Sequence[Plan]) -> list[Props]:
    """The plans with the lists made for each; where there are many plans, these stand on the plans' own pages."""
    if are_many(plans):
        return [_plan(here, plan) for plan in plans]
    if not _are_named(plans):
        return [{**_plan(here, plan), "lists": list_links(here, plan, listings(plan))} for plan in plans]
    return [_list(here, plan) for plan in plans]


def _are_named(plans: Sequence[Plan]) -> bool:
    """Whether every item and measure is named here."""
    return not are_many(plans) and sum(len(plan.items) + len(plan.measures) for plan in plans) <= NAMED


def _plan(here: str, plan: Plan) -> Props:
    return {
        "name": plan_name(plan),
        "href": relative(here, addresses.plan(plan.id)),
        "lists": [],
        "summary": f"{plan_name(plan)}: {_counted(plan)}",
    }


def _counted(plan: Plan) -> str:
    counts = plural(len(plan.items), "item", "items"), plural(len(plan.measures), "measure", "measures")
    return ", ".join(counts)


def _list(here: str, plan: Plan) -> Props:
    """Every item and measure of a plan from A to Z, with as few words as tell them apart."""
    items = [(item.title, numbered_title(item), addresses.item(plan.id, item.id)) for item in plan.items]
    measures = [(one.name, one.name, addresses.measure(plan.id, one.id)) for one in plan.measures]
    return {
        **_plan(here, plan),
        "lists": list_links(here, plan, listings(plan)),
        "items": _sorted(here, items),
        "measures": _sorted(here, measures),
    }


def _sorted(here: str, entries: list[tuple[str, str, str]]) -> list[Props]:
    ordered = sorted(entries, key=lambda entry: (entry[0].casefold(), entry[2]))
    return [{"text": text, "href": relative(here, address)} for _, text, address in ordered]
