"""What an onlooker can work out of sums is found exactly."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.disclosure.bounds import Constraint, solve

ONE = Fraction(1)


def total(names: str, value: int) -> Constraint[str]:
    return Constraint(tuple((name, ONE) for name in names), Fraction(value), Fraction(value))


def test_two_numbers_of_a_sum_share_what_is_left() -> None:
    system = solve("ab", [total("ab", 20)], {"a": 1.0, "b": 1.0})
    assert system.ends({"a": ONE}) == pytest.approx((1, 19))


def test_three_sums_of_pairs_fix_all_three() -> None:
    system = solve("abc", [total("ab", 7), total("bc", 9), total("ac", 8)])
    assert [system.ends({name: ONE}) for name in "abc"] == [
        pytest.approx((3, 3)), pytest.approx((4, 4)), pytest.approx((5, 5)),
    ]  # fmt: skip


def test_a_number_in_no_sum_has_no_end_and_sums_that_contradict_say_nothing() -> None:
    assert solve("a", []).ends({"a": ONE}) == (0, None)
    impossible = solve("a", [total("a", 3), total("a", 4)])
    assert not impossible.is_possible
    assert impossible.ends({"a": ONE}) == (None, None)


def test_a_sum_said_twice_or_rounded_is_no_trouble() -> None:
    rounded = Constraint((("a", ONE), ("b", -ONE)), Fraction(1, 2), Fraction(3, 2))
    system = solve("ab", [total("ab", 10), total("ab", 10), rounded])
    assert system.ends({"a": ONE}) == pytest.approx((5.25, 5.75))


@given(st.lists(st.lists(st.integers(1, 9), min_size=3, max_size=3), min_size=2, max_size=3))
def test_the_truth_always_lies_within_the_ends(table: list[list[int]]) -> None:
    names = {(row, column): f"{row}{column}" for row in range(len(table)) for column in range(3)}
    sums = [
        Constraint(tuple((names[row, column], ONE) for column in range(3)), Fraction(sum(line)), Fraction(sum(line)))
        for row, line in enumerate(table)
    ]
    for column in range(3):
        whole = Fraction(sum(line[column] for line in table))
        sums.append(Constraint(tuple((names[row, column], ONE) for row in range(len(table))), whole, whole))
    system = solve(sorted(names.values()), sums)
    for (row, column), name in names.items():
        low, high = system.ends({name: ONE})
        assert low is not None
        assert high is not None
        assert low - 1e-6 <= table[row][column] <= high + 1e-6
