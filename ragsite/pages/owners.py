"""Who answers for what: every role or name as the plan shows it, with its items by rating and date."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.figures import of, plural, words
from ragsite.model.facts import Owners
from ragsite.model.plan import Plan
from ragsite.pages.item_list import item_list, placed_cell
from ragsite.pages.links import item_name, plan_links
from ragsite.pages.page import Page
from ragsite.pages.props import Props, as_at_words, breadcrumb, owner_words, period, plan_name
from ragsite.pages.sections import contents, meanings, sources
from ragsite.pages.tallies import tally_words
from ragsite.pages.tree import Column, Scene, latest_scene, unrated_note
from ragsite.publish import PublicSite
from ragsite.render import relative, slug
from ragsite.views.owners import Holder, Orphan, Owning, owning
from ragsite.views.rollup import last_rated, roll_up_items

ROLES = "People are shown by their role where the source gives one, and by name where it gives only a name."
LISTED = "As the source prints them. Two spellings of one role are listed as two."
NAMES = "People are shown as the source names them."


def pages(public: PublicSite) -> Iterator[Page]:
    """One page for each plan, also where the source names nobody, which it then says."""
    for plan in public.site.plans:
        yield _page(plan)


def _page(plan: Plan) -> Page:
    here = addresses.part(plan.id, "owners")
    found, scene = owning(plan), latest_scene(here, plan, last_rated(plan))
    anchors, judged = _anchors(found), scene.rated or plan.latest
    counted = frozenset(item.id for item in plan.items_in(judged)) if judged else frozenset[str]()
    sections = [
        _counts(found, anchors, scene),
        *(_holder(scene, holder, anchors[holder.label], counted=counted) for holder in found.holders),
        _orphans(scene, found),
        meanings(plan, plan.scale_of(judged)) if judged else None,
        sources(plan, []),
    ]
    shown = [section for section in sections if section is not None]
    return Page(
        path=here,
        template="pages/owners.html",
        title=f"Who answers for what – {plan_name(plan)}",
        description=f"Who answers for each item of {plan_name(plan)}, by rating and date; items without an owner.",
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(plan_name(plan), addresses.plan(plan.id))], last="Owners"),
        period=period(plan, plan.latest),
        hero={
            "title": "Who answers for what",
            "ref": {"strong": plan.facts.organisation, "text": plan.facts.title},
            "lede": _lede(plan, found),
        },
        on_this_page=contents(section for section in shown if section["id"] not in set(anchors.values())),
        links=(plan_links(here, plan),),
        props={"sections": shown},
    )


def _anchors(found: Owning) -> dict[str, str]:
    """An id for each owner; the second of two that would have the same one gets its place as well."""
    made: dict[str, str] = {}
    for place, holder in enumerate(found.holders, 1):
        name = f"owner-{slug(holder.label)}"
        made[holder.label] = f"{name}-{place}" if name in made.values() else name
    return made


def _lede(plan: Plan, found: Owning) -> str:
    if not found.holders:
        return "The source names nobody who answers for any item of this plan."
    named = found.total - len(found.orphans)
    shown = NAMES if plan.facts.owners is Owners.NAMES else ROLES
    number = plural(len(found.holders), "role or name answers", "roles and names answer")
    return f"{number} for items of this plan. {of(named, found.total)} rated items name somebody. {shown}"


def _counts(found: Owning, anchors: dict[str, str], scene: Scene) -> Props | None:
    if not found.holders:
        return None
    has_dates = any(item.due for holder in found.holders for item in holder.items)
    undated = None if has_dates else "The source gives no due date for any of these items."
    unrated = unrated_note(scene, [item for holder in found.holders for item in holder.items])
    rows = [
        [
            {"text": holder.label, "href": f"#{anchors[holder.label]}"},
            len(holder.duties),
            words(list(dict.fromkeys(kind.value for duty in holder.duties for kind in duty.kinds))).capitalize(),
        ]
        for holder in found.holders
    ]
    return {
        "part": "table",
        "id": "owners",
        "title": "Owners from A to Z",
        "lede": " ".join(part for part in (LISTED, undated, unrated) if part),
        "table": {
            "caption": "Owners and how many items each answers for",
            "columns": ["Owner", {"text": "Items", "numeric": True}, "As"],
            "rows": rows,
            "dense": True,
        },
    }


def _holder(scene: Scene, holder: Holder, anchor: str, *, counted: frozenset[str]) -> Props:
    """One owner's items; `counted` are the items that the report rates or counts as not rated."""
    report = scene.rated or scene.plan.latest
    rated = [item for item in holder.items if item.id in counted]
    tallies = roll_up_items(scene.plan, report, rated) if report else ()
    said = "; ".join(f"{one.kind.plural}: {tally_words(one)}" for one in tallies)
    return {
        "part": "table",
        "id": anchor,
        "title": holder.label,
        "lede": f"{as_at_words(report)}. {said}." if report and said else None,
        "table": {
            **item_list(scene, holder.items, caption=f"What {holder.label} answers for", more=_as(holder)),
            "note": None,
            "dense": True,
        },
    }


def _as(holder: Holder) -> list[Column]:
    """Whether as lead or otherwise, where that differs; and who else, where anybody does."""
    kinds = [words([kind.value for kind in duty.kinds]).capitalize() for duty in holder.duties]
    others: list[object] = [
        owner_words(owner for owner in item.owners if owner.label != holder.label) or None for item in holder.items
    ]
    columns: list[Column] = [("As", list(kinds))] if len(set(kinds)) > 1 else []
    return [*columns, *([("Together with", others)] if any(others) else [])]


def _orphans(scene: Scene, found: Owning) -> Props | None:
    if not found.orphans or not found.holders:
        return None
    rows = [[placed_cell(scene.here, scene.plan, one.item), _above(scene, one)] for one in found.orphans]
    return {
        "part": "table",
        "id": "nobody",
        "title": "Items for which nobody is named",
        "lede": f"The source names nobody for {of(len(found.orphans), found.total)} rated items.",
        "table": {
            "caption": "Items for which nobody is named",
            "columns": ["Item", "Named for what it stands under"],
            "rows": rows,
            "dense": True,
        },
    }


def _above(scene: Scene, orphan: Orphan) -> object:
    if orphan.above is None:
        return {"missing": "Nobody"}
    return {
        "text": item_name(scene.plan, orphan.above),
        "href": relative(scene.here, addresses.item(scene.plan.id, orphan.above.id)),
        "note": owner_words(orphan.above.owners),
    }
