"""What was kept is found whole or not at all."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.store import KEPT, Damaged, Store, digest

FILES = {"a/index.html": b"one", "b.csv": b""}


def keep_files(store: Store, key: str) -> None:
    with store.keeping("plan/files", key) as keep:
        for path, content in FILES.items():
            keep(path, content, key if path == "a/index.html" else "")


def only_file(folder: Path) -> Path:
    (path,) = (path for path in folder.rglob("*") if path.is_file())
    return path


class TestValues:
    def test_another_process_finds_what_was_kept(self, tmp_path: Path) -> None:
        Store(tmp_path).put("plan", "k1", {"title": "One"})
        assert Store(tmp_path).get("plan", "k1") == {"title": "One"}

    def test_nothing_is_found_under_another_key(self, tmp_path: Path) -> None:
        store = Store(tmp_path)
        store.put("plan", "k1", "one")
        assert store.get("plan", "k2") is None

    def test_without_a_folder_a_value_lives_as_long_as_the_store(self) -> None:
        store = Store()
        store.put("plan", "k1", "one")
        assert (store.get("plan", "k1"), Store().get("plan", "k1")) == ("one", None)

    def test_only_the_newest_versions_stay(self, tmp_path: Path) -> None:
        for number in range(KEPT + 4):
            Store(tmp_path).put("plan", f"k{number}", number)
        assert len(list((tmp_path / "plan").iterdir())) == KEPT
        assert Store(tmp_path).get("plan", f"k{KEPT + 3}") == KEPT + 3

    @given(cut=st.integers(0, 60), bit=st.integers(0, 7), how=st.sampled_from(["cut", "flip"]))
    def test_a_damaged_value_counts_as_not_there(
        self, tmp_path_factory: pytest.TempPathFactory, cut: int, bit: int, how: str
    ) -> None:
        folder = tmp_path_factory.mktemp("store")
        Store(folder).put("plan", "k1", "a value of some length")
        path = only_file(folder)
        content = bytearray(path.read_bytes())
        place = cut % len(content)
        content[place] ^= 1 << bit
        path.write_bytes(content[:place] if how == "cut" else content)
        assert Store(folder).get("plan", "k1") is None

    def test_a_value_that_needs_what_is_gone_counts_as_not_there(self, tmp_path: Path) -> None:
        Store(tmp_path).put("plan", "k1", "value")
        only_file(tmp_path).write_bytes(pickle.dumps("no digest before it"))
        assert Store(tmp_path).get("plan", "k1") is None


class TestFiles:
    def test_files_come_back_in_their_order(self, tmp_path: Path) -> None:
        keep_files(Store(tmp_path), "k1")
        assert list(Store(tmp_path).files("plan/files", "k1")) == list(FILES.items())

    def test_one_damaged_file_spoils_all(self, tmp_path: Path) -> None:
        keep_files(Store(tmp_path), "k1")
        path = only_file(tmp_path)
        path.write_bytes(path.read_bytes().replace(b"one", b"two"))
        with pytest.raises(Damaged):
            list(Store(tmp_path).files("plan/files", "k1"))

    def test_a_file_of_an_earlier_set_is_found_by_what_it_was_made_from(self, tmp_path: Path) -> None:
        keep_files(Store(tmp_path), "k1")
        with Store(tmp_path).earlier("plan/files") as find:
            assert find("a/index.html", "k1") == b"one"
            assert find("a/index.html", "k2") is None
            assert find("b.csv", "") is None
            assert find("c.csv", "k1") is None

    def test_a_damaged_file_of_an_earlier_set_is_not_found(self, tmp_path: Path) -> None:
        keep_files(Store(tmp_path), "k1")
        path = only_file(tmp_path)
        path.write_bytes(path.read_bytes().replace(b"one", b"two"))
        with Store(tmp_path).earlier("plan/files") as find:
            assert find("a/index.html", "k1") is None

    @pytest.mark.parametrize("folder", ["", "empty"])
    def test_where_nothing_was_kept_nothing_is_found(self, folder: str, tmp_path: Path) -> None:
        with Store(tmp_path / folder if folder else None).earlier("plan/files") as find:
            assert find("a/index.html", "k1") is None

    def test_half_a_set_is_never_kept(self, tmp_path: Path) -> None:
        with pytest.raises(TypeError), Store(tmp_path).keeping("plan/files", "k1") as keep:
            keep("a", None, "")  # type: ignore[arg-type]
        with pytest.raises(Damaged):
            list(Store(tmp_path).files("plan/files", "k1"))
        assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_where_a_part_of_a_key_ends_counts() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")}) == 4


class TestBehind:
    @pytest.fixture
    def behind(self, tmp_path: Path) -> Path:
        """A store with a value and files, to stand behind others."""
        folder = tmp_path / "behind"
        Store(folder).put("plan/value", "k1", "one")
        keep_files(Store(folder), "k1")
        return folder

    @pytest.mark.parametrize("own", ["own", None])
    def test_what_stands_behind_is_found(self, behind: Path, tmp_path: Path, own: str | None) -> None:
        store = Store(tmp_path / own if own else None, behind=(tmp_path / "nowhere", behind))
        assert store.get("plan/value", "k1") == "one"
        assert dict(store.files("plan/files", "k1")) == FILES
        with store.earlier("plan/files") as find:
            assert find("a/index.html", "k1") == b"one"

    def test_nothing_is_written_behind(self, behind: Path, tmp_path: Path) -> None:
        before = sorted(behind.rglob("*"))
        Store(tmp_path / "own", behind=(behind,)).put("plan/value", "k2", "two")
        Store(behind=(behind,)).put("plan/value", "k2", "two")
        assert sorted(behind.rglob("*")) == before

    @pytest.mark.parametrize("can_link", [True, False])
    def test_slots_that_are_not_filled_anew_are_taken_over(
        self, behind: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_link: bool
    ) -> None:
        if not can_link:
            monkeypatch.setattr("ragsite.store.os.link", no_links)
        store = Store(tmp_path / "own", behind=(behind,))
        store.put("plan/value", "k2", "two")
        store.take_over("plan")
        alone = Store(tmp_path / "own")
        assert dict(alone.files("plan/files", "k1")) == FILES
        assert (alone.get("plan/value", "k1"), alone.get("plan/value", "k2")) == (None, "two")


def no_links(_path: str, _to: str) -> None:
    raise OSError("no links here")
