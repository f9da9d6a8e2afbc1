"""Every page of the site, in a stable order; one module per kind of page."""

from collections.abc import Callable, Iterator

from ragsite.pages import (
    about,
    accessibility,
    catalogue,
    changes,
    data,
    dictionary,
    evidence,
    exceptions,
    glossary,
    home,
    item,
    lists,
    measure,
    measures,
    not_found,
    notes,
    owners,
    plan,
    ratings,
    recommendations,
    report,
    search,
    site_changes,
    timeline,
    topic,
    topics,
    withdrawn,
)
from ragsite.pages.page import Page
from ragsite.publish import PublicSite

Builder = Callable[[PublicSite], Iterator[Page]]

BUILDERS: tuple[Builder, ...] = (
    home.pages,
    plan.pages,
    item.pages,
    report.pages,
    changes.pages,
    exceptions.pages,
    site_changes.pages,
    lists.pages,
    measures.pages,
    measure.pages,
    evidence.pages,
    data.pages,
    catalogue.pages,
    dictionary.pages,
    notes.pages,
    timeline.pages,
    owners.pages,
    recommendations.pages,
    topics.pages,
    topic.pages,
    ratings.pages,
    glossary.pages,
    about.pages,
    accessibility.pages,
    withdrawn.pages,
    search.pages,
    not_found.pages,
)
"""Each builder is `pages(public) -> Iterator[Page]`."""


def all_pages(public: PublicSite) -> Iterator[Page]:
    """Every page, kind by kind."""
    for build in BUILDERS:
        yield from build(public)
