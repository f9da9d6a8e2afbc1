"""Numbers as papers print them: read from text, and held against what they should be."""

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""A number: `1,620`, `669`, `70.3`."""

SHARE = rf"(?<![\d.,])(?P<share>{NUMBER}) ?(?:%|per ?cent\b)"
"""A percentage, its number as `share`."""

HUNDRED = Decimal(100)


class Agreement(StrEnum):
    """How a printed figure stands to the exact one: rounded half up, cut off, or neither."""

    ROUNDED = "rounded"
    CUT_OFF = "cut off"
    WRONG = "wrong"


def read_number(text: str) -> Decimal:
    """The value of a number matched by `NUMBER`."""
    return Decimal(text.replace(",", ""))


def places(value: Decimal) -> int:
    """How many decimal places a number was written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounded(exact: Decimal, decimals: int) -> Decimal:
    """Rounded half up, as the papers do."""
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def cut_off(exact: Decimal, decimals: int) -> Decimal:
    """The further decimals cut off instead of rounded."""
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_DOWN)


def compare(printed: Decimal, exact: Decimal) -> Agreement:
    """How `printed` stands to `exact`, at the decimal places that it was printed with."""
    decimals = places(printed)
    if printed == rounded(exact, decimals):
        return Agreement.ROUNDED
    return Agreement.CUT_OFF if printed == cut_off(exact, decimals) else Agreement.WRONG


def tolerance(*printed: Decimal) -> Decimal:
    """How far a sum of rounded figures may lie from the exact sum: half of each one's last place."""
    return sum((Decimal("0.5").scaleb(-places(one)) for one in printed), Decimal(0))


def share_of(part: Decimal, whole: Decimal) -> Decimal:
    """A part in per cent of a whole, which is not nought."""
    return part / whole * HUNDRED


def sentences_with_place(text: str) -> tuple[tuple[int, str], ...]:
    """The sentences of a text, each with where it begins; a decimal point ends none."""
    starts = [0, *(found.end() for found in re.finditer(r"[.!?][”’\"')]*\s+(?=[A-Z“‘\"'(\d])", text))]
    return tuple((start, text[start:end]) for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
