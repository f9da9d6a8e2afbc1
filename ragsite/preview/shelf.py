"""The files of a preview by their paths: each is made when it is first asked for, and only what changed anew."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from threading import Lock

from ragsite import addresses, pages
from ragsite.one_plan import Shown, public_of
from ragsite.output import Kind, OutputFile, address_files, asset_files, plan_kinds, site_kinds
from ragsite.prepare import Prepared

ASSETS, OF_SITE = ".assets", ".site"
"""The names of the sections of no plan; no plan's id begins with a full stop."""


@dataclass
class Section:
    """The files of one plan, or those of none, looked for kind by kind.

    `shows` is equal to that of another section where both show the same. `places` says in which kind a path was last
    found, so that whoever reads a page while writing need not wait for the pages of other kinds.
    """

    shows: str
    kinds: Callable[[], tuple[Kind, ...]]
    places: dict[str, int] = field(default_factory=dict)
    found: dict[str, OutputFile] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)
    rest: tuple[Iterator[OutputFile], ...] = ()

    def bytes_of(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none of this path."""
        with self.lock:
            self.rest = self.rest or tuple(kind() for kind in self.kinds())
            file = self.found.get(path) or self._sought(path)
            return file.make() if file else None

    def _sought(self, path: str) -> OutputFile | None:
        likely = self.places.get(path)
        for number in sorted(range(len(self.rest)), key=lambda number: number != likely):
            for file in self.rest[number]:
                self.found[file.path], self.places[file.path] = file, number
                if file.path == path:
                    return file
        return None


class Shelf:
    """The files of a prepared site. What shows the same as on the shelf before it is taken over from there."""

    def __init__(self, prepared: Prepared, before: "Shelf | None" = None) -> None:
        known: Mapping[str, Section] = before.sections if before else {}
        made = {shown.known.plan.lower(): _of_plan(prepared, shown) for shown in prepared.shown}
        made |= {ASSETS: _of_assets(prepared), OF_SITE: _of_site(prepared)}
        self.sections: dict[str, Section] = {name: _kept(one, known.get(name)) for name, one in made.items()}

    def bytes_of(self, path: str) -> bytes | None:
        """The bytes of a file; None where the site has none of this path."""
        plan = addresses.plan_of(f"/{path}")
        for name in (plan,) if plan else (ASSETS, OF_SITE):
            if name in self.sections and (found := self.sections[name].bytes_of(path)) is not None:
                return found
        return None


def _kept(new: Section, old: Section | None) -> Section:
    if old is None:
        return new
    return old if old.shows == new.shows else Section(new.shows, new.kinds, dict(old.places))


def _of_plan(prepared: Prepared, shown: Shown) -> Section:
    return Section(shown.key, lambda: plan_kinds(public_of(prepared.store, shown, terms=prepared.terms)))


def _of_assets(prepared: Prepared) -> Section:
    return Section(prepared.key, lambda: (partial(asset_files, prepared.public_frame),))


def _of_site(prepared: Prepared) -> Section:
    return Section(prepared.site_key(), lambda: _site_kinds(prepared))


def _site_kinds(prepared: Prepared) -> tuple[Kind, ...]:
    whole = prepared.public_whole()
    told = partial(address_files, whole.site.settings, lambda: [page.path for page in pages.all_pages(whole)])
    return (*site_kinds(whole), told)
