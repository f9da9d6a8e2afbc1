"""Open data: every file published beside the pages, in a stable order; one module per kind of file."""

from collections.abc import Callable, Iterator

from ragsite.exporters import data_package, dates, evidence, index, items, measures, observations, plan_json, ratings
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
    index.export,
)
"""Each exporter is `export(public) -> Iterator[File]`."""


def all_files(public: PublicSite) -> Iterator[File]:
    """Every data file, kind by kind; no two have one path."""
    for export in EXPORTERS:
        yield from export(public)
