"""The search index is made again when a page that is searched has changed, and is the same as a new one."""

import shutil
from pathlib import Path

import pytest

from ragsite import search_index
from ragsite.search_index import FOLDER, put_index
from ragsite.store import Store

PAGE = '<html lang="en"><title>One</title><main data-pagefind-body><h1>One</h1><p>Words of a plan.</p></main>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with a page that is searched and one that is not."""
    folder = tmp_path / "site"
    (folder / "card").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "card/index.html").write_text('<html lang="en"><title>Card</title><p>Words', "utf-8")
    return folder


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that Pagefind was run on."""
    folders: list[Path] = []
    make = search_index.index_site

    def noted(folder: Path) -> int:
        folders.append(folder)
        return make(folder)

    monkeypatch.setattr(search_index, "index_site", noted)
    return folders


def index(site: Path, store: Store, program: str = "p1") -> dict[str, bytes]:
    """The files of the index by path, after a build that begins with an empty folder."""
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    put_index(site, store, program=program)
    files = (path for path in (site / FOLDER).rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_the_kept_index_is_that_of_a_clean_build(site: Path, tmp_path: Path, made: list[Path]) -> None:
    first = index(site, Store(tmp_path / "cache"))
    (site / "card/index.html").write_text("<p>Other words on a card", "utf-8")
    kept = index(site, Store(tmp_path / "cache"))
    assert len(made) == 1
    assert kept == first == index(site, Store())


def test_other_words_another_place_or_another_program_make_it_anew(
    site: Path, tmp_path: Path, made: list[Path]
) -> None:
    cache = tmp_path / "cache"
    first = index(site, Store(cache))
    (site / "index.html").write_text(PAGE.replace("plan", "report"), "utf-8")
    assert index(site, Store(cache)) != first
    (site / "index.html").rename(site / "other.html")
    index(site, Store(cache))
    index(site, Store(cache), program="p2")
    assert len(made) == 4


def test_a_damaged_index_is_made_again(site: Path, tmp_path: Path, made: list[Path]) -> None:
    first = index(site, Store(tmp_path / "cache"))
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-30].replace(b"pagefind", b"PAGEFIND", 3))
    assert index(site, Store(tmp_path / "cache")) == first
    assert len(made) == 2
