"""Prose loses the numbers that are kept back, and nothing else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.disclosure.words import Kept, secrets_in, without

KEPT = Kept(frozenset({17}), frozenset({Decimal("8.1")}))


def shown(text: str, kept: Kept = KEPT) -> str:
    return without(text, secrets_in(text, 5, kept))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In that month 3 of 37 children had plans.", "In that month [c] (confidential) of 37 children had plans."),
        ("One family of three children moved.", "[c] (confidential) family of [c] children moved."),
        ("34 of 37 children were seen.", "[c] (confidential) of 37 children were seen."),
        ("98% of 161 care leavers are in touch.", "[c] (confidential) of 161 care leavers are in touch."),
        ("3% of 90 children moved.", "[c] (confidential) of 90 children moved."),
        ("There were 17 boys.", "There were [c] (confidential) boys."),
        ("It was 8.1% in May.", "It was [c] (confidential) in May."),
    ],
)
def test_numbers_that_are_kept_back(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Section 47, Key Stage 2 pupils, and 16 and 17 year olds.",
        "17 visits to 3 meetings; 0 children; fewer than 5 children.",
        "No children, 30 of 37 children, 96% of 161 care leavers.",
        "100% of 12 children were seen.",
        "90% of 24 individuals is not a whole number.",
        "It was 18.1% in 2017.",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert shown(text) == text


@given(st.text(max_size=80), st.integers(1, 20))
def test_any_text_can_be_read_and_only_numbers_go(text: str, threshold: int) -> None:
    told = secrets_in(text, threshold, KEPT)
    assert all(0 <= one.span[0] < one.span[1] <= len(text) for one in told)
    assert (without(text, told) == text) == (not told)


@given(st.integers(1, 5))
def test_what_is_left_tells_no_small_count(value: int) -> None:
    left = shown(f"There were {value} children and {value} of 30 pupils.")
    assert str(value) not in left.replace("30", "")
