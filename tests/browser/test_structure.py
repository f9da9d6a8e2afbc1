"""What assistive technology is told: headings, landmarks, tables, pictures, languages, and the words of dates."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.samples import PAGES, SAMPLES

OUTLINE = """() => ({
    lang: document.documentElement.lang,
    title: document.title,
    levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(one => one.checkVisibility()
        || one.closest('details')).map(one => Number(one.tagName[1])),
    banners: document.querySelectorAll('body > header').length,
    mains: document.querySelectorAll('main').length,
    footers: document.querySelectorAll('body > footer').length,
    navs: [...document.querySelectorAll('nav')].map(one => one.ariaLabel),
    currents: [...document.querySelectorAll('nav')].map(one => one.querySelectorAll('[aria-current=page]').length),
    regions: [...document.querySelectorAll('section[aria-labelledby], [role=region]')].map(
        one => one.ariaLabel || document.getElementById(one.getAttribute('aria-labelledby'))?.textContent.trim()),
    twice: [...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) !== at),
})"""
TABLES = """() => [...document.querySelectorAll('table')].flatMap(table => {
    const faults = [], rows = [...table.rows];
    if (!table.caption?.textContent.trim()) faults.push('no caption');
    if ([...table.querySelectorAll('th')].some(head => !head.scope)) faults.push('a heading without scope');
    if ([...table.querySelectorAll('thead th')].some(head => !head.textContent.trim())) faults.push('an empty head');
    for (const head of table.querySelectorAll('th[scope=rowgroup]'))
        if (head.closest('tbody').rows.length < 2) faults.push('a group without rows');
    const columns = table.tHead ? table.tHead.rows[0].cells.length : 0;
    for (const row of table.querySelectorAll('tbody tr')) {
        const width = [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
        if (columns && width !== columns) faults.push(`a row of ${width} cells under ${columns} headings`);
    }
    for (const cell of table.querySelectorAll('td.is-number'))
        if (getComputedStyle(cell).textAlign !== 'right') faults.push('a number not to the right');
    return faults.map(fault => `${table.caption?.textContent.trim()}: ${fault}`);
})"""
PICTURES = """needsTable => [...document.querySelectorAll('svg, img')].flatMap(picture => {
    if (picture.closest('[aria-hidden=true]') || picture.alt === '') return [];
    const name = picture.ariaLabel || picture.alt || (picture.getAttribute('aria-labelledby') ?? '').split(' ')
        .map(id => document.getElementById(id)?.textContent.trim() ?? '').join(' ').trim();
    const faults = [];
    if (picture.tagName === 'svg' && picture.getAttribute('role') !== 'img') faults.push('no role');
    if (!name) faults.push('no name');
    const isChart = needsTable && picture.matches('.chart, .dist__bar');
    if (isChart && !hasFigures(picture)) faults.push('no table of its figures');
    return faults.map(fault => `${picture.outerHTML.slice(0, 100)}: ${fault}`);

    function hasFigures(one) {
        if (one.closest('table, .card')) return true;
        const part = one.closest('section') ?? document;
        return Boolean(part.querySelector('table'));
    }
})"""
ABOUT_DATA = ("data", "dictionary")
MACHINE_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
WORDED = re.compile(r"[^/]*(\d{4}|[A-Za-z])[^/]*")


@pytest.fixture(scope="module", params=PAGES)
def drawn(request: pytest.FixtureRequest, contexts: Callable[..., Any], url: Callable[[str], str]) -> Iterator[Page]:
    """Each page once for all tests of this file, its details open; `drawn.name` says which it is."""
    page = contexts(reduced_motion="reduce", locale="en-GB").new_page()
    page.goto(url(request.param))
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.name = request.param
    yield page
    page.close()


def test_headings_landmarks_and_language(drawn: Any) -> None:
    told: dict[str, Any] = drawn.evaluate(OUTLINE)
    assert (told["lang"], told["mains"]) == ("en-GB", 1)
    assert told["title"]
    assert told["levels"].count(1) == 1
    assert [(one, other) for one, other in pairwise(told["levels"]) if other > one + 1] == []
    assert all(told["navs"])
    assert max(told["currents"], default=0) <= 1
    assert all(told["regions"])
    assert told["twice"] == []
    if drawn.name in SAMPLES:
        assert (told["banners"], told["footers"]) == (1, 1)
        assert sorted(set(told["navs"])) == sorted(told["navs"])
        assert sorted(set(told["regions"])) == sorted(told["regions"])


def test_tables_can_be_heard(drawn: Any) -> None:
    assert drawn.evaluate(TABLES) == []


def test_pictures_have_names_and_their_figures_in_a_table(drawn: Any) -> None:
    """A bar in the gallery or on a card of the home page stands alone: there its name tells every figure."""
    assert drawn.evaluate(PICTURES, drawn.name in SAMPLES) == []


def test_every_badge_says_its_rating_in_words_and_has_a_shape(drawn: Any) -> None:
    mute = """() => [...document.querySelectorAll('.badge')].filter(one => !one.textContent.trim()
        || one.closest('a, button') || !getComputedStyle(one, '::before').maskImage.startsWith('url('))
        .map(one => one.outerHTML)"""
    assert drawn.evaluate(mute) == []


def test_dates_are_told_in_words(drawn: Any) -> None:
    """What a source prints is marked as printed; pages about data files tell what stands in them.

    Words of a paper that are restated with a date such as 25/09/20 are a matter of content: checks tell of them.
    """
    text = re.sub(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|\(printed [^)]*\)", "", drawn.locator("main").inner_text())
    assert drawn.name in ABOUT_DATA or MACHINE_DATE.findall(text) == []
    told = drawn.locator("main time, .period li").all_inner_texts()
    assert [one for one in told if one and not WORDED.fullmatch(one)] == []
