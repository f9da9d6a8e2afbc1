"""Writes a site that was read and checked into a folder; files that would come out the same are not made again."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from ragsite import packs as committee_packs
from ragsite.one_plan import Shown, Terms, let_go, public_of
from ragsite.output import OutputFile, address_files, file_of, plan_files, site_files
from ragsite.prepare import Prepared
from ragsite.progress import Progress, silent
from ragsite.store import Damaged, Store, digest
from ragsite.target import Target, target_of


@dataclass(frozen=True)
class Written:
    """The addresses of the pages that were written, and how many of them had to be drawn."""

    pages: tuple[str, ...]
    drawn: int

    @property
    def files(self) -> tuple[str, ...]:
        """The path of each page's file: what a finished build has at least."""
        return tuple(map(file_of, self.pages))


def write_site(
    prepared: Prepared, folder: Path, *, packs: tuple[str, ...] = (), tell: Progress = silent
) -> Written:
    """Every file of the site into `folder`; `packs` names the files of committee packs to make for each plan."""
    target = Target(folder)
    with committee_packs.begun(prepared, packs, target) as finish_packs:
        parts = _write_parts(prepared, target, packs, tell)
        finish_packs(tell)
    pages = tuple(address for part in parts for address in part.pages)
    for file in address_files(prepared.site.settings, lambda: pages):
        target.write(file.path, file.make())
    return Written(pages, sum(part.drawn for part in parts))


def keep_plans(prepared: Prepared, *, packs: tuple[str, ...] = (), tell: Progress = silent) -> Written:
    """Every file of the plans, with their packs, into the store alone; those that it has already are not made again."""
    with committee_packs.begun(prepared, packs, Target(None)) as finish_packs:
        work = partial(_write_plan, terms=prepared.terms, folder=None, packs=packs)
        parts = list(prepared.crew.each(work, prepared.shown, what="Making pages of plans", tell=tell))
        finish_packs(tell)
    return Written(tuple(address for part in parts for address in part.pages), sum(part.drawn for part in parts))


def _write_parts(prepared: Prepared, target: Target, packs: tuple[str, ...], tell: Progress) -> list[Written]:
    """The files of each plan, by the crew, and meanwhile those of the site as a whole."""
    into = _Into(target, prepared.store, "site/files", prepared.site_key())
    kept = _write_kept(into)
    # What the site's own pages show comes from the crew, so it is asked for before the crew is busy.
    public = None if kept else prepared.public_whole()
    work = partial(_write_plan, terms=prepared.terms, folder=target.root, packs=packs)
    writing = prepared.crew.each(work, prepared.shown, what="Writing plans and pages of the site", tell=tell)
    whole = _write_new(into, site_files(public), program=prepared.program) if public else kept
    return [*writing, *([whole] if whole else [])]


def _write_plan(store: Store, shown: Shown, *, terms: Terms, folder: Path | None, packs: tuple[str, ...]) -> Written:
    target = target_of(store, shown.known, folder)
    into = _Into(target, store, shown.known.slot("files"), digest(shown.key, *packs))
    written = _write_kept(into)
    if written is None:
        files = plan_files(public_of(store, shown, terms=terms), packs=packs)
        written = _write_new(into, files, program=terms.program)
        let_go(store, shown.known)
    target.clear()
    store.release(shown.known.slot("target"))
    return written


@dataclass(frozen=True)
class _Into:
    """Where the files of one plan, or those of the site as a whole, go: the folder, and a slot of the store."""

    target: Target
    store: Store
    slot: str
    key: str

    @property
    def slot_of_list(self) -> str:
        """Where the list of the files is kept."""
        return f"{self.slot}-listed"


@dataclass(frozen=True)
class _Listed:
    """The addresses of a part's pages, and the SHA-256 of each of its files by its path."""

    pages: tuple[str, ...]
    files: dict[str, str]


def _write_kept(into: _Into) -> Written | None:
    """The files as they are kept, as far as they do not stand there yet; None where they are not kept, or not whole."""
    listed: _Listed | None = into.store.get(into.slot_of_list, into.key)
    if listed is None:
        return None
    lacking = [path for path, known in listed.files.items() if into.target.lacks(path, known)]
    try:
        for path, content in into.store.files(into.slot, into.key, lacking):
            into.target.write(path, content)
    except Damaged:
        return None
    into.store.release(into.slot_of_list)
    return Written(listed.pages, 0)


def _write_new(into: _Into, files: Iterable[OutputFile], *, program: str) -> Written:
    pages, drawn, store = [], 0, into.store
    hashes: dict[str, str] = {}
    with store.earlier(into.slot) as find, store.keeping(into.slot, into.key) as keep:
        for file in files:
            given = file.made_from() if store.folder else b""
            key = digest(program, given) if given else ""
            known = find(file.path, key)
            content = known or file.make()
            into.target.write(file.path, content)
            keep(file.path, content, key)
            hashes[file.path] = sha256(content).hexdigest() if store.folder else ""
            if file.address:
                pages.append(file.address)
                drawn += known is None
    if store.folder:
        store.put(into.slot_of_list, into.key, _Listed(tuple(pages), hashes))
        store.release(into.slot_of_list)
    return Written(tuple(pages), drawn)
