"""What earlier imports leave behind in a plan's `_import` folder, so that the next one is safe and short."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ragsite.content.reader import read_record
from ragsite.importers import write
from ragsite.importers.remarks import ImportProblem
from ragsite.model.base import Id, Record, Text
from ragsite.problems import ContentError

FOLDER = "_import"
MAPPING = "mapping.yml"
MATCHES = "matches.yml"
SEEN = "seen.json"

_HEAD = """\
# Which item each row without an id was taken for. Written by “ragsite import”. Correct an id here if a row was
# matched with the wrong item, and import again.
"""


class StoredMatch(Record):
    """A row, by the words that stand for its id, and the item that it was taken for."""

    row: Text
    item: Id


class MatchesFile(Record):
    """The file of matches."""

    matches: tuple[StoredMatch, ...] = ()


@dataclass
class Memory:
    """Earlier matches, the reports that files brought, and a digest of each value as it was last imported.

    `seen` maps report (or "items"), item and field to the digest of what the tracker said.
    """

    matches: dict[str, str] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    seen: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)

    def last(self, scope: str, item: str, key: str) -> str:
        """The digest of a value as it was last imported; nothing if it never was."""
        return self.seen.get(scope, {}).get(item, {}).get(key, "")

    def report_of(self, file: str) -> str:
        """The last report that a file of this digest brought; nothing if it was never imported."""
        found = [told["reports"] for _, told in sorted(self.files.items()) if told["sha256"] == file]
        return str(found[0][-1]) if found else ""

    def keep_file(self, name: str, file: str, reports: Sequence[str]) -> None:
        """Remembers which reports a file brought."""
        known = self.files.get(name, {}).get("reports", [])
        self.files[name] = {"sha256": file, "reports": [*(one for one in known if one not in reports), *reports]}

    def keep(self, scope: str, item: str, key: str, value: Any) -> None:
        """Remembers a value as imported now."""
        self.seen.setdefault(scope, {}).setdefault(item, {})[key] = digest(value)


def read_memory(plan: Path) -> Memory:
    """What is remembered of a plan; nothing of one that was never imported into."""
    made = Memory()
    folder = plan / FOLDER
    if (folder / MATCHES).is_file():
        made.matches = _matches(folder / MATCHES)
    if (folder / SEEN).is_file():
        try:
            found = json.loads((folder / SEEN).read_text(encoding="utf-8"))
            made.files, made.seen = dict(found["files"]), dict(found["seen"])
        except (ValueError, KeyError, TypeError):
            fix = "Take it out: the next import then treats every value as new, and says so."
            raise ImportProblem(f"“{folder / SEEN}” cannot be read.", fix) from None
    return made


def _matches(path: Path) -> dict[str, str]:
    read = read_record(path.as_posix(), path.read_bytes(), MatchesFile)
    if read.findings or read.model is None:
        raise ContentError(read.findings)
    return {one.row: one.item for one in read.model.matches}


def written(memory: Memory) -> dict[str, str]:
    """The files of the folder by name."""
    seen = {"files": memory.files, "seen": memory.seen}
    made = {SEEN: json.dumps(seen, indent=0, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n"}
    if memory.matches:
        rows = [{"row": row, "item": item} for row, item in sorted(memory.matches.items())]
        made[MATCHES] = _HEAD + write.new_text({"matches": rows})
    return made


def digest(value: Any) -> str:
    """Twelve hexadecimal digits that change when a value does."""
    plain = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def file_digest(raw: bytes) -> str:
    """The same for a whole file."""
    return hashlib.sha256(raw).hexdigest()[:16]
