"""`python -m benchmarks make N DIR`: the parts of the benchmark, one command each."""

import argparse
from collections import Counter
from pathlib import Path

from benchmarks.content import write_content
from benchmarks.edits import try_edits


def main() -> None:
    """Reads the arguments and runs one part."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parts = parser.add_subparsers(required=True)
    _add_make(parts.add_parser("make", help="write synthetic content with N items into DIR/content"))
    _add_edits(parts.add_parser("edits", help="compare N incremental builds with clean ones"))
    asked = parser.parse_args()
    asked.run(asked)


def _add_make(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("items", type=int, metavar="N")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--plan-size", type=int, default=200, help="items in one plan at most (default 200)")
    parser.add_argument("--seed", type=int, default=1)
    parser.set_defaults(run=_make)


def _make(asked: argparse.Namespace) -> None:
    written = write_content(asked.folder, items=asked.items, plan_size=asked.plan_size, seed=asked.seed)
    print(f"Wrote {written.items} items in {written.plans} plans, {written.size / 1e6:.1f} MB, into {asked.folder}.")


def _add_edits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.set_defaults(run=_edits)


def _edits(asked: argparse.Namespace) -> None:
    kinds = Counter(try_edits(asked.number, seed=asked.seed))
    for name, number in sorted(kinds.items()):
        print(f"{number:6} {name}")
    print(f"After each of {kinds.total()} edits, the build with the cache gave the bytes of a clean build.")


if __name__ == "__main__":
    main()
