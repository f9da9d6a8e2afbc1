"""`python -m benchmarks make N DIR`: the parts of the benchmark, one command each."""

import argparse
from pathlib import Path

from benchmarks.content import write_content


def main() -> None:
    """Reads the arguments and runs one part."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parts = parser.add_subparsers(required=True)
    _add_make(parts.add_parser("make", help="write synthetic content with N items into DIR/content"))
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


if __name__ == "__main__":
    main()
