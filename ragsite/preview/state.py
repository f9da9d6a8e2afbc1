"""What a running preview shows: the last content without errors, and what the checks say of it as it is now."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ragsite.prepare import prepare
from ragsite.preview.shelf import Shelf
from ragsite.problems import Finding, errors_among
from ragsite.store import Store

Stamp = tuple[tuple[str, int, int, int], ...]
"""Name, time, size and number on the disk of each file."""


@dataclass(frozen=True)
class State:
    """One moment of a preview. `is_stale`: the content has errors, and `shelf` is what there was before them."""

    version: int = 0
    shelf: Shelf | None = None
    findings: tuple[Finding, ...] = ()
    is_stale: bool = False
    stamp: Stamp = field(default=(), repr=False)


def next_state(before: State, content: Path, *, now: datetime, store: Store, drafts: bool = False) -> State:
    """The state after the content changed: new pages where it has no errors, else the old ones with the errors told.

    `store` keeps what was read and found, so that only a plan that changed is read, checked and published anew.
    """
    stamp = stamp_of(content)
    prepared = prepare(content, now=now, store=store)
    findings, version = prepared.findings, before.version + 1
    if errors_among(findings):
        return State(version, before.shelf, findings, is_stale=True, stamp=stamp)
    shelf = Shelf(prepared.with_drafts() if drafts else prepared, before.shelf)
    for known in prepared.plans:
        store.release(known.slot("read"))
    return State(version, shelf, findings, stamp=stamp)


def stamp_of(content: Path) -> Stamp:
    """What tells that a file changed: one entry for each file in the folder, in order."""
    return tuple(sorted(_files(str(content))))


def _files(folder: str) -> Iterator[tuple[str, int, int, int]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir():
                yield from _files(entry.path)
            elif entry.is_file():
                told = entry.stat()
                yield entry.path, told.st_mtime_ns, told.st_size, told.st_ino
        except OSError:
            continue
