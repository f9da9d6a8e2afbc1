"""Colour values stand in the tokens only, so that contrast is proved once, for all."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
TOKENS = PROJECT / "theme" / "css" / "tokens.css"
FUNCTION = r"\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\("
HEX = r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b"
NAMES = "white|black|red|green|blue|yellow|orange|amber|gr[ae]y|silver|navy|teal|purple|maroon|lime|pink|gold"
CSS_VALUE = re.compile(rf":[^;{{}}]*?(?:{FUNCTION}|{HEX}|(?<![\w-])(?:{NAMES})(?![\w-]))", re.IGNORECASE)
MARKUP = re.compile(
    rf"""(?:fill|stroke|color|stop-color|style|bgcolor)=["'][^"']*(?:{FUNCTION}|{HEX})""", re.IGNORECASE
)
PYTHON = re.compile(rf"""["'](?:{HEX}|{FUNCTION})""")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULES = {".css": CSS_VALUE, ".html": MARKUP, ".js": PYTHON, ".py": PYTHON}


def files() -> list[Path]:
    found = [path for folder in ("theme", "ragsite") for path in (PROJECT / folder).rglob("*")]
    return sorted(path for path in found if path.suffix in RULES and path != TOKENS)


def name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@pytest.mark.parametrize("path", files(), ids=name)
def test_no_colour_value_outside_the_tokens(path: Path) -> None:
    assert colours(path.read_text(encoding="utf-8"), path.suffix) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (".a { color: #b3261e; }", ".css"),
        (".a { border: 1px solid red }", ".css"),
        (".a { background: rgb(1 2 3) }", ".css"),
        ('<path fill="#fff">', ".html"),
        ('TINT = "#fde9e6"', ".py"),
    ],
)
def test_a_colour_value_is_noticed(text: str, kind: str) -> None:
    assert len(colours(text, kind)) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (".badge--red:hover { color: var(--red-text); } /* #fff */", ".css"),
        (".a { color: currentColor; background: color-mix(in srgb, var(--ink) 10%, transparent) }", ".css"),
        ('<a href="#add">', ".html"),
        ('TONE = "red"', ".py"),
    ],
)
def test_what_is_no_colour_value_is_left_alone(text: str, kind: str) -> None:
    assert colours(text, kind) == []


def colours(text: str, kind: str) -> list[str]:
    """The places in a file of this kind that hold a colour value, without its comments."""
    return RULES[kind].findall(COMMENT.sub("", text) if kind == ".css" else text)
