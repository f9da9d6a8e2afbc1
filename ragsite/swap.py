"""Replaces a folder by a finished one, so that a reader never meets half a site."""

import errno
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ragsite.exchange import exchange
from ragsite.lock import Taken, locked
from ragsite.refusal import Refused

FAULTS = {
    errno.ENOSPC: ("the disk is full", "Free some space"),
    errno.EDQUOT: ("the space that you may use is full", "Delete something, or ask for more space,"),
    errno.EFBIG: ("a file would be larger than is allowed here", "Have the limit on the size of files raised"),
    errno.EROFS: ("the disk can only be read", "Choose another folder"),
    errno.EACCES: ("you may not write there", "Choose another folder, or ask for the right to write there,"),
    errno.EPERM: ("you may not write there", "Choose another folder, or ask for the right to write there,"),
    errno.EIO: ("the disk does not work as it should", "Choose another disk"),
    errno.EMFILE: ("too many files are open", "Close other programs"),
    errno.ENFILE: ("too many files are open", "Close other programs"),
}
"""What stands in the way of writing and what to do, by the system's number for it."""


@dataclass(frozen=True)
class _Names:
    """What stands beside a folder while its successor is made; the names tell whose they are."""

    target: Path

    @property
    def new(self) -> Path:
        return self._beside("new")

    @property
    def old(self) -> Path:
        return self._beside("old")

    @property
    def lent(self) -> Path:
        return self._beside("lent")

    @property
    def lock(self) -> Path:
        return self._beside("lock")

    def _beside(self, what: str) -> Path:
        return self.target.with_name(f".{self.target.name}.ragsite-{what}")


@contextmanager
def replaced(
    target: Path, *, known_by: Collection[str] = ("index.html",), aside: Path | None = None
) -> Iterator[Path]:
    """An empty folder beside `target` to build in; it takes the target's place only when the block succeeds.

    A folder that is not empty is replaced only when it holds a file of a name in `known_by`. Refused when it is none
    of ours, when another build is under way, or when writing fails; the target is as it was then.

    Where `aside` is named, the old folder goes there, and what stands there is lent to the new one (see `lent_to`).
    """
    place = target.resolve()
    _refuse_other_folders(target, place, known_by)
    names = _Names(place)
    with _faults_told(target):
        place.parent.mkdir(parents=True, exist_ok=True)
        with _alone(target, names):
            tidy(place)
            names.new.mkdir(mode=0o755)
            if aside:
                # A folder that has this name is nobody else's.
                with suppress(OSError):
                    aside.rename(names.lent)
            try:
                yield names.new
                _take_place(names)
                _set_aside(names, aside)
            finally:
                shutil.rmtree(names.new, ignore_errors=True)
                shutil.rmtree(names.lent, ignore_errors=True)


def lent_to(folder: Path) -> Path:
    """Where a folder of an earlier build stands, if there is one, whose parts may be moved into a `replaced` folder."""
    return folder.with_name(folder.name.removesuffix("new") + "lent")


def tidy(target: Path) -> None:
    """Clears away what a killed build left, and puts the old folder back where the kill came between two renames."""
    names = _Names(target)
    if names.old.exists() and not target.exists():
        names.old.rename(target)
    for left in (names.new, names.old, names.lent):
        if left.exists():
            shutil.rmtree(left)


def _refuse_other_folders(target: Path, place: Path, known_by: Collection[str]) -> None:
    """A slip of the pen in the folder's name must not cost anybody their files."""
    why = ""
    if place.is_file():
        why = "it is a file"
    elif Path.cwd().is_relative_to(place) or (place / ".git").exists():
        why = "it holds your work"
    elif place.is_dir() and any(place.iterdir()) and not any((place / name).is_file() for name in known_by):
        why = "it holds other files"
    if why:
        raise Refused(f"“{target}” is not replaced: {why}. Choose a folder that is empty or does not exist yet.")


@contextmanager
def _alone(target: Path, names: _Names) -> Iterator[None]:
    try:
        with locked(names.lock):
            yield
    except Taken as taken:
        message = f"Another build is writing “{target}” now. Wait until it has finished, then build again."
        raise Refused(message) from taken


@contextmanager
def _faults_told(target: Path) -> Iterator[None]:
    """What the disk refuses is nobody's bug: told in words, with what to do."""
    try:
        yield
    except OSError as error:
        if error.errno not in FAULTS:
            raise
        raise Refused(_words(target, error.errno)) from error


def _words(target: Path, number: int) -> str:
    why, way_out = FAULTS[number]
    left = f"“{target}” is as it was." if target.exists() else "Nothing was published."
    return f"“{target}” could not be written: {why}. {left} {way_out} and build again."


def _take_place(names: _Names) -> None:
    """In one step where the system can. Elsewhere in two, and `tidy` mends what a kill between them leaves."""
    if not names.target.exists():
        names.new.rename(names.target)
    elif not exchange(names.new, names.target):
        names.target.rename(names.old)
        try:
            names.new.rename(names.target)
        except OSError:
            names.old.rename(names.target)
            raise


def _set_aside(names: _Names, aside: Path | None) -> None:
    """Where the disk is another, or another build has set its own aside meanwhile, the old folder just goes."""
    for left in (names.old, names.new):
        if aside and left.exists():
            with suppress(OSError):
                aside.parent.mkdir(parents=True, exist_ok=True)
                left.rename(aside)
        shutil.rmtree(left, ignore_errors=True)
