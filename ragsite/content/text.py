"""The bytes of a file as text: UTF-8, and nothing invisible in it that a person cannot have meant."""

import re
from collections.abc import Iterator

from ragsite.problems import Finding, Location, Severity

_INVISIBLE = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Control characters, line separators other than the common ones, and a byte order mark inside the text."""

_LINE_END = re.compile(r"\r\n|\r|\n")


def read_text(path: str, raw: bytes) -> tuple[str | None, tuple[Finding, ...]]:
    """The text in `raw`, or None with a finding (Y104) for each line that holds what nobody can type."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = Location(path, *_place(error.object[: error.start].decode("utf-8", "replace")))
        message = "The file is not saved as UTF-8: the character here cannot be read."
        fix = "Save the file again, choosing the encoding “UTF-8” in your editor."
        return None, (Finding("Y104", Severity.ERROR, where, message, fix),)
    findings = tuple(_invisible(path, text))
    return (None if findings else text), findings


def _invisible(path: str, text: str) -> Iterator[Finding]:
    if not _INVISIBLE.search(text):
        return
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if found := _INVISIBLE.search(line):
            where = Location(path, number, found.start() + 1)
            message = f"An invisible control character (U+{ord(found[0]):04X}) stands here."
            yield Finding("Y104", Severity.ERROR, where, message, "Delete it, and type the words around it again.")


def _place(before: str) -> tuple[int, int]:
    lines = _LINE_END.split(before.removeprefix("\ufeff"))
    return len(lines), len(lines[-1]) + 1
