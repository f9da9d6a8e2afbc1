"""`observations.csv` to typed rows, each knowing its line, with every problem told at its cell."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from ragsite.model.base import PLACE_KEY
from ragsite.model.measures import Observation
from ragsite.problems import Finding, Location, Place, Severity, did_you_mean, listing

COLUMNS = tuple(name for name in Observation.model_fields if name != "place")
REQUIRED = ("measure",)


def read_observations(path: str, raw: bytes) -> tuple[tuple[Observation, ...], tuple[Finding, ...]]:
    """The rows in `raw` that can be read, and a finding for each cell that cannot."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message, fix = "The file holds a character that is not UTF-8.", "Save the file with the encoding UTF-8."
        return (), (_finding("Y104", Location(path, line), message, fix),)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    findings: list[Finding] = []
    rows: list[Observation] = []
    try:
        header = next(reader, [])
        findings.extend(_header_findings(path, header))
        if findings:
            return (), tuple(findings)
        for line, cells in _numbered(reader):
            _read_row(Place(path, line, 1), header, cells, rows, findings)
    except csv.Error:
        message = "This line cannot be read: a quotation mark is opened and not closed, or stands inside a cell."
        findings.append(_finding("Y302", Location(path, reader.line_num), message, "Double it, or close it."))
    return tuple(rows), tuple(findings)


def _numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    line = 2
    for cells in reader:
        if cells:
            yield line, cells
        line = reader.line_num + 1  # type: ignore[attr-defined]


def _header_findings(path: str, header: list[str]) -> Iterator[Finding]:
    known = listing(COLUMNS, joiner="and", most=40)
    for number, name in enumerate(header):
        where = Location(path, 1, sum(len(cell) + 1 for cell in header[:number]) + 1)
        if name not in COLUMNS:
            message = f"“{name}” is not a column that is known here. Known are {known}."
            yield _finding("Y301", where, message, did_you_mean(name, COLUMNS) or "Rename it or take it out.")
        elif name in header[:number]:
            yield _finding("Y301", where, f"The column “{name}” stands here twice.", "Keep one of the two.")
    for name in REQUIRED:
        if name not in header:
            yield _finding("Y301", Location(path), f"The column “{name}” is missing.", "Add it to the first line.")


def _read_row(
    place: Place, header: list[str], cells: list[str], rows: list[Observation], findings: list[Finding]
) -> None:
    if len(cells) != len(header):
        message = f"The line has {len(cells)} cells, but the first line has {len(header)}."
        fix = "Put cells that hold a comma into quotation marks, and add commas for empty cells."
        findings.append(_finding("Y302", place.location, message, fix))
        return
    for number, name in enumerate(header):
        place.fields[name] = (place.line, sum(len(cell) + 1 for cell in cells[:number]) + 1)
    values: dict[str, object] = {key: cell for key, cell in zip(header, cells, strict=True) if cell != ""}
    try:
        rows.append(Observation.model_validate({**values, PLACE_KEY: place}))
    except ValidationError as error:
        findings.extend(_cell_findings(place, cells[header.index("measure")], error))


def _cell_findings(place: Place, measure: str, error: ValidationError) -> Iterator[Finding]:
    for problem in error.errors(include_url=False):
        column = str(problem["loc"][0]) if problem["loc"] else "measure"
        cause: Any = (problem.get("ctx") or {}).get("error")
        if problem["type"] == "missing":
            message, fix = f"The cell “{column}” is empty.", "Write the id of a measure."
        elif hasattr(cause, "found"):
            message, fix = f"{column}: {cause.found} {cause.allowed}".strip(), cause.fix
        elif problem["type"] == "enum":
            message = f"“{problem['input']}” is not allowed for “{column}”. Allowed: {problem['ctx']['expected']}."
            fix = "Use one of these words, or leave the cell empty."
        else:
            message = f"“{problem['input']}” is not a number, as “{column}” must be."
            fix = "Write a number without sign for unit or thousands; put words into as_printed."
        yield _finding("Y303", place.of(column), f"“{measure}”: {message}" if measure else message, fix)


def _finding(code: str, where: Location, message: str, fix: str) -> Finding:
    return Finding(code, Severity.ERROR, where, message, fix)


