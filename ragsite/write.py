"""Writes a site that was read and checked into a folder; files that would come out the same are not made again."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ragsite import packs as committee_packs
from ragsite.one_plan import Shown, Terms, let_go, public_of
from ragsite.output import OutputFile, address_files, file_of, plan_files, site_files
from ragsite.prepare import Prepared
from ragsite.progress import Progress, silent
from ragsite.store import Damaged, Store, digest
from ragsite.target import Target

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


def write_site(
    prepared: Prepared, folder: Path, *, packs: tuple[str, ...] = (), tell: Progress = silent
) -> Written:
    """Every file of the site into `folder`; `packs` names the files of committee packs to make for each plan."""
    target = Target(folder)
    with committee_packs.begun(prepared, packs, target) as finish_packs:
        parts = _write_parts(prepared, target, packs, tell)
        finish_packs(tell)
    addresses = tuple(address for part in parts for address in part.pages)
    for file in address_files(prepared.site.settings, addresses):
        target.write(file.path, file.make())
    return Written(addresses, sum(part.drawn for part in parts))


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
    into = _Into(Target(folder), store, shown.known.slot("files"), digest(shown.key, *packs))
    kept = _write_kept(into)
    if kept:
        return kept
    files = plan_files(public_of(store, shown, terms=terms), packs=packs)
    written = _write_new(into, files, program=terms.program)
    let_go(store, shown.known)
    return written


@dataclass(frozen=True)
class _Into:
    """Where the files of one plan, or those of the site as a whole, go: the folder, and a slot of the store."""

    target: Target
    store: Store
    slot: str
    key: str


def _write_kept(into: _Into) -> Written | None:
    """The files as they are kept; None where they are not, or not whole."""
    addresses: tuple[str, ...] = ()
    try:
        for path, content in into.store.files(into.slot, into.key):
            if path == ADDRESSES:
                addresses = tuple(content.decode().split("\n"))
            else:
                into.target.write(path, content)
    except Damaged:
        return None
    return Written(addresses, 0)


def _write_new(into: _Into, files: Iterable[OutputFile], *, program: str) -> Written:
    addresses, drawn, store = [], 0, into.store
    with store.earlier(into.slot) as find, store.keeping(into.slot, into.key) as keep:
        for file in files:
            given = file.made_from() if store.folder else b""
            key = digest(program, given) if given else ""
            known = find(file.path, key)
            content = known or file.make()
            into.target.write(file.path, content)
            keep(file.path, content, key)
            if file.address:
                addresses.append(file.address)
                drawn += known is None
        keep(ADDRESSES, "\n".join(addresses).encode(), "")
    return Written(tuple(addresses), drawn)
