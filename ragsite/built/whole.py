"""Whether a built folder may be published: every page there, every link leading somewhere, nothing leaking."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ragsite.built.leaks import Scan
from ragsite.built.links import broken_links
from ragsite.built.manifest import write_manifest
from ragsite.built.secrets import secrets_of
from ragsite.built.suppressed import hidden_values
from ragsite.built.tell import told
from ragsite.model.site import Site
from ragsite.problems import ContentError, Finding, in_order

_AGAIN = "Build again. If it stays so, report it: this is a fault of ragsite."


def scan_for(written: Site, public: Site) -> Scan:
    """What to look for in the files of `public`, knowing what its editors wrote."""
    return Scan(secrets_of(written, public), hidden_values(written, public))


def finish(folder: Path, scan: Scan, *, expected: Iterable[str] = ()) -> None:
    """Writes the manifest of a folder that was just built; ContentError when anything stands against publishing it."""
    found = faults(folder, scan, expected=expected)
    if found:
        raise ContentError(found)
    write_manifest(folder)


def faults(folder: Path, scan: Scan, *, expected: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Everything that stands against publishing the folder, by file and place; `expected` are paths of its pages."""
    return in_order([*_missing(folder, expected), *_leaks_and_links(folder, scan)])


def _missing(folder: Path, expected: Iterable[str]) -> Iterator[Finding]:
    for path in expected:
        if not (folder / path).is_file():
            yield told("B103", path, "This page was to be made, but is not there.", _AGAIN)


def _leaks_and_links(folder: Path, scan: Scan) -> Iterator[Finding]:
    pages: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name, content = path.relative_to(folder).as_posix(), path.read_bytes()
        if name.endswith(".html"):
            pages[name] = content.decode("utf-8", "replace")
        if not content:
            yield told("B104", name, "The file is empty.", _AGAIN)
        yield from scan.leaks(name, content)
    yield from broken_links(folder, pages)
