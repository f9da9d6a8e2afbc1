"""Every link within the site leads to a file that is there, and to a place on it."""

from pathlib import Path

import pytest

from ragsite.built.links import broken_links, leads
from ragsite.problems import Finding


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with a page `a/`, a file and a home page."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").touch()
    (tmp_path / "index.html").touch()
    (tmp_path / "site.css").touch()
    return tmp_path


def told(site: Path, html: str, path: str = "a/index.html") -> list[str]:
    pages = {path: html, "index.html": '<h1 id="top">', **({"a/index.html": ""} if path != "a/index.html" else {})}
    return [found.code for found in findings(site, pages)]


def findings(site: Path, pages: dict[str, str]) -> list[Finding]:
    for path, html in pages.items():
        (site / path).write_text(html, "utf-8")
    return list(broken_links(site, {path: leads(path, html) for path, html in pages.items()}))


@pytest.mark.parametrize(
    "link",
    ["../", "../#top", "./", "#here", "../site.css", "../site.css?v=1", "/", "/a/", "https://x.example/y",
     "//x.example", "mailto:a@x.example", "data:,", "tel:1", "?q=1"],
)  # fmt: skip
def test_good_links(site: Path, link: str) -> None:
    assert told(site, f'<p id="here"><a class="x" href="{link}">x</a>') == []


@pytest.mark.parametrize(
    ("link", "code"),
    [("b/", "B101"), ("../b.html", "B101"), ("../../etc/", "B101"), ("#gone", "B102"), ("../#gone", "B102")],
)
def test_broken_links(site: Path, link: str, code: str) -> None:
    assert told(site, f'<p><a href="{link}">x</a>') == [code]


def test_pictures_scripts_and_forms_are_links_too(site: Path) -> None:
    html = '<img src="x.png"><script src="x.js"></script><form action="y/"></form><link href="x.css"><iframe src="z/">'
    assert told(site, html) == ["B101"] * 5


def test_the_place_is_told(site: Path) -> None:
    found = findings(site, {"a/index.html": '<p>\n<a href="gone/">x</a>'})[0]
    assert str(found.location) == "a/index.html:2:10"
    assert "“a/gone/index.html”" in found.message


def test_words_in_a_text_are_no_links(site: Path) -> None:
    assert told(site, "<p>&lt;a href=&#34;gone/&#34;&gt;") == []


@pytest.mark.parametrize(
    ("path", "link", "file"),
    [
        ("a/b/index.html", "../c/#x", "a/c/index.html"),
        ("a/b/index.html", "../..", "index.html"),
        ("a/b/index.html", "../../../x.css", "../x.css"),
        ("a/b/index.html", "c/../d%20e.csv?v=1", "a/b/d e.csv"),
        ("a/b/index.html", "/a/../site.css", "site.css"),
        ("a/b/index.html", "/../site.css", "../site.css"),
        ("a/b/index.html", "#x", "a/b/index.html"),
        ("404.html", "./", "index.html"),
    ],
)
def test_the_file_that_a_link_names(path: str, link: str, file: str) -> None:
    assert {target for target, _ in leads(path, f'<a href="{link}">x</a>').targets} == {file}


def test_ids_stand_behind_any_space() -> None:
    assert leads("index.html", '<p\nid="a&amp;b"><p id="c" data-id="d">').ids == {"a&b", "c"}
