"""A tracker of any kind to tables: its kind is told by its content, not by its name."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ragsite.importers import guard
from ragsite.importers.csv_file import read_csv
from ragsite.importers.html import read_html
from ragsite.importers.remarks import About, ImportProblem, Remark
from ragsite.importers.tables import Book

KINDS = ".xlsx, .xlsm, .xlsb, .xls, .ods, .csv, .tsv, .docx or .html"

TEXT = ("", ".csv", ".dat", ".tab", ".tsv", ".txt", ".xls", ".xlsx")
"""How a file of separated text may be named; some systems export one under the name of a workbook."""


def read_book(path: Path) -> Book:
    """The file's tables; ImportProblem for what cannot be read or is made to do harm."""
    if not path.is_file():
        raise ImportProblem(f"There is no file “{path}”.", "Check the name.")
    guard.check_size(path)
    head = path.read_bytes()[:4096]
    if not head.strip():
        raise ImportProblem(f"“{path.name}” is empty.", "Export the table again.")
    if head.startswith(b"PK"):
        return _read_package(path)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _read_workbook(path)
    if head.startswith((b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8")):
        raise ImportProblem(f"“{path.name}” is not a table.", f"Import the table that it was made from: {KINDS}.")
    start = head.replace(b"\x00", b"").lower()
    if b"<html" in start or b"<table" in start or path.suffix.lower() in (".html", ".htm"):
        return read_html(path)
    if path.suffix.lower() not in TEXT:
        raise ImportProblem(f"“{path.name}” is not a tracker that can be read.", f"Import a table: {KINDS}.")
    return read_csv(path)


def _read_package(path: Path) -> Book:
    has_macros = guard.check_package(path)
    book = _read_document(path) if _is_document(path) else _read_workbook(path)
    told = (Remark(About.FILE, "The file holds macros. They were not run and are not needed."),) if has_macros else ()
    return Book(book.name, book.tables, (*told, *book.remarks))


def _read_workbook(path: Path) -> Book:
    with _needing_packages(path):
        from ragsite.importers.xlsx import read_workbook  # noqa: PLC0415 - its packages may be missing
    return read_workbook(path)


def _read_document(path: Path) -> Book:
    with _needing_packages(path):
        from ragsite.importers.docx import read_docx  # noqa: PLC0415 - its packages may be missing
    return read_docx(path)


@contextmanager
def _needing_packages(path: Path) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        fix = 'Add them with: pip install "ragsite[importers]". A CSV file or a web page can be imported without them.'
        raise ImportProblem(f"To read “{path.name}”, ragsite needs more packages ({error.name}).", fix) from None


def _is_document(path: Path) -> bool:
    with zipfile.ZipFile(path) as package:
        return any(name.startswith("word/") for name in package.namelist())
