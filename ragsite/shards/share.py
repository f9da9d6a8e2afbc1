"""Which plans belong to which shard: the same on every machine, and about as much work in each."""

import re
from dataclasses import dataclass
from pathlib import Path

from ragsite.crew import shares
from ragsite.prepare import weights
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

        The bytes of each folder and their order decide alone, so every machine with the same files chooses the same.
        """
        given = shares(weights(folders), self.of)
        return tuple(folder for folder, shard in zip(folders, given, strict=True) if shard == self.number - 1)


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
