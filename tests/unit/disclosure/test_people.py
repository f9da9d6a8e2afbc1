"""The quick look for numbers passes over no text in which a small number of people may be counted."""

import re

from hypothesis import given
from hypothesis import strategies as st

from ragsite.disclosure.people import WORDS, may_count

PIECES = st.sampled_from(
    [*WORDS, *(word.title() for word in WORDS), "SIX", "\u017fix", *" -.,\n\u2013_", "x", "children"]
)


@given(st.lists(PIECES, max_size=6).map("".join), st.integers(0, 20))
def test_every_small_number_word_is_seen(text: str, threshold: int) -> None:
    words = "|".join(WORDS[1 : max(threshold, 1) + 1])
    assert may_count(text, threshold) == (re.search(rf"\b(?:{words})\b", text, re.IGNORECASE) is not None)


@given(st.text(), st.integers(0, 9))
def test_every_digit_is_seen(text: str, digit: int) -> None:
    assert may_count(f"{text}{digit}", 5)
