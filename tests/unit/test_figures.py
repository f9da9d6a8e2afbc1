"""Numbers and small phrases as British readers expect them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.figures import MINUS, number, of, percent, plural, points, words


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234.5, None, "1,234.5"),
        (72.0, None, "72"),
        (0, None, "0"),
        (1000000, None, "1,000,000"),
        (2.5, 0, "3"),
        (0.125, 2, "0.13"),
        (Decimal("1.10"), None, "1.10"),
        (-2.9, None, f"{MINUS}2.9"),
        (68, 1, "68.0"),
        (-0.04, 1, "0.0"),
    ],
)
def test_numbers(value: float, decimals: int | None, text: str) -> None:
    assert number(value, decimals) == text


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_keep_every_figure(value: int) -> None:
    assert int(number(value).replace(",", "").replace(MINUS, "-")) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [(-2.9, "down 2.9 points"), (1, "up 1 point"), (0, "no change"), (16.6, "up 16.6 points")],
)
def test_changes_in_points(value: float, text: str) -> None:
    assert points(value) == text


def test_small_phrases() -> None:
    assert percent(68.4) == "68.4%"
    assert of(3, 1240) == "3\u00a0of\u00a01,240"
    assert (plural(1, "action", "actions"), plural(0, "action", "actions")) == ("1 action", "0 actions")


@pytest.mark.parametrize(
    ("entries", "text"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_lists_in_words(entries: tuple[str, ...], text: str) -> None:
    assert words(entries) == text
