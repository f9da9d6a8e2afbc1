"""Which built files were looked through and found clean, so that they need not be looked through again."""

from dataclasses import dataclass, field

from ragsite.built.links import Leads
from ragsite.problems import Finding
from ragsite.store import Store


@dataclass(frozen=True)
class Looked:
    """What was found in a file, and where it leads if it is a page."""

    findings: tuple[Finding, ...]
    leads: Leads | None = None


@dataclass(frozen=True)
class Clean:
    """The files that were clean at the last build of the program whose key is `program`, and those of this one.

    `slot` is where the store keeps them: those of each plan apart, and those of the site as a whole.
    """

    store: Store
    slot: str
    program: str
    noted: dict[str, tuple[str, Leads | None]] = field(default_factory=dict)

    def found(self, path: str, key: str) -> Looked | None:
        """What is known of a clean file; None where another file stood there, or other things were looked for."""
        known = self._earlier().get(path)
        if known is None or known[0] != key:
            return None
        self.noted[path] = known
        return Looked((), known[1])

    def note(self, path: str, key: str, looked: Looked) -> None:
        """Notes a file in which nothing was found."""
        if not looked.findings:
            self.noted[path] = key, looked.leads

    def keep(self) -> None:
        """Keeps what was noted for the next build."""
        self.store.put(self.slot, self.program, self.noted)
        self.store.release(self.slot)

    def _earlier(self) -> dict[str, tuple[str, Leads | None]]:
        known: dict[str, tuple[str, Leads | None]] | None = self.store.get(self.slot, self.program)
        return known or {}
