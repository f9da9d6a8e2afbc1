"""Whether a built folder may be published: every page there, every link leading somewhere, nothing leaking."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ragsite.built.clean import Clean, Looked
from ragsite.built.leaks import Scan
from ragsite.built.links import Leads, broken_links, leads
from ragsite.built.manifest import hashed, write_manifest
from ragsite.built.secrets import secrets_of
from ragsite.built.suppressed import hidden_values
from ragsite.built.tell import told
from ragsite.model.site import Site
from ragsite.prepare import Prepared
from ragsite.problems import ContentError, Finding, in_order
from ragsite.store import Store, digest

LOOKED_THROUGH = "site/looked-through"

_AGAIN = "Build again. If it stays so, report it: this is a fault of ragsite."


def scan_for(written: Site, public: Site) -> Scan:
    """What to look for in the files of `public`, knowing what its editors wrote."""
    return Scan(secrets_of(written, public), hidden_values(written, public))


def finish(folder: Path, prepared: Prepared, *, expected: tuple[str, ...]) -> None:
    """Writes the manifest of a folder that was just built; ContentError when anything stands against publishing it.

    A folder that is byte for byte one that was looked through, with the same content, is not looked through again.
    """
    files = hashed(folder)
    listed = (f"{path} {one.sha256}" for path, one in files.items())
    key = digest(prepared.site_key(), *expected, "files", *listed)
    if prepared.store.get(LOOKED_THROUGH, key) is None:
        scan = scan_for(prepared.written(), prepared.public_whole().site)
        clean = Clean(prepared.store, prepared.program)
        if found := faults(folder, scan, expected=expected, clean=clean):
            raise ContentError(found)
        clean.keep()
        prepared.store.put(LOOKED_THROUGH, key, True)
    write_manifest(folder, files)


def faults(
    folder: Path, scan: Scan, *, expected: Iterable[str] = (), clean: Clean | None = None
) -> tuple[Finding, ...]:
    """Everything that stands against publishing the folder, by file and place; `expected` are paths of its pages.

    Files that are known as `clean` are not looked through again, and those that are found so are noted there.
    """
    return in_order([*_missing(folder, expected), *_leaks_and_links(folder, scan, clean or Clean(Store()))])


def _missing(folder: Path, expected: Iterable[str]) -> Iterator[Finding]:
    for path in expected:
        if not (folder / path).is_file():
            yield told("B103", path, "This page was to be made, but is not there.", _AGAIN)


def _leaks_and_links(folder: Path, scan: Scan, clean: Clean) -> Iterator[Finding]:
    pages: dict[str, Leads] = {}
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name, content = path.relative_to(folder).as_posix(), path.read_bytes()
        key = digest(scan.key_for(name), content)
        looked = clean.found(name, key)
        if looked is None:
            looked = _looked_at(name, content, scan)
            clean.note(name, key, looked)
        yield from looked.findings
        if looked.leads:
            pages[name] = looked.leads
    yield from broken_links(folder, pages)


def _looked_at(name: str, content: bytes, scan: Scan) -> Looked:
    empty = () if content else (told("B104", name, "The file is empty.", _AGAIN),)
    page = leads(name, content.decode("utf-8", "replace")) if name.endswith(".html") else None
    return Looked((*empty, *scan.leaks(name, content)), page)
