"""Thoughts in one cell: each on a line of its own; a line that goes on with the one above begins with two spaces."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any

INDENT = "  "


def joined(texts: Iterable[str]) -> str:
    """The text of a cell that holds these thoughts."""
    return "\n".join(text.replace("\n", f"\n{INDENT}") for text in texts)


def split(cell: str) -> tuple[str, ...]:
    """The thoughts in a cell; blank lines between them count for nothing."""
    found: list[list[str]] = []
    for line in cell.split("\n"):
        if line.startswith(INDENT) and found:
            found[-1].append(line.removeprefix(INDENT))
        elif line.strip():
            found.append([line.strip()])
    return tuple("\n".join(lines).strip() for lines in found)


def merged(written: Any, texts: Sequence[str]) -> Any:
    """The value of a content file with these thoughts: those that stay keep how they are written, with their source."""
    old = [] if written is None else written if isinstance(written, list) else [written]
    known = [text_of(one) for one in old]
    made: list[Any] = []
    for kind, start, end, first, last in SequenceMatcher(None, known, list(texts), autojunk=False).get_opcodes():
        made += old[start:end] if kind == "equal" else list(texts[first:last])
    if not made:
        return None
    return made[0] if len(made) == 1 and not isinstance(written, list) else made


def text_of(written: Any) -> str:
    """The words of one thought as it stands in a file: a text, or a mapping with its text."""
    return str(written.get("text", "") if isinstance(written, dict) else written).strip()
