"""The topics: every theme with the plans that have items under it, and how many of each plan's own items."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.figures import plural
from ragsite.pages.page import Page
from ragsite.pages.props import Props, breadcrumb, plan_name
from ragsite.pages.sections import contents
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.topics import Part, Theme, themes

HERE = addresses.TOPICS
TITLE = "Topics across plans"
MANY = 20
"""From how many plans on they are counted here and named on the topic's page."""
LEDE = "Themes that several plans share, each with what every plan says of it, in that plan's own words and ratings."


def pages(public: PublicSite) -> Iterator[Page]:
    """The one index, also where there are no topics."""
    found = themes(public.site)
    used = [theme for theme in found if theme.parts]
    unused = [theme.topic for theme in found if not theme.parts]
    table = {"id": "topics", "title": "All topics"}
    why = {"id": "why", "title": "Why nothing is added up"}
    yield Page(
        path=HERE,
        template="pages/topics.html",
        title=TITLE,
        description=LEDE,
        section=HERE,
        breadcrumb=breadcrumb(HERE, [], last="Topics"),
        hero={"title": TITLE, "lede": LEDE},
        on_this_page=contents([table, why]),
        props={
            "topics": {**table, "entries": [_entry(theme) for theme in used]},
            "unused": [topic.title for topic in unused],
            "why": {**why, "text": no_total(HERE)},
        },
    )


def no_total(here: str) -> str:
    """Why there is no score for a topic, with the way to the ratings side by side; Markdown."""
    ratings = relative(here, addresses.RATINGS)
    return (
        "Each plan has its own rating scale. The same word or colour means different things in different plans. "
        "So this site adds, averages and ranks nothing across plans. "
        f"[How ratings work]({ratings}) shows all scales side by side."
    )


def _entry(theme: Theme) -> Props:
    return {
        "title": theme.topic.title,
        "href": relative(HERE, addresses.topic(theme.topic.id)),
        "text": theme.topic.summary,
        "plans": _plans(theme),
    }


def _plans(theme: Theme) -> str:
    if len(theme.parts) >= MANY:
        return f"In {len(theme.parts)} plans"
    return "; ".join(f"{plan_name(part.plan)} ({_items(part)})" for part in theme.parts)


def _items(part: Part) -> str:
    return plural(len(part.items), "item", "items")
