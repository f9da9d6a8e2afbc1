"""The items of one plan under a topic, on the plan's own scale, with the measures that belong to them."""

from collections.abc import Sequence

from ragsite import addresses
from ragsite.figures import plural, words
from ragsite.model.measures import Measure
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Key
from ragsite.pages.item_list import item_list
from ragsite.pages.links import items_in_cell, items_of
from ragsite.pages.props import Props, as_at_words, badge, colour_note, plan_name, source_credits
from ragsite.pages.tree import latest_scene, owners_column
from ragsite.render import relative
from ragsite.views.measures import find
from ragsite.views.topics import Part


def topic_part(here: str, part: Part, rated: Report | None, *, links: Sequence[Props]) -> Props:
    """Props for `draw_part` of `pages/topic_part.html`; `rated` is the last report of the plan with ratings."""
    plan, scene = part.plan, latest_scene(here, part.plan, rated)
    column = owners_column(plan, part.items)
    caption = f"Items of {plan_name(plan)} under this topic"
    return {
        "id": part_anchor(part),
        "title": plan_name(plan),
        "as_at": [position(plan), *_scale_words(plan, rated)],
        "table": item_list(scene, part.items, caption=caption, more=[column] if column else []),
        "measures": _measures(here, part),
        "levels": _levels(plan, rated),
        "links": list(links),
        "credits": [f"{credit['title']}. {credit['meta']}".rstrip(".") for credit in source_credits(plan)],
    }


def plan_link(here: str, plan: Plan) -> Props:
    """The way from a plan's items under a topic to the plan."""
    href = relative(here, addresses.plan(plan.id))
    return {"lead": "The plan:", "text": f"{plan.facts.organisation}: {plan.facts.title}", "href": href}


def part_anchor(part: Part) -> str:
    """The id of a plan's section on a topic's page."""
    return f"plan-{part.plan.id.lower()}"


def part_words(part: Part) -> str:
    """How many items of each kind: `1 priority and 6 actions`; kinds are not added."""
    kinds = [part.plan.kind_by_id[item.id] for item in part.items]
    return words(
        [
            plural(kinds.count(kind), kind.kind.lower(), kind.plural.lower())
            for kind in part.plan.facts.structure
            if kind in kinds
        ]
    )


def position(plan: Plan) -> str:
    """The day that the plan's latest report speaks of."""
    return as_at_words(plan.latest) if plan.latest else "No report yet"


def _scale_words(plan: Plan, rated: Report | None) -> list[str]:
    report = rated or plan.latest
    return [f"Rating scale: {plan.scale_of(report).title}"] if report else []


def _levels(plan: Plan, rated: Report | None) -> Props | None:
    """The scale of this plan, from its best level down, so that nobody reads a badge by another plan's key."""
    report = rated or plan.latest
    if report is None:
        return None
    scale = plan.scale_of(report)
    lost = "The source has no key to its ratings." if scale.key is Key.LOST else ""
    return {
        "title": "What the ratings mean in this plan",
        "levels": [badge(level) for level in reversed(scale.levels)],
        "note": " ".join(part for part in (lost, colour_note(scale)) if part),
    }


def _measures(here: str, part: Part) -> Props | None:
    if not part.measures:
        return None
    return {
        "caption": "Measures of these items",
        "columns": ["Measure", "What it shows", "Of"],
        "rows": [_measure(here, part.plan, measure) for measure in part.measures],
    }


def _measure(here: str, plan: Plan, measure: Measure) -> list[object]:
    """The finding as the measure's own page tells it; each council counts in its own way."""
    return [
        {"text": measure.name, "href": relative(here, addresses.measure(plan.id, measure.id))},
        f"{find(plan, measure).headline}.",
        items_in_cell(here, plan, items_of(plan, measure.items)),
    ]
