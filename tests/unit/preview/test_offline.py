"""A preview folder as files: links by name, the mark on every page, the words that its search finds."""

import json
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.output import OutputFile, output_files
from ragsite.preview.folder import write_preview
from ragsite.preview.offline import offline_files
from ragsite.publish import PublicSite
from tests import factories
from tests.factories import item, report


def public() -> PublicSite:
    plan = factories.make_plan(items=[item("1", text="Café <b> words."), item("2")],
                               reports=[report("2026-06", {"1": "Red"})])  # fmt: skip
    return factories.make_public(plan, url="https://northmere.example")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(offline_files(output_files(public())))


def pages_of(files: Mapping[str, bytes]) -> list[dict[str, object]]:
    text = files["preview/pages.js"].decode("utf-8")
    found: list[dict[str, object]] = json.loads(text.removeprefix("window.ragsitePages = ").removesuffix(";\n"))
    return found


def test_every_page_is_marked_and_kept_from_search_engines(files: dict[str, bytes]) -> None:
    html = [content.decode("utf-8") for path, content in files.items() if path.endswith(".html")]
    assert html
    for page in html:
        assert page.count('<meta name="robots" content="noindex, nofollow">') == 1
        assert "<strong>DRAFT</strong>" in page
    assert files["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    assert "sitemap.xml" not in files


def test_the_search_knows_the_words_and_the_choices_of_a_page(files: dict[str, bytes]) -> None:
    (found,) = (one for one in pages_of(files) if str(one["url"]).endswith("/items/1/index.html"))
    assert found["url"] == "../plans/northmere-2026/items/1/index.html"
    assert found["title"] == "Title of 1"
    assert "Café <b> words." in str(found["text"])
    assert "DRAFT" not in str(found["text"])
    assert found["filters"]["plan"] == ["northmere-2026"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("href", "local"),
    [
        ("../", "../index.html"),
        ("./", "./index.html"),
        ("../a/?q=1#x", "../a/index.html?q=1#x"),
        ("data.csv", "data.csv"),
        ("#here", "#here"),
        ("?q=1", "?q=1"),
        ("", ""),
        ("https://a.example/b/", "https://a.example/b/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("//a.example/", "//a.example/"),
        ("/plans/", "../plans/index.html"),
    ],
)
def test_a_link_leads_to_a_file(href: str, local: str) -> None:
    html = f'<html><head></head><body><a href="{href}">x</a></body></html>'
    made = dict(offline_files(iter([OutputFile("search/index.html", html.encode)])))
    assert f'<a href="{local}">x</a>' in made["search/index.html"].decode()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=60))
def test_any_words_of_a_page_are_found_whole(words: str) -> None:
    text = words.replace("&", "&amp;").replace("<", "&lt;")
    html = f'<html><head></head><body><main data-pagefind-body><h1>T</h1><p>{text}<br>x</p></main>no</body></html>'
    (entry,) = pages_of(dict(offline_files(iter([OutputFile("index.html", html.encode)]))))
    assert entry["text"] == " ".join(f"T {words} x".split())


def test_the_folder_and_the_zip_file_hold_the_same_and_are_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_preview(public(), tmp_path / name / "preview")
    one, two = ((tmp_path / name / "preview.zip").read_bytes() for name in ("one", "two"))
    assert one == two
    with ZipFile(tmp_path / "one/preview.zip") as packed:
        assert packed.read("preview/index.html") == (tmp_path / "one/preview/index.html").read_bytes()
        number = sum(path.is_file() for path in (tmp_path / "one/preview").rglob("*"))
        assert len(packed.namelist()) == number


def test_a_preview_that_fails_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_preview(public(), tmp_path / "preview")
    before = (tmp_path / "preview.zip").read_bytes()

    def fails(*_: object, **__: object) -> object:
        raise OSError("disk full")

    monkeypatch.setattr("ragsite.preview.folder.offline_files", fails)
    with pytest.raises(OSError, match="disk full"):
        write_preview(public(), tmp_path / "preview")
    assert (tmp_path / "preview.zip").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["preview", "preview.zip"]
