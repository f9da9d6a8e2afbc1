"""The search index is the same at each build, whatever order its filters were written in."""

import gzip
import json
from pathlib import Path
from typing import Any

import cbor2
import pytest

from ragsite.search_order import MARK, put_in_order

VALUES = [["green", [1, 4]], ["amber", [2]], ["red", [0, 3]]]


def chunk(value: Any) -> bytes:
    return gzip.compress(MARK + cbor2.dumps(value), mtime=1)


def read(file: Path) -> Any:
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(MARK))


def make_index(folder: Path, *, values: list[Any], labels: list[str], names: list[str]) -> Path:
    """An index as Pagefind writes it: filters named after nothing we can know."""
    (folder / "filter").mkdir(parents=True)
    for label, name in zip(labels, names, strict=True):
        (folder / "filter" / f"{name}.pf_filter").write_bytes(chunk([label, values]))
    filters = [list(pair) for pair in zip(labels, names, strict=True)]
    (folder / "pagefind.en_1.pf_meta").write_bytes(chunk(["1.5.2", [["en_a", 9]], [["w", "en_b"]], filters, []]))
    entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_1", "wasm": "en"}}, "include_characters": ["‿"]}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
    return folder


@pytest.fixture
def indexes(tmp_path: Path) -> list[Path]:
    one = make_index(tmp_path / "one", values=VALUES, labels=["rating", "kind"], names=["en_x", "en_y"])
    other = make_index(tmp_path / "other", values=VALUES[::-1], labels=["kind", "rating"], names=["en_p", "en_q"])
    for folder in (one, other):
        put_in_order(folder)
    return [one, other]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_orders_give_the_same_files(indexes: list[Path]) -> None:
    assert files(indexes[0]) == files(indexes[1])
    assert len(files(indexes[0])) == 4


def test_every_name_leads_to_its_file_and_nothing_is_lost(indexes: list[Path]) -> None:
    folder = indexes[0]
    entry = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))
    assert entry["include_characters"] == ["‿"]
    metadata = read(folder / f"pagefind.{entry['languages']['en']['hash']}.pf_meta")
    assert metadata[:3] == ["1.5.2", [["en_a", 9]], [["w", "en_b"]]]
    assert [label for label, _ in metadata[3]] == ["kind", "rating"]
    for label, name in metadata[3]:
        assert read(folder / "filter" / f"{name}.pf_filter") == [label, sorted(VALUES)]
