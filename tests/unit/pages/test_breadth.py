"""Pages of the whole site where there are very many plans: each plan is named, and no page grows without end."""

import re

import pytest

from ragsite import addresses
from ragsite.model.plan import Plan
from ragsite.pages import catalogue, home, not_found, search, site_changes
from ragsite.pages.breadth import SOME, are_many
from ragsite.pages.filters import OFFERED, choices
from ragsite.publish import PublicSite
from tests.factories import item, make_plan, make_public, report
from tests.reading import hrefs, ids, said

NUMBER = 60


def plan(place: int) -> Plan:
    roles = [{"role": f"Head of service {place} {number}"} for number in range(5)]
    written = [report("2026-03", {"1": "Red"}), report("2026-06", {"1": "Green"})]
    return make_plan(id=f"p{place}", short_title=f"Plan {place}", items=[item("1", owners=roles)], reports=written)


@pytest.fixture(scope="module")
def public() -> PublicSite:
    return make_public(*(plan(place) for place in range(NUMBER)))


def test_some_plans_are_not_many() -> None:
    assert not are_many([plan(0)] * SOME)
    assert are_many([plan(0)] * (SOME + 1))


def test_the_overview_names_every_plan_in_a_row(public: PublicSite) -> None:
    (page,) = home.pages(public)
    links = hrefs(page, public)
    assert all(f"plans/p{place}/" in links for place in range(NUMBER))
    assert {"plans", "find", "compare", "read"} <= set(ids(page, public))
    assert "questions" not in ids(page, public)


def test_changes_tell_the_newest_reports_and_say_that_older_ones_are_elsewhere(public: PublicSite) -> None:
    (page,) = site_changes.pages(public)
    told = said(page, public)
    assert len(re.findall("What changed in the report|Report 2026-0[36]", told)) >= site_changes.NEWEST
    assert f"the newest {site_changes.NEWEST} of {2 * NUMBER} reports" in told
    few = make_public(plan(1))
    assert "the newest" not in said(next(site_changes.pages(few)), few)


def test_search_offers_no_endless_list_of_choices_and_leads_to_every_plan(public: PublicSite) -> None:
    assert 5 * NUMBER > OFFERED
    assert [group["name"] for group in choices(public)] == ["plan", "kind", "rating"]
    (page,) = search.pages(public)
    links = hrefs(page, public)
    assert all(f"../plans/p{place}/" in links for place in range(NUMBER))
    assert "../plans/p1/items/1/" not in links
    assert "The page of each plan names all of its items." in said(page, public)


def test_search_names_no_items_where_they_are_many_but_keeps_each_plans_lists() -> None:
    large = make_plan(
        items=[item(str(place)) for place in range(search.NAMED + 1)], reports=[report("2026-03", {"1": "Red"})]
    )
    public = make_public(large)
    (page,) = search.pages(public)
    links = hrefs(page, public)
    assert "../plans/northmere-2026/lists/overdue/" in links
    assert not any("/items/" in link for link in links)


def test_other_pages_stay_small(public: PublicSite) -> None:
    (lost,) = not_found.pages(public)
    assert lost.props["places"] == [{"text": "Overview of all plans", "href": addresses.HOME}]
    (data,) = catalogue.pages(public)
    assert data.structured is None, "the catalogue file names every plan"
