"""The files of a preview: those of the site, and after a change only what shows it made anew."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from benchmarks.content import write_content
from ragsite.output import Kind, OutputFile, asset_files, output_files
from ragsite.prepare import prepare
from ragsite.preview.shelf import Section, Shelf
from ragsite.preview.state import State, next_state
from ragsite.store import Store

BASE = Path(__file__).resolve().parents[2] / "cases" / "_base"
NOW = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Two small plans."""
    write_content(tmp_path, items=8, plan_size=4)
    return tmp_path / "content"


def change(content: Path, plan: str) -> None:
    report = content / f"plans/{plan}/reports/2025-09.yml"
    report.write_text(report.read_text("utf-8").replace("progress:\n  - ", "progress:\n  - Now, ", 1), "utf-8")


def shelf_of(state: State) -> Shelf:
    assert state.shelf is not None
    return state.shelf


def test_a_shelf_holds_every_file_of_the_site(plans: Path) -> None:
    prepared = prepare(plans, now=NOW, store=Store())
    shelf, public = Shelf(prepared), prepared.public_whole()
    files = [*output_files(public), *asset_files(public)]
    assert len(files) > 100
    assert [file.path for file in files if shelf.bytes_of(file.path) != file.make()] == []


@pytest.mark.parametrize("path", ["plans/none/index.html", "plans/plan-001/items/none/index.html", "none.txt", ""])
def test_what_is_not_there_is_not_found(plans: Path, path: str) -> None:
    assert Shelf(prepare(plans, now=NOW, store=Store())).bytes_of(path) is None


def test_after_a_change_only_what_it_shows_in_is_made_anew(plans: Path) -> None:
    before = next_state(State(), plans, now=NOW, store=(store := Store()))
    page = "plans/plan-001/items/a1-1/index.html"
    shown = shelf_of(before).bytes_of(page) or b""
    change(plans, "plan-001")
    after = next_state(before, plans, now=NOW, store=store)
    old, new = shelf_of(before).sections, shelf_of(after).sections
    assert [name for name in new if new[name] is not old[name]] == ["plan-001", ".site"]
    assert (b"Now, " in shown, b"Now, " in (shelf_of(after).bytes_of(page) or b"")) == (False, True)
    assert shelf_of(before).bytes_of(page) == shown


def test_a_preview_begins_with_what_another_kept(plans: Path) -> None:
    cache = plans.parent / "cache"
    change(plans, "plan-002")
    next_state(State(), plans, now=NOW, store=Store(cache))
    kept = shelf_of(next_state(State(), plans, now=NOW, store=Store(cache)))
    anew = shelf_of(next_state(State(), plans, now=NOW, store=Store()))
    for path in ("index.html", "plans/plan-002/index.html", "changes/index.html"):
        assert kept.bytes_of(path) == (anew.bytes_of(path) or b"not there")


def test_drafts_that_were_previewed_never_come_from_what_was_kept(tmp_path: Path) -> None:
    content = Path(shutil.copytree(BASE, tmp_path / "content"))
    report = content / "plans/northmere-2026/reports/2026-03.yml"
    report.write_text(report.read_text("utf-8").replace("scale: rag", "scale: rag\npublish: false"), "utf-8")
    store, page = Store(tmp_path / "cache"), "plans/northmere-2026/reports/2026-03/index.html"
    with_drafts = shelf_of(next_state(State(), content, now=NOW, store=store, drafts=True))
    assert b"DRAFT" in (with_drafts.bytes_of(page) or b"")
    assert with_drafts.bytes_of("index.html")
    without = shelf_of(next_state(State(), content, now=NOW, store=store))
    assert without.bytes_of(page) is None
    assert without.bytes_of("index.html") != with_drafts.bytes_of("index.html")
    kept, anew = (prepare(content, now=NOW, store=one).public_whole() for one in (store, Store()))
    assert kept == anew


def kind(made: list[str], *names: str) -> Kind:
    def files() -> Iterator[OutputFile]:
        for name in names:
            made.append(name)
            yield OutputFile(name, partial(name.encode))

    return files


def test_a_file_is_first_looked_for_where_it_was_before() -> None:
    made: list[str] = []
    kinds = (kind(made, "a", "b"), kind(made, "c", "d"))
    section = Section("then", lambda: kinds)
    assert section.bytes_of("d") == b"d"
    assert made == ["a", "b", "c", "d"]
    made.clear()
    later = Section("now", lambda: kinds, section.places)
    assert (later.bytes_of("d"), made) == (b"d", ["c", "d"])
    assert (later.bytes_of("c"), made) == (b"c", ["c", "d"])
    assert (later.bytes_of("a"), made) == (b"a", ["c", "d", "a"])


def test_a_file_that_is_of_another_kind_now_is_found_all_the_same() -> None:
    section = Section("now", lambda: (kind([], "a"), kind([], "b", "c")), {"c": 0, "a": 1, "gone": 1})
    assert [section.bytes_of(name) for name in ("c", "a", "gone")] == [b"c", b"a", None]
