"""The formats of an approval sheet, by the name that the command takes."""

from collections.abc import Callable

from ragsite.approval.html import as_html
from ragsite.approval.markdown import as_markdown
from ragsite.approval.sheet import Sheet
from ragsite.approval.text import as_text

FORMATS: dict[str, Callable[[Sheet], str]] = {"html": as_html, "markdown": as_markdown, "text": as_text}
