"""Links that several pages need: to items in a cell or a sentence, and to the other pages of a plan."""

from collections.abc import Iterable

from markupsafe import Markup

from ragsite import addresses
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.pages.props import Props, ref_words
from ragsite.render import relative
from ragsite.views.recommendations import has_recommendations

COMMA = Markup(", ")
PLAN_PARTS = (
    ("What changed", "changes"),
    ("Off track", "exceptions"),
    ("Timeline and due dates", "timeline"),
    ("Who answers for what", "owners"),
    ("Recommendation index", "recommendations"),
    ("Measures", "measures"),
    ("Evidence", "evidence"),
    ("Data files", "data"),
    ("Data notes", "notes"),
)


def joined(links: Iterable[tuple[str, str]], *, by: Markup = COMMA) -> Markup:
    """Links (text, href) in one line, with commas (or `by`) between."""
    return by.join(Markup('<a href="{}">{}</a>').format(href, text) for text, href in links)


def item_name(plan: Plan, item: Item) -> str:
    """An item's level and reference, or its title where it prints no reference."""
    return ref_words(plan, item).rstrip(".") if item.ref else item.title


def numbered_title(item: Item) -> str:
    """An item's reference, where one is printed, and its title: `2. Management oversight`."""
    return f"{item.ref.rstrip('.')}. {item.title}" if item.ref else item.title


def item_links(here: str, plan: Plan, items: Iterable[Item]) -> list[tuple[str, str]]:
    """Text and href for each item: `Action 4.1`."""
    return [(item_name(plan, item), relative(here, addresses.item(plan.id, item.id))) for item in items]


def items_in_line(here: str, plan: Plan, items: Iterable[Item]) -> Markup:
    """Links to items by level and reference: `Action 4.1, Action 4.2`."""
    return joined(item_links(here, plan, items))


def items_in_cell(here: str, plan: Plan, items: Iterable[Item]) -> Markup:
    """Links to items, one on each line."""
    return joined(item_links(here, plan, items), by=Markup("<br>"))


def items_of(plan: Plan, names: Iterable[str]) -> list[Item]:
    """The items with these ids, in the order given; ids of no item are passed over."""
    return [plan.item_by_id[name] for name in names if name in plan.item_by_id]


def parts_of(plan: Plan) -> list[tuple[str, str]]:
    """The pages that a plan has beside its own, as name and address part; no index where nothing is answered."""
    return [(text, name) for text, name in PLAN_PARTS if name != "recommendations" or has_recommendations(plan)]


def across(plan: Plan) -> list[tuple[str, str]]:
    """Of these, the pages that look at all items in one way: by date, by owner, by recommendation."""
    return [part for part in parts_of(plan) if part[1] in ("timeline", "owners", "recommendations")]


def plan_links(here: str, plan: Plan) -> Props:
    """The other pages of a plan, for the side of the page; the page itself is marked."""
    pages = [("The plan at a glance", addresses.plan(plan.id))]
    pages += [(text, addresses.part(plan.id, name)) for text, name in parts_of(plan)]
    links = [
        {"text": text, "href": relative(here, address), "current": "page" if address == here else None}
        for text, address in pages
    ]
    return {"title": "This plan", "links": links}
