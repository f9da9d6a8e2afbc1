"""`python -m benchmarks compare`: ragsite and its peers on the same pages, side by side."""

import argparse
import tempfile
from pathlib import Path

from benchmarks.figures import keep, kept
from benchmarks.measure import Cost
from benchmarks.peers import OWN, PEERS
from benchmarks.report import builders
from benchmarks.rounds import Result, run_rounds
from benchmarks.source import Source


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to compare, and how often."""
    parser.add_argument("items", type=int, nargs="+", metavar="N", help="sizes: items in all plans together")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="a builder; may be given again")
    parser.add_argument("--out", type=Path, default=Path("build/bench/builders.json"))
    parser.set_defaults(run=compare)


def compare(asked: argparse.Namespace) -> None:
    """Builds with each, prints the table of each size when it is done, and keeps all figures as JSON.

    What was kept of other sizes stays.
    """
    chosen = [peer for peer in PEERS if not asked.only or peer.name in asked.only]
    before = read_results(asked.out) if asked.out.is_file() else []
    found = [result for result in before if result.items not in asked.items]
    for items in asked.items:
        with tempfile.TemporaryDirectory(prefix="ragsite-bench-") as name:
            folder = Path(name)
            source = Source(folder / "source", items=items)
            found += run_rounds(source, chosen, folder / "peers", items=items, rounds=asked.rounds, tell=_tell)
        print(builders(found[-len(chosen) :], base=OWN.name), flush=True)
        keep(asked.out, sorted(found, key=lambda result: result.items))


def _tell(line: str) -> None:
    print(line, flush=True)


def read_results(path: Path) -> list[Result]:
    """What `compare` kept."""
    return [Result(**{**one, "costs": tuple(Cost(**cost) for cost in one["costs"])}) for one in kept(path)]
