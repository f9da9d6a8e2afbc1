"""A file is known without reading it only while it is the one that was read."""

import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from ragsite import marks
from ragsite.marks import Hashed, marks_in, unmarked
from ragsite.store import Store

NEW = Hashed(3, sha256(b"new").hexdigest())


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that was read at an earlier build, however short a time ago."""
    monkeypatch.setattr(marks, "RACE", -1_000_000_000)
    path = tmp_path / "page.html"
    path.write_bytes(b"new")
    noted(tmp_path, path)
    return path


def noted(folder: Path, *paths: Path) -> None:
    """A build that reads what it does not know."""
    found = marks_in(Store(folder / "cache"), "plan/marks")
    for path in paths:
        if found.known(str(path)) is None:
            found.read(str(path))
    found.keep()


def known(path: Path) -> Hashed | None:
    return marks_in(Store(path.parent / "cache"), "plan/marks").known(str(path))


def test_a_file_that_was_read_is_known(file: Path) -> None:
    assert known(file) == NEW
    assert unmarked().known(str(file)) is None
    assert unmarked().read(str(file)) == (NEW, b"new")


def test_it_is_known_where_its_folder_is_moved_to(file: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    file.rename(old / "page.html")
    noted(tmp_path, old / "page.html")
    old.rename(new)
    assert marks_in(Store(tmp_path / "cache"), "plan/marks").known(str(new / "page.html")) == NEW


def rewrite(path: Path) -> None:
    path.write_bytes(b"odd")


def copy_over(path: Path) -> None:
    shutil.copy2(path, path.with_suffix(".copy"))
    path.with_suffix(".copy").replace(path)


@pytest.mark.parametrize("change", [rewrite, copy_over, lambda path: path.chmod(0o600)])
def test_whoever_touches_a_file_is_noticed_though_size_and_time_are_the_same(
    file: Path, change: Callable[[Path], None]
) -> None:
    told = file.stat()
    change(file)
    os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (told.st_size, told.st_mtime_ns)
    assert known(file) is None


def test_what_is_as_new_as_the_last_change_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "RACE", 10**12)
    path = tmp_path / "page.html"
    path.write_bytes(b"new")
    noted(tmp_path, path)
    assert known(path) is None


def test_the_files_of_two_sites_are_known_and_no_more(file: Path, tmp_path: Path) -> None:
    others = [tmp_path / name for name in ("second.html", "third.html")]
    for path in others:
        path.write_bytes(b"new")
    noted(tmp_path, others[0])
    noted(tmp_path, others[0])
    assert (known(file), known(others[0])) == (NEW, NEW)
    noted(tmp_path, others[1])
    assert [known(path) for path in (file, *others)] == [None, NEW, NEW]


def test_where_times_do_not_tell_every_file_is_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "TELLING", False)
    assert known(file) is None
