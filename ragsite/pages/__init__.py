"""Every page of the site, in a stable order; one module per kind of page."""

from collections.abc import Callable, Iterator

from ragsite.pages.page import Page
from ragsite.publish import PublicSite

Builder = Callable[[PublicSite], Iterator[Page]]

BUILDERS: tuple[Builder, ...] = ()
"""Each builder is `pages(public) -> Iterator[Page]`."""


def all_pages(public: PublicSite) -> Iterator[Page]:
    """Every page, kind by kind."""
    for build in BUILDERS:
        yield from build(public)
