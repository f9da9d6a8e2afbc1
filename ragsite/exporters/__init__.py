"""Every file published beside the pages, in a stable order: data, feeds, calendars, badges, cards."""

from collections.abc import Callable, Iterator

from ragsite.exporters import (
    badge,
    calendar,
    csvw,
    data_package,
    dates,
    dcat,
    embed,
    evidence,
    feeds,
    hosting,
    index,
    items,
    measures,
    observations,
    oembed,
    plan_json,
    ratings,
    redirects,
    schema,
)
from ragsite.exporters.file import File
from ragsite.publish import PublicSite

Exporter = Callable[[PublicSite], Iterator[File]]

OF_SITE: tuple[Exporter, ...] = (
    index.export,
    dcat.export,
    schema.export,
    feeds.site_feeds,
    embed.stylesheets,
    hosting.export,
)
"""The exporters of files that tell of all plans, or of none."""

OF_PLANS: tuple[Exporter, ...] = (
    items.export,
    ratings.export,
    dates.export,
    measures.export,
    observations.export,
    evidence.export,
    plan_json.export,
    data_package.export,
    csvw.export,
    feeds.plan_feeds,
    calendar.export,
    badge.export,
    embed.export,
    oembed.export,
    redirects.export,
)
"""The exporters of files that belong to one plan each: what they say depends on no other plan."""


def all_files(public: PublicSite) -> Iterator[File]:
    """Every file, kind by kind; no two have one path."""
    yield from site_files(public)
    yield from plan_files(public)


def site_files(public: PublicSite) -> Iterator[File]:
    """The files of the site as a whole."""
    for export in OF_SITE:
        yield from export(public)


def plan_files(public: PublicSite) -> Iterator[File]:
    """The files of each plan."""
    for export in OF_PLANS:
        yield from export(public)
