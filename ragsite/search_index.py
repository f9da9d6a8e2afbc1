"""The search index: Pagefind's chunks beside the built pages, and nothing else of what it writes."""

import shutil
import subprocess
import sys
import zlib
from gzip import BadGzipFile
from pathlib import Path

from ragsite.refusal import Refused
from ragsite.search_order import put_in_order

FOLDER = "pagefind"
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind", "wasm.unknown.pagefind")
"""What a search page loads besides the fragments, index chunks, filters and metadata."""

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
    files = [path for path in target.rglob("*") if path.is_file()]
    for path in files:
        if path.name not in NEEDED and path.suffix not in CHUNKS:
            path.unlink()
    return sum(path.is_file() for path in target.rglob("*"))
