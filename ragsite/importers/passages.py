"""The words of a cell as prose for the content files: one thought for each line, no personal details."""

import re
from collections.abc import Callable

from ragsite.checks.disclosure.contacts import BIRTH, EMAIL, INSURANCE, NHS, PHONE, POSTCODE, is_nhs_number

LONGEST_TITLE = 200
"""A longer title is shortened for headings, and stands in full in the item's text."""

URL = re.compile(r"https?://[^\s<>\"'“”]+[^\s<>\"'“”.,;:)\]]")

_BULLET = re.compile(r"^(?:[•·▪●◦‣*–-]|\u2022|o(?= [A-Z]))\s+")
_ENDS = re.compile(r"[.!?:;)”\"]$")


def read_passages(text: str) -> list[str]:
    """The thoughts of a cell: its lines, bullets taken off, lines that were only wrapped joined again."""
    lines: list[str] = []
    for line in text.split("\n"):
        flat = " ".join(line.split())
        if not flat:
            lines.append("")
        elif _BULLET.match(flat):
            lines.append(_BULLET.sub("", flat))
        elif lines and lines[-1] and not _ENDS.search(lines[-1]) and flat[0].islower():
            lines[-1] = f"{lines[-1]} {flat}"
        else:
            lines.append(flat)
    return [plain(line) for line in lines if line]


def plain(text: str) -> str:
    """Text in which signs of Markdown stand for themselves, where they would change what a reader sees."""
    if text.count("*") > 1 or text.startswith("* "):
        text = text.replace("*", r"\*")
    text = text.replace("`", r"\`") if "`" in text else text
    return re.sub(r"^([#>+=~])", r"\\\1", text) if re.match(r"[#>+~] |=+$", text) else text


def without_details(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with personal details replaced by words in brackets, and what was replaced."""
    removed: list[str] = []
    for what, pattern, is_real in _DETAILS:
        text = pattern.sub(_replacing(what, removed, is_real), text)
    return text, tuple(dict.fromkeys(removed))


def short_title(text: str) -> str:
    """A title of at most `LONGEST_TITLE` signs, cut between words."""
    if len(text) <= LONGEST_TITLE:
        return text
    return text[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _replacing(what: str, removed: list[str], is_real: Callable[[str], bool]) -> Callable[[re.Match[str]], str]:
    def replace(found: re.Match[str]) -> str:
        if not is_real(found[0]):
            return found[0]
        removed.append(what)
        return f"[{what} left out]"

    return replace


def _always(_: str) -> bool:
    return True


def _is_phone(text: str) -> bool:
    return 9 <= sum(sign.isdigit() for sign in text.replace("+44", "0").replace("(0)", "")) <= 11


_DETAILS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("e-mail address", EMAIL, _always),
    ("telephone number", PHONE, _is_phone),
    ("postcode", POSTCODE, _always),
    ("NHS number", NHS, is_nhs_number),
    ("National Insurance number", INSURANCE, _always),
    ("date of birth", BIRTH, _always),
)
