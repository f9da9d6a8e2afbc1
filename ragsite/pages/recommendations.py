"""The recommendation index of a plan: which items answer which recommendation, and what is left unanswered."""

from collections.abc import Iterator, Sequence

from ragsite import addresses
from ragsite.figures import of, plural, words
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.pages.item_list import item_list, placed_cell
from ragsite.pages.item_parts import ONLY_NUMBER
from ragsite.pages.links import plan_links
from ragsite.pages.page import Page
from ragsite.pages.props import (
    Props,
    breadcrumb,
    data_notes,
    full_title,
    period,
    plan_name,
    short_source_lines,
    shorten,
)
from ragsite.pages.sections import contents, meanings, sources
from ragsite.pages.tree import Scene, latest_scene, owners_column
from ragsite.publish import PublicSite
from ragsite.render import relative, slug
from ragsite.views.recommendations import Answered, Index, Silent, Target, recommendations
from ragsite.views.rollup import last_rated

NOBODY = "No item of the plan says that it answers this."


def pages(public: PublicSite) -> Iterator[Page]:
    """One index for each plan that names recommendations, or whose items answer something."""
    for plan in public.site.plans:
        found = recommendations(plan)
        if found is not None:
            yield _page(plan, found)


def _page(plan: Plan, found: Index) -> Page:
    here = addresses.part(plan.id, "recommendations")
    scene = latest_scene(here, plan, last_rated(plan))
    entries = [_entry(scene, one) for one in found.entries]
    sections = [
        *(_silent(scene, one) for one in found.silent if one.items),
        meanings(plan, plan.scale_of(scene.rated or plan.latest)) if plan.latest else None,
        sources(plan, [one.target.source for one in found.entries]),
    ]
    shown = [section for section in sections if section is not None]
    index = {"id": "index", "title": "Every recommendation and what answers it"}
    return Page(
        path=here,
        template="pages/recommendations.html",
        title=f"Recommendation index – {plan_name(plan)}",
        description=f"Which items of {plan_name(plan)} answer which recommendation, and which nobody answers.",
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(plan_name(plan), addresses.plan(plan.id))], last="Recommendation index"),
        period=period(plan, plan.latest),
        hero={
            "title": "Recommendation index",
            "ref": {"strong": plan.facts.organisation, "text": plan.facts.title},
            "lede": _lede(found),
        },
        on_this_page=contents([index, *shown]),
        links=(plan_links(here, plan),),
        props={"index": {**index, "lede": _unanswered(plan, found), "entries": entries}, "sections": shown},
    )


def _lede(found: Index) -> str:
    total = len(found.entries)
    answered = total - len(found.unanswered)
    silent = [f"{of(len(one.items), one.total)} {one.kind.plural.lower()}" for one in found.silent if one.items]
    first = f"{of(answered, total)} recommendations {'is' if answered == 1 else 'are'} answered by the plan's items."
    return f"{first} {words(silent)} answer none." if silent else first


def _unanswered(plan: Plan, found: Index) -> str:
    if not found.unanswered:
        return "Recommendations that nobody answers: None."
    names = words([_name(plan, one) for one in found.unanswered])
    return f"Recommendations that nobody answers: {names}."


def _name(plan: Plan, target: Target) -> str:
    """A recommendation by its reference; by the start of its text where several share one reference."""
    if isinstance(target, Item):
        return full_title(plan, target)
    title, _ = _heading(plan, target)
    return title if title == target.ref else f"“{shorten(title)}”"


def _entry(scene: Scene, one: Answered) -> Props:
    plan, target = scene.plan, one.target
    title, text = _heading(plan, target)
    return {
        "id": f"recommendation-{slug(target.id)}",
        "title": title,
        "href": relative(scene.here, addresses.item(plan.id, target.id)) if isinstance(target, Item) else None,
        "text": text,
        "notes": [] if isinstance(target, Item) else data_notes(plan, target.notes),
        "sources": short_source_lines(plan, [target.source]),
        "table": _answering(scene, one.items, title),
        "missing": None if one.items else NOBODY,
    }


def _heading(plan: Plan, target: Target) -> tuple[str, str]:
    """Heading and words of a recommendation: its reference and text; its text where others share the reference."""
    if isinstance(target, Item):
        return full_title(plan, target), "An item of this plan"
    if target.text is None:
        return target.ref, ONLY_NUMBER
    refs = [one.ref for one in plan.facts.inspection_recommendations]
    return (target.ref, target.text) if refs.count(target.ref) == 1 else (target.text, f"Printed as “{target.ref}”.")


def _answering(scene: Scene, items: Sequence[Item], text: str) -> Props | None:
    if not items:
        return None
    column = owners_column(scene.plan, items)
    listed = item_list(scene, items, caption=f"What answers: {shorten(text)}", more=[column] if column else [])
    return {**listed, "note": None, "dense": True}


def _silent(scene: Scene, one: Silent) -> Props:
    kinds = one.kind.plural
    return {
        "part": "table",
        "id": f"none-{one.kind.slug}",
        "title": f"{kinds} that answer none",
        "lede": f"{plural(len(one.items), one.kind.kind.lower(), kinds.lower())} of {one.total}, "
        "counting also what stands above and below them.",
        "table": {
            "caption": f"{kinds} that answer no recommendation",
            "columns": [one.kind.kind],
            "rows": [[placed_cell(scene.here, scene.plan, item)] for item in one.items],
            "dense": True,
        },
    }
