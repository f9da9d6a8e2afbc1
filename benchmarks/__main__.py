"""The parts of the benchmark, one command each; `make bench` runs them all."""

import argparse
from pathlib import Path

from benchmarks.changed import add_arguments as add_changed
from benchmarks.compare import add_arguments as add_compare
from benchmarks.content import write_content
from benchmarks.edits import add_arguments as add_edits
from benchmarks.national import add_arguments as add_national
from benchmarks.page import add_arguments as add_page
from benchmarks.peers.floor import render_pages, write_bytes
from benchmarks.reading import add_arguments as add_reading
from benchmarks.weight import add_arguments as add_weight


def main() -> None:
    """Reads the arguments and runs one part."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parts = parser.add_subparsers(required=True)
    _add_make(parts.add_parser("make", help="write synthetic content with N items into DIR/content"))
    add_edits(parts.add_parser("edits", help="compare N incremental builds with clean ones"))
    add_compare(parts.add_parser("compare", help="build the same pages with ragsite and with its peers"))
    add_reading(parts.add_parser("reading", help="read and check, against loading the YAML alone"))
    add_changed(parts.add_parser("changed", help="what one changed line costs, in a build and in the preview"))
    add_weight(parts.add_parser("weight", help="what a reader downloads, and what a site takes on the disk"))
    add_page(parts.add_parser("page", help="write the page on performance from the figures that were kept"))
    add_national(parts.add_parser("national", help="write the page on what a site of every authority would cost"))
    _add_floor(parts.add_parser("floor", help="only write bytes, or only render: what the comparison calls"))
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


def _add_floor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=("bytes", "pages"))
    parser.add_argument("given", type=Path)
    parser.add_argument("out", type=Path)
    parser.set_defaults(run=_floor)


def _floor(asked: argparse.Namespace) -> None:
    work = write_bytes if asked.kind == "bytes" else render_pages
    work(asked.given, asked.out)


if __name__ == "__main__":
    main()
