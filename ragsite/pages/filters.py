"""What a search can be narrowed by: the values that a page carries, and the choices that the form offers."""

from collections import Counter
from collections.abc import Iterable

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Level
from ragsite.pages.props import NOT_RATED, Props, plan_name
from ragsite.publish import PublicSite
from ragsite.render import slug
from ragsite.views.rollup import last_rated

Filters = tuple[tuple[str, str], ...]
"""Name and value; one name may have several values."""

OFFERED = 250
"""From more choices than these nobody chooses: a longer group is left out, and the page stays small."""

MEASURE: Filters = (("kind", "measure"),)
REPORT: Filters = (("kind", "report"),)


def item_filters(plan: Plan, item: Item, *, rated: Report | None) -> Filters:
    """What an item's page can be found by; `rated` is the last report with ratings, which its rating is from.

    Ratings and owners belong to one plan, so that equal words of two plans are never one choice.
    """
    topics = [("topic", name.lower()) for name in item.topics]
    owners = [("owner", value) for value in dict.fromkeys(_owner(plan, owner.label) for owner in item.owners)]
    return (("kind", plan.kind_by_id[item.id].slug), *_rating_of(plan, item, rated), *topics, *owners)


def choices(public: PublicSite) -> list[Props]:
    """The groups of choices, each choice with the number of pages that it stands for.

    There is no group without choices, and none with more than anybody would look through.
    """
    plans = public.site.plans
    rated = {plan.id: last_rated(plan) for plan in plans}
    counts = Counter(
        pair for plan in plans for item in plan.items for pair in item_filters(plan, item, rated=rated[plan.id])
    )
    groups = [
        _group("plan", "Plan", [_option(plan.id.lower(), plan_name(plan)) for plan in plans]),
        _group("kind", "Kind of page", _kinds(plans, counts)),
        _group("rating", "Rating", (), groups=[_ratings(plan, rated[plan.id], counts) for plan in plans]),
        _group("topic", "Topic", _topics(public, counts)),
        _group("owner", "Who answers for it", (), groups=[_owners(plan, counts) for plan in plans]),
    ]
    return [group for group in groups if 0 < _number(group) <= OFFERED]


def _number(group: Props) -> int:
    return len(group["options"]) + sum(len(one["options"]) for one in group["groups"])


def _group(name: str, title: str, options: Iterable[Props], groups: Iterable[Props | None] = ()) -> Props:
    return {"name": name, "title": title, "options": list(options), "groups": [one for one in groups if one]}


def _option(value: str, text: str, count: int | None = None) -> Props:
    return {"value": value, "text": text, "count": count}


def _kinds(plans: Iterable[Plan], counts: Counter[tuple[str, str]]) -> list[Props]:
    names = {kind.slug: kind.kind for plan in plans for kind in plan.facts.structure}
    found = [_option(value, text, counts["kind", value]) for value, text in names.items() if counts["kind", value]]
    measures = sum(len(plan.measures) for plan in plans)
    reports = sum(len(plan.reports) for plan in plans)
    others = [_option("measure", "Measure", measures), _option("report", "Report", reports)]
    return [*sorted(found, key=lambda one: str(one["text"])), *(one for one in others if one["count"])]


def _ratings(plan: Plan, rated: Report | None, counts: Counter[tuple[str, str]]) -> Props | None:
    """The levels of one plan's scale, the best first, and not rated."""
    if rated is None:
        return None
    levels: list[Level | None] = [*reversed(plan.scale_of(rated).levels), None]
    options = [
        _option(value, level.full_label if level else NOT_RATED["label"], counts["rating", value])
        for level in levels
        for value in [_rating(plan, level)]
    ]
    return {"title": f"{plan_name(plan)}, in the report {rated.label}", "options": options}


def _topics(public: PublicSite, counts: Counter[tuple[str, str]]) -> list[Props]:
    found = [
        _option(topic.id.lower(), topic.title, counts["topic", topic.id.lower()]) for topic in public.site.topics
    ]
    return sorted((one for one in found if one["count"]), key=lambda one: str(one["text"]).casefold())


def _owners(plan: Plan, counts: Counter[tuple[str, str]]) -> Props | None:
    labels = sorted({owner.label for item in plan.items for owner in item.owners}, key=str.casefold)
    # Labels that differ in spaces or signs only are one choice, as they are one value.
    values = {_owner(plan, label): label for label in reversed(labels)}
    options = [_option(value, label, counts["owner", value]) for value, label in reversed(values.items())]
    return {"title": plan_name(plan), "options": options} if options else None


def _rating_of(plan: Plan, item: Item, rated: Report | None) -> Filters:
    """Nothing for an item that the report does not hold, and for a level of the tree that it does not rate."""
    if rated is None or not plan.is_in(rated, item):
        return ()
    level = plan.rating(rated, item).level
    return (("rating", _rating(plan, level)),) if level or plan.kind_by_id[item.id].rated else ()


def _rating(plan: Plan, level: Level | None) -> str:
    return f"{plan.id}.{level.id if level else 'not-rated'}".lower()


def _owner(plan: Plan, label: str) -> str:
    return f"{plan.id}.{slug(label)}".lower()
