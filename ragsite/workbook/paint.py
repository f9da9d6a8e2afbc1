"""A workbook as an .xlsx file that is good to fill in: lists to choose from, help at each cell, colour with words."""

import base64
import zlib
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from ragsite.exporters.look import light_colours
from ragsite.model.dates import Precision, parse_date
from ragsite.model.measures import ObservationStatus
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.workbook.book import KEY, ROW_TITLES, Book, Column, Entry, Grid, as_json
from ragsite.workbook.guide import choices, evidence_table, guide_lines, rating_help, ratings_table
from ragsite.workbook.memory import CHUNK, MARK, MEMORY, VERSION

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The day that a file is dated by: the same content makes the same bytes."""

LONGEST_HELP = 255
"""Signs that a spreadsheet shows beside a cell."""

_DATE = "d mmm yyyy"
_TOP = {"valign": "top", "text_wrap": True}


def paint(book: Book, plan: Plan, report: Report) -> bytes:
    """The bytes of the file; the same content gives the same bytes."""
    out = BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made.set_properties(
        {"title": f"{plan.facts.title}: {report.label}", "author": plan.facts.organisation, "created": UNDATED}
    )
    _Painter(made, plan, report).paint(book)
    made.close()
    return out.getvalue()


class _Painter:
    """Draws the sheets one after another with one set of formats."""

    def __init__(self, made: Any, plan: Plan, report: Report) -> None:
        self.made, self.plan, self.report = made, plan, report
        self.scale = plan.scale_of(report)
        colours = light_colours()
        border = {"border": 1, "border_color": colours["control"]}
        self.read_only = made.add_format({**_TOP, **border, "bg_color": colours["none-tint"], "num_format": "@"})
        self.heading = made.add_format({**_TOP, **border, "bold": True, "bg_color": colours["none-tint"]})
        self.open = made.add_format({**_TOP, **border, "locked": False, "num_format": "@"})
        self.open_date = made.add_format({**_TOP, **border, "locked": False, "num_format": _DATE})
        self.open_number = made.add_format({**_TOP, **border, "locked": False, "num_format": "General"})
        self.plain = made.add_format(_TOP)
        self.bold = made.add_format({**_TOP, "bold": True})
        self.colours = colours

    def paint(self, book: Book) -> None:
        self._guide(book)
        for grid in book.grids:
            self._grid(grid)
        self._table("Ratings", ratings_table(self.scale), (20, 26, 100))
        self._table("Evidence", evidence_table(self.plan), (30, 70, 20, 22))
        self._memory(book)

    def _guide(self, book: Book) -> None:
        sheet = self._sheet("Guide")
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 100)
        for number, (head, text) in enumerate(guide_lines(self.plan, self.report, book)):
            sheet.write_string(number, 0, head, self.bold)
            sheet.write_string(number, 1, text, self.plain)
        sheet.activate()

    def _table(self, name: str, rows: tuple[tuple[str, ...], ...], widths: tuple[int, ...]) -> None:
        sheet = self._sheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text, self.plain if number else self.heading)
        sheet.freeze_panes(1, 0)

    def _grid(self, grid: Grid) -> None:
        sheet = self._sheet(grid.name)
        last = len(grid.rows)
        for place, column in enumerate(grid.columns):
            sheet.set_column(place, place, column.width, None, {"hidden": 1} if column.name == KEY else {})
            sheet.write_string(0, place, column.heading, self.heading)
            if column.entry and last:
                self._validate(sheet, column, (1, place, last, place))
        for number, row in enumerate(grid.rows, start=1):
            sheet.write_string(number, 0, row.key, self.read_only)
            for place, column in enumerate(grid.columns[1:], start=1):
                is_open = column.entry is not None and column.name not in row.closed
                self._cell(sheet, (number, place), row.cells[column.name], entry=column.entry if is_open else None)
        sheet.freeze_panes(1, 3 if len(grid.columns) > 3 else 2)
        if grid.rows:
            sheet.autofilter(0, 0, last, len(grid.columns) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})
        self._name_headings(grid)

    def _name_headings(self, grid: Grid) -> None:
        """The names by which screen readers find a cell's headings: its column's in row 1, its row's title."""
        last = xl_col_to_name(len(grid.columns) - 1)
        self.made.define_name(f"{grid.name}!ColumnTitle", f"={grid.name}!$A$1:${last}$1")
        title = next(place for place, column in enumerate(grid.columns) if column.name in ROW_TITLES)
        side = xl_col_to_name(title)
        self.made.define_name(f"{grid.name}!RowTitle", f"={grid.name}!${side}$1:${side}${len(grid.rows) + 1}")

    def _cell(self, sheet: Any, place: tuple[int, int], text: str, *, entry: Entry | None) -> None:
        if entry is None:
            sheet.write_string(*place, text, self.read_only)
        elif entry is Entry.DATE:
            self._date(sheet, place, text)
        elif entry is Entry.NUMBER and text and str(float(text)).removesuffix(".0") == text:
            sheet.write_number(*place, float(text), self.open_number)
        else:
            shown = self.open_number if entry is Entry.NUMBER else self.open
            sheet.write_string(*place, text, shown) if text else sheet.write_blank(*place, None, shown)

    def _date(self, sheet: Any, place: tuple[int, int], text: str) -> None:
        day = parse_date(text) if len(text) == len("2026-12-31") and text[4:5] == "-" else None
        if day and day.precision is Precision.DAY and day.first and day.iso == text and day.first.year >= 1901:
            sheet.write_datetime(*place, datetime(day.first.year, day.first.month, day.first.day), self.open_date)  # noqa: DTZ001
        elif text:
            sheet.write_string(*place, text, self.open_date)
        else:
            sheet.write_blank(*place, None, self.open_date)

    def _validate(self, sheet: Any, column: Column, area: tuple[int, int, int, int]) -> None:
        told = rating_help(self.scale, most=LONGEST_HELP) if column.entry is Entry.RATING else column.help
        help_texts = {"input_title": column.heading[:32], "input_message": told[:LONGEST_HELP]}
        rule: dict[str, Any] = {"validate": "any"}
        if column.entry is Entry.RATING:
            rule = self._rating_rule(sheet, area)
        elif column.entry is Entry.DATE:
            rule = {"validate": "date", "criteria": ">=", "value": datetime(1990, 1, 1), **_DOUBT}  # noqa: DTZ001
        elif column.entry is Entry.NUMBER:
            rule = {"validate": "decimal", "criteria": "between", "minimum": -1e12, "maximum": 1e12, **_NUMBER}
        elif column.entry is Entry.STATUS:
            rule = {"validate": "list", "source": [one.value for one in ObservationStatus if one.value]}
        sheet.data_validation(*area, {**rule, **help_texts, "ignore_blank": True})

    def _rating_rule(self, sheet: Any, area: tuple[int, int, int, int]) -> dict[str, Any]:
        """The list of ratings; each rating gets the colour of its tone, always with its word."""
        for level in self.scale.levels:
            tone = level.tone.value
            look = {"bg_color": self.colours[f"{tone}-tint"], "font_color": self.colours[f"{tone}-text"], "bold": True}
            for word in dict.fromkeys((level.label, *level.printed)):
                quoted = word.replace('"', '""')
                rule = {"type": "cell", "criteria": "==", "value": f'"{quoted}"', "format": self.made.add_format(look)}
                sheet.conditional_format(*area, rule)
        return {"validate": "list", "source": f"=Ratings!$A$2:$A${len(choices(self.scale)) + 1}", **_RATING}

    def _memory(self, book: Book) -> None:
        """What was exported, kept out of sight, so that the import can tell who changed what since."""
        sheet = self.made.add_worksheet(MEMORY)
        sheet.very_hidden()
        packed = base64.b64encode(zlib.compress(as_json(book).encode(), 9)).decode()
        texts = [MARK, VERSION, *(packed[start : start + CHUNK] for start in range(0, len(packed), CHUNK))]
        for number, text in enumerate(texts):
            sheet.write_string(number, 0, text)

    def _sheet(self, name: str) -> Any:
        sheet = self.made.add_worksheet(name)
        sheet.hide_gridlines(2)
        return sheet


_DOUBT = {
    "error_type": "warning",
    "error_title": "Not a day",
    "error_message": "A day is best, such as 31/12/2026. Words such as “March 2027” or “TBC” are kept as they are.",
}
_NUMBER = {"error_title": "Not a number", "error_message": "Write digits alone, such as 88.2: no sign and no unit."}
_RATING = {"error_title": "Not in the list", "error_message": "Choose a rating from the list, or leave it blank."}
