"""A feed as JSON Feed, version 1.1 (jsonfeed.org)."""

from typing import Any

from ragsite import addresses
from ragsite.exporters.atom import moment
from ragsite.exporters.channel import Channel, Post
from ragsite.exporters.document import write_document
from ragsite.exporters.links import public_url
from ragsite.model.site import Settings

VERSION = "https://jsonfeed.org/version/1.1"


def write_json_feed(channel: Channel, settings: Settings) -> bytes:
    """The same feed as the Atom one, entry for entry."""
    return write_document(
        {
            "version": VERSION,
            "title": channel.title,
            "description": channel.subtitle,
            "home_page_url": public_url(settings, channel.shown_at),
            "feed_url": public_url(settings, addresses.beside(channel.beside, "feed.json")),
            "language": "en-GB",
            "authors": [{"name": settings.publisher}],
            "items": [_item(post) for post in channel.posts],
        }
    )


def _item(post: Post) -> dict[str, Any]:
    return {
        "id": post.name,
        "url": post.url,
        "title": post.title,
        "content_html": post.html,
        "date_published": moment(post.day),
        "tags": [post.news.value, post.plan],
    }
