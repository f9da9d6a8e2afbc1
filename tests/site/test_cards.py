"""Cards stand in frames on other sites: they ask for nothing but their styles, and lead to the pages they belong to."""

import re
from pathlib import Path

from tests.site.test_links import broken_links


def test_every_link_of_a_card_leads_somewhere(documents: dict[str, str], built_site: Path) -> None:
    broken = broken_links(documents, built_site)
    assert [one for one in broken if "/card/: " in one] == []


def test_each_card_stands_below_the_page_it_belongs_to(cards: dict[str, str], pages: dict[str, str]) -> None:
    assert cards
    assert {address.removesuffix("card/") for address in cards} <= pages.keys()


def test_a_card_has_one_heading_a_language_a_title_and_is_not_for_search_engines(cards: dict[str, str]) -> None:
    for address, html in cards.items():
        assert len(re.findall(r"<h[1-6][ >]", html)) == len(re.findall(r"<h1[ >]", html)) == 1, address
        assert '<html lang="en-GB">' in html
        assert len(re.findall(r"<title>Card: .+</title>", html)) == 1, address
        assert '<meta name="robots" content="noindex">' in html


def test_a_card_has_no_script_and_one_stylesheet(cards: dict[str, str]) -> None:
    for address, html in cards.items():
        assert not re.search(r"<script|<img|<iframe|\sstyle=|\son[a-z]+=", html), address
        assert html.count('rel="stylesheet"') == 1


def test_every_frame_and_badge_that_a_page_offers_exists(pages: dict[str, str], built_site: Path) -> None:
    for html in pages.values():
        for found in re.findall(r"(?:src|href)=&#34;https?://[^/]+(/[^&]*)&#34;", html):
            file = built_site / found.lstrip("/")
            assert (file / "index.html" if found.endswith("/") else file).is_file(), found
