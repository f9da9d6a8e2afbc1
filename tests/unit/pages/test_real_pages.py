"""The pages of the five real plans: complete, unique, without a broken link among them, and honest."""

import posixpath
import re
from itertools import pairwise

import pytest

from ragsite.pages import home, item, plan, report
from ragsite.pages.frame import draw
from ragsite.publish import PublicSite
from tests.reading import main_html, page_at, real_site, said


@pytest.fixture(scope="module")
def public() -> PublicSite:
    return real_site()


@pytest.fixture(scope="module")
def pages(public):
    return [page for kind in (home, plan, item, report) for page in kind.pages(public)]


def test_every_plan_item_and_report_has_one_page(public, pages):
    plans = public.site.plans
    expected = 1 + len(plans) + sum(len(one.items) + len(one.reports) for one in plans)
    assert len({page.path for page in pages}) == len(pages) == expected


def test_titles_are_unique(pages):
    titles = [page.title for page in pages]
    assert len(set(titles)) == len(titles)


def test_links_among_these_pages_and_within_them_lead_somewhere(public, pages):
    paths = {page.path for page in pages}
    broken = []
    for page in pages:
        html = main_html(page, public)
        found = set(re.findall(r'\sid="([^"]*)"', html))
        for href in re.findall(r'<a [^>]*href="([^"]*)"', html):
            target, _, fragment = href.partition("#")
            where = posixpath.normpath(page.path + target).rstrip("/") + "/" if target else page.path
            is_ours = re.search(r"/(items|reports)/[^/]+/$", where)
            if target and is_ours and not target.startswith("http") and where not in paths:
                broken.append((page.path, href))
            if not target and fragment not in found:
                broken.append((page.path, href))
    assert broken == []


def test_ids_on_a_page_are_unique_and_headings_skip_no_level(public, pages):
    faults = []
    for page in pages:
        html = main_html(page, public)
        found = re.findall(r'\sid="([^"]*)"', html)
        levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
        skips = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        if len(set(found)) != len(found) or levels.count(1) != 1 or skips:
            faults.append((page.path, skips))
    assert faults == []


def test_two_drawings_are_the_same_bytes(public, pages):
    again = [page for kind in (home, plan) for page in kind.pages(real_site())]
    for one, other in zip(pages, again, strict=False):
        assert draw(one, public) == draw(other, public)


def test_the_same_colour_keeps_its_own_meaning(public, pages):
    words = said(page_at(pages, "/"), public).replace("\xa0", " ")
    assert "9 of 11 recommendations are rated Green, which here means finished with evidence." in words
    assert "22 of 41 actions are rated Green. The source does not say what Green means." in words


def test_a_rating_lost_with_its_colour_is_not_rated_and_says_so(public, pages):
    words = said(page_at(pages, "/plans/southampton-2020/items/leadership-1/"), public)
    assert "Not rated The cell is blank. The rating was a colour and the colour is lost." in words


def test_thurrocks_numbers_are_a_run_of_four_reports_and_a_nought_is_not_a_rating(public, pages):
    words = said(page_at(pages, "/plans/thurrock-2018/items/p1-a3-s1/"), public)
    assert "The source prints “0”." in words
    assert "4 January 2018 Not rated March 2018 Not rated May 2018" in words


def test_every_page_of_a_plan_says_its_date_and_its_licence(public, pages):
    silent = [
        page.path
        for page in pages
        if page.path != "/" and not (page.period and "icence" in main_html(page, public))
    ]
    assert silent == []
