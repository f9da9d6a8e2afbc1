"""How numbers and small phrases are written in British English on every page."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

Number = int | float | Decimal
MINUS = "\u2212"
SPACE = "\u00a0"


def number(value: Number, decimals: int | None = None) -> str:
    """1234.5 → "1,234.5"; `decimals` rounds half up, as the papers do; without it all stay."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    elif exact == exact.to_integral_value():
        exact = exact.quantize(Decimal(1))
    text = f"{abs(exact):,f}"
    return f"{MINUS}{text}" if exact < 0 else text


def percent(value: Number, decimals: int | None = None) -> str:
    """68.4 → "68.4%"."""
    return f"{number(value, decimals)}%"


def points(value: Number, decimals: int | None = None) -> str:
    """A change between two percentages in words: −2.9 → "down 2.9 points"."""
    if value == 0:
        return "no change"
    size = number(value if value > 0 else -value, decimals)
    return f"{'up' if value > 0 else 'down'} {size} {'point' if size == '1' else 'points'}"


def of(part: Number, total: Number) -> str:
    """A count with its denominator, kept on one line: 3, 24 → "3 of 24"."""
    return f"{number(part)}{SPACE}of{SPACE}{number(total)}"


def plural(value: Number, one: str, many: str) -> str:
    """A count with its noun: 1 → "1 action", 3 → "3 actions"."""
    return f"{number(value)} {one if value == 1 else many}"


def words(entries: Sequence[object], joiner: str = "and") -> str:
    """A list in words: ("a", "b", "c") → "a, b and c"."""
    texts = [str(entry) for entry in entries]
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {joiner} {texts[-1]}"
