"""ragsite itself: read, check, build with all data files, with and without the search index."""

import shutil
import sys
from functools import partial
from pathlib import Path

from benchmarks.peers.peer import Job, Peer, nothing_missing
from benchmarks.source import Source


def _prepare(source: Source, folder: Path, *, search: bool) -> Job:
    shutil.copytree(source.project, folder, dirs_exist_ok=True)
    path = folder / "mkdocs.yml"
    setting = f"  - ragsite:\n      search: {'true' if search else 'false'}"
    path.write_text(path.read_text(encoding="utf-8").replace("  - ragsite", setting), encoding="utf-8")
    command = (sys.executable, "-m", "ragsite", "build", "--no-cache", "--site-dir", "out")
    return Job(command, folder, folder / "out", {"NO_MKDOCS_2_WARNING": "1"})


OWN = Peer(
    "ragsite",
    "Read, checked and built with every data file, feed, badge and card; no search index",
    nothing_missing,
    partial(_prepare, search=False),
)
OWN_SEARCH = Peer(
    "ragsite with search",
    "The same, and the Pagefind index of its pages",
    nothing_missing,
    partial(_prepare, search=True),
)
