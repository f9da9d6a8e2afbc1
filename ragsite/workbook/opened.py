"""A workbook that comes back: what each of its cells holds now, with its address, and what it held when it went out."""

import base64
import binascii
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from openpyxl.utils.exceptions import InvalidFileException

from ragsite.importers.guard import check_package, check_size
from ragsite.importers.remarks import ImportProblem
from ragsite.refusal import Refused
from ragsite.workbook.book import KEY, ROW_TITLES, Book, Entry, Grid, Row, from_json
from ragsite.workbook.memory import MARK, MEMORY, VERSION

NOT_OURS = "It was not made by “ragsite workbook export”. For any other tracker use “ragsite import”."


@dataclass(frozen=True)
class Cell:
    """A cell that was read: its place, its address such as `Updates!F14`, and its text; `trouble` where it has none."""

    sheet: str
    key: str
    column: str
    address: str
    text: str
    trouble: str = ""


@dataclass(frozen=True)
class Opened:
    """A workbook: what it held when exported, its cells, and what else is wrong with it, by address."""

    base: Book
    cells: tuple[Cell, ...]
    troubles: tuple[str, ...]


@dataclass(frozen=True)
class Loaded:
    """A workbook file as the library holds it, and what it held when it was exported."""

    made: Any
    base: Book


def load(path: Path) -> Loaded:
    """The workbook at `path`; raises Refused for what is none of ours, and for files that are made to do harm."""
    try:
        check_size(path)
        check_package(path)
        made = load_workbook(path)
    except FileNotFoundError:
        raise Refused(f"There is no file “{path.as_posix()}”.") from None
    except ImportProblem as problem:
        raise Refused(str(problem)) from None
    except (InvalidFileException, KeyError, ValueError, TypeError, OSError) as error:
        raise Refused(f"“{path.name}” cannot be read as an Excel workbook ({error}). {NOT_OURS}") from None
    return Loaded(made, _memory(made, path))


def cells_of(loaded: Loaded, grids: dict[str, Grid]) -> Opened:
    """Every cell that came back; `grids` say what the columns of each sheet take now."""
    cells: list[Cell] = []
    troubles: list[str] = []
    for grid in loaded.base.grids:
        if grid.name not in loaded.made.sheetnames:
            troubles.append(f"The sheet “{grid.name}” is missing. Put it back, or export again.")
            continue
        _read_sheet(loaded.made[grid.name], grid, grids.get(grid.name), (cells, troubles))
    return Opened(loaded.base, tuple(cells), tuple(troubles))


def _memory(made: Any, path: Path) -> Book:
    rows = [row[0] for row in made[MEMORY].iter_rows(values_only=True)] if MEMORY in made.sheetnames else []
    if len(rows) < 3 or rows[0] != MARK:
        raise Refused(f"“{path.name}” does not say what it is an update of. {NOT_OURS}")
    if str(rows[1]) != VERSION:
        raise Refused(f"“{path.name}” was made by another version of ragsite. Export it again.")
    try:
        return from_json(zlib.decompress(base64.b64decode("".join(str(row) for row in rows[2:]))).decode())
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError):
        raise Refused(f"What “{path.name}” remembers of its export is damaged. Export it again.") from None


def _read_sheet(sheet: Any, grid: Grid, known: Grid | None, found: tuple[list[Cell], list[str]]) -> None:
    cells, troubles = found
    headings = {_text(cell)[0].strip(): cell.column for cell in sheet[1]}
    places = {column.name: headings.get(column.heading) for column in grid.columns}
    missing = [column.heading for column in grid.columns if places[column.name] is None]
    troubles += [f"{grid.name}!1: the column “{one}” is missing. Its heading may have changed." for one in missing]
    if places[KEY] is None:
        return
    seen: dict[str, str] = {}
    for row in sheet.iter_rows(min_row=2):
        by_place = {cell.column: cell for cell in row}
        key_cell = by_place.get(places[KEY])
        key = _text(key_cell)[0].strip() if key_cell is not None else ""
        if key not in grid.row_by_key:
            troubles += _stray(grid, row, key)
        elif key in seen:
            troubles.append(f"{grid.name}!{row[0].row}: the row is there twice; the first is row {seen[key]}.")
        else:
            seen[key] = str(row[0].row)
            cells += _cells(by_place, grid, known, key, places)
    lost = [_name(row) for row in grid.rows if row.key not in seen]
    troubles += [f"{grid.name}: the row of “{name}” is missing. Put it back, or export again." for name in lost]


def _name(row: Row) -> str:
    return next((row.cells[name] for name in ROW_TITLES if row.cells.get(name)), row.key)


def _stray(grid: Grid, row: Any, key: str) -> Iterator[str]:
    filled = [cell for cell in row if _text(cell)[0].strip()]
    if filled:
        no_key = "the row belongs to no item, as its hidden key is empty"
        what = f"the hidden key “{key}” is not known" if key else no_key
        yield f"{grid.name}!{filled[0].coordinate}: {what}. New items are added in the content, not here."


def _cells(
    by_place: dict[int, Any], grid: Grid, known: Grid | None, key: str, places: dict[str, int | None]
) -> Iterator[Cell]:
    for column in grid.columns[1:]:
        place = places[column.name]
        cell = by_place.get(place) if place is not None else None
        if cell is None:
            continue
        entry = known.column_by_name[column.name].entry if known and column.name in known.column_by_name else None
        text, trouble = _text(cell, entry=entry)
        yield Cell(grid.name, key, column.name, f"{grid.name}!{cell.coordinate}", text, trouble)


def _text(cell: Any, *, entry: Entry | None = None) -> tuple[str, str]:
    """A cell's text as a person sees it, or what keeps it from being read."""
    value = cell.value
    if value is None:
        return "", ""
    if cell.data_type == "f":
        return "", f"it holds a formula ({value}). Write the value itself."
    if cell.data_type == "e":
        return "", f"it shows the error {value}."
    if isinstance(value, bool):
        return str(value).upper(), ""
    if isinstance(value, datetime | date):
        return _day(cell, value), ""
    if isinstance(value, int | float):
        return _number(cell, value, entry=entry), ""
    return tidy(unescape(str(value))), ""


def _day(cell: Any, value: datetime | date) -> str:
    """A date as its format shows it: `mmm-yy` shows a month, so a month is what was meant."""
    shown = str(cell.number_format).lower()
    day = value.date() if isinstance(value, datetime) else value
    return day.isoformat() if "d" in shown else day.isoformat()[:7]


def _number(cell: Any, value: float, *, entry: Entry | None) -> str:
    """A number in digits; one that is shown as a percentage is the number that is shown."""
    exact = Decimal(repr(value))
    if entry is Entry.NUMBER and "%" in str(cell.number_format):
        exact *= 100
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def tidy(text: str) -> str:
    """A text with one kind of line break and nothing invisible at its ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
