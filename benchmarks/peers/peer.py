"""What a peer is: a way to build the same pages, and what it needs to be there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.source import Source


@dataclass(frozen=True)
class Job:
    """A command that builds into `out`; it is run in `folder`, and `out` is removed before each run."""

    command: tuple[str, ...]
    folder: Path
    out: Path
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Peer:
    """One way to build.

    `limit` is the largest number of items at which it is worth the wait, `once_above` that at which it is run in every
    round: with more items it is run in the first one only.
    """

    name: str
    about: str
    missing: Callable[[], str]
    """What has to be installed first, in words; empty when it is there."""
    prepare: Callable[[Source, Path], Job]
    """Lays out what the builder reads in a folder of its own. This is not timed."""
    limit: int = 20_000
    once_above: int = 20_000


def nothing_missing() -> str:
    """For a peer that Python's own packages are enough for."""
    return ""
