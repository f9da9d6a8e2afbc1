"""Feeds of what changed, for the site, each plan and each topic: `feed.xml` (Atom) and `feed.json` (JSON Feed)."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.exporters.atom import write_atom
from ragsite.exporters.channel import channels
from ragsite.exporters.file import File
from ragsite.exporters.json_feed import write_json_feed
from ragsite.publish import PublicSite


def export(public: PublicSite) -> Iterator[File]:
    """Both formats of each feed, beside the page that it belongs to."""
    settings = public.site.settings
    for channel in channels(public):
        yield File(addresses.beside(channel.beside, "feed.xml"), write_atom(channel, settings))
        yield File(addresses.beside(channel.beside, "feed.json"), write_json_feed(channel, settings))
