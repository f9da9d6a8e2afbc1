"""Keeps what was made, under the key of all it was made from: in memory, and on disk for the next build.

A key is a digest of content, settings, templates and code, so nothing here is ever out of date: it is found under
its key or not at all. What is damaged counts as not there. The folder can be deleted at any time.
"""

import hashlib
import os
import pickle
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from ragsite.garbage import uncollected

KEPT = 3
"""How many versions of one thing are kept, so that going back a step is quick and the folder stays small."""

DIGEST_BYTES = 32

Keep = Callable[[str, bytes, str], None]
"""Keeps one file by its path, with the key of what it was made from, if that is known."""

Find = Callable[[str, str], bytes | None]
"""Finds a file by its path and the key of what it is made from."""
DAMAGED = (OSError, ValueError, KeyError, EOFError, pickle.UnpicklingError, zipfile.BadZipFile, NotImplementedError)


class Damaged(Exception):
    """Files are not there, or not as they were kept."""


@dataclass(frozen=True)
class Store:
    """Values and sets of files by slot (what it is) and key (what it was made from); `folder` None: memory only.

    `behind` are folders of other stores, which are read and never written to.
    """

    folder: Path | None = None
    held: dict[str, tuple[str, Any]] = field(default_factory=dict)
    behind: tuple[Path, ...] = ()

    def get(self, slot: str, key: str) -> Any:
        """The value in a slot, None where it is not kept under this key."""
        value = self.held_value(slot, key)
        if value is not None:
            return value
        path = self._kept(slot, key)
        value = _unpacked(path) if path else None
        if value is not None:
            self.hold(slot, key, value)
        return value

    def held_value(self, slot: str, key: str) -> Any:
        """The value that is held in memory; None where there is none under this key."""
        return self.held[slot][1] if slot in self.held and self.held[slot][0] == key else None

    def hold(self, slot: str, key: str, value: Any) -> None:
        """Keeps a value in memory only."""
        self.held[slot] = key, value

    def release(self, slot: str) -> None:
        """Lets go of a value in memory; on disk it stays."""
        self.held.pop(slot, None)

    def put(self, slot: str, key: str, value: Any) -> None:
        """Keeps a value that can be pickled."""
        self.hold(slot, key, value)
        if self.folder:
            content = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
            with self._writing(slot, key) as path:
                path.write_bytes(_digest(content) + content)

    def files(self, slot: str, key: str) -> Iterator[tuple[str, bytes]]:
        """The files kept in a slot, read one by one; Damaged as soon as one is not there as it was kept."""
        kept = self._kept(slot, key)
        if kept is None:
            raise Damaged
        try:
            with zipfile.ZipFile(kept) as archive:
                for info in archive.infolist():
                    yield info.filename, archive.read(info)
        except DAMAGED as error:
            raise Damaged from error

    @contextmanager
    def earlier(self, slot: str) -> Iterator[Find]:
        """What to ask for a file of the newest set in a slot, whatever the set was made from."""
        newest = max(self._versions(slot), key=_age, default=None)
        with ExitStack() as opened:
            archive = None
            with suppress(*DAMAGED):
                archive = opened.enter_context(zipfile.ZipFile(newest)) if newest else None
            yield partial(_found, archive)

    @contextmanager
    def keeping(self, slot: str, key: str) -> Iterator[Keep]:
        """What to call with each file; they are kept when the block succeeds."""
        if self.folder is None:
            yield _forget
            return
        with self._writing(slot, key) as path, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
            yield partial(_add, archive)

    def take_over(self, place: str) -> None:
        """Keeps what the stores behind have in slots below a place, where nothing was kept there by this one."""
        for found in (slot for behind in self.behind for slot in sorted((behind / place).glob("*"))):
            if self.folder and not (self.folder / place / found.name).exists():
                shutil.copytree(found, self.folder / place / found.name, copy_function=_link)

    def _versions(self, slot: str) -> list[Path]:
        folders = [folder / slot for folder in self._folders if (folder / slot).is_dir()]
        return [path for folder in folders for path in folder.iterdir() if path.is_file()]

    @property
    def _folders(self) -> tuple[Path, ...]:
        return (self.folder, *self.behind) if self.folder else self.behind

    def _kept(self, slot: str, key: str) -> Path | None:
        return next((path for folder in self._folders if (path := folder / slot / key).is_file()), None)

    def _path(self, slot: str, key: str) -> Path:
        return (self.folder or Path()) / slot / key

    @contextmanager
    def _writing(self, slot: str, key: str) -> Iterator[Path]:
        """A file that takes its place only when it is whole. A folder that cannot be written to keeps nothing."""
        target = self._path(slot, key)
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=target.parent) as made:
            path = Path(made) / key
            yield path
            path.replace(target)
        _prune(target)


def _forget(_path: str, _content: bytes, _key: str) -> None:
    """Where nothing is kept."""


def digest(*parts: bytes | str) -> str:
    """A key made from some parts; where one ends and the next begins counts too."""
    made = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        made.update(len(content).to_bytes(8, "big"))
        made.update(content)
    return made.hexdigest()


def digest_of_files(folder: Path, paths: Iterable[Path]) -> str:
    """A key made from the names and bytes of files below a folder."""
    named = {path.relative_to(folder).as_posix(): path for path in paths}
    return digest(*(digest(name, named[name].read_bytes()) for name in sorted(named)))


def _link(path: str, to: str) -> None:
    """The same file under another name, or a copy where the system cannot link: what is kept is never written to."""
    try:
        os.link(path, to)
    except OSError:
        shutil.copyfile(path, to)


def _add(archive: zipfile.ZipFile, path: str, content: bytes, key: str) -> None:
    info = zipfile.ZipInfo(path)
    info.comment = key.encode()
    archive.writestr(info, content)


def _found(archive: zipfile.ZipFile | None, path: str, key: str) -> bytes | None:
    """The file of a set that was made from the same; None where there is none, or where it is damaged."""
    if archive is None or not key:
        return None
    with suppress(*DAMAGED):
        info = archive.getinfo(path)
        return archive.read(info) if info.comment == key.encode() else None
    return None


def _age(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_mtime_ns
    return 0


def _digest(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=DIGEST_BYTES).digest()


def _unpacked(path: Path) -> Any:
    """The value in a file; None where there is none, or its bytes are not those that were written."""
    with suppress(*DAMAGED):
        content = memoryview(path.read_bytes())
        if _digest(content[DIGEST_BYTES:]) == content[:DIGEST_BYTES]:
            with uncollected():
                return pickle.loads(content[DIGEST_BYTES:])
    return None


def _prune(newest: Path) -> None:
    """Takes away all but the newest versions; another build at the same time may do so too."""
    with suppress(OSError):
        versions = [path for path in newest.parent.iterdir() if path.is_file() and path != newest]
        for path in sorted(versions, key=_age, reverse=True)[KEPT - 1 :]:
            path.unlink(missing_ok=True)
