"""CSV files to one table: encoding and delimiter found once for the whole file, the odd byte told."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ragsite.importers.remarks import About, ImportProblem, Remark
from ragsite.importers.tables import MAX_CELLS, Book, Cell, Table, clean, letters, squared
from ragsite.importers.troubles import troubled

DELIMITERS = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "an upright bar"}

_STRAY = 0xF700
"""Bytes without a meaning in cp1252 become private characters from here, so that their cell can be told."""

_ANY_STRAY = re.compile("[\uf700-\uf7ff]")
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(_STRAY + code) for code in range(0x80, 0xA0)}


def read_csv(path: Path) -> Book:
    """The one table of a CSV file; ImportProblem when it holds no text."""
    text, remarks = decode(path.read_bytes())
    if not text.strip():
        raise ImportProblem(f"“{path.name}” is empty.", "Export the table again.")
    told = re.match(r'"?sep=(.)"?\r?\n', text)
    if told:
        text = text[told.end() :]
    delimiter = told[1] if told and told[1] in DELIMITERS else find_delimiter(text)
    rows, more = split(text, delimiter)
    cells = squared(
        tuple(troubled(Cell(clean(_without_strays(text)), number, place)) for place, text in enumerate(line, 1))
        for number, line in enumerate(rows, 1)
    )
    separated = Remark(About.FILE, f"The cells are separated by {DELIMITERS[delimiter]}.")
    return Book(path.name, (Table("", cells),), (separated, *remarks, *more, *_told(rows)))


def decode(raw: bytes) -> tuple[str, list[Remark]]:
    """The text, and in which encoding it was; UTF-8 where it can be, else UTF-16 with its mark, else cp1252."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace"), [Remark(About.FILE, "The file is in UTF-16.")]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    odd = sum("\udc80" <= sign <= "\udcff" for sign in text)
    if odd < sum(sign > "\x7f" for sign in text) - odd:
        return re.sub("[\udc80-\udcff]", lambda found: chr(_STRAY + ord(found[0]) - 0xDC00), text), []
    windows = raw.decode("latin-1").translate(_WINDOWS)
    return windows, [Remark(About.FILE, "The file is not in UTF-8; it was read as Windows text (cp1252).")]


def find_delimiter(text: str) -> str:
    """The one sign that separates the cells: the one with which most rows have equally many, more than one."""
    head = text[:400_000]

    def score(delimiter: str) -> tuple[float, int]:
        try:
            rows = [row for row in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter) if row]
        except csv.Error:
            return (0, 0)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            return (0, 0)
        width, often = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
        return (often / len(rows), width)

    scores = {delimiter: score(delimiter) for delimiter in DELIMITERS}
    return max(DELIMITERS, key=lambda delimiter: (round(scores[delimiter][0], 1), scores[delimiter][1]))


def split(text: str, delimiter: str) -> tuple[list[list[str]], list[Remark]]:
    """The rows, as a spreadsheet counts them; a quotation mark that never closes must not swallow the rest."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        _check_size(rows)
        return rows, []
    except csv.Error as error:
        if "unexpected end" not in str(error) and "field larger" not in str(error):
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
            _check_size(rows)
            return rows, []
    plain = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE))
    lines = [[_unquoted(cell) for cell in row] for row in plain]
    fix = "Every line was read as a row of its own. Look at cells that hold several lines."
    return lines, [Remark(About.CELL, f"A quotation mark is opened in the file and never closed. {fix}")]


def _check_size(rows: Sequence[Sequence[str]]) -> None:
    if sum(map(len, rows)) > MAX_CELLS:
        raise ImportProblem("The file has more cells than a tracker can have.", "Delete what is not part of the table.")


def _unquoted(cell: str) -> str:
    stripped = cell.strip()
    if len(stripped) > 1 and stripped[0] == stripped[-1] == '"':
        return stripped[1:-1].replace('""', '"')
    return cell


def _told(rows: Sequence[Sequence[str]]) -> Iterator[Remark]:
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row, 1):
            if not _ANY_STRAY.search(cell):
                continue
            for sign in dict.fromkeys(sign for sign in cell if _is_stray(sign)):
                at = cell.index(sign)
                near = " ".join(_without_strays(cell[max(0, at - 20) : at + 20]).split())
                text = (
                    f"The byte {ord(sign) - _STRAY:#04x} has no meaning in Windows text; it was left out near “{near}”."
                )
                yield Remark(About.CELL, text, f"{letters(place)}{number}")


def _is_stray(sign: str) -> bool:
    return 0 <= ord(sign) - _STRAY < 256


def _without_strays(text: str) -> str:
    return _ANY_STRAY.sub("", text)
