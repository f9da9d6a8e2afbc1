"""The folder that files of a site are written into, and what stands there already from the site before."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ragsite import addresses
from ragsite.marks import Marks, marks_in
from ragsite.one_plan import PlanDigest
from ragsite.store import Store
from ragsite.swap import lent_to


@dataclass(frozen=True)
class Target:
    """A folder to write into, which remembers the folders below it that are there already.

    `there` holds the hash of each file that stands in it from the site before, and `named` the paths of the new one.
    Without a folder nothing is written: for what is made for the store alone.
    """

    root: Path | None
    there: dict[str, str] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    folders: set[Path] = field(default_factory=set)

    def lacks(self, path: str, sha256: str) -> bool:
        """True where a file has to be written, as none of this hash stands there."""
        if self.there.get(path) != sha256:
            return True
        self.named.add(path)
        return False

    def write(self, path: str, content: bytes) -> None:
        """Writes one file by its path below the folder, unless it stands there."""
        if self.root is None or (path in self.there and not self.lacks(path, sha256(content).hexdigest())):
            return
        self.named.add(path)
        target = self.root / path
        if target.parent not in self.folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self.folders.add(target.parent)
        if self.there.pop(path, None):
            target.unlink()  # The old file may have other names, whose owners count on it.
        target.write_bytes(content)

    def clear(self) -> None:
        """Takes away what stood there and is no part of the new site."""
        for path in sorted(self.there.keys() - self.named):
            del self.there[path]
            if self.root:
                _remove(self.root, path)


def target_of(store: Store, known: PlanDigest, root: Path | None) -> Target:
    """The folder to write a plan into, with what an earlier site that was lent to it had of that plan.

    That part is moved as it is. Only a file that the disk tells to be the one that was looked through when that site
    was built stays; any other goes.
    """
    if root is None:
        return Target(None)
    slot = known.slot("target")
    target: Target | None = store.held_value(slot, root.as_posix())
    if target is None:
        target = _inherited(root, addresses.plan(known.plan).strip("/"), marks_in(store, known.slot("marks")))
        store.hold(slot, root.as_posix(), target)
    return target


def _inherited(root: Path, part: str, marks: Marks) -> Target:
    target, place, before = Target(root), root / part, lent_to(root)
    if place.exists() or (before / part).is_symlink() or not (before / part).is_dir():
        return target
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        (before / part).rename(place)
    except OSError:
        return target
    below = os.fspath(root)
    for path, is_file in list(_entries(below, part)):
        known = marks.known(f"{below}/{path}") if is_file else None
        if known:
            target.there[path] = known.sha256
        else:
            _remove(root, path)
    return target


def _entries(root: str, part: str) -> Iterator[tuple[str, bool]]:
    """Everything below a part but folders, by its path, and whether it is a file of its own."""
    with os.scandir(f"{root}/{part}") as entries:
        for entry in entries:
            path = f"{part}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(root, path)
            else:
                yield path, entry.is_file(follow_symlinks=False)


def _remove(root: Path, path: str) -> None:
    """Removes a file, and the folders that are empty without it."""
    (root / path).unlink()
    with suppress(OSError):
        for folder in (root / path).parents:
            folder.rmdir()
