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
    plan_topic,
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

OF_SITE: tuple[Builder, ...] = (
    home.pages,
    site_changes.pages,
    catalogue.pages,
    dictionary.pages,
    topics.pages,
    topic.pages,
    ratings.pages,
    glossary.pages,
    about.pages,
    accessibility.pages,
    search.pages,
    not_found.pages,
)
"""The builders of pages that tell of all plans, or of none."""

OF_PLANS: tuple[Builder, ...] = (
    plan.pages,
    item.pages,
    report.pages,
    changes.pages,
    exceptions.pages,
    lists.pages,
    measures.pages,
    measure.pages,
    evidence.pages,
    data.pages,
    notes.pages,
    timeline.pages,
    owners.pages,
    recommendations.pages,
    plan_topic.pages,
    withdrawn.pages,
)
"""The builders of pages that belong to one plan each: what they say depends on no other plan."""


def all_pages(public: PublicSite) -> Iterator[Page]:
    """Every page, kind by kind."""
    yield from site_pages(public)
    yield from plan_pages(public)


def site_pages(public: PublicSite) -> Iterator[Page]:
    """The pages of the site as a whole."""
    for build in OF_SITE:
        yield from build(public)


def plan_pages(public: PublicSite) -> Iterator[Page]:
    """The pages of each plan."""
    for build in OF_PLANS:
        yield from build(public)
