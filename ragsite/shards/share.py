"""Which plans belong to which shard: the same on every machine, and about as much work in each."""

import re
from dataclasses import dataclass
from pathlib import Path

from ragsite.problems import Unacceptable

_WRITTEN = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})")


@dataclass(frozen=True, order=True)
class Share:
    """One shard of so many, counted from 1: `2/4` is the second of four."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def chosen(self, folders: tuple[Path, ...]) -> tuple[Path, ...]:
        """Those of the plan folders that belong to this shard, in their order.

        Each folder goes, the largest first, to the shard that has the fewest bytes so far. Sizes and names decide
        alone, so every machine with the same files chooses the same.
        """
        loads, shards = [0] * self.of, dict.fromkeys(folders, 0)
        for size, folder in sorted(((_size(one), one) for one in folders), key=lambda one: (-one[0], one[1].name)):
            shards[folder] = loads.index(min(loads))
            loads[shards[folder]] += size
        return tuple(folder for folder in folders if shards[folder] == self.number - 1)


def read_share(text: str) -> Share:
    """The shard that a text such as `2/4` names; Unacceptable where it names none."""
    found = _WRITTEN.fullmatch(text.strip())
    allowed = "Write which shard it is and how many there are: 2/4 is the second of four."
    if not found:
        raise Unacceptable(f"“{text}” names no shard.", allowed=allowed)
    share = Share(int(found[1]), int(found[2]))
    if share.number > share.of:
        raise Unacceptable(f"There is no shard {share.number} of {share.of}.", allowed=allowed)
    return share


def _size(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
