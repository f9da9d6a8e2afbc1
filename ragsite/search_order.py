"""Puts the search index into one order: Pagefind writes its filters in another at each run.

A build of the same content must give the same bytes. Pagefind (1.5) names each chunk after its own bytes, and the
order of filter values within a chunk, and of filters within the metadata, is left to chance. Both are sorted here
and the files are named anew.
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

MARK = b"pagefind_dcd"
"""Begins every chunk, before its CBOR."""

FILTERS = 3
"""Where in the metadata the list of filters stands: pairs of name and chunk."""


def put_in_order(folder: Path) -> None:
    """Sorts the filters below Pagefind's `folder` and renames what is named after its bytes."""
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text("utf-8"))
    for language in entry["languages"].values():
        language["hash"] = _order_metadata(folder, language["hash"])
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _order_metadata(folder: Path, name: str) -> str:
    file = folder / f"pagefind.{name}.pf_meta"
    metadata = _read(file)
    renamed = [[label, _order_filter(folder, chunk)] for label, chunk in metadata[FILTERS]]
    metadata[FILTERS] = sorted(renamed)
    return _write(metadata, folder, pattern="pagefind.{}.pf_meta", language=name.partition("_")[0], old=file)


def _order_filter(folder: Path, name: str) -> str:
    file = folder / "filter" / f"{name}.pf_filter"
    label, values = _read(file)
    ordered = [label, sorted(values)]
    return _write(ordered, folder / "filter", pattern="{}.pf_filter", language=name.partition("_")[0], old=file)


def _read(file: Path) -> Any:
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(MARK))


def _write(value: Any, folder: Path, *, pattern: str, language: str, old: Path) -> str:
    content = MARK + cbor2.dumps(value)
    name = f"{language}_{hashlib.sha256(content).hexdigest()[:10]}"
    old.unlink()
    (folder / pattern.format(name)).write_bytes(gzip.compress(content, mtime=0))
    return name
