"""Figures in prose that must follow from one another, and those that only look as if they did not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.checks.arithmetic.numbers import Agreement, compare, cut_off, rounded, share_of, tolerance
from ragsite.checks.arithmetic.shares import fault, find_shares
from tests.factories import item, make_plan, measure, observation
from tests.unit.checks.looking import look, told
from tests.unit.checks.saying import saying

COUNTS = st.tuples(st.integers(0, 5000), st.integers(1, 5000)).filter(lambda pair: pair[0] <= pair[1])
DECIMALS = st.integers(0, 2)


class TestNumbers:
    @given(counts=COUNTS, decimals=DECIMALS)
    def test_a_share_rounded_half_up_is_never_at_fault(self, counts: tuple[int, int], decimals: int) -> None:
        part, whole = map(Decimal, counts)
        assert fault(part, whole, rounded(share_of(part, whole), decimals)) == ""

    @given(counts=COUNTS, decimals=DECIMALS)
    def test_a_share_cut_off_is_never_called_wrong(self, counts: tuple[int, int], decimals: int) -> None:
        exact = share_of(*map(Decimal, counts))
        assert compare(cut_off(exact, decimals), exact) is not Agreement.WRONG

    @given(counts=COUNTS, decimals=DECIMALS, off=st.integers(1, 50))
    def test_a_share_that_is_too_high_is_always_wrong(self, counts: tuple[int, int], decimals: int, off: int) -> None:
        exact = share_of(*map(Decimal, counts))
        step = Decimal(1).scaleb(-decimals)
        assert compare(rounded(exact, decimals) + off * step, exact) is Agreement.WRONG

    @given(st.lists(st.integers(0, 10000), min_size=2, max_size=6))
    def test_rounded_parts_of_a_whole_stay_within_the_tolerance(self, parts: list[int]) -> None:
        whole = sum(parts)
        if whole:
            shares = [rounded(share_of(Decimal(part), Decimal(whole)), 0) for part in parts]
            assert abs(sum(shares) - 100) <= tolerance(*shares)

    @pytest.mark.parametrize(
        ("printed", "exact", "agreement"),
        [
            ("87", "86.6995", Agreement.ROUNDED),
            ("86", "86.6995", Agreement.CUT_OFF),
            ("85", "86.6995", Agreement.WRONG),
            ("12.5", "12.45", Agreement.ROUNDED),
            ("0.1", "0.05", Agreement.ROUNDED),
        ],
    )
    def test_half_is_rounded_up(self, printed: str, exact: str, agreement: Agreement) -> None:
        assert compare(Decimal(printed), Decimal(exact)) is agreement


class TestTold:
    @pytest.mark.parametrize(
        "text",
        [
            "42% of cases (13 of 31) were good.",
            "13 of 31 (42%) were good.",
            "13 out of 31 cases, 42%, were good.",
            "13 (42%) of the 31 cases were good.",
            "In 13 out of 31 cases that is 42%.",
        ],
    )
    def test_every_shape_is_read(self, text: str) -> None:
        assert [(one.part, one.whole, one.share) for one in find_shares(text)] == [(13, 31, 42)]
        assert told("A501", saying(text)) == []
        assert len(told("A501", saying(text.replace("42", "58")))) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "The assessment of 470 (70.3%) of the 669 records a visit.",
            "13 of 31 cases met the target of 90%.",
            "13 of 31 cases were good, compared to 60%.",
            "In September 8.1% were repeat plans. In that month 3 of 37 children had one.",
            "In Quarter 1 of 2017 the figure was 88%.",
            "Page 3 of 12. 50% were late.",
            "13 of 31 cases were good and 58% were not.",
            "1,620 of 1,800 cases (90%).",
        ],
    )
    def test_what_is_right_or_speaks_of_something_else_is_not_told(self, text: str) -> None:
        assert told("A501", saying(text)) == []

    def test_the_message_names_the_item_and_the_right_figure(self) -> None:
        (finding,) = look("A501", saying("58% of cases (13 of 31) were good."))
        assert finding.message == (
            "“Title of 1” (1) says “58% of cases (13 of 31)”. 13 of 31 is 41.9%, which rounds to 42%, not 58%."
        )
        assert (finding.item, finding.report) == ("1", "2026-03")

    def test_a_figure_that_is_cut_off_is_not_called_wrong(self) -> None:
        (message,) = told("A501", saying("86% (352 of 406)."))
        assert message.endswith("which rounds to 87%; 86% is cut off rather than rounded.")


class TestSets:
    def test_the_three_shares_of_thurrock(self) -> None:
        text = "71.5% were completed on time and 94% were completed late. 4.5% of reviews are outstanding."
        (message,) = told("A503", saying(text))
        assert message.endswith("gives 71.5%, 94% and 4.5% as shares of one whole; together they are 170%.")

    @pytest.mark.parametrize(
        "text",
        [
            "71.5% were on time and 28.5% were late.",
            "33.4% were on time, 33.3% late and 33.4% are overdue.",  # rounding alone
            "88% were on time in April and 90% were on time in May.",
            "Audit judged 10% inadequate and 30% good.",
            "94% were referred and 98% were offered an interview.",
            "96% were on time and 70% for the year.",
        ],
    )
    def test_sets_that_fit_and_shares_of_different_things(self, text: str) -> None:
        assert told("A503", saying(text)) == []

    def test_series_of_one_measure(self) -> None:
        rows = [("Completed on time", "71.5"), ("Completed late", "94"), ("Outstanding for reasons", "4.5")]
        observations = [observation("m", "2018-03", value, series=series) for series, value in rows]
        plan = make_plan(items=[item("1")], measures=[measure("m", items=["1"])], observations=observations)
        (finding,) = look("A503", plan)
        assert finding.message.startswith("Measure “Measure m” has “Completed on time” 71.5%")
        assert finding.item == "1"

    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("42% of cases (13 of 31) were good. The other 58% (18 of 31) were not.", 0),
            ("86% led to a plan. The remaining 14% did not.", 0),
            ("30% were good and 10% poor; the other 60% are not told.", 0),
            ("42% were good. The other 68% were not.", 1),
            ("42% of cases (13 of 31) were good. The other 58% (19 of 31) were not.", 1),
            ("Other councils are at 76%.", 0),
        ],
    )
    def test_complements(self, text: str, count: int) -> None:
        assert len(told("A504", saying(text))) == count


class TestChanges:
    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("It rose from 16 to 45, an increase of 29.", 0),
            ("It rose from 16 to 45, an increase of 19.", 1),
            ("It went from 16 to 45, a decrease of 29.", 1),
            ("It rose from 40% to 50%, up 10 points.", 0),
            ("It rose from 40% to 50%, an increase of 25%.", 0),
            ("It rose from 40% to 50%, an increase of 20%.", 1),
            ("Numbers fell from 60 in March 2016 to 39 at the end of May 2018, a fall of 21.", 0),
            ("Numbers fell from 60 in March 2016 to 39 at the end of May 2018, a fall of 31.", 1),
            ("It came down from over 70 to 44.", 0),
            ("From 2016 to 2018 it rose by 20%.", 0),
            ("The office is open from 9 to 5, up to 3 days a week.", 0),
            ("That is an increase of 29 compared with the inspection.", 0),
        ],
    )
    def test_a_stated_change(self, text: str, count: int) -> None:
        assert len(told("A505", saying(text))) == count

    @given(before=st.integers(1, 900), after=st.integers(1, 900))
    def test_the_true_difference_is_never_told(self, before: int, after: int) -> None:
        word = "increase" if after >= before else "decrease"
        text = f"It went from {before} to {after}, a {word} of {abs(after - before)}."
        assert told("A505", saying(text)) == []

    @pytest.mark.parametrize(
        ("text", "ending"),
        [
            ("On time in 95.6% of cases, which is 4.5% off target.", "a share cannot be more than 100%."),
            ("84%. That is 6% lower than the target.", "points are meant it is 90%; if per cent of the target, 89.4%."),
            ("94% of cases, which is 6% off target.", "put it at 100%; the gap is 6 percentage points."),
        ],
    )
    def test_a_gap_in_per_cent(self, text: str, ending: str) -> None:
        (message,) = told("A506", saying(text))
        assert message.endswith(ending)

    def test_a_gap_that_fits_the_target_of_the_measure_is_right(self) -> None:
        plan = saying(
            "84%. That is 6% lower than the target.",
            measures=[measure("m", items=["1"], targets=[{"value": "90"}])],
            observations=[observation("m", "2026-01", "84")],
        )
        assert told("A506", plan) == []

    @pytest.mark.parametrize("text", ["8% lower than target.", "84%, 6 points below the 90% target.", "Target: 90%."])
    def test_gaps_that_cannot_be_checked_or_are_told_in_points(self, text: str) -> None:
        assert told("A506", saying(text)) == []
