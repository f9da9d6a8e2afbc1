"""Feeds of what changed: for the whole site, for each plan and for each topic, as Atom and as JSON Feed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ragsite import addresses
from ragsite.exporters.atom import atom
from ragsite.exporters.file import File
from ragsite.exporters.json_feed import json_feed
from ragsite.model.site import Settings, Topic
from ragsite.publish import PublicSite
from ragsite.views.feed import Entry, Feed, newest_first, plan_news
from ragsite.views.names import plan_name

MOST = 200
"""Entries in one feed; what is older stands on the pages."""


def export(public: PublicSite) -> Iterator[File]:
    """`feed.xml` and `feed.json` beside the page that each feed belongs to."""
    settings = public.site.settings
    for feed in feeds(public):
        yield File(addresses.beside(feed.beside, "feed.xml"), atom(feed, settings))
        yield File(addresses.beside(feed.beside, "feed.json"), json_feed(feed, settings))
