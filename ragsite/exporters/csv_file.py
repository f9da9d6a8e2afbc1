"""Rows to the bytes of a CSV file that no spreadsheet takes for formulas, and back to the exact text."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from ragsite import addresses
from ragsite.exporters.column import Cell, Row, Table
from ragsite.exporters.file import File
from ragsite.model.plan import Plan
from ragsite.publish import PublicSite

# Signs that begin a formula, also in full width; apostrophes before them, so that taking one away is exact.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def csv_files(public: PublicSite, table: Table, rows: Callable[[Plan], Iterable[Row]]) -> Iterator[File]:
    """One file of `table` per plan, from the rows of each."""
    for plan in public.site.plans:
        yield File(addresses.data(plan.id, table.file_name), write_csv(table, rows(plan)))


def write_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """UTF-8 without byte order mark, RFC 4180, a header row; a cell without a value is empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    names = table.names
    writer.writerow(names)
    writer.writerows([_written(row[name]) for name in names] for row in rows)
    return text.getvalue().encode("utf-8")


def guard(text: str) -> str:
    """Text as it stands in a cell: with one apostrophe in front where a spreadsheet would see a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(cell: str) -> str:
    """The exact text of a cell that `guard` made."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def joined(texts: Iterable[str]) -> str:
    """Several ids or names in one cell."""
    return "; ".join(texts)


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guard(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return str(cell)
