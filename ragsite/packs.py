"""The committee packs of a site: those of an earlier build where they show the same, the others laid out anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from ragsite.output import file_of
from ragsite.pack import apart
from ragsite.pack.offer import PackFile, made_by, pack_files
from ragsite.prepare import PlanDigest, Prepared
from ragsite.progress import Progress
from ragsite.store import Damaged, Store, digest

Write = Callable[[str, bytes], None]
"""Writes one file of the site by its path."""


@dataclass(frozen=True)
class _Packs:
    """The packs of a plan that changed: its files with the key of what each shows, and the bytes of those found."""

    slot: str
    key: str
    files: tuple[tuple[PackFile, str], ...]
    found: dict[str, bytes] = field(default_factory=dict)


@contextmanager
def begun(prepared: Prepared, names: tuple[str, ...], write: Write) -> Iterator[Callable[[Progress], None]]:
    """Writes the packs that are kept and begins the others; what it gives ends and writes these.

    `names` are the kinds to make: those of `pack.offer.available()`.
    """
    plans = [packs for known in prepared.plans if names and (packs := _changed(prepared, known, names, write))]
    missing = [file for plan in plans for file, _ in plan.files if file.address not in plan.found]
    with apart.begun(missing) as finish:
        yield partial(_write_all, plans, finish, (prepared.store, write))


def _changed(prepared: Prepared, known: PlanDigest, names: tuple[str, ...], write: Write) -> _Packs | None:
    """What is to be made of a plan's packs; None where all are kept, which are then in their place."""
    slot, key = f"plans/{known.folder.name}/packs", digest(prepared.pages_key(known), made_by(), *names)
    try:
        for path, content in prepared.store.files(slot, key):
            write(path, content)
    except Damaged:
        return _looked_up(_Packs(slot, key, tuple(_keyed(prepared, known, names))), prepared.store)
    return None


def _keyed(prepared: Prepared, known: PlanDigest, names: tuple[str, ...]) -> Iterator[tuple[PackFile, str]]:
    for file in pack_files(prepared.public(known), names):
        yield file, digest(prepared.program, file.made_from)


def _looked_up(packs: _Packs, store: Store) -> _Packs:
    """With the files of the plan's newest packs that show the same as they would now."""
    with store.earlier(packs.slot) as find:
        found = {file.address: find(file_of(file.address), key) for file, key in packs.files}
    packs.found.update({address: content for address, content in found.items() if content})
    return packs


def _write_all(plans: list[_Packs], finish: apart.Finish, to: tuple[Store, Write], tell: Progress) -> None:
    if not plans:
        return
    (store, write), made = to, finish(tell)
    for packs in plans:
        with store.keeping(packs.slot, packs.key) as keep:
            for file, key in packs.files:
                path, content = file_of(file.address), packs.found.get(file.address) or made[file.address]
                write(path, content)
                keep(path, content, key)
