"""The page of one topic: every plan that has items under it, with the items themselves while they are few."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.figures import plural
from ragsite.pages.page import Page
from ragsite.pages.props import Props, breadcrumb, plan_name, shorten
from ragsite.pages.sections import contents
from ragsite.pages.tallies import tally_words
from ragsite.pages.topic_part import part_anchor, part_words, plan_link, position, topic_part
from ragsite.pages.topics import no_total
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.rollup import last_rated, roll_up_items
from ragsite.views.topics import Part, Theme, themes

MANY = 150
"""Up to how many items of all plans stand on a topic's page; where there are more, each plan's have their own page."""

NO_RATINGS = "No rating is known"


def pages(public: PublicSite) -> Iterator[Page]:
    """One page for each topic that an item of a plan carries."""
    for theme in themes(public.site):
        if theme.parts:
            yield _page(theme)


def _page(theme: Theme) -> Page:
    here = addresses.topic(theme.topic.id)
    is_whole = sum(len(part.items) for part in theme.parts) <= MANY
    parts = [_part(here, theme, part) for part in theme.parts] if is_whole else []
    plans = None if is_whole else _plans(here, theme)
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
            "facts": [_fact(part) for part in theme.parts] if is_whole else [],
        },
        on_this_page=contents([*parts, *([plans] if plans else []), why]),
        props={"plans": plans, "parts": parts, "why": why},
    )


def _fact(part: Part) -> Props:
    """Items of one plan; told plan by plan, so that nobody adds them up."""
    return {
        "label": plan_name(part.plan),
        "value": part_words(part),
        "href": f"#{part_anchor(part)}",
        "note": position(part.plan),
    }


def _part(here: str, theme: Theme, part: Part) -> Props:
    name, href = _name(theme, part), _alone(here, theme, part)
    links = [plan_link(here, part.plan), {"lead": "On a page of its own:", "text": name, "href": href}]
    return topic_part(here, part, last_rated(part.plan), links=links)


def _name(theme: Theme, part: Part) -> str:
    return f"{theme.topic.title} in {plan_name(part.plan)}"


def _alone(here: str, theme: Theme, part: Part) -> str:
    return relative(here, addresses.plan_topic(part.plan.id, theme.topic.id))


def _plans(here: str, theme: Theme) -> Props:
    """A row for each plan, which leads to the page of its items under this topic."""
    return {
        "id": "plans",
        "title": "What each plan has under this topic",
        "lede": "The name of a plan leads to its items under this topic, with ratings, dates and measures.",
        "table": {
            "caption": f"Plans with items under the topic {theme.topic.title}",
            "columns": ["Plan", "Items", "Ratings, on the plan’s own scale", "Latest report"],
            "rows": [_row(here, theme, part) for part in theme.parts],
            "dense": True,
        },
    }


def _row(here: str, theme: Theme, part: Part) -> list[object]:
    return [
        {"text": plan_name(part.plan), "href": _alone(here, theme, part)},
        part_words(part),
        _ratings(part),
        part.plan.latest.label if part.plan.latest else "No report yet",
    ]


def _ratings(part: Part) -> Props:
    """The items of each kind by rating, in the last report that rates anything; only kinds that are rated."""
    plan, rated = part.plan, last_rated(part.plan)
    if rated is None:
        return {"missing": NO_RATINGS}
    shown = [item for item in part.items if plan.kind_by_id[item.id].rated or plan.rating(rated, item).is_rated]
    said = [f"{one.kind.plural}: {tally_words(one)}." for one in roll_up_items(plan, rated, shown)]
    when = None if rated is plan.latest else f"In the report {rated.label}"
    return {"text": " ".join(said), "note": when} if said else {"missing": NO_RATINGS}
