"""`observations.csv` to typed rows, each knowing its line, with every problem told at its cell."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from ragsite.content.cells import BrokenQuote, Cell, split_rows
from ragsite.content.fields import field_at, words_of
from ragsite.content.text import read_text
from ragsite.content.wording import not_allowed, number_fix
from ragsite.model.base import PLACE_KEY
from ragsite.model.measures import Observation
from ragsite.problems import Finding, Location, Place, Severity, did_you_mean, listing

COLUMNS = tuple(name for name in Observation.model_fields if name != "place")
REQUIRED = ("measure",)


def read_observations(path: str, raw: bytes) -> tuple[tuple[Observation, ...], tuple[Finding, ...]]:
    """The rows in `raw` that can be read, and a finding for each cell that cannot."""
    text, found = read_text(path, raw)
    if text is None:
        return (), found
    findings: list[Finding] = []
    rows: list[Observation] = []
    lines = split_rows(text)
    try:
        header = next(lines, ())
        findings.extend(_header_findings(path, header))
        for cells in lines if not findings else ():
            row = _read_row(path, header, cells, findings)
            rows.extend([row] if row else [])
    except BrokenQuote as broken:
        message = "A quotation mark opens a cell here, but does not close it at the cell's end."
        fix = "Close it before the next comma; write a quotation mark inside a quoted cell twice (“\"\"”)."
        findings.append(_finding("Y302", _at(path, broken.cell), message, fix))
    return tuple(rows), tuple(findings)


def _header_findings(path: str, header: Sequence[Cell]) -> Iterator[Finding]:
    names = [cell.text for cell in header]
    if not names:
        fix = f"Begin with the line: {','.join(COLUMNS)}"
        yield _finding("Y301", Location(path), "The file is empty, but its first line names the columns.", fix)
        return
    if len(names) > 1 and not set(names) & set(COLUMNS):
        fix = f"Begin with the line: {','.join(COLUMNS)}"
        yield _finding("Y301", Location(path), "The first line does not name the columns.", fix)
        return
    if len(names) == 1 and (sign := next((sign for sign in (";", "\t") if sign in names[0]), "")):
        message = f"The columns are separated by {'tabs' if sign != ';' else 'semicolons'}, but commas are expected."
        fix = "Save the file as “CSV UTF-8 (comma delimited)”."
        yield _finding("Y301", Location(path), message, fix)
        return
    for number, cell in enumerate(header):
        if cell.text not in COLUMNS:
            known = listing(COLUMNS, joiner="and", most=40)
            message = f"“{cell.text}” is not a column that is known here. Known are {known}."
            fix = did_you_mean(cell.text, COLUMNS) or "Rename it or take it out."
            yield _finding("Y301", _at(path, cell), message, fix)
        elif cell.text in names[:number]:
            message = f"The column “{cell.text}” stands here twice."
            yield _finding("Y301", _at(path, cell), message, "Keep one of the two.")
    for name in REQUIRED:
        if name not in names:
            yield _finding("Y301", Location(path), f"The column “{name}” is missing.", "Add it to the first line.")


def _read_row(
    path: str, header: Sequence[Cell], cells: Sequence[Cell], findings: list[Finding]
) -> Observation | None:
    place = Place(path, cells[0].line, 1)
    if len(cells) != len(header):
        message = f"The line has {len(cells)} cells, but the first line has {len(header)}."
        fix = "Put cells that hold a comma in quotation marks, and keep a comma for each empty cell."
        findings.append(_finding("Y302", place.location, message, fix))
        return None
    place.fields.update({name.text: (cell.line, cell.column) for name, cell in zip(header, cells, strict=True)})
    values: dict[str, Any] = {
        name.text: cell.text
        for name, cell in zip(header, cells, strict=True)
        if cell.text.strip() or name.text == "as_printed"
    }
    try:
        return Observation.model_validate({**values, PLACE_KEY: place})
    except ValidationError as error:
        findings.extend(_cell_findings(place, values, error))
        return None


def _cell_findings(place: Place, values: Mapping[str, Any], error: ValidationError) -> Iterator[Finding]:
    owner = " in ".join(f"“{values[name]}”" for name in ("measure", "period") if values.get(name))
    for problem in error.errors(include_url=False):
        column = str(problem["loc"][0]) if problem["loc"] else "measure"
        message, fix = _words(problem, column)
        yield _finding("Y303", place.of(column), f"{owner}: {message}" if owner else message, fix)


def _words(problem: Any, column: str) -> tuple[str, str]:
    cause: Any = (problem.get("ctx") or {}).get("error")
    if problem["type"] == "missing":
        return f"The cell “{column}” is empty.", "Write the id of a measure."
    if hasattr(cause, "found"):
        return f"{column}: {cause.found} {cause.allowed}".strip(), cause.fix
    found = str(problem["input"])
    if problem["type"] == "enum":
        field = field_at(Observation, [column])
        message, fix = not_allowed(found, column, words_of(field) if field else ())
        return message, fix if fix.startswith("Did") else "Use one of these words, or leave the cell empty."
    return f"“{column}” is “{found}”, but a number is expected here.", number_fix(found, keep_in="“as_printed”")


def _at(path: str, cell: Cell) -> Location:
    return Location(path, cell.line, cell.column)


def _finding(code: str, where: Location, message: str, fix: str) -> Finding:
    return Finding(code, Severity.ERROR, where, message, fix)
