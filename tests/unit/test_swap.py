"""A reader finds the old site or the new one, never half of either."""

from pathlib import Path

import pytest

from ragsite.swap import replaced


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_new_folder_takes_its_place_when_all_is_done(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "site"
    with replaced(target) as made:
        (made / "index.html").write_text("new")
        assert not target.exists()
    assert (target / "index.html").read_text() == "new"
    assert names(tmp_path) == ["deep", "deep/site", "deep/site/index.html"]


def test_an_old_folder_goes_whole(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "old.html").write_text("old")
    with replaced(target) as made:
        (made / "index.html").write_text("new")
        assert names(target) == ["old.html"]
    assert names(tmp_path) == ["site", "site/index.html"]


def test_the_old_folder_stays_whole_when_something_fails(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "old.html").write_text("old")
    with pytest.raises(FileNotFoundError), replaced(target) as made:
        (made / "missing" / "index.html").write_text("half")
    assert names(tmp_path) == ["site", "site/old.html"]


def test_the_folder_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    with replaced(tmp_path / "site") as made:
        (made / "index.html").write_text("new")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755
