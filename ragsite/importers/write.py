"""New files as text, and changed ones with every comment, order and line break of the old."""

from collections.abc import Mapping
from typing import Any

from ragsite.content.rewrite import NotRewritten, rewrite, values_in
from ragsite.content.scalars import key_lines
from ragsite.importers.remarks import ImportProblem


def read(text: str) -> dict[str, Any]:
    """The values of a YAML text: texts, lists and mappings, to be changed and written again."""
    return values_in(text) or {}


def new_text(document: Mapping[str, Any], *, notes: Mapping[str, str] | None = None) -> str:
    """A document as the text of a new file; `notes` are words that stand beside a key, at whatever depth."""
    told = notes or {}
    lines = [line for key, value in document.items() for line in key_lines(key, value, column=0)]
    return "".join(f"{line}{_note(line, told)}\n" for line in lines)


def changed_text(path: str, old: str, document: Mapping[str, Any]) -> str:
    """`old` with the values of the document; ImportProblem where the file's own form does not allow it."""
    if values_in(old) is None:
        return old + new_text(document) if document else old
    try:
        return rewrite(old, document)
    except NotRewritten:
        fix = "Write it with each key on a line of its own, without brackets around the whole, and import again."
        raise ImportProblem(f"“{path}” is written in a way in which it cannot be changed line by line.", fix) from None


def _note(line: str, notes: Mapping[str, str]) -> str:
    words = notes.get(line.partition(":")[0].strip(), "")
    return f"  # {words}" if words else ""
