"""Themes across plans: the items of every plan that carry a topic, kept apart by plan and never counted together."""

from collections.abc import Iterable
from dataclasses import dataclass

from ragsite.model.items import Item
from ragsite.model.measures import Measure
from ragsite.model.plan import Plan
from ragsite.model.site import Site, Topic


@dataclass(frozen=True)
class Part:
    """The items of one plan under a topic, in the order of the source, and the measures that belong to them."""

    plan: Plan
    items: tuple[Item, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class Theme:
    """A topic with a part for each plan that has items under it; there is no total, as scales differ."""

    topic: Topic
    parts: tuple[Part, ...]


def themes(site: Site) -> tuple[Theme, ...]:
    """Every topic in the order of its file, also those that no item carries."""
    found = {plan.id: _by_topic(plan) for plan in site.plans}
    return tuple(
        Theme(topic, tuple(_part(plan, found[plan.id][topic.id]) for plan in site.plans if topic.id in found[plan.id]))
        for topic in site.topics
    )


def plan_themes(plan: Plan, topics: Iterable[Topic]) -> tuple[Theme, ...]:
    """The topics that items of one plan carry, each with this plan's part alone."""
    found = _by_topic(plan)
    return tuple(Theme(topic, (_part(plan, found[topic.id]),)) for topic in topics if topic.id in found)


def topics_of(site: Site, item: Item) -> tuple[Topic, ...]:
    """The topics of an item, in the order it names them; unknown ones are passed over."""
    return tuple(site.topic_by_id[name] for name in dict.fromkeys(item.topics) if name in site.topic_by_id)


def _by_topic(plan: Plan) -> dict[str, list[Item]]:
    grouped: dict[str, list[Item]] = {}
    for item in plan.items:
        if plan.latest is not None and not plan.is_in(plan.latest, item):
            continue
        for topic in dict.fromkeys(item.topics):
            grouped.setdefault(topic, []).append(item)
    return grouped


def _part(plan: Plan, items: Iterable[Item]) -> Part:
    shown = tuple(items)
    measures = {one.id: one for item in shown for one in plan.measures_by_item.get(item.id, ())}
    return Part(plan, shown, tuple(measures.values()))
