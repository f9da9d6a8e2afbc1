"""Runs the tests of reliability in their full form, and writes what they tried into docs/reference/reliability.md.

    python tools/reliability.py             all of them
    python tools/reliability.py -k hostile  some of them, by pytest's own options; other rows stay as they are
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "docs" / "reference" / "reliability.md"
TABLE = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
HEAD = "| What was tried | How often | What must not happen | How often it did |\n| --- | ---: | --- | ---: |\n"


@dataclass(frozen=True)
class Row:
    """One row: how often something was tried, what must not happen then, and how often it did."""

    tried: int
    feared: str
    happened: int


def main() -> None:
    """Runs the tests; the page is written even when some fail, so that a failure shows in the figures too."""
    with tempfile.TemporaryDirectory() as folder:
        form = ["-m", "reliability", f"--reliability-out={folder}", "-q", "-o", "faulthandler_timeout=0"]
        command = [sys.executable, "-m", "pytest", *form, *sys.argv[1:]]
        done = subprocess.run(command, cwd=PROJECT, env={**os.environ, "CI": "1"}, check=False)
        told = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).glob("*.json"))]
    text = PAGE.read_text(encoding="utf-8")
    rows = {**read_rows(text), **summed(told)} if len(sys.argv) > 1 else summed(told)
    PAGE.write_text(with_rows(text, rows), encoding="utf-8", newline="\n")
    sys.exit(done.returncode)


def summed(told: Iterable[Mapping[str, object]]) -> dict[str, Row]:
    """The rows by name, from what single tests told."""
    rows: dict[str, Row] = {}
    for one in told:
        name, before = str(one["name"]), rows.get(str(one["name"]))
        tried, happened = int(str(one["tried"])), int(str(one["happened"]))
        rows[name] = Row(
            tried + (before.tried if before else 0),
            str(one["feared"]),
            happened + (before.happened if before else 0),
        )
    return rows


def read_rows(page: str) -> dict[str, Row]:
    """The rows that the page has, by name."""
    found = TABLE.search(page)
    lines = found.group().splitlines()[2:] if found else []
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines if line)
    return {name: Row(_count(tried), feared, _count(happened)) for name, tried, feared, happened in cells}


def with_rows(page: str, rows: Mapping[str, Row]) -> str:
    """The page with these rows in its table, in order of their names."""
    lines = [
        f"| {name} | {row.tried:,} | {row.feared} | {row.happened:,} |\n".replace("| 0 |\n", "| none |\n")
        for name, row in sorted(rows.items())
    ]
    return TABLE.sub(lambda _: HEAD + "".join(lines), page)


def _count(cell: str) -> int:
    return 0 if cell == "none" else int(cell.replace(",", ""))


if __name__ == "__main__":
    main()
