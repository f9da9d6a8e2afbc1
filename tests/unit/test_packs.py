"""A committee pack is laid out again when what it shows has changed, and never otherwise."""

import shutil
from pathlib import Path

import pytest

from benchmarks.content import write_content
from benchmarks.edits import NOW, compare
from ragsite.pack import apart, offer
from ragsite.pack.document import Document
from ragsite.prepare import prepare
from ragsite.problems import Finding
from ragsite.store import Store
from ragsite.write import write_site

NAMES = ("committee-pack.txt",)
Files = tuple[tuple[Finding, ...], dict[str, bytes]]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two small plans."""
    write_content(tmp_path, items=8, plan_size=4)
    return tmp_path / "content"


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the packs that were laid out, by a writer that takes no time."""
    titles: list[str] = []

    def write(document: Document) -> bytes:
        titles.append(document.title)
        return repr(document).encode()

    monkeypatch.setattr(offer, "WRITERS", {NAMES[0]: ("Committee pack", lambda: True, write)})
    monkeypatch.setattr(apart, "processors", lambda: 1)
    return titles


def built(content: Path, store: Store) -> Files:
    folder = content.parent / "site"
    shutil.rmtree(folder, ignore_errors=True)
    write_site(prepare(content, now=NOW, store=store), folder, packs=NAMES)
    return (), {path.name + str(path.parent): path.read_bytes() for path in folder.rglob("committee-pack.txt")}


def reword(path: Path, before: str, after: str) -> None:
    written = path.read_text("utf-8")
    assert before in written
    path.write_text(written.replace(before, after, 1), "utf-8")


def test_nothing_is_laid_out_where_nothing_changed(content: Path, laid_out: list[str]) -> None:
    first = built(content, Store(content.parent / "cache"))
    assert len(laid_out) == len(first[1]) == 2
    again = built(content, Store(content.parent / "cache"))
    assert len(laid_out) == 2
    assert not compare(again, first)


def test_a_changed_plan_alone_is_laid_out_again(content: Path, laid_out: list[str]) -> None:
    built(content, Store(content.parent / "cache"))
    latest = sorted((content / "plans/plan-002/reports").glob("*.yml"))[-1]
    reword(latest, "progress:\n  - ", "progress:\n  - Now, ")
    kept = built(content, Store(content.parent / "cache"))
    assert len(laid_out) == 3
    assert not compare(kept, built(content, Store()))


def test_a_change_that_no_pack_shows_lays_out_nothing(content: Path, laid_out: list[str]) -> None:
    """The second build finds other files and draws pages anew; what the packs show is compared."""
    built(content, Store(content.parent / "cache"))
    plan = content / "plans/plan-002/plan.yml"
    plan.write_text(plan.read_text("utf-8") + "# A note of the editors\n", "utf-8")
    kept = built(content, Store(content.parent / "cache"))
    assert len(laid_out) == 2
    assert not compare(kept, built(content, Store()))


def test_another_layout_library_lays_out_anew(
    content: Path, laid_out: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    built(content, Store(content.parent / "cache"))
    for module in ("ragsite.pack.offer.made_by", "ragsite.packs.made_by"):
        monkeypatch.setattr(module, lambda: "another Pango")
    built(content, Store(content.parent / "cache"))
    assert len(laid_out) == 4


def test_a_damaged_pack_is_made_again(content: Path, laid_out: list[str]) -> None:
    first = built(content, Store(content.parent / "cache"))
    for path in (content.parent / "cache/plans").glob("*/packs/*"):
        path.write_bytes(path.read_bytes().replace(b"Document", b"Damaged!"))
    assert not compare(built(content, Store(content.parent / "cache")), first)
    assert len(laid_out) == 4
