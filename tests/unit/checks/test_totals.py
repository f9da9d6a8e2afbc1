"""Totals: which stated figures are told, under which code, and in what words."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.plan import Plan
from ragsite.problems import Severity
from tests.factories import RAG, item, make_plan, report
from tests.unit.checks.looking import look, told

CODES = ("T401", "T402", "T403", "T404", "T405", "T406", "T407")
NUMBERS = {**RAG, "levels": [{"id": str(number), "label": str(number), "tone": "amber"} for number in range(1, 6)]}
TREE = [{"kind": "Priority", "plural": "Priorities", "rated": False}, {"kind": "Action", "plural": "Actions"}]


def stated(kind: str, value: str, label: str = "Actions", **more: Any) -> dict[str, Any]:
    """A statement as in a report's file; its id follows from its label."""
    return {"id": label.replace(" ", "-"), "kind": kind, "label": label, "value": value, "printed": value, **more}


def share(value: str, part: str, whole: str) -> dict[str, Any]:
    return stated("share", value, "Visits in time", numerator=part, denominator=whole, unit="%")


def rated(*ratings: str, statements: list[dict[str, Any]]) -> Plan:
    names = [str(number) for number in range(1, len(ratings) + 1)]
    written = report("2026-03", dict(zip(names, ratings, strict=True)), statements=statements)
    return make_plan(items=[item(name) for name in names], reports=[written])


def numbered(now: str, *statements: dict[str, Any]) -> Plan:
    """Two priorities, rated 1 1 1 and 3 in January, and as `now` says in March."""
    tree = [item("p1", items=[item("1"), item("2"), item("3")]), item("p2", items=[item("4")])]
    reports = [
        report("2026-01", dict(zip("1234", "1113", strict=True))),
        report("2026-03", dict(zip("1234", now, strict=True)), statements=list(statements)),
    ]
    return make_plan(structure=TREE, scales=[NUMBERS], items=tree, reports=reports)


def codes(plan: Plan) -> dict[str, int]:
    """How many findings each rule of the family has."""
    return {code: len(found) for code in CODES if (found := look(code, plan))}


def test_every_fit_has_its_own_code() -> None:
    assert codes(rated("Green", statements=[stated("count", "2", level="green")])) == {"T401": 1}
    assert codes(rated("Green", "0", statements=[stated("count", "2", level="green")])) == {"T402": 1}
    assert codes(rated(statements=[share("45", "13", "31")])) == {"T406": 1}
    assert codes(rated(statements=[share("86", "352", "406")])) == {"T407": 1}


def test_what_matches_or_cannot_be_recomputed_is_not_told() -> None:
    statements = [
        stated("count", "1", level="green"),
        share("42", "13", "31"),
        stated("share", "90", "Cases supervised", denominator="1620", unit="%"),
        stated("share", "62", "Children in foster care", unit="%"),
    ]
    assert codes(rated("Green", "Amber", statements=statements)) == {}


@given(ratings=st.lists(st.sampled_from(["Green", "Amber", "0"]), min_size=1, max_size=8), value=st.integers(0, 9))
def test_a_count_fits_between_the_rows_that_have_the_rating_and_those_that_may(ratings: list[str], value: int) -> None:
    sure, unrated = ratings.count("Green"), ratings.count("0")
    expected = {} if value == sure else {"T402": 1} if sure < value <= sure + unrated else {"T401": 1}
    assert codes(rated(*ratings, statements=[stated("count", str(value), level="green")])) == expected


@given(part=st.integers(0, 500), whole=st.integers(1, 500), value=st.integers(0, 100))
def test_a_stated_share_is_right_cut_off_or_wrong(part: int, whole: int, value: int) -> None:
    part = min(part, whole)
    exact = Decimal(100 * part) / whole
    right, cut = (int(exact.quantize(Decimal(1), way)) for way in (ROUND_HALF_UP, ROUND_DOWN))
    expected = {} if value == right else {"T407": 1} if value == cut else {"T406": 1}
    assert codes(rated(statements=[share(str(value), str(part), str(whole))])) == expected


def test_a_count_that_fits_only_with_unresolved_rows_says_so() -> None:
    plan = rated("Green", "0", "0", statements=[stated("count", "3", "Items rated Green", level="green")])
    (finding,) = look("T402", plan)
    assert finding.message == (
        "The report “Report 2026-03” states “Items rated Green” as 3. The rows show 1 rated Green; 2 of 3 have no"
        " rating. The count fits only if both of those are Green."
    )
    assert (finding.severity, finding.report) == (Severity.WARNING, "2026-03")


def test_a_wrong_average_names_what_it_was_held_against_and_what_it_matches() -> None:
    parts = [stated("average", "2.7", "First", item="p1"), stated("average", "4.0", "Second", item="p2")]
    (message,) = told("T403", numbered("2334", *parts, stated("average", "1.5", "All priorities")))
    assert message.startswith("The report “Report 2026-03” states “All priorities” as 1.5. The mean of the 4 ratings")
    assert message.endswith("The stated 1.5 matches only the mean of the 4 ratings in “Report 2026-01”.")


def test_a_previous_figure_and_a_percentage_are_named_as_such() -> None:
    (message,) = told("T403", numbered("2334", stated("average", "2.5", "First", item="p1", period="previous")))
    assert "as 2.5 (previous)." in message
    assert "as 45%." in told("T406", rated(statements=[share("45", "13", "31")]))[0]


def test_a_mean_of_means_among_means_of_ratings_is_told() -> None:
    statements = [
        stated("average", "2.7", "First", item="p1"),
        stated("average", "4.0", "Second", item="p2"),
        stated("average", "3.3", "All"),
    ]
    assert codes(numbered("2334", *statements)) == {"T404": 1}


def test_averages_of_the_report_before_are_told_once() -> None:
    statements = [stated("average", "1.0", "First", item="p1"), stated("average", "3.0", "Second", item="p2")]
    assert told("T405", numbered("2334", *statements)) == [
        "The report “Report 2026-03” states 2 current averages that match the ratings of “Report 2026-01”,"
        " not those of “Report 2026-03”."
    ]
    (message,) = told("T405", numbered("0000", *statements))
    assert message.endswith("of “Report 2026-01”, and “Report 2026-03” gives no ratings.")


def test_previous_averages_that_come_from_the_report_before_are_in_order() -> None:
    previous = stated("average", "1.0", "First", item="p1", period="previous")
    current = stated("average", "2.7", "First", item="p1")
    assert codes(numbered("2334", previous, current)) == {}
