"""Stated figures recomputed: counts with unresolved rows, averages on their bases, shares cut off or wrong."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.plan import Plan
from ragsite.views.totals import Fit, Reconciled, fits, reconcile
from ragsite.views.totals.result import cut_off, rounded, rounds, shown
from tests.factories import RAG, item, make_plan, report

NUMBERS = {
    **RAG,
    "levels": [{"id": str(number), "label": str(number), "tone": "amber"} for number in range(1, 6)],
}
TREE = [{"kind": "Priority", "plural": "Priorities", "rated": False}, {"kind": "Action", "plural": "Actions"}]
UNITS = st.integers(0, 10**6)


def stated(kind: str, value: str | None, *, key: str = "s", **more: Any) -> dict[str, Any]:
    """A statement as in a report's file."""
    return {"id": key, "kind": kind, "label": "Figure", "value": value, "printed": value or "", **more}


def one(statement: dict[str, Any], ratings: Sequence[str] = (), **facts: Any) -> Reconciled:
    """What becomes of one statement in a plan of items with these ratings."""
    names = [str(number) for number in range(1, len(ratings) + 1)]
    written = report("2026-03", dict(zip(names, ratings, strict=True)), statements=[statement])
    plan = make_plan(**{"items": [item(name) for name in names], "reports": [written], **facts})
    return reconcile(plan, plan.reports[-1])[0]


class TestRounding:
    @given(UNITS, st.integers(1, 1000), st.integers(0, 4))
    def test_it_is_half_up_as_decimal_has_it(self, part: int, whole: int, places: int) -> None:
        digits = (Decimal(part) / Decimal(whole)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        assert rounded(Fraction(part, whole), places) == digits

    @given(UNITS, st.integers(1, 1000), st.integers(0, 4))
    def test_cutting_off_is_never_more_and_less_than_one_unit_off(self, part: int, whole: int, places: int) -> None:
        exact = Fraction(part, whole)
        assert 0 <= exact - Fraction(cut_off(exact, places)) < Fraction(1, 10**places)
        assert rounded(exact, places) - cut_off(exact, places) in (0, Decimal(1).scaleb(-places))

    @pytest.mark.parametrize(
        ("exact", "places", "said"),
        [
            (Fraction(2), 1, "2.0"),
            (Fraction(35200, 406), 0, "86.7"),
            (Fraction(56, 19), 1, "2.947"),  # 2.95 would look as if it rounded to 3.0
            (Fraction(205, 100), 1, "2.05"),
            (Fraction(999999, 10000), 0, "99.9999"),
        ],
    )
    def test_as_many_places_are_shown_as_tell_how_it_rounds(self, exact: Fraction, places: int, said: str) -> None:
        assert shown(exact, places) == said

    @given(UNITS, st.integers(1, 1000), st.integers(0, 3))
    def test_what_is_shown_rounds_and_cuts_as_the_exact_figure_does(self, part: int, whole: int, places: int) -> None:
        exact = Fraction(part, whole)
        again = Fraction(shown(exact, places).replace(",", ""))
        assert rounded(again, places) == rounded(exact, places)

    def test_a_figure_that_needs_no_rounding_says_none(self) -> None:
        assert rounds(Fraction(2), 1) == "2.0"
        assert rounds(Fraction(7, 4), 1, "%") == "1.75%, which rounds to 1.8%"


class TestCounts:
    GREEN = ("Green", "Green", "Amber")

    @pytest.mark.parametrize(
        ("value", "ratings", "fit", "why"),
        [
            ("2", GREEN, Fit.MATCHES, "The rows show 2 rated Green, of 3."),
            ("3", GREEN, Fit.DIFFERS, "The rows show 2 rated Green, of 3."),
            ("2", (*GREEN, "0"), Fit.MATCHES, "The count fits only if none of those is Green."),
            ("3", (*GREEN, "0"), Fit.OPEN, "The count fits only if that one is Green."),
            ("4", (*GREEN, "0", "0"), Fit.OPEN, "The count fits only if both of those are Green."),
            ("3", (*GREEN, "0", "0"), Fit.OPEN, "The count fits only if exactly 1 of those is Green."),
            ("5", (*GREEN, "0", "0", "0"), Fit.OPEN, "The count fits only if all 3 of those are Green."),
            ("4", (*GREEN, "0"), Fit.DIFFERS, "The count cannot fit, whatever those are."),
            ("1", (*GREEN, "0"), Fit.DIFFERS, "The count cannot fit, whatever those are."),
        ],
    )
    def test_a_level_is_counted_and_nothing_is_filled_in(
        self, value: str, ratings: tuple[str, ...], fit: Fit, why: str
    ) -> None:
        found = one(stated("count", value, level="green"), ratings)
        assert (found.fit, found.computed) == (fit, "2")
        assert found.why.endswith(why)
        assert found.unresolved == ratings.count("0")

    @given(st.lists(st.sampled_from(["Green", "Amber", "0"]), min_size=1, max_size=8), st.integers(0, 9))
    def test_a_count_can_fit_exactly_when_the_unresolved_rows_allow_it(self, ratings: list[str], value: int) -> None:
        green, unresolved = ratings.count("Green"), ratings.count("0")
        expected = Fit.OPEN if green < value <= green + unresolved else Fit.DIFFERS
        assert one(stated("count", str(value), level="green"), ratings).fit is (
            Fit.MATCHES if value == green else expected
        )

    def test_counts_that_need_the_same_rows_cannot_all_fit(self) -> None:
        statements = [stated("count", "2", key="g", level="green"), stated("count", "1", key="a", level="amber")]
        written = report("2026-03", {"1": "Green", "2": "0"}, statements=statements)
        plan = make_plan(items=[item("1"), item("2")], reports=[written])
        assert [found.fit for found in reconcile(plan, plan.reports[0])] == [Fit.DIFFERS, Fit.DIFFERS]

    def test_a_count_of_one_part_of_the_tree(self) -> None:
        tree = [item("p1", items=[item("1"), item("2")]), item("p2", items=[item("3")])]
        written = report(
            "2026-03",
            {"1": "Green", "2": "Red", "3": "Green"},
            statements=[stated("count", "1", level="green", item="p1")],
        )
        plan = make_plan(structure=TREE, items=tree, reports=[written])
        assert reconcile(plan, plan.reports[0])[0].fit is Fit.MATCHES

    def test_a_previous_count_is_made_in_the_report_before(self) -> None:
        statement = stated("count", "1", level="green", period="previous")
        reports = [report("2026-01", {"1": "Green"}), report("2026-03", {"1": "Red"}, statements=[statement])]
        found = one(statement, items=[item("1")], reports=reports)
        assert (found.fit, found.column and found.column.id) == (Fit.MATCHES, "2026-01")
        assert one(statement, ["Green"]).fit is Fit.UNTOLD

    @pytest.mark.parametrize(
        ("refs", "value", "fit", "computed"),
        [
            (["1", "2", "3"], "3", Fit.MATCHES, "3"),
            (["1", "2a", "2b"], "3", Fit.MATCHES, "3"),
            (["1", "2a", "2b"], "2", Fit.MATCHES, "2"),
            (["1", "2", "3"], "2", Fit.DIFFERS, "3"),
            (["1", "", ""], "1", Fit.DIFFERS, "3"),
        ],
    )
    def test_all_items_of_a_kind_are_counted_by_entry_or_by_number(
        self, refs: list[str], value: str, fit: Fit, computed: str
    ) -> None:
        items = [item(f"i{number}", ref=ref) for number, ref in enumerate(refs)]
        found = one(stated("count", value, label="Recommendations of the inspection"), items=items)
        assert (found.fit, found.computed) == (fit, computed)

    def test_a_number_without_a_kind_or_a_figure_is_not_recomputed(self) -> None:
        assert one(stated("count", "3", label="Meetings held"), ["Green"]).fit is Fit.UNTOLD
        assert one(stated("count", None, level="green"), ["Green"]).fit is Fit.UNTOLD


class TestShares:
    @pytest.mark.parametrize(
        ("value", "part", "whole", "fit"),
        [
            ("70.3", "470", "669", Fit.MATCHES),
            ("57", "406", "711", Fit.MATCHES),
            ("8.1", "3", "37", Fit.MATCHES),
            ("42", "13", "31", Fit.MATCHES),
            ("58", "18", "31", Fit.MATCHES),
            ("86", "352", "406", Fit.CUT_OFF),
            ("78.2", "18", "23", Fit.CUT_OFF),
            ("87", "352", "406", Fit.MATCHES),
            ("45", "13", "31", Fit.DIFFERS),
            ("104", "26", "25", Fit.DIFFERS),
            ("42", "13", "0", Fit.UNTOLD),
        ],
    )
    def test_a_share_is_held_against_its_own_counts(self, value: str, part: str, whole: str, fit: Fit) -> None:
        assert one(stated("share", value, numerator=part, denominator=whole, unit="%")).fit is fit

    @given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 2))
    def test_a_share_rounded_half_up_always_matches(self, part: int, more: int, places: int) -> None:
        whole = part + more
        value = rounded(Fraction(100 * part, whole), places)
        statement = stated("share", str(value), numerator=str(part), denominator=str(whole), unit="%")
        assert one(statement).fit is Fit.MATCHES
        assert one(stated("share", str(value), denominator=str(whole), unit="%")).fit is Fit.UNTOLD

    def test_without_the_part_some_whole_number_must_come_to_it(self) -> None:
        assert one(stated("share", "96", denominator="161", unit="%")).fit is Fit.UNTOLD
        found = one(stated("share", "96", denominator="3", unit="%"))
        assert (found.fit, found.why) == (Fit.DIFFERS, "No whole number of 3 comes to 96%, rounded half up.")
        assert one(stated("share", "66.6", denominator="3", unit="%")).fit is Fit.CUT_OFF

    def test_other_units_and_bare_shares_are_not_recomputed(self) -> None:
        assert one(stated("share", "14", unit="%")).fit is Fit.UNTOLD
        assert one(stated("share", "14", numerator="1", denominator="7", unit="per 100")).fit is Fit.UNTOLD

    @pytest.mark.parametrize(
        ("whole", "rest", "counts", "fit"),
        [
            ("86", "14", ("352", "406"), Fit.CUT_OFF),
            ("87", "13", ("352", "406"), Fit.MATCHES),
            ("88", "12", ("7", "8"), Fit.MATCHES),  # 87.5 and 12.5: the other share was rounded first
            ("80", "20", ("352", "406"), Fit.DIFFERS),
        ],
    )
    def test_the_rest_of_a_share_with_counts_is_recomputed(
        self, whole: str, rest: str, counts: tuple[str, str], fit: Fit
    ) -> None:
        first = stated("share", whole, key="a", numerator=counts[0], denominator=counts[1], unit="%")
        plan = make_plan(reports=[report("2026-03", statements=[first, stated("share", rest, key="b", unit="%")])])
        assert reconcile(plan, plan.reports[0])[1].fit is fit


class TestAverages:
    """Two priorities: 2, 2 and 3 in the first, 4 in the second; in January each action stood one lower."""

    def plan(self, *statements: dict[str, Any], now: Sequence[str] = ("2", "2", "3", "4")) -> Plan:
        tree = [item("p1", items=[item("1"), item("2"), item("3")]), item("p2", items=[item("4")])]
        names = ["1", "2", "3", "4"]
        reports = [
            report("2026-01", dict(zip(names, ("1", "1", "2", "3"), strict=True))),
            report("2026-03", dict(zip(names, now, strict=True)), statements=list(statements)),
        ]
        return make_plan(structure=TREE, scales=[NUMBERS], items=tree, reports=reports)

    def results(self, *statements: dict[str, Any], **more: Any) -> list[Reconciled]:
        plan = self.plan(*statements, **more)
        return list(reconcile(plan, plan.reports[-1]))

    def test_a_mean_of_ratings_matches_to_the_printed_precision(self) -> None:
        (found,) = self.results(stated("average", "2.3", item="p1"))
        assert (found.fit, found.computed) == (Fit.MATCHES, "2.33")
        assert found.why == "The mean of the 3 ratings in “Report 2026-03” is 2.33, which rounds to 2.3."
        (found,) = self.results(stated("average", "2", item="p1"))
        assert found.fit is Fit.MATCHES

    def test_the_column_is_the_one_that_most_averages_match(self) -> None:
        found = self.results(stated("average", "1.3", key="a", item="p1"), stated("average", "3.0", key="b", item="p2"))
        assert [(one.fit, one.column and one.column.id) for one in found] == [(Fit.MATCHES, "2026-01")] * 2

    def test_one_of_another_column_does_not_match(self) -> None:
        found = self.results(
            stated("average", "2.3", key="a", item="p1"),
            stated("average", "4.0", key="b", item="p2"),
            stated("average", "1.8", key="c"),
        )
        assert [one.fit for one in found] == [Fit.MATCHES, Fit.MATCHES, Fit.DIFFERS]
        assert found[2].matching == ("the mean of the 4 ratings in “Report 2026-01”",)

    def test_a_mean_of_means_is_another_basis(self) -> None:
        found = self.results(
            stated("average", "2.3", key="a", item="p1"),
            stated("average", "4.0", key="b", item="p2"),
            stated("average", "3.2", key="c"),
        )
        assert found[2].fit is Fit.OTHER_BASIS
        assert found[2].why == (
            "The mean of the 4 ratings in “Report 2026-03” is 2.75, which rounds to 2.8. The stated 3.2 matches"
            " the mean of the means of its 2 parts in “Report 2026-03” and the mean of the 2 averages stated for"
            " its parts."
        )

    def test_cutting_off_is_told_apart(self) -> None:
        found = self.results(stated("average", "2.3", key="a", item="p1"), stated("average", "2.7", key="c"))
        assert found[1].fit is Fit.CUT_OFF
        assert found[1].why.endswith("The stated 2.7 is that figure cut off, not rounded.")

    def test_unrated_rows_are_left_out_and_counted(self) -> None:
        (found,) = self.results(stated("average", "2.0", item="p1"), now=("2", "2", "0", "4"))
        assert (found.fit, found.unresolved) == (Fit.MATCHES, 1)

    def test_a_previous_average_never_comes_from_the_report_itself(self) -> None:
        (found,) = self.results(stated("average", "2.3", item="p1", period="previous"))
        assert (found.fit, found.column and found.column.id) == (Fit.DIFFERS, "2026-01")

    def test_ratings_in_words_have_no_average(self) -> None:
        assert one(stated("average", "2.3"), ["Green", "Red"]).fit is Fit.UNTOLD


def test_the_order_of_the_statements_is_kept_and_ways_are_counted() -> None:
    statements = [
        stated("share", "50", key="a", numerator="1", denominator="2", unit="%"),
        stated("count", "1", key="b", level="green"),
        stated("share", "51", key="c", numerator="1", denominator="2", unit="%"),
    ]
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Green"}, statements=statements)])
    found = reconcile(plan, plan.reports[0])
    assert [one.statement.id for one in found] == ["a", "b", "c"]
    assert fits(found) == {Fit.MATCHES: 2, Fit.DIFFERS: 1}


def test_a_report_that_states_nothing_has_nothing_to_reconcile() -> None:
    plan = make_plan(reports=[report("2026-03")])
    assert reconcile(plan, plan.reports[0]) == ()
