"""Every page of a plan with four reports, joiners, leavers, new names and a new scale can be drawn and says so."""

from collections import Counter

import pytest

from ragsite.pages import all_pages, lists
from ragsite.pages.frame import draw
from ragsite.pages.page import Page
from ragsite.pages.questions import answers
from ragsite.publish import PublicSite
from tests.factories import make_public
from tests.gmpp import needs_gmpp, portfolio
from tests.reading import page_at, said

pytestmark = needs_gmpp


@pytest.fixture(scope="module")
def public() -> PublicSite:
    return make_public(portfolio())


@pytest.fixture(scope="module")
def pages(public: PublicSite) -> list[Page]:
    return list(all_pages(public))


def test_every_page_is_drawn_under_a_title_of_its_own(public: PublicSite, pages: list[Page]) -> None:
    assert all(draw(page, public) for page in pages)
    assert [title for title, number in Counter(page.title for page in pages).items() if number > 1] == []


def test_the_page_of_crossrail_shows_the_break_between_the_scales(public: PublicSite, pages: list[Page]) -> None:
    words = said(page_at(pages, "/plans/gmpp/items/dft_0001_1112-q1/"), public)
    assert "Better than in the report 2022 (was Amber)" in words
    assert words.index("Amber/Red") < words.index("Scale redefined")


def test_a_withheld_rating_is_told_as_not_published(public: PublicSite, pages: list[Page]) -> None:
    words = said(page_at(pages, "/plans/gmpp/items/mod_0111_1718-q1/"), public)
    assert "Not rated in the report 2023. Not published. The source prints “Exempt under Section 26" in words


def test_what_changed_in_the_year_of_the_new_scale_is_no_better_and_no_worse(
    public: PublicSite, pages: list[Page]
) -> None:
    words = said(page_at(pages, "/plans/gmpp/reports/2022/changes/"), public)
    assert "151 of 159 projects are rated in both, but the scale was redefined, so they are not compared." in words
    assert "got better" not in words


def test_lists_count_the_latest_year(public: PublicSite) -> None:
    chosen = {one.name: len(one.chosen.items) for one in lists.listings(portfolio()) if one.chosen}
    assert {name: chosen[name] for name in ("green", "amber", "red", "not-rated")} == {
        "green": 26,
        "amber": 183,
        "red": 23,
        "not-rated": 12,
    }


def test_the_short_answer_compares_like_with_like() -> None:
    assert answers(portfolio())[0].short == "32 better, 24 worse of 189 (2023)"
