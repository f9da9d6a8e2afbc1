"""What a running preview shows: the last content without errors, and what the checks say of it as it is now."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Lock

from ragsite.checks import check
from ragsite.checks.published import public_findings
from ragsite.content.folder import read_site
from ragsite.output import OutputFile, asset_files, output_files
from ragsite.problems import Finding, errors_among
from ragsite.publish import PublicSite, publish
from ragsite.release.drafts import with_drafts
from ragsite.release.waiting import FOREVER


class Shelf:
    """The files of a site by their paths; each is made when it is first asked for."""

    def __init__(self, public: PublicSite) -> None:
        self._rest: Iterator[OutputFile] = chain(asset_files(public), output_files(public))
        self._found: dict[str, OutputFile] = {}
        self._lock = Lock()

    def bytes_of(self, path: str) -> bytes | None:
        """The bytes of a file; None where the site has none of this path."""
        with self._lock:
            while path not in self._found:
                file = next(self._rest, None)
                if file is None:
                    return None
                self._found[file.path] = file
            return self._found[path].make()


@dataclass(frozen=True)
class State:
    """One moment of a preview. `is_stale`: the content has errors, and `shelf` is what there was before them."""

    version: int = 0
    shelf: Shelf | None = None
    findings: tuple[Finding, ...] = ()
    is_stale: bool = False
    stamp: tuple[tuple[str, int, int], ...] = field(default=(), repr=False)


def next_state(before: State, content: Path, *, now: datetime, drafts: bool = False) -> State:
    """The state after the content changed: new pages where it has no errors, else the old ones with the errors told."""
    stamp = stamp_of(content)
    reading = read_site(content)
    findings = check(reading, as_at=now.date())
    if reading.site is None or errors_among(findings):
        return State(before.version + 1, before.shelf, findings, is_stale=True, stamp=stamp)
    site = with_drafts(reading.site, now) if drafts else reading.site
    public = publish(site, partial(public_findings, found=findings), now=FOREVER if drafts else now)
    return State(before.version + 1, Shelf(public), findings, stamp=stamp)


def stamp_of(content: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells that a file changed: name, time and size of each file in the folder, in order."""
    found = []
    for path in sorted(content.rglob("*")):
        try:
            told = path.stat()
        except OSError:
            continue
        if path.is_file():
            found.append((path.as_posix(), told.st_mtime_ns, told.st_size))
    return tuple(found)
