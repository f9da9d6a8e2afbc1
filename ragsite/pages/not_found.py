"""The page that is shown at any address where there is nothing; its links start at the site's root."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.pages.breadth import are_many
from ragsite.pages.page import Page
from ragsite.pages.props import plan_name
from ragsite.publish import PublicSite

TITLE = "Page not found"


def pages(public: PublicSite) -> Iterator[Page]:
    """The one page for addresses that do not exist."""
    places = [("Overview of all plans", addresses.HOME)]
    named = () if are_many(public.site.plans) else public.site.plans
    places += [(plan_name(plan), addresses.plan(plan.id)) for plan in named]
    yield Page(
        path=addresses.NOT_FOUND,
        template="pages/not_found.html",
        title=TITLE,
        description="There is no page at this address.",
        breadcrumb=({"text": "Overview", "href": addresses.HOME}, {"text": TITLE}),
        hero={"title": TITLE, "lede": "There is no page at this address."},
        props={
            "search_href": addresses.SEARCH,
            "about_href": addresses.ABOUT,
            "places": [{"text": text, "href": address} for text, address in places],
        },
        is_searchable=False,
    )
