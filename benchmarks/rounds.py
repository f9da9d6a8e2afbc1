"""Runs every builder in turn, round after round, so that a drift of the machine meets all of them alike."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Cost, FailedRun, run
from benchmarks.peers import Job, Peer
from benchmarks.source import Source


@dataclass(frozen=True)
class Result:
    """What one builder took at one size: a cost for each round, what it wrote, or why it was not run."""

    peer: str
    about: str
    items: int
    costs: tuple[Cost, ...] = ()
    pages: int = 0
    files: int = 0
    size: int = 0
    why_not: str = ""


def run_rounds(
    source: Source, peers: Iterable[Peer], folder: Path, *, items: int, rounds: int, tell: Callable[[str], None]
) -> list[Result]:
    """`rounds` runs of each peer in turn, fewer of a slow one; those that are missing or too slow here say why."""
    jobs: dict[Peer, Job] = {}
    reasons: dict[Peer, str] = {}
    for peer in peers:
        reasons[peer] = _why_not(peer, items)
        if not reasons[peer]:
            place = folder / f"peer-{len(jobs)}"
            place.mkdir(parents=True)
            jobs[peer] = peer.prepare(source, place)
    costs: dict[Peer, list[Cost]] = {peer: [] for peer in jobs}
    for number in range(rounds):
        for peer, job in jobs.items():
            if reasons[peer] or (number and items > peer.once_above):
                continue
            shutil.rmtree(job.out, ignore_errors=True)
            try:
                costs[peer].append(run(job.command, folder=job.folder, settings=job.settings))
            except FailedRun as error:
                reasons[peer] = f"failed: {error}"
                tell(f"{peer.name}: {error}")
                continue
            tell(f"{items} items, round {number + 1}: {peer.name} {costs[peer][-1].wall:.1f} s")
    return [
        _result(peer, jobs.get(peer), tuple(costs.get(peer, ())), items=items, why_not=why_not)
        for peer, why_not in reasons.items()
    ]


def _why_not(peer: Peer, items: int) -> str:
    if missing := peer.missing():
        return f"not installed ({missing})"
    return f"not run above {peer.limit:,} items: it would take too long" if items > peer.limit else ""


def _result(peer: Peer, job: Job | None, costs: tuple[Cost, ...], *, items: int, why_not: str) -> Result:
    if job is None or why_not:
        return Result(peer.name, peer.about, items, why_not=why_not)
    written = [path for path in job.out.rglob("*") if path.is_file()]
    return Result(
        peer.name,
        peer.about,
        items,
        costs,
        pages=sum(path.suffix == ".html" for path in written),
        files=len(written),
        size=sum(path.stat().st_size for path in written),
    )
