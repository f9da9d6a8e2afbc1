"""The page of one topic: the items of every plan under it, plan by plan, each on its own scale, with its measures."""

from collections.abc import Iterator, Mapping

from ragsite import addresses
from ragsite.figures import plural, words
from ragsite.model.measures import Measure
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Key
from ragsite.pages.item_list import item_list
from ragsite.pages.links import items_in_cell, items_of
from ragsite.pages.page import Page
from ragsite.pages.props import Props, as_at_words, badge, breadcrumb, colour_note, plan_name, shorten, source_credits
from ragsite.pages.sections import contents
from ragsite.pages.topics import no_total, part_anchor
from ragsite.pages.tree import latest_scene, owners_column
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.measures import find
from ragsite.views.rollup import last_rated
from ragsite.views.topics import Part, Theme, themes


def pages(public: PublicSite) -> Iterator[Page]:
    """One page for each topic that an item of a plan carries."""
    rated = {plan.id: last_rated(plan) for plan in public.site.plans}
    for theme in themes(public.site):
        if theme.parts:
            yield _page(theme, rated)


def _page(theme: Theme, rated: Mapping[str, Report | None]) -> Page:
    here = addresses.topic(theme.topic.id)
    parts = [_part(here, part, rated[part.plan.id]) for part in theme.parts]
    why = {"id": "why", "title": "Why nothing is added up", "text": no_total(here)}
    return Page(
        path=here,
        template="pages/topic.html",
        title=f"{theme.topic.title}: what each plan says",
        description=shorten(f"{theme.topic.title}. {theme.topic.summary} What each plan promises and reports.", 155),
        section=addresses.TOPICS,
        breadcrumb=breadcrumb(here, [("Topics", addresses.TOPICS)], last=theme.topic.title),
        hero={
            "title": theme.topic.title,
            "ref": {"strong": "Topic", "text": f"in {plural(len(theme.parts), 'plan', 'plans')}"},
            "lede": theme.topic.summary,
            "facts": [_fact(part, one) for part, one in zip(theme.parts, parts, strict=True)],
        },
        on_this_page=contents([*parts, why]),
        props={"parts": parts, "why": why},
    )


def _fact(part: Part, section: Props) -> Props:
    """Items of one plan; told plan by plan, so that nobody adds them up."""
    report = part.plan.latest
    return {
        "label": plan_name(part.plan),
        "value": _items(part),
        "href": f"#{section['id']}",
        "note": as_at_words(report) if report else "No report yet",
    }


def _items(part: Part) -> str:
    """How many items of each kind: `1 priority and 6 actions`; kinds are not added."""
    kinds = [part.plan.kind_by_id[item.id] for item in part.items]
    return words(
        [
            plural(kinds.count(kind), kind.kind.lower(), kind.plural.lower())
            for kind in part.plan.facts.structure
            if kind in kinds
        ]
    )


def _part(here: str, part: Part, rated: Report | None) -> Props:
    plan, scene = part.plan, latest_scene(here, part.plan, rated)
    column = owners_column(plan, part.items)
    caption = f"Items of {plan_name(plan)} under this topic"
    return {
        "id": part_anchor(part),
        "title": plan_name(plan),
        "href": relative(here, addresses.plan(plan.id)),
        "link": f"{plan.facts.organisation}: {plan.facts.title}",
        "as_at": [as_at_words(plan.latest) if plan.latest else "No report yet", *_scale_words(plan, rated)],
        "table": item_list(scene, part.items, caption=caption, more=[column] if column else []),
        "measures": _measures(here, part),
        "levels": _levels(plan, rated),
        "credits": [f"{credit['title']}. {credit['meta']}".rstrip(".") for credit in source_credits(plan)],
    }


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
