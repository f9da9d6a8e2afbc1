"""A number left out between printed numbers is told; numbers that were never meant to run on are not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.checks.sequence import LONGEST_GAP
from tests.factories import item, make_plan
from tests.unit.checks.looking import look, told


def gaps(*refs: str) -> list[str]:
    """The items after a gap, by their place."""
    plan = make_plan(items=[item(f"i{number}", ref=ref) for number, ref in enumerate(refs)])
    return [finding.item for finding in look("S114", plan)]


@pytest.mark.parametrize(
    "refs",
    [
        ("1", "2", "3"),
        ("1", "2", "3", "4", "5a", "5b", "6", "7"),
        ("1", "", "", "2", "3"),
        ("", "", ""),
        ("1.1", "1.2", "2.1", "2.2"),
        ("1.9", "1.10", "1.11"),
        ("R1", "A3", "R4"),
        ("3", "1", "2"),
        ("2018", "2035"),
        ("1", "1", "2"),
        ("1.", "2.", "3."),
        ("one", "three"),
        ("5(a)", "5(b)"),
    ],
)
def test_numbers_that_run_on_or_never_meant_to_are_not_told(refs: tuple[str, ...]) -> None:
    assert gaps(*refs) == []


@pytest.mark.parametrize(
    ("refs", "after"),
    [
        (("1", "2", "4"), ["i2"]),
        (("1", "", "3"), ["i2"]),
        (("R1", "R3"), ["i1"]),
        (("1.8", "1.10"), ["i1"]),
        (("5a", "5b", "7"), ["i2"]),
        (("1", "3", "5"), ["i1", "i2"]),
    ],
)
def test_a_number_left_out_is_told_at_the_item_after_it(refs: tuple[str, ...], after: list[str]) -> None:
    assert gaps(*refs) == after


def test_the_message_names_what_is_absent() -> None:
    plan = make_plan(items=[item("1.2"), item("1.5")])
    assert told("S114", plan) == ["“Title of 1.5” (1.5) comes after 1.2: there is no 1.3 or 1.4."]


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8, unique=True).map(sorted))
def test_every_gap_between_rising_numbers_is_told_once(numbers: list[int]) -> None:
    pairs = list(pairwise(numbers))
    expected = [f"i{place}" for place, (one, other) in enumerate(pairs, 1) if 1 < other - one <= LONGEST_GAP]
    assert gaps(*map(str, numbers)) == expected


def test_each_group_of_siblings_counts_for_itself() -> None:
    plan = make_plan(items=[item("1", items=[item("1.1"), item("1.3")]), item("2", items=[item("2.1")])])
    assert [finding.item for finding in look("S114", plan)] == ["1.3"]


def test_a_plan_whose_items_come_and_go_may_have_gaps() -> None:
    assert told("S114", make_plan(items=[item("1"), item("3", added="2026-03")])) == []


def test_an_entry_that_is_absent_is_told() -> None:
    (finding,) = look("S115", make_plan(items=[item("1"), item("2", missing=True), item("3")]))
    assert (finding.item, str(finding.severity)) == ("2", "warning")
    assert told("S114", make_plan(items=[item("1"), item("2", missing=True), item("3")])) == []
