"""The formats of an approval sheet, by the name that the command takes."""

from collections.abc import Callable

from ragsite.approval.html import as_html
from ragsite.approval.markdown import as_markdown
from ragsite.approval.sheet import Sheet
from ragsite.approval.text import as_text
from ragsite.approval.word import as_word

FORMATS: dict[str, Callable[[Sheet], str]] = {"html": as_html, "markdown": as_markdown, "text": as_text}
"""Those that are text."""

WORD = "docx"
"""The one that is not, so that it can only be written into a file."""


def written(sheet: Sheet, form: str) -> bytes:
    """The sheet in one of the formats, as a file holds it."""
    return as_word(sheet) if form == WORD else FORMATS[form](sheet).encode("utf-8")
