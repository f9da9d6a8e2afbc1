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

EXPORTERS: tuple[Exporter, ...] = (
    items.export,
    ratings.export,
    dates.export,
    measures.export,
    observations.export,
    evidence.export,
    plan_json.export,
    data_package.export,
    csvw.export,
    index.export,
    dcat.export,
    schema.export,
    feeds.export,
    calendar.export,
    badge.export,
    embed.export,
    oembed.export,
    redirects.export,
    hosting.export,
)
"""Each exporter is `export(public) -> Iterator[File]`."""


def all_files(public: PublicSite) -> Iterator[File]:
    """Every file, kind by kind; no two have one path."""
    for export in EXPORTERS:
        yield from export(public)
