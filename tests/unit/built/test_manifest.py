"""A copy of a site is whole when each file is as the manifest says, and none has been added."""

import json
from pathlib import Path

import pytest

from ragsite.built.manifest import NAME, differences, hashed, manifest, write_manifest


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of two files."""
    (tmp_path / "index.html").write_text("<p>Home")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "items.csv").write_text("plan\n")
    write_manifest(tmp_path, hashed(tmp_path))
    return tmp_path


def told(site: Path) -> list[tuple[str, str]]:
    return [(found.code, found.location.path) for found in differences(site)]


def test_it_names_every_file_with_size_and_hash(site: Path) -> None:
    document = json.loads((site / NAME).read_text())
    assert (document["schema_version"], document["pages"]) == (1, 1)
    assert list(document["files"]) == ["data/items.csv", "index.html"]
    assert document["files"]["data/items.csv"]["bytes"] == 5
    assert len(document["files"]["data/items.csv"]["sha256"]) == 64


def test_the_same_files_give_the_same_bytes(site: Path) -> None:
    assert manifest(hashed(site)) == (site / NAME).read_bytes()


def test_a_whole_copy_has_no_difference(site: Path) -> None:
    assert told(site) == []


def test_each_kind_of_difference_is_told(site: Path) -> None:
    (site / "index.html").write_text("<p>Other")
    (site / "data" / "items.csv").unlink()
    (site / "added.js").write_text("")
    assert told(site) == [("B304", "added.js"), ("B302", "data/items.csv"), ("B303", "index.html")]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": {"a": 1}}', '{"files": [1]}', "\xff"])
def test_a_manifest_that_is_none_is_told(site: Path, text: str) -> None:
    (site / NAME).write_bytes(text.encode("latin-1"))
    assert told(site) == [("B301", NAME)]


def test_a_folder_without_a_manifest_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "nowhere") == [("B301", NAME)]
