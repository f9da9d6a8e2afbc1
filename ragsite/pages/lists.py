"""Lists of a plan's items made beforehand: one for each rating, not rated, overdue, and changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ragsite import addresses
from ragsite.figures import of, words
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.scales import Level
from ragsite.pages import sections
from ragsite.pages.item_list import item_list, placed_cell
from ragsite.pages.links import plan_links
from ragsite.pages.page import Page
from ragsite.pages.props import Props, as_at_words, breadcrumb, period, plan_name, shorten
from ragsite.pages.tree import Scene, owners_column
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.ledger import ledger
from ragsite.views.rollup import Rollup, roll_up
from ragsite.views.selection import Selection, select
from ragsite.views.verdict import meaning

OVERDUE, CHANGED, NOT_RATED = "overdue", "changed", "not-rated"
FIXED = (OVERDUE, CHANGED, NOT_RATED)
MANY = 20
"""From how many rows on a table is set closely, and what cannot be told is folded."""
NEITHER = "Not rated is neither good nor bad."
NEVER = "The latest report is the first, so nothing can be compared with it."


@dataclass(frozen=True)
class Listing:
    """One list: its name in the address, its title, what it says in a sentence or two, and its items."""

    name: str
    title: str
    words: str
    chosen: Selection | None

    @property
    def count(self) -> str:
        """How many items, of how many; or why there is nothing to count."""
        if self.chosen is None:
            return "first report"
        return of(len(self.chosen.items), self.chosen.total) if self.chosen.total else "no due dates"


def pages(public: PublicSite) -> Iterator[Page]:
    """Every list of every plan; a list without items is there too, and says so."""
    for plan in public.site.plans:
        found = listings(plan)
        for one in found:
            yield _page(plan, one, among=found)


def listings(plan: Plan) -> tuple[Listing, ...]:
    """The lists of a plan in the order in which they are offered; none while it has no report."""
    chosen = select(plan)
    if chosen is None:
        return ()
    rated = [
        Listing(_name(level), f"Rated {level.full_label}", _rated(plan, one, level), one)
        for level, one in chosen.ratings
    ]
    return (
        *rated,
        Listing(NOT_RATED, "Not rated", f"{_rated(plan, chosen.not_rated, None)} {NEITHER}", chosen.not_rated),
        Listing(OVERDUE, "Overdue", overdue_words(chosen.overdue), chosen.overdue),
        Listing(CHANGED, "Changed since the report before", _changed(chosen.changed), chosen.changed),
    )


def list_links(here: str, plan: Plan, found: Sequence[Listing]) -> list[Props]:
    """Links to the lists of a plan with how many items each holds; the page itself is marked."""
    return [
        {
            "text": f"{one.title} ({one.count})",
            "href": relative(here, address),
            "current": "page" if address == here else None,
        }
        for one in found
        for address in [addresses.listing(plan.id, one.name)]
    ]


def _name(level: Level) -> str:
    return f"rated-{level.id}" if level.id.lower() in FIXED else level.id


def _rated(plan: Plan, chosen: Selection, level: Level | None) -> str:
    """`9 of 11 recommendations are rated Green in the report September 2017, which here means …`"""
    rollups = roll_up(plan, chosen.report)
    said = words([_of_kind(one, level) for one in rollups])
    verb = "is" if len(rollups) == 1 and rollups[0].number(level) == 1 else "are"
    first = f"In the report {chosen.report.label}, {said} {verb} {f'rated {level.label}' if level else 'not rated'}"
    return first + (meaning(rollups[0], [level]) if level and rollups else ".")


def _of_kind(rollup: Rollup, level: Level | None) -> str:
    return f"{of(rollup.number(level), rollup.total)} {rollup.kind.plural.lower()}"


def overdue_words(chosen: Selection) -> str:
    """How many items are overdue, of how many that have a due date, and for how many that cannot be told."""
    if not chosen.total:
        return f"The report {chosen.report.label} has no due date for any item, so nothing can be told overdue."
    late, untold = len(chosen.items), len(chosen.untold)
    first = f"{of(late, chosen.total)} items with a due date {'is' if late == 1 else 'are'} overdue as at the report"
    rest = f" For {untold} that cannot be told." if untold else ""
    return f"{first} {chosen.report.label}.{rest}"


def _changed(chosen: Selection | None) -> str:
    if chosen is None:
        return NEVER
    number = len(chosen.items)
    first = f"Of {chosen.total} items, {number or 'none'} {'has' if number == 1 else 'have'} changed in the report"
    rest = f" For {len(chosen.untold)} the rating cannot be compared." if chosen.untold else ""
    return f"{first} {chosen.report.label}: rating, date, evidence, words or place in the plan.{rest}"


def _page(plan: Plan, one: Listing, *, among: Sequence[Listing]) -> Page:
    here, report = addresses.listing(plan.id, one.name), one.chosen.report if one.chosen else plan.latest
    shown = [section for section in _sections(here, plan, one) if section]
    return Page(
        path=here,
        template="pages/list.html",
        title=f"{one.title} – list of items – {plan_name(plan)}",
        description=shorten(f"{plan_name(plan)}. {one.words}", 155),
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(plan_name(plan), addresses.plan(plan.id))], last=one.title),
        period=period(plan, report),
        hero={
            "title": one.title,
            "ref": {"strong": plan.facts.organisation, "text": f"– {plan.facts.title}"},
            "lede": one.words,
        },
        on_this_page=sections.contents(shown),
        links=({"title": "Lists of this plan", "links": list_links(here, plan, among)}, plan_links(here, plan)),
        props={"sections": shown},
    )


def _sections(here: str, plan: Plan, one: Listing) -> list[Props | None]:
    chosen = one.chosen
    if chosen is None:
        return [sections.sources(plan, [])]
    return [
        _items(here, plan, one, chosen),
        _reasons(plan, chosen) if one.name == NOT_RATED else None,
        _untold(here, plan, chosen) if one.name == OVERDUE else None,
        sections.meanings(plan, plan.scale_of(chosen.report)),
        sections.sources(plan, _lines(plan, chosen)),
    ]


def _items(here: str, plan: Plan, one: Listing, chosen: Selection) -> Props:
    scene = Scene(here, plan, chosen.report, None)
    answering = owners_column(plan, chosen.items)
    title = f"{of(len(chosen.items), chosen.total)} items"
    table = item_list(scene, chosen.items, caption=f"{one.title}: {title}", more=[answering] if answering else [])
    return {
        "part": "table",
        "id": "items",
        "title": title,
        "lede": f"{as_at_words(chosen.report)}.",
        "table": {**table, "dense": len(chosen.items) > MANY},
    }


def _reasons(plan: Plan, chosen: Selection) -> Props | None:
    rows = [
        [reason or "The source gives no reason.", of(number, rollup.total), rollup.kind.plural]
        for rollup in roll_up(plan, chosen.report)
        for reason, number in rollup.reasons
    ]
    columns = ["Reason", {"text": "Number", "numeric": True}, "Of the"]
    table = {"caption": "Why items are not rated", "columns": columns, "rows": rows}
    return {"part": "table", "id": "reasons", "title": "Why they are not rated", "table": table} if rows else None


def _untold(here: str, plan: Plan, chosen: Selection) -> Props | None:
    if not chosen.untold:
        return None
    return {
        "part": "table",
        "id": "untold",
        "title": "Where it cannot be told",
        "table": {
            "caption": "Items with a due date of which it cannot be told whether they are overdue, and why",
            "columns": ["Title", "Due", "Why it cannot be told"],
            "rows": [_why(here, plan, item, chosen) for item in chosen.untold],
            "dense": True,
            "fold": f"Show all {len(chosen.untold)}" if len(chosen.untold) > MANY else None,
        },
    }


def _why(here: str, plan: Plan, item: Item, chosen: Selection) -> list[object]:
    dates = ledger(plan, item)
    entry = dates.entry_in(chosen.report)
    return [placed_cell(here, plan, item), entry.due.label if entry else "", dates.overdue(chosen.report).words]


def _lines(plan: Plan, chosen: Selection) -> list[str | None]:
    updates = [plan.update(chosen.report, item) for item in chosen.items]
    return [update.source for update in updates if update]
