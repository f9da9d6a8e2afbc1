"""`python -m benchmarks page`: the figures that were kept, as the page on performance."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks import changed, compare, reading, weight
from benchmarks.peers import OWN, PEERS
from benchmarks.report import builders, machine

WORDS = Path(__file__).with_name("words.md")
"""What the figures mean, in words: written by hand, with a place for each table."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the figures are, and where the page goes."""
    parser.add_argument("--figures", type=Path, default=Path("build/bench"))
    parser.add_argument("--out", type=Path, default=Path("docs/reference/performance.md"))
    parser.add_argument("--date", default=date.today().isoformat(), help="the day of the run")  # noqa: DTZ011
    parser.set_defaults(run=write_page)


def write_page(asked: argparse.Namespace) -> None:
    """Fills the tables into the words."""
    tables = {
        "date": asked.date,
        "machine": machine(),
        "peers": "\n".join(f"- **{peer.name}**: {peer.about}" for peer in PEERS),
        "builders": _shown(
            asked.figures / "builders.json", lambda path: builders(compare.read_results(path), base=OWN.name)
        ),
        "changed": _shown(asked.figures / "changed.json", lambda path: changed.table(changed.read_changed(path))),
        "reading": _shown(asked.figures / "reading.json", lambda path: reading.table(reading.read_costs(path))),
        "weight": _shown(asked.figures / "weight.json", lambda path: weight.table(weight.read_weights(path))),
    }
    text = WORDS.read_text(encoding="utf-8")
    for name, words in tables.items():
        text = text.replace(f"{{{{ {name} }}}}", words)
    asked.out.write_text(text, encoding="utf-8", newline="\n")
    print(f"Wrote {asked.out.as_posix()}.")


def _shown(path: Path, table: Callable[[Path], str]) -> str:
    return table(path) if path.is_file() else "Not measured in this run."
