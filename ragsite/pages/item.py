"""The page of one item: where it stands, what the plan asks, what was said, dates, measures, evidence."""

from collections.abc import Iterator
from dataclasses import dataclass

from ragsite import addresses
from ragsite.figures import words
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.site import Site
from ragsite.pages import (
    apart,
    corrections,
    findings,
    item_duration,
    item_measures,
    item_parts,
    item_records,
    item_status,
    sections,
)
from ragsite.pages.filters import item_filters
from ragsite.pages.links import across, item_name, numbered_title
from ragsite.pages.page import Page
from ragsite.pages.props import Props, breadcrumb, period, plan_name, ref_words, shorten
from ragsite.pages.sharing import item_card
from ragsite.pages.tree import item_table, latest_scene
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.evidence import Register, register
from ragsite.views.rollup import last_rated
from ragsite.views.topics import topics_of

DESCRIPTION_LENGTH = 155


@dataclass(frozen=True)
class Surroundings:
    """What all item pages of one plan share, worked out once."""

    site: Site
    plan: Plan
    register: Register
    across: tuple[tuple[str, str], ...]
    rated: Report | None
    titles: dict[str, str]
    neighbours: dict[str, tuple[Item | None, Item | None]]
    found: findings.ByItem


def pages(public: PublicSite) -> Iterator[Page]:
    """One page for every item of every plan, in the order of the source."""
    for plan in public.site.plans:
        around = _surroundings(public, plan)
        for item in plan.items:
            yield _page(around, item)


def _surroundings(public: PublicSite, plan: Plan) -> Surroundings:
    return Surroundings(
        site=public.site,
        plan=plan,
        register=register(plan),
        across=tuple(across(plan)),
        rated=last_rated(plan),
        titles=_titles(plan),
        neighbours=_neighbours(plan),
        found=findings.on_ratings(plan, public.findings_on(plan)),
    )


def _titles(plan: Plan) -> dict[str, str]:
    """A title for each item that no other one of the plan has: with its parent's, or its id, where needed."""
    plain = {item.id: f"{ref_words(plan, item)}: {item.title}" for item in plan.items}
    longer = {
        item.id: f"{plain[item.id]} ({plan.parent_by_id[item.id].title})"
        if item.id in plan.parent_by_id
        else plain[item.id]
        for item in plan.items
    }
    marked = {name: f"{title} [{name}]" for name, title in longer.items()}
    once = _only_once(plain)
    twice = _only_once(longer)
    return {
        name: plain[name] if plain[name] in once else longer[name] if longer[name] in twice else marked[name]
        for name in plain
    }


def _only_once(titles: dict[str, str]) -> set[str]:
    seen: dict[str, int] = {}
    for title in titles.values():
        seen[title] = seen.get(title, 0) + 1
    return {title for title, number in seen.items() if number == 1}


def _neighbours(plan: Plan) -> dict[str, tuple[Item | None, Item | None]]:
    """The items before and after each one on its own level, across parents, in the order of the source."""
    levels: dict[str, list[Item]] = {}
    for item in plan.items:
        levels.setdefault(plan.kind_by_id[item.id].slug, []).append(item)
    found: dict[str, tuple[Item | None, Item | None]] = {}
    for level in levels.values():
        for place, item in enumerate(level):
            after = level[place + 1] if place + 1 < len(level) else None
            found[item.id] = (level[place - 1] if place else None, after)
    return found


def _page(around: Surroundings, item: Item) -> Page:
    plan = around.plan
    here = addresses.item(plan.id, item.id)
    shown = _sections(around, item, here)
    return Page(
        path=here,
        template="pages/item.html",
        title=f"{around.titles[item.id]} – {plan_name(plan)}",
        description=_description(plan, item),
        section=addresses.HOME,
        breadcrumb=_trail(plan, item, here),
        period=period(plan, plan.latest),
        hero=_hero(around, item, here),
        on_this_page=sections.contents(shown),
        links=_links(around, item, here),
        props={"sections": shown, "pager": _pager(around, item, here)},
        filters=item_filters(plan, item, rated=around.rated),
        card=item_card(plan, item),
    )


def _hero(around: Surroundings, item: Item, here: str) -> Props:
    pieces = len(around.register.evidence_of(item))
    hero = item_status.hero(around.plan, item, here=here, pieces=pieces)
    return findings.beside_rating(hero, around.plan, item, found=around.found, here=here)


def _description(plan: Plan, item: Item) -> str:
    said = item.text[0].text if item.text else item.title
    return shorten(f"{plan_name(plan)}. {ref_words(plan, item)}: {said}", DESCRIPTION_LENGTH)


def _trail(plan: Plan, item: Item, here: str) -> tuple[Props, ...]:
    above = [(item_name(plan, one), addresses.item(plan.id, one.id)) for one in plan.ancestors(item)]
    trail = [(plan_name(plan), addresses.plan(plan.id)), *above]
    return breadcrumb(here, trail, last=item_name(plan, item))


def _sections(around: Surroundings, item: Item, here: str) -> list[Props]:
    """Every section that has something to say, in reading order; each names the macro part that draws it."""
    plan = around.plan
    said = [
        apart.of_item(plan, item, rated=around.rated),
        item_parts.below(plan, item, rated=around.rated),
        item_parts.asks(plan, item, here=here),
        item_parts.lifecycle(plan, item, here=here),
        item_parts.stands(plan, item),
        item_parts.key_points(plan, item),
        item_records.milestones(item),
        _children(around, item, here),
        item_measures.measures(plan, item, here=here),
        item_records.dates(plan, item, here=here),
        item_duration.duration(plan, item, here=here),
        item_records.evidence(plan, item, register=around.register, here=here),
        corrections.of_item(plan, item),
        _notes(plan, item),
        sections.meanings(plan, plan.scale_of(plan.latest)) if plan.latest else None,
        _sources(plan, item),
    ]
    return [section for section in said if section is not None]


def _children(around: Surroundings, item: Item, here: str) -> Props | None:
    if not item.items:
        return None
    kinds = [around.plan.kind_by_id[one.id] for one in item.walk()][1:]
    title = words(list(dict.fromkeys(kind.plural.lower() for kind in kinds))).capitalize()
    caption = f"{title} of this {around.plan.kind_by_id[item.id].kind.lower()}"
    table = item_table(latest_scene(here, around.plan, around.rated), item.items, caption=caption)
    return {"part": "table", "id": "below", "title": title, "table": table}


def _notes(plan: Plan, item: Item) -> Props | None:
    said = [update for report in plan.reports if (update := plan.update(report, item))]
    return sections.notes(plan, [*item.notes, *(note for update in said for note in update.notes)])


def _sources(plan: Plan, item: Item) -> Props:
    said = [update.source for report in plan.reports if (update := plan.update(report, item))]
    return sections.sources(plan, [item.source, *said])


def _links(around: Surroundings, item: Item, here: str) -> tuple[Props, ...]:
    plan = around.plan
    reports = [
        {"text": report.label, "href": relative(here, addresses.report(plan.id, report.id))}
        for report in reversed(plan.reports)
    ]
    parts = [
        ("What changed", "changes"),
        ("Off track", "exceptions"),
        *around.across,
        ("Data files", "data"),
        ("Data notes of the plan", "notes"),
    ]
    files = [{"text": text, "href": relative(here, addresses.part(plan.id, name))} for text, name in parts]
    topics = [
        {"text": topic.title, "href": relative(here, addresses.topic(topic.id))}
        for topic in topics_of(around.site, item)
    ]
    shared = ({"title": "The same topic in all plans", "links": topics},) if topics else ()
    return ({"title": "Reports", "links": reports}, *shared, {"title": "Use this plan", "links": files})


def _pager(around: Surroundings, item: Item, here: str) -> Props:
    before, after = around.neighbours[item.id]
    kind = around.plan.kind_by_id[item.id]
    return {
        "previous": _neighbour(around.plan, before, label=f"Previous {kind.kind.lower()}", here=here),
        "next": _neighbour(around.plan, after, label=f"Next {kind.kind.lower()}", here=here),
        "label": kind.plural,
    }


def _neighbour(plan: Plan, item: Item | None, *, label: str, here: str) -> Props | None:
    if item is None:
        return None
    href = relative(here, addresses.item(plan.id, item.id))
    return {"label": label, "text": numbered_title(item), "href": href}


