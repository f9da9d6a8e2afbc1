"""All pages of the real content together: one address and title each, sound structure, no link that leads nowhere."""

import posixpath
import re
from itertools import pairwise

import pytest

from ragsite import addresses
from ragsite.exporters import all_files
from ragsite.pages import all_pages
from ragsite.pages.frame import ARTICLE, draw
from tests.reading import main_html, real_site


@pytest.fixture(scope="module")
def public():
    return real_site()


@pytest.fixture(scope="module")
def pages(public):
    return tuple(all_pages(public))


@pytest.fixture(scope="module")
def html(public, pages):
    return {page.path: main_html(page, public) for page in pages}


def ids(text):
    return re.findall(r'\sid="([^"]*)"', text)


def test_every_measure_and_every_part_of_every_plan_has_its_page(public, pages):
    paths = {page.path for page in pages}
    for plan in public.site.plans:
        assert {addresses.measure(plan.id, one.id) for one in plan.measures} <= paths
        assert {addresses.part(plan.id, name) for name in ("measures", "evidence", "data", "notes")} <= paths
    fixed = (
        addresses.RATINGS,
        addresses.GLOSSARY,
        addresses.ABOUT,
        addresses.ACCESSIBILITY,
        addresses.SEARCH,
        addresses.NOT_FOUND,
    )
    assert set(fixed) <= paths


def test_addresses_and_titles_are_unique(pages):
    assert len({page.path for page in pages}) == len(pages)
    titles = [page.title for page in pages]
    assert sorted(title for title in set(titles) if titles.count(title) > 1) == []


def test_every_link_leads_to_a_page_a_file_or_a_place_on_one(public, html):
    files = {file.path for file in all_files(public)}
    known = {path: set(ids(text)) for path, text in html.items()}
    broken = []
    for path, text in html.items():
        for href in re.findall(r'<a [^>]*href="([^"]*)"', text):
            target, _, fragment = href.partition("#")
            if re.match(r"[a-z]+:", target):
                continue
            where = posixpath.join(posixpath.dirname(path), target) if target else path
            where = posixpath.normpath(where) + ("/" if where.endswith("/") else "")
            where = where.replace("//", "/")
            is_found = where in files or (where in known and (not fragment or fragment in known[where]))
            if not is_found:
                broken.append((path, href))
    assert broken == []


def test_ids_are_unique_and_headings_skip_no_level(html):
    faults = []
    for path, text in html.items():
        levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
        skips = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        found = ids(text)
        if len(set(found)) != len(found) or levels.count(1) != 1 or skips:
            faults.append((path, skips, sorted({one for one in found if found.count(one) > 1})))
    assert faults == []


def test_no_page_shows_what_only_programs_read(html):
    words = ("not-available", "being-checked", "Markup(", "Decimal(", "{{", "frozenset(")
    leaks = [
        (path, word)
        for path, text in html.items()
        if not path.endswith(("/data/", "/data/dictionary/"))  # which list the words that the files use
        for word in words
        if word in re.sub(r"<[^>]*>", " ", text)
    ]
    assert leaks == []


def test_every_page_draws_as_an_article_for_another_engine(public, pages):
    for page in pages[:: max(1, len(pages) // 60)]:
        assert "<html" not in draw(page, public, layout=ARTICLE)


def test_two_makings_are_the_same_bytes(public, pages):
    again = tuple(all_pages(real_site()))
    assert [page.path for page in again] == [page.path for page in pages]
    for one, other in list(zip(pages, again, strict=True))[:: max(1, len(pages) // 80)]:
        assert draw(one, public) == draw(other, public)
