"""The folder that files of a site are written into."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Target:
    """A folder to write into, which remembers the folders below it that are there already.

    Without a folder nothing is written: for what is made for the store alone.
    """

    root: Path | None
    known: set[Path] = field(default_factory=set)

    def write(self, path: str, content: bytes) -> None:
        """Writes one file by its path below the folder."""
        if self.root is None:
            return
        target = self.root / path
        if target.parent not in self.known:
            target.parent.mkdir(parents=True, exist_ok=True)
            self.known.add(target.parent)
        target.write_bytes(content)
