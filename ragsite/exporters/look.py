"""What files outside the pages borrow from the theme: the light colours, the shapes of ratings, widths of text."""

from functools import cache

from ragsite import stylesheet
from ragsite.render import THEME

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
    return stylesheet.light_colours(THEME)


@cache
def shapes() -> dict[str, str]:
    """The outline of each rating's shape by its tone, on a square of 16."""
    return stylesheet.outlines(THEME)


def text_width(text: str, size: float, *, is_bold: bool) -> int:
    """How wide a text is in pixels, near enough to lay out a line; a picture then sets it to exactly that."""
    units = sum(_WIDTH_BY_LETTER.get(letter, USUAL) for letter in text)
    return round(units * size / 1000 * (BOLD if is_bold else 1))
