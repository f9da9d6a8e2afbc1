"""A feed as Atom (RFC 4287)."""

from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from ragsite import addresses
from ragsite.exporters.channel import Channel, Post
from ragsite.exporters.identity import tag
from ragsite.exporters.links import public_url
from ragsite.model.site import Settings

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">'


def write_atom(channel: Channel, settings: Settings) -> bytes:
    """The feed in UTF-8; its entries stand in the order of the channel, the newest first."""
    entries = (line for post in channel.posts for line in _entry(post))
    return "\n".join((HEAD, *_head(channel, settings), *entries, "</feed>\n")).encode("utf-8")


def moment(day: date) -> str:
    """A day as the moment at which it begins: `2018-11-05T00:00:00Z`."""
    return f"{day.isoformat()}T00:00:00Z"


def _head(channel: Channel, settings: Settings) -> Iterator[str]:
    yield _element("id", tag(settings, f"feed/{channel.name}"))
    yield _element("title", channel.title)
    yield _element("subtitle", channel.subtitle)
    yield _element("updated", moment(channel.updated))
    yield _link("self", "application/atom+xml", public_url(settings, addresses.beside(channel.beside, "feed.xml")))
    yield _link("alternate", "text/html", public_url(settings, channel.shown_at))
    yield f"<author>{_element('name', settings.publisher)}</author>"
    yield _element("rights", f"{settings.licence.name} {settings.licence.link}")
    yield _element("generator", "ragsite")


def _entry(post: Post) -> Iterator[str]:
    yield "<entry>"
    yield _element("id", post.name)
    yield _element("title", post.title)
    yield _element("updated", moment(post.day))
    yield _link("alternate", "text/html", post.url)
    yield f'<category term="{post.news.value}" label="{post.news.value.capitalize()}"/>'
    yield f'<content type="html">{escape(post.html)}</content>'
    yield "</entry>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _link(rel: str, kind: str, href: str) -> str:
    return f'<link rel="{rel}" type="{kind}" href={quoteattr(href)}/>'
