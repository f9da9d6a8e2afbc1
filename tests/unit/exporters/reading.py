"""What somebody who has only the files reads in them."""

import csv
import io
import json
from typing import Any

from ragsite.exporters import all_files, dates, evidence, items, measures, observations, ratings
from ragsite.exporters.csv_file import unguard
from ragsite.publish import PublicSite

Cells = dict[str, str]

TABLES = {
    "items": items.export,
    "ratings": ratings.export,
    "dates": dates.export,
    "measures": measures.export,
    "observations": observations.export,
    "evidence": evidence.export,
}


def files(public: PublicSite) -> dict[str, bytes]:
    """Every file by its path."""
    return {file.path: file.content for file in all_files(public)}


def read_table(public: PublicSite, name: str, *, plan: str = "northmere-2026") -> list[Cells]:
    """The rows of one CSV file with their exact text."""
    made = {file.path: file.content for file in TABLES[name](public)}
    content = made[f"/plans/{plan}/data/{name}.csv"].decode("utf-8")
    rows = csv.DictReader(io.StringIO(content, newline=""), strict=True)
    return [{column: unguard(cell) for column, cell in row.items()} for row in rows]


def read_json(public: PublicSite, name: str, *, plan: str = "northmere-2026") -> dict[str, Any]:
    """A JSON document of a plan."""
    found: dict[str, Any] = json.loads(files(public)[f"/plans/{plan}/data/{name}"])
    return found


def picked(rows: list[Cells], *columns: str) -> list[tuple[str, ...]]:
    """Some columns of each row."""
    return [tuple(row[column] for column in columns) for row in rows]
