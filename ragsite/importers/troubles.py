"""What a cell may show instead of a value: a spreadsheet error, or a formula that stayed text."""

import re
from dataclasses import replace

from ragsite.importers.tables import Cell

ERRORS = frozenset(
    {
        *("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!"),
        *("#BLOCKED!", "#GETTING_DATA", "#NV", "#BEZUG!", "#WERT!"),
    }
)

_FORMULA = re.compile(r"=\s*[-+(@{]*\s*(?:[A-Za-z_][\w.]*\s*\(|'|\$?[A-Za-z]{1,3}\$?\d+\b|\d|\[|\")")


def troubled(cell: Cell) -> Cell:
    """The cell, its text moved to `trouble` when that is no value; trouble beside a value is forgotten."""
    if is_error(cell.text) or is_formula(cell.text):
        return replace(cell, text="", trouble=cell.text)
    return replace(cell, trouble="") if cell.text and cell.trouble else cell


def is_error(text: str) -> bool:
    """Whether a text is what a spreadsheet shows for a failed formula: `#REF!`."""
    return text.startswith("#") and text.upper() in ERRORS


def is_formula(text: str) -> bool:
    """Whether a text is a formula: an equals sign and then a function, a cell, a number or a text."""
    return text.startswith("=") and _FORMULA.match(text) is not None
