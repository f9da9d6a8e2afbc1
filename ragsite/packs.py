"""The committee packs of a site: those of an earlier build where they show the same, the others laid out anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from ragsite.one_plan import Shown, Terms, public_of
from ragsite.output import file_of
from ragsite.pack import apart
from ragsite.pack.offer import PackFile, made_by, pack_files
from ragsite.prepare import Prepared
from ragsite.progress import Progress
from ragsite.store import Damaged, Store, digest
from ragsite.target import Target


@dataclass(frozen=True)
class _Packs:
    """The packs of a plan that changed: its files with the key of what each shows, and the bytes of those found."""

    slot: str
    key: str
    files: tuple[tuple[PackFile, str], ...]
    found: dict[str, bytes] = field(default_factory=dict)


@contextmanager
def begun(prepared: Prepared, names: tuple[str, ...], target: Target) -> Iterator[Callable[[Progress], None]]:
    """Writes the packs that are kept and begins the others; what it gives ends and writes these.

    `names` are the kinds to make: those of `pack.offer.available()`.
    """
    work = partial(_changed, terms=prepared.terms, names=names, root=target.root)
    plans = [packs for packs in prepared.crew.each(work, prepared.shown) if packs] if names else []
    missing = [file for plan in plans for file, _ in plan.files if file.address not in plan.found]
    with apart.begun(missing) as finish:
        yield partial(_write_all, plans, finish, (prepared.store, target))


def _changed(store: Store, shown: Shown, *, terms: Terms, names: tuple[str, ...], root: Path | None) -> _Packs | None:
    """What is to be made of a plan's packs; None where all are kept, which are then in their place."""
    slot, key, target = shown.known.slot("packs"), digest(shown.key, made_by(), *names), Target(root)
    try:
        for path, content in store.files(slot, key):
            target.write(path, content)
    except Damaged:
        files = pack_files(public_of(store, shown, terms=terms), names)
        keyed = tuple((file, digest(terms.program, file.made_from)) for file in files)
        return _looked_up(_Packs(slot, key, keyed), store)
    return None


def _looked_up(packs: _Packs, store: Store) -> _Packs:
    """With the files of the plan's newest packs that show the same as they would now."""
    with store.earlier(packs.slot) as find:
        found = {file.address: find(file_of(file.address), key) for file, key in packs.files}
    return replace(packs, found={address: content for address, content in found.items() if content})


def _write_all(plans: list[_Packs], finish: apart.Finish, to: tuple[Store, Target], tell: Progress) -> None:
    if not plans:
        return
    (store, target), made = to, finish(tell)
    for packs in plans:
        with store.keeping(packs.slot, packs.key) as keep:
            for file, key in packs.files:
                path, content = file_of(file.address), packs.found.get(file.address) or made[file.address]
                target.write(path, content)
                keep(path, content, key)
