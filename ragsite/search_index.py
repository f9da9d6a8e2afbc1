"""The search index: Pagefind's chunks beside the built pages, and nothing else of what it writes."""

import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from gzip import BadGzipFile
from pathlib import Path

from ragsite.refusal import Refused
from ragsite.search_order import put_in_order
from ragsite.store import Damaged, Store, digest

FOLDER = "pagefind"
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind", "wasm.unknown.pagefind")
"""What a search page loads besides the fragments, index chunks, filters and metadata."""

SLOT = "site/search"
MARK = b"data-pagefind-body"
"""Stands in each page that is searched; cards and the page for unknown addresses do without."""

CHUNKS = (".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta")

ROOM = 64 * 1024
"""Bytes that must be free on the disk afterwards: Pagefind does not always tell when it had no room to write."""

UNREADABLE = (ValueError, LookupError, EOFError, BadGzipFile, zlib.error)
"""What reading a file meets that Pagefind could not write to its end; it does not always tell."""

CUT_OFF = (
    "The search index could not be written to its end; most likely the disk is full. Nothing was published, and a site"
    " that was there is as it was. Free some space and build again."
)


class SearchIndexError(Refused):
    """The search index could not be made; the message says why."""


def put_index(site_dir: Path, store: Store, *, program: str) -> None:
    """The search index of the built pages: the one that is kept where they show the same to searchers, or a new one.

    `program` is the key of the program, with the version of Pagefind in it.
    """
    key = digest(program, *_indexed(site_dir))
    shutil.rmtree(site_dir / FOLDER, ignore_errors=True)
    try:
        for path, content in store.files(SLOT, key):
            _write(site_dir / FOLDER / path, content)
    except Damaged:
        index_site(site_dir)
        with store.keeping(SLOT, key) as keep:
            for file in _files(site_dir / FOLDER):
                keep(file.relative_to(site_dir / FOLDER).as_posix(), file.read_bytes(), "")


def _indexed(site_dir: Path) -> Iterator[bytes | str]:
    """Path and bytes of each page that Pagefind takes words from; where none is marked it takes them from all."""
    pages = [(path.relative_to(site_dir).as_posix(), path.read_bytes()) for path in sorted(site_dir.rglob("*.html"))]
    marked = [(path, content) for path, content in pages if MARK in content]
    for path, content in marked or pages:
        yield from (path, content)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def index_site(site_dir: Path) -> int:
    """Indexes the built pages below `site_dir` into `pagefind/`; returns how many files were written."""
    target = site_dir / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(site_dir), "--output-subdir", FOLDER]
    command += ["--force-language", "en", "--silent"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode != 0:
        raise SearchIndexError(f"The search index could not be made: {(done.stderr or done.stdout).strip()}")
    try:
        put_in_order(target)
    except UNREADABLE as error:
        raise SearchIndexError(CUT_OFF) from error
    if shutil.disk_usage(target).free < ROOM:
        raise SearchIndexError(CUT_OFF)
    return _keep_needed(target)


def _keep_needed(target: Path) -> int:
    for path in _files(target):
        if path.name not in NEEDED and path.suffix not in CHUNKS:
            path.unlink()
    return len(_files(target))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
