"""A reader finds the old site or the new one, never half of either."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from ragsite import swap
from ragsite.lock import Taken, locked
from ragsite.refusal import Refused
from ragsite.swap import lent_to, replaced, tidy


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
    (target / "index.html").write_text("old")
    with replaced(target) as made:
        (made / "index.html").write_text("new")
        assert names(target) == ["index.html"]
    assert names(tmp_path) == ["site", "site/index.html"]


def test_the_old_folder_stays_whole_when_something_fails(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("old")
    with pytest.raises(FileNotFoundError), replaced(target) as made:
        (made / "missing" / "index.html").write_text("half")
    assert names(tmp_path) == ["site", "site/index.html"]


def test_the_folder_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    with replaced(tmp_path / "site") as made:
        (made / "index.html").write_text("new")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was published before."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old")
    return folder


def build(target: Path, text: str = "new") -> None:
    with replaced(target) as made:
        (made / "index.html").write_text(text)


@pytest.mark.parametrize("can_exchange", [True, False])
def test_an_old_folder_is_set_aside_and_lent_to_the_next(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(swap, "exchange", lambda *_: False)
    aside = tmp_path / "cache" / "before"
    with replaced(site, aside=aside) as made:
        (made / "index.html").write_text("new")
        assert not lent_to(made).exists()
    assert (aside / "index.html").read_text() == "old"
    with replaced(site, aside=aside) as made:
        (lent_to(made) / "index.html").rename(made / "index.html")
        assert not aside.exists()
    assert (site / "index.html").read_text() == "old"
    assert (aside / "index.html").read_text() == "new"
    assert names(tmp_path) == ["cache", "cache/before", "cache/before/index.html", "site", "site/index.html"]


def test_a_build_that_fails_leaves_nothing_of_what_it_was_lent(site: Path, tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    with pytest.raises(FileNotFoundError), replaced(site, aside=tmp_path / "before") as made:
        (made / "missing" / "index.html").write_text("half")
    assert names(tmp_path) == ["site", "site/index.html"]


def test_on_another_disk_the_old_folder_goes(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if "cache" in str(target):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with replaced(site, aside=tmp_path / "cache" / "before") as made:
        (made / "index.html").write_text("new")
    assert names(tmp_path) == ["cache", "site", "site/index.html"]


def test_what_killed_builds_left_is_cleared_away(site: Path, tmp_path: Path) -> None:
    (tmp_path / ".site.ragsite-new" / "half").mkdir(parents=True)
    (tmp_path / ".site.ragsite-lent" / "half").mkdir(parents=True)
    (tmp_path / ".site.ragsite-lock").touch()
    build(site)
    assert names(tmp_path) == ["site", "site/index.html"]


def test_where_folders_cannot_trade_places_two_renames_do(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    build(site)
    assert (site / "index.html").read_text() == "new"
    assert names(tmp_path) == ["site", "site/index.html"]


def test_the_old_folder_comes_back_when_the_second_rename_fails(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    with pytest.raises(FileNotFoundError), replaced(site) as made:
        shutil.rmtree(made)
    assert (site / "index.html").read_text() == "old"
    assert names(tmp_path) == ["site", "site/index.html"]


def test_the_old_folder_comes_back_after_a_kill_between_two_renames(site: Path, tmp_path: Path) -> None:
    site.rename(tmp_path / ".site.ragsite-old")
    tidy(site)
    assert (site / "index.html").read_text() == "old"
    assert names(tmp_path) == ["site", "site/index.html"]


def test_a_link_to_the_site_stays_a_link(site: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "link").symlink_to(site)
    build(tmp_path / "www" / "link")
    assert (tmp_path / "www" / "link").is_symlink()
    assert (site / "index.html").read_text() == "new"


def test_a_second_build_of_the_same_folder_is_refused(site: Path) -> None:
    with replaced(site) as made:
        (made / "index.html").write_text("first")
        with pytest.raises(Refused, match="Another build is writing"):
            build(site, "second")
    assert (site / "index.html").read_text() == "first"


@pytest.mark.parametrize("number", sorted(swap.FAULTS))
def test_what_the_disk_refuses_is_told_in_words(site: Path, tmp_path: Path, number: int) -> None:
    words = r"could not be written: .+ is as it was\. .+ and build again\."
    with pytest.raises(Refused, match=words) as told, replaced(site):
        raise OSError(number, os.strerror(number), str(tmp_path / "made"))
    assert "made" not in str(told.value)
    assert names(tmp_path) == ["site", "site/index.html"]


def test_other_faults_are_not_explained_away(site: Path) -> None:
    with pytest.raises(OSError, match="pipe"), replaced(site):
        raise OSError(errno.EPIPE, "pipe")


def test_no_folder_is_replaced_that_is_no_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-the-board.docx").touch()
    (tmp_path / "file").touch()
    monkeypatch.chdir(tmp_path)
    for target in ("letters", "file", "."):
        with pytest.raises(Refused, match="is not replaced: it"):
            build(Path(target))
    assert names(tmp_path) == ["file", "letters", "letters/to-the-board.docx"]


def test_a_lock_is_gone_with_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with locked(path), pytest.raises(Taken), locked(path):
        pass
    assert not path.exists()
    with locked(path):
        assert path.exists()
