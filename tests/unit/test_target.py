"""What an earlier site lends to a new one: its own files as they were, nothing else, and none that is not named."""

import os
from pathlib import Path

import pytest

from benchmarks.content import write_content
from benchmarks.edits import NOW, Site, build, compare
from ragsite import marks
from ragsite.prepare import prepare
from ragsite.store import Store
from ragsite.swap import lent_to
from ragsite.target import Target

PAGE = "plans/plan-001/items/a1-1/index.html"
OTHER = "plans/plan-002/items/a1-1/index.html"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two small plans, built often enough that there is a site to be lent to the next."""
    monkeypatch.setattr(marks, "RACE", -1_000_000_000)
    write_content(tmp_path, items=4, plan_size=2)
    for title in ("One", "Two"):
        reword(tmp_path / "content", title)
        built(tmp_path / "content")
    return tmp_path / "content"


def reword(content: Path, words: str) -> None:
    report = content / "plans/plan-001/reports/2025-09.yml"
    head, _, rest = report.read_text("utf-8").partition("progress:\n  - ")
    report.write_text(f"{head}progress:\n  - {words}.\n  - {rest}", "utf-8")


def built(content: Path) -> Site:
    return build(content, content.parent / "site", Store(content.parent / "cache"))


def is_as_clean(content: Path) -> bool:
    return compare(built(content), build(content, content.parent / "clean", Store())) == []


def before(content: Path) -> Path:
    return content.parent / "cache" / "site-before"


def test_a_file_that_did_not_change_is_the_same_file(content: Path) -> None:
    was = {path: (before(content) / path).stat() for path in (PAGE, OTHER)}
    reword(content, "Three")
    assert is_as_clean(content)
    now = {path: (content.parent / "site" / path).stat() for path in (PAGE, OTHER)}
    assert (now[OTHER].st_ino, now[OTHER].st_ctime_ns) == (was[OTHER].st_ino, was[OTHER].st_ctime_ns)
    assert now[PAGE].st_ctime_ns != was[PAGE].st_ctime_ns


def test_other_names_of_a_changed_file_keep_what_they_had(content: Path) -> None:
    copy = content.parent / "copy.html"
    os.link(before(content) / PAGE, copy)
    was = copy.read_bytes()
    reword(content, "Three")
    assert is_as_clean(content)
    assert copy.read_bytes() == was


def test_what_was_put_in_by_hand_goes(content: Path) -> None:
    folder = before(content) / "plans/plan-002"
    (folder / "stray" / "deep").mkdir(parents=True)
    (folder / "stray" / "deep" / "page.html").write_text("stray", "utf-8")
    (folder / "data" / "link").symlink_to(content)
    (before(content) / PAGE).unlink()
    assert is_as_clean(content)
    assert (content / "site.yml").exists()


def test_a_plan_that_is_a_link_elsewhere_is_not_taken(content: Path) -> None:
    elsewhere = content.parent / "elsewhere"
    (before(content) / "plans/plan-002").rename(elsewhere)
    (before(content) / "plans/plan-002").symlink_to(elsewhere)
    assert is_as_clean(content)
    assert (elsewhere / "index.html").exists()


def test_nothing_of_a_plan_that_is_gone_stays(content: Path) -> None:
    (content / "plans/plan-002").rename(content.parent / "plan-002")
    assert is_as_clean(content)
    (content.parent / "plan-002").rename(content / "plans/plan-002")
    assert is_as_clean(content)


def test_files_that_are_kept_no_more_are_made_again(content: Path) -> None:
    """The archive is damaged, and the site before it is not whole: each by itself would do."""
    (before(content) / OTHER).write_bytes(b"changed")
    for path in (content.parent / "cache/plans/plan-002/files").iterdir():
        path.write_bytes(path.read_bytes()[:1000])
    assert is_as_clean(content)


def test_a_file_is_written_only_where_another_stands(tmp_path: Path) -> None:
    there = {"same": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d", "other": "0"}
    for name in there:
        (tmp_path / name).write_bytes(b"what stands here")
    target = Target(tmp_path, dict(there))
    target.write("same", b"b")
    assert (tmp_path / "same").read_bytes() == b"what stands here"
    target.write("same", b"c")
    target.write("deep/new", b"d")
    target.clear()
    found = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {"same": b"c", "deep/new": b"d"}


def test_a_site_that_nobody_lends_to_has_nothing_there(content: Path) -> None:
    folder = content.parent / "plain"
    assert not lent_to(folder).exists()
    assert prepare(content, now=NOW, store=Store()).store.site_before is None
