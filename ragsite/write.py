"""Writes a site that was read and checked into a folder; files that would come out the same are not made again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ragsite import packs as committee_packs
from ragsite.output import OutputFile, address_files, file_of, plan_files, site_files
from ragsite.prepare import PlanDigest, Prepared
from ragsite.progress import Progress, silent, tracked
from ragsite.store import Damaged, Store, digest

ADDRESSES = ".addresses"
"""The name under which the addresses of a part's pages are kept beside its files."""


@dataclass(frozen=True)
class Written:
    """The addresses of the pages that were written, and how many of them had to be drawn."""

    pages: tuple[str, ...]
    drawn: int

    @property
    def files(self) -> tuple[str, ...]:
        """The path of each page's file: what a finished build has at least."""
        return tuple(map(file_of, self.pages))


@dataclass(frozen=True)
class _Part:
    """What is made anew or not at all: the files of one plan, or those of the site as a whole."""

    slot: str
    key: str
    make: Callable[[], Iterable[OutputFile]]


def write_site(
    prepared: Prepared, folder: Path, *, packs: tuple[str, ...] = (), tell: Progress = silent
) -> Written:
    """Every file of the site into `folder`; `packs` names the files of committee packs to make for each plan."""
    target = _Folder(folder)
    with committee_packs.begun(prepared, packs, target.write) as finish_packs:
        planned = tracked(tuple(_parts(prepared, packs)), "Writing plans and pages of the site", tell)
        parts = [_write_part(part, target.write, prepared.store, program=prepared.program) for part in planned]
        finish_packs(tell)
    addresses = tuple(address for part in parts for address in part.pages)
    for file in address_files(prepared.site.settings, addresses):
        target.write(file.path, file.make())
    return Written(addresses, sum(part.drawn for part in parts))


def keep_plans(prepared: Prepared, *, packs: tuple[str, ...] = (), tell: Progress = silent) -> Written:
    """Every file of the plans, with their packs, into the store alone; those that it has already are not made again."""
    with committee_packs.begun(prepared, packs, _nowhere) as finish_packs:
        planned = tracked(tuple(_plan_parts(prepared, packs)), "Making pages of plans", tell)
        parts = [_write_part(part, _nowhere, prepared.store, program=prepared.program) for part in planned]
        finish_packs(tell)
    return Written(tuple(address for part in parts for address in part.pages), sum(part.drawn for part in parts))


def _nowhere(_path: str, _content: bytes) -> None:
    """Where files are kept for later, and written by nobody yet."""


def _parts(prepared: Prepared, packs: tuple[str, ...]) -> Iterator[_Part]:
    yield from _plan_parts(prepared, packs)
    yield _Part("site/files", prepared.site_key(), lambda: site_files(prepared.public_whole()))


def _plan_parts(prepared: Prepared, packs: tuple[str, ...]) -> Iterator[_Part]:
    for known in prepared.plans:
        key = digest(prepared.pages_key(known), *packs)
        yield _Part(f"plans/{known.folder.name}/files", key, _maker(prepared, known, packs))


def _maker(prepared: Prepared, known: PlanDigest, packs: tuple[str, ...]) -> Callable[[], Iterable[OutputFile]]:
    return lambda: plan_files(prepared.public(known), packs=packs)


def _write_part(part: _Part, write: committee_packs.Write, store: Store, *, program: str) -> Written:
    try:
        return _write_kept(store.files(part.slot, part.key), write)
    except Damaged:
        return _write_new(part, write, store, program=program)


def _write_kept(files: Iterable[tuple[str, bytes]], write: committee_packs.Write) -> Written:
    addresses: tuple[str, ...] = ()
    for path, content in files:
        if path == ADDRESSES:
            addresses = tuple(content.decode().split("\n"))
        else:
            write(path, content)
    return Written(addresses, 0)


def _write_new(part: _Part, write: committee_packs.Write, store: Store, *, program: str) -> Written:
    addresses, drawn = [], 0
    with store.earlier(part.slot) as find, store.keeping(part.slot, part.key) as keep:
        for file in part.make():
            given = file.made_from()
            key = digest(program, given) if given else ""
            known = find(file.path, key)
            content = known or file.make()
            write(file.path, content)
            keep(file.path, content, key)
            if file.address:
                addresses.append(file.address)
                drawn += known is None
        keep(ADDRESSES, "\n".join(addresses).encode(), "")
    return Written(tuple(addresses), drawn)


@dataclass(frozen=True)
class _Folder:
    """A folder to write into, which remembers the folders below it that are there already."""

    root: Path
    known: set[Path] = field(default_factory=set)

    def write(self, path: str, content: bytes) -> None:
        target = self.root / path
        if target.parent not in self.known:
            target.parent.mkdir(parents=True, exist_ok=True)
            self.known.add(target.parent)
        target.write_bytes(content)
