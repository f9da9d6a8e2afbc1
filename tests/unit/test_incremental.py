"""A build that keeps what did not change gives the bytes of a clean one, and draws nothing anew that it need not."""

import shutil
from pathlib import Path

import pytest

from benchmarks.content import write_content
from benchmarks.edits import NOW, build, compare, try_edits
from ragsite import stamp
from ragsite.prepare import prepare
from ragsite.store import Store
from ragsite.write import Written, write_site

EDITS = 20


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two small plans."""
    write_content(tmp_path, items=8, plan_size=4)
    return tmp_path / "content"


def written(content: Path, store: Store) -> Written:
    folder = content.parent / "site"
    shutil.rmtree(folder, ignore_errors=True)
    return write_site(prepare(content, now=NOW, store=store), folder)


def test_random_edits_never_make_a_difference() -> None:
    assert len(list(try_edits(EDITS, seed=7))) == EDITS


def test_nothing_is_drawn_where_nothing_changed(content: Path) -> None:
    first = written(content, Store(content.parent / "cache"))
    again = written(content, Store(content.parent / "cache"))
    assert first.drawn == len(first.pages) > 50
    assert (again.pages, again.drawn) == (first.pages, 0)


def test_only_the_pages_that_show_a_change_are_drawn(content: Path) -> None:
    first = written(content, Store(content.parent / "cache"))
    report = content / "plans/plan-002/reports/2023-03.yml"
    report.write_text(report.read_text("utf-8").replace("progress:\n  - ", "progress:\n  - Now, ", 1), "utf-8")
    again = written(content, Store(content.parent / "cache"))
    showing = [page for page in first.pages if page.endswith(("plan-002/items/a1-1/", "plan-002/reports/2023-03/"))]
    assert len(showing) == 2 <= again.drawn < len(first.pages) / 5


def test_a_folder_that_cannot_be_read_as_a_cache_is_no_harm(content: Path) -> None:
    cache = content.parent / "cache"
    written(content, Store(cache))
    for path in cache.rglob("*"):
        if path.is_file():
            path.write_bytes(b"not what was kept")
    folder = content.parent / "kept"
    assert not compare(build(content, folder, Store(cache)), build(content, content.parent / "clean", Store()))


@pytest.mark.parametrize("name", ["shell.html", "css/tokens.css"])
def test_another_theme_is_another_program(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(stamp.THEME, theme)
    monkeypatch.setattr(stamp, "THEME", theme)
    before = stamp.program_key()
    (theme / name).write_bytes((theme / name).read_bytes() + b"\n")
    assert stamp.program_key() != before


def test_another_day_looks_again_but_draws_nothing(content: Path) -> None:
    """Some rules depend on the day; what readers are told never does."""
    cache = content.parent / "cache"
    written(content, Store(cache))
    later = prepare(content, now=NOW.replace(year=2031), store=Store(cache))
    assert {finding.code for finding in later.findings} >= {"L901"}
    assert write_site(later, content.parent / "later").drawn == 0
