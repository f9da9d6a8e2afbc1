"""Pages in parts: short pages stay as they are; parts of long ones lead to one another, and every place is found."""

import posixpath
import re
from collections.abc import Sequence

import pytest

from ragsite.pages import report as report_pages
from ragsite.pages.frame import draw
from ragsite.pages.page import Page
from ragsite.pages.parts import in_parts
from tests.factories import item, make_plan, make_public, report

NUMBER = 500


def long_page(number: int = 60) -> Page:
    rows = [[{"text": f"Item {place}", "href": f"#entry-{place}"}, f"[See](#entry-{place})"] for place in range(number)]
    entries = [{"id": f"entry-{place}", "title": f"Entry {place}"} for place in range(number)]
    return Page(
        path="/plans/a/exceptions/",
        template="pages/report.html",
        title="Off track – A",
        description="All of it.",
        breadcrumb=({"text": "Overview", "href": "../../../"}, {"text": "Off track"}),
        hero={"title": "Off track", "lede": "60 items.", "facts": [{"label": "All", "href": f"#entry-{number - 1}"}]},
        on_this_page=({"text": "Items", "href": "#items"}, {"text": "In full", "href": "#full"}),
        links=({"title": "This plan", "links": [{"text": "Off track", "href": "./", "current": "page"}]},),
        props={
            "sections": [
                {"part": "table", "id": "items", "title": "Items", "table": {"caption": "Items", "rows": rows}},
                {"part": "said", "id": "full", "title": "In full", "entries": entries},
            ],
            "pager": {"previous": None, "next": None},
        },
        filters=(("kind", "report"),),
    )


@pytest.fixture(scope="module")
def parts() -> tuple[Page, ...]:
    return in_parts(long_page(), room=4000)


def test_a_page_that_fits_is_one_page() -> None:
    page = long_page()
    assert in_parts(page) == (page,)
    assert in_parts(long_page(3), room=100) == (long_page(3),), "so few rows are not even measured"


def test_the_first_part_keeps_the_address_and_the_totals(parts: Sequence[Page]) -> None:
    first, second, *_ = parts
    assert first.path == "/plans/a/exceptions/"
    assert first.title == "Off track – A"
    assert first.hero["lede"] == "60 items."
    assert second.path == "/plans/a/exceptions/part-2.html"
    assert second.title == f"Off track – A – part 2 of {len(parts)}"
    assert second.hero["lede"] == "Continued from [the first part](./), which has the totals."
    assert [step.get("href") for step in second.breadcrumb] == ["../../../", "./", None]
    assert second.links[0]["links"][0]["current"] is True
    assert (first.filters, second.filters) == ((("kind", "report"),), ())


def test_parts_lead_to_one_another(parts: Sequence[Page]) -> None:
    for number, page in enumerate(parts):
        assert page.parts is not None
        assert [link["current"] for link in page.parts["links"]].index("page") == number
        neighbours = [page.parts[side] and page.parts[side]["href"] for side in ("previous", "next")]
        before = None if number == 0 else "./" if number == 1 else f"part-{number}.html"
        after = None if number == len(parts) - 1 else f"part-{number + 2}.html"
        assert neighbours == [before, after]


def test_links_within_the_page_lead_to_the_part_that_holds_the_place(parts: Sequence[Page]) -> None:
    held = {page.path: set(re.findall(r"'id': '([^']+)'", repr(page.props))) for page in parts}
    followed = 0
    for page in parts:
        for target, place in re.findall(r"(?:'|\()((?:\./|part-\d+\.html)?)#([\w-]+)", repr((page.hero, page.props))):
            where = posixpath.join(posixpath.dirname(page.path), target.removeprefix("./")) if target else page.path
            assert place in held[where], (page.path, target, place)
            followed += 1
    assert followed == 60 * 2 + 1


def test_every_place_of_the_page_is_on_its_first_part(parts: Sequence[Page]) -> None:
    first = parts[0]
    assert first.parts is not None
    named = [place for link in first.parts["links"] for place in link["places"]]
    own = set(re.findall(r"'id': '([^']+)'", repr(first.props)))
    assert own.isdisjoint(named)
    assert own | set(named) == {"items", "full", *(f"entry-{place}" for place in range(60))}
    assert all(not link["places"] for page in parts[1:] if page.parts for link in page.parts["links"])


def test_each_part_names_the_sections_that_it_holds(parts: Sequence[Page]) -> None:
    shown = [[link["href"] for link in page.on_this_page] for page in parts]
    assert shown[0][0] == "#items"
    assert shown[-1] == ["#full"]
    assert all(shown)


def test_no_part_of_a_large_report_passes_300_kilobytes_and_every_item_is_told_once() -> None:
    items = [item(str(place), title="A promise of some length to keep " * 3) for place in range(NUMBER)]
    updates = [{"item": str(place), "rating": "Red", "progress": ["Done so far. " * 12]} for place in range(NUMBER)]
    public = make_public(make_plan(items=items, reports=[report("2026-03", updates=updates)]))
    (whole,) = report_pages.pages(public)
    made = [draw(page, public) for page in in_parts(whole)]
    assert len(made) > 1
    assert max(len(html.encode()) for html in made) < 300_000
    told = [place for html in made for place in re.findall(r'<details[^>]* id="item-(n-\d+|\d+)"', html)]
    assert len(told) == len(set(told)) == NUMBER
