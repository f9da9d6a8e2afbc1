"""Feeds of what changed, for the site, each plan and each topic: `feed.xml` (Atom) and `feed.json` (JSON Feed)."""

from collections.abc import Iterable, Iterator

from ragsite import addresses
from ragsite.exporters.atom import write_atom
from ragsite.exporters.channel import Channel, plan_channels, site_channels
from ragsite.exporters.file import File
from ragsite.exporters.json_feed import write_json_feed
from ragsite.publish import PublicSite


def site_feeds(public: PublicSite) -> Iterator[File]:
    """Both formats of the feeds of the site and of its topics, beside the pages that they belong to."""
    return _files(site_channels(public), public)


def plan_feeds(public: PublicSite) -> Iterator[File]:
    """Both formats of the feed of each plan, beside its page."""
    return _files(plan_channels(public), public)


def _files(channels: Iterable[Channel], public: PublicSite) -> Iterator[File]:
    settings = public.site.settings
    for channel in channels:
        yield File(addresses.beside(channel.beside, "feed.xml"), write_atom(channel, settings))
        yield File(addresses.beside(channel.beside, "feed.json"), write_json_feed(channel, settings))
