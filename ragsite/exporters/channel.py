"""What a feed is, whatever its format: its words, where it lives and the news in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from ragsite import addresses
from ragsite.exporters.identity import tag
from ragsite.exporters.links import public_url
from ragsite.model.plan import Plan
from ragsite.model.site import Settings
from ragsite.prose import markdown
from ragsite.publish import PublicSite
from ragsite.views.feed import Entry, News, newest_first, plan_news
from ragsite.views.kept import kept
from ragsite.views.names import plan_name
from ragsite.views.withdrawals import gone_address

MOST = 200
"""How many entries a feed holds; what is older stands on the pages."""

NEVER = date(1970, 1, 1)
"""When a feed without any entry was last updated, since a feed must say so."""

ABOUT = "One entry for each rating or due date that changed, each report published, each correction and withdrawal."


@dataclass(frozen=True)
class Post:
    """One entry of a feed; `name` is its own for ever, `url` the page that it leads to, `plan` the plan's id."""

    name: str
    url: str
    title: str
    html: str
    news: News
    day: date
    plan: str


@dataclass(frozen=True)
class Channel:
    """One feed; `beside` is the address of the page that its files stand beside, `shown_at` that for readers."""

    name: str
    title: str
    subtitle: str
    beside: str
    shown_at: str
    posts: tuple[Post, ...]

    @property
    def updated(self) -> date:
        """The day of the newest post."""
        return max((post.day for post in self.posts), default=NEVER)


def site_channels(public: PublicSite) -> Iterator[Channel]:
    """The feed of the site, then those of its topics."""
    site = public.site
    news = newest_first(entry for plan in site.plans for entry in plan_news(plan))
    yield _channel("site", site.settings.title, (addresses.HOME, addresses.CHANGES), _posts(news, site.settings))
    by_topic = _by_topic(news)
    for topic in site.topics:
        here = addresses.topic(topic.id)
        posts = _posts(by_topic.get(topic.id, ()), site.settings)
        yield _channel(f"topic/{topic.id}", topic.title, (here, here), posts)


def plan_channels(public: PublicSite) -> Iterator[Channel]:
    """The feed of each plan."""
    for plan in public.site.plans:
        at = (addresses.plan(plan.id), addresses.part(plan.id, "changes"))
        yield _channel(plan.id, plan_name(plan), at, _posts(plan_news(plan), public.site.settings))


def entry_address(entry: Entry) -> str:
    """The page that an entry leads to: its item's, that of the report, or the notice of a withdrawal."""
    if entry.item:
        return addresses.item(entry.plan.id, entry.item.id)
    if entry.gone:
        return gone_address(entry.plan, entry.gone)
    return addresses.report(entry.plan.id, entry.report.id) if entry.report else addresses.plan(entry.plan.id)


def _posts(entries: Sequence[Entry], settings: Settings) -> tuple[Post, ...]:
    return tuple(_post(entry.plan, entry, settings) for entry in entries[:MOST])


@kept
def _post(plan: Plan, entry: Entry, settings: Settings) -> Post:
    """The same in every feed and format."""
    return Post(
        name=tag(settings, f"{plan.id}/{entry.key}"),
        url=public_url(settings, entry_address(entry)),
        title=entry.title,
        html=_html(entry, settings),
        news=entry.news,
        day=entry.day,
        plan=plan.id,
    )


def _html(entry: Entry, settings: Settings) -> str:
    """The paragraphs of an entry, and which plan they belong to."""
    link = public_url(settings, addresses.plan(entry.plan.id))
    said = "".join(f"{markdown(paragraph)}\n" for paragraph in entry.text)
    return f'{said}<p>Plan: <a href="{escape(link)}">{escape(plan_name(entry.plan))}</a></p>'


def _channel(name: str, title: str, at: tuple[str, str], posts: tuple[Post, ...]) -> Channel:
    beside, shown_at = at
    return Channel(name, f"{title}: what changed", ABOUT, beside, shown_at, posts)


def _by_topic(news: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The news of items that carry a topic, and of those that stand below such an item, by the topic's id."""
    found: dict[str, list[Entry]] = {}
    for entry in news:
        above = (entry.item, *entry.plan.ancestors(entry.item)) if entry.item else ()
        for name in dict.fromkeys(name for item in above for name in item.topics):
            found.setdefault(name, []).append(entry)
    return found
