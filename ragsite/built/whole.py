"""Whether a built folder may be published: every page there, every link leading somewhere, nothing leaking."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from ragsite import addresses
from ragsite.built.clean import Clean, Looked
from ragsite.built.leaks import Scan
from ragsite.built.links import Leads, broken_links, leads
from ragsite.built.manifest import Hashed, paths_in, write_manifest
from ragsite.built.sought import Sought, allowed_in, allowed_in_whole
from ragsite.built.tell import told
from ragsite.one_plan import Shown, Terms
from ragsite.prepare import Prepared
from ragsite.problems import ContentError, Finding, in_order
from ragsite.progress import Progress, silent
from ragsite.store import Store, digest

_AGAIN = "Build again. If it stays so, report it: this is a fault of ragsite."


@dataclass(frozen=True)
class Seen:
    """What some files hold: the hash of each, where each page leads, and what was found in them."""

    files: dict[str, Hashed]
    pages: dict[str, Leads]
    findings: list[Finding]


def finish(
    folder: Path, prepared: Prepared, sought: Sought, *, expected: tuple[str, ...], tell: Progress = silent
) -> None:
    """Writes the manifest of a folder that was just built; ContentError when anything stands against publishing it.

    Each file is read once, for its hash and to be looked through. One that is byte for byte one that was clean, where
    the same was looked for, is not looked through again. The crew looks at the files of each one's own plans.
    """
    of_site, of_plans = _shares(paths_in(folder), prepared.shown)
    scan = sought.scan(allowed_in_whole(prepared))
    work = partial(_look_at_plan, terms=prepared.terms, folder=folder, sought=sought)
    looking = prepared.crew.each(work, of_plans, what="Looking the site through", tell=tell)
    clean = Clean(prepared.store, "site/clean-files", prepared.program)
    seen = [_look_at(folder, of_site, scan, clean), *looking]
    if found := _faults(folder, seen, expected):
        raise ContentError(found)
    write_manifest(folder, {path: one for part in seen for path, one in part.files.items()})


def faults(folder: Path, scan: Scan, *, expected: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Everything that stands against publishing the folder, by file and place; `expected` are paths of its pages."""
    return _faults(folder, [_look_at(folder, paths_in(folder), scan, Clean(Store(), "", ""))], expected)


def _shares(paths: Iterable[str], plans: Sequence[Shown]) -> tuple[list[str], list[tuple[Shown, list[str]]]]:
    """The files that are in no plan's folder, and each plan with those in its folder."""
    of_site: list[str] = []
    of_plan: dict[str, list[str]] = {addresses.plan(shown.known.plan): [] for shown in plans}
    for path in paths:
        folder = "/".join(("", *path.split("/")[:2], ""))
        of_plan.get(folder, of_site).append(path)
    return of_site, [(shown, of_plan[addresses.plan(shown.known.plan)]) for shown in plans]


def _look_at_plan(
    store: Store, share: tuple[Shown, list[str]], *, terms: Terms, folder: Path, sought: Sought
) -> Seen:
    shown, paths = share
    clean = Clean(store, shown.known.slot("clean-files"), terms.program)
    return _look_at(folder, paths, sought.scan(allowed_in(store, shown, terms=terms)), clean)


def _look_at(folder: Path, paths: Iterable[str], scan: Scan, clean: Clean) -> Seen:
    """What is in the files of a folder; those that are known as clean are not looked through again."""
    seen = Seen({}, {}, [])
    for path in paths:
        content = (folder / path).read_bytes()
        seen.files[path] = Hashed(len(content), sha256(content).hexdigest())
        key = digest(scan.key_for(path), seen.files[path].sha256)
        looked = clean.found(path, key)
        if looked is None:
            looked = _looked_at(path, content, scan)
            clean.note(path, key, looked)
        seen.findings.extend(looked.findings)
        if looked.leads:
            seen.pages[path] = looked.leads
    clean.keep()
    return seen


def _looked_at(path: str, content: bytes, scan: Scan) -> Looked:
    empty = () if content else (told("B104", path, "The file is empty.", _AGAIN),)
    page = leads(path, content.decode("utf-8", "replace")) if path.endswith(".html") else None
    return Looked((*empty, *scan.leaks(path, content)), page)


def _faults(folder: Path, seen: Iterable[Seen], expected: Iterable[str]) -> tuple[Finding, ...]:
    pages = {path: leads for part in seen for path, leads in part.pages.items()}
    found = (finding for part in seen for finding in part.findings)
    return in_order([*_missing(folder, expected), *found, *broken_links(folder, dict(sorted(pages.items())))])


def _missing(folder: Path, expected: Iterable[str]) -> Iterator[Finding]:
    for path in expected:
        if not (folder / path).is_file():
            yield told("B103", path, "This page was to be made, but is not there.", _AGAIN)
