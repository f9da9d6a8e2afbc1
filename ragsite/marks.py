"""Knows a file that was read before by what the disk tells of it, so that it need not be read again."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile

from ragsite.store import Store

Mark = tuple[int, int, int, int]
"""Number on the disk, size in bytes, time of the content and time of the last change, in nanoseconds.

Nobody can set the last of them: whoever writes to a file, or puts another in its place, leaves another mark.
"""

TELLING = sys.platform != "win32"
"""On Windows the last time is that of the file's making, so that files are read each time there."""

RACE = 20_000_000
"""Nanoseconds in which two changes may leave the same time, as disks count it. A file so new is read again."""

FORM = "1"
"""The key of the marks: they hold whatever the content and the program are."""

STANDING = 2
"""How many versions of the files stand somewhere: the site, and the one that it took the place of."""


@dataclass(frozen=True)
class Hashed:
    """A file's size in bytes and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Marks:
    """The hashes of files by their marks, as they were noted at earlier builds (`noted`) and are now (`seen`)."""

    store: Store
    slot: str
    noted: tuple[Mapping[Mark, str], ...]
    seen: dict[Mark, str] = field(default_factory=dict)

    def known(self, path: str) -> Hashed | None:
        """The hash of a file that was read before and has not changed since; None for any other."""
        mark = _mark_of(path)
        for known in (self.seen, *self.noted) if TELLING else ():
            if mark in known:
                self.seen[mark] = known[mark]
                return Hashed(mark[1], known[mark])
        return None

    def read(self, path: str) -> tuple[Hashed, bytes]:
        """The hash of a file, and its bytes."""
        mark, content = _mark_of(path), Path(path).read_bytes()
        found = Hashed(len(content), sha256(content).hexdigest())
        if found.size == mark[1]:
            self.seen[mark] = found.sha256
        return found, content

    def keep(self) -> None:
        """Notes what was seen for the next builds, if any of it is new."""
        self.store.release(self.slot)
        if self.store.folder is None or any(self.seen.keys() <= known.keys() for known in self.noted):
            return
        self.store.folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=self.store.folder) as newest:
            latest = os.fstat(newest.fileno()).st_ctime_ns - RACE
        sure = {mark: known for mark, known in self.seen.items() if mark[3] < latest}
        self.store.put(self.slot, FORM, (sure, *self.noted[: STANDING - 1]))
        self.store.release(self.slot)


def marks_in(store: Store, slot: str) -> Marks:
    """The marks that are kept in a slot of the store; none where there are none."""
    return Marks(store, slot, store.get(slot, FORM) or ())


def unmarked() -> Marks:
    """For files that are read each time."""
    return Marks(Store(), "", ())


def _mark_of(path: str) -> Mark:
    told = os.stat(path)  # noqa: PTH116 - asked of every file of a site, and a Path costs more than the answer
    return told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns
