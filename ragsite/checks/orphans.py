"""Orphans: measures, recommendations and themes that belong to nothing, and headings with nothing under them."""

from collections.abc import Iterator

from ragsite.checks.complete import complete_plans
from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.model.base import UNREAD
from ragsite.model.facts import InspectionRecommendation
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.problems import Severity


def orphans(context: Context) -> Iterator[Problem]:
    """S116: a measure belongs to no item, or no item answers a recommendation that the plan lists.

    Fails: a measure without `items`; an inspection recommendation that stands in no item's `answers`.
    Passes: `items: ["4"]`; a plan whose items do not say what they answer.
    """
    for plan in complete_plans(context):
        for measure in plan.measures:
            if not measure.items:
                yield Problem(
                    measure.written_at.of("id"),
                    f"Measure “{measure.name}” belongs to no item.",
                    "Name the items that it belongs to: “items: [\"…\"]”.",
                    plan.id,
                )
        for one in _unanswered(plan):
            yield Problem(
                one.written_at.of("id"),
                f"No item answers the recommendation {one.ref}.",
                "Name it under “answers:” in the items that answer it. If none does, that is a finding worth telling.",
                plan.id,
            )


def empty_headings(context: Context) -> Iterator[Problem]:
    """S117: an item of a level without ratings has no rated item below it, so nothing is ever rated of it.

    Told of the topmost such item. Items that the source has no entry for are told by S115.
    Fails: a priority without actions, where actions are rated. Passes: a priority with one action.
    """
    for plan in complete_plans(context):
        for root in plan.tree:
            yield from _empty(plan, root)


def _unanswered(plan: Plan) -> Iterator[InspectionRecommendation]:
    answered = {one for item in plan.items for one in item.answers}
    for one in plan.facts.inspection_recommendations if answered else ():
        if one.id not in answered and one.id != UNREAD:
            yield one


def _empty(plan: Plan, item: Item) -> Iterator[Problem]:
    kind = plan.kind_by_id[item.id]
    if kind.rated or item.missing:
        return
    if any(plan.kind_by_id[below.id].rated for below in item.walk()):
        for child in item.items:
            yield from _empty(plan, child)
        return
    rated = next((level.plural.lower() for level in plan.facts.structure if level.rated), "rated items")
    yield Problem(
        item.written_at.of("title"),
        f"{named(item)} has no {rated} below it, so no report ever rates it.",
        "Add them if the source has any. If it has none, say so in a note of the item.",
        plan.id,
        item.id,
    )


RULES = (
    Rule("S116", Severity.WARNING, orphans),
    Rule("S117", Severity.WARNING, empty_headings),
)
