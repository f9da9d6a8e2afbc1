"""What files outside the pages borrow from the theme: the light colours, the shapes of ratings, widths of text."""

import re
from functools import cache

from ragsite.render import THEME, environment

WIDTHS = {
    "ijl'|": 222,
    " .,:;/!fIt()[]-": 278,
    "r": 333,
    "cksvxyzJ*": 500,
    "FTZ": 611,
    "ABEKPSVXY&": 667,
    "CDHNRUw": 722,
    "GOQ": 778,
    "mM": 833,
    "%W": 944,
}
"""The widths of letters in a sans serif face, in thousandths of its size; all others are 556."""

USUAL = 556
BOLD = 1.07
_WIDTH_BY_LETTER = {letter: width for letters, width in WIDTHS.items() for letter in letters}


@cache
def light_colours() -> dict[str, str]:
    """The colour of each token in the light theme: `{"red-mark": …}`; a picture cannot ask which theme is shown."""
    css = (THEME / "css" / "tokens.css").read_text("utf-8").partition("@media")[0]
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})\b", css))


@cache
def shapes() -> dict[str, str]:
    """The outline of each rating's shape by its tone, on a square of 16."""
    drawn = str(environment().globals["ui"].shapes())  # type: ignore[attr-defined]
    return dict(re.findall(r'<symbol id="shape-([a-z-]+)"[^>]*><path[^>]* d="([^"]+)"', drawn))


def text_width(text: str, size: float, *, is_bold: bool) -> int:
    """How wide a text is in pixels, near enough to lay out a line; a picture then sets it to exactly that."""
    units = sum(_WIDTH_BY_LETTER.get(letter, USUAL) for letter in text)
    return round(units * size / 1000 * (BOLD if is_bold else 1))
