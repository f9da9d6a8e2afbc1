"""A feed as JSON Feed, version 1.1 (jsonfeed.org)."""

from typing import Any

from ragsite import addresses
from ragsite.exporters.atom import moment
from ragsite.exporters.channel import Channel, entry_address, entry_html, entry_id
from ragsite.exporters.document import write_document
from ragsite.exporters.links import public_url
from ragsite.model.site import Settings
from ragsite.views.feed import Entry

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
            "items": [_item(entry, settings) for entry in channel.entries],
        }
    )


def _item(entry: Entry, settings: Settings) -> dict[str, Any]:
    return {
        "id": entry_id(entry, settings),
        "url": public_url(settings, entry_address(entry)),
        "title": entry.title,
        "content_html": entry_html(entry, settings),
        "date_published": moment(entry.day),
        "tags": [entry.news.value, entry.plan.id],
    }
