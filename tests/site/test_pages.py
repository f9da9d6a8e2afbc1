"""What every page of the built site has: its own title, one main heading, headings in order, a language."""

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

FIXED = [
    "/",
    "/topics/",
    "/ratings/",
    "/glossary/",
    "/about/",
    "/accessibility/",
    "/search/",
    "/404.html",
]
PLANS = ["brighton-hove-2010", "brighton-hove-2017", "leicestershire-2018", "southampton-2020", "thurrock-2018"]
PLAN_PARTS = ["", "measures/", "evidence/", "data/", "notes/", "timeline/", "owners/"]


def test_the_five_plans_and_the_sites_own_pages_are_there(pages: dict[str, str]) -> None:
    wanted = FIXED + [f"/plans/{plan}/{part}" for plan in PLANS for part in PLAN_PARTS]
    assert [address for address in wanted if address not in pages] == []


def test_titles_and_descriptions_are_each_pages_own(pages: dict[str, str]) -> None:
    titles = {address: re.findall(r"<title>(.*?)</title>", html, re.DOTALL) for address, html in pages.items()}
    assert all(len(found) == 1 for found in titles.values())
    repeated = {title for found in titles.values() for title in found if list(titles.values()).count(found) > 1}
    assert repeated == set()


def test_each_page_has_one_main_heading_and_skips_no_level(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        without_svg = re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", without_svg)]
        assert levels.count(1) == 1, address
        jumps = [(one, other) for one, other in pairwise(levels) if other > one + 1]
        assert jumps == [], address


def test_the_language_is_british_english(pages: dict[str, str]) -> None:
    assert all('<html lang="en-GB"' in html for html in pages.values())


def test_no_template_or_program_text_shows(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        text = re.sub(r"<[^>]+>", " ", html)
        assert not re.search(r"\bNone\b(?=[,;)])|\{\{|\}\}|Undefined|<function|object at 0x|Decimal\(", text), address


def test_the_sitemap_names_every_page_but_not_the_error_page(pages: dict[str, str], built_site: Path) -> None:
    tree = ElementTree.parse(built_site / "sitemap.xml")
    found = [element.text or "" for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    base = found[0].removesuffix("/")
    assert {loc.removeprefix(base) for loc in found} == set(pages) - {"/404.html"}


def test_nothing_of_the_parent_theme_is_published(built_site: Path) -> None:
    published = {path.name for path in built_site.rglob("*") if path.is_file()}
    assert not any(name.startswith(("bundle.", "main.", "palette.")) for name in published)
    assert not {path.suffix for path in built_site.rglob("*")} & {".py", ".yml", ".gz", ".map"}
