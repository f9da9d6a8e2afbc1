"""What “--only” may ask for, and what is said when it asks for something that is not there."""

import pytest

from ragsite.pack.scope import WHOLE, read_scope, scope_words
from ragsite.refusal import Refused
from tests.factories import item, make_plan, report

PLAN = make_plan(
    items=[
        item("1", items=[item("1-a", ref="A")]),
        item("2", items=[item("2-a", ref="A")]),
        item("3", added="2026-03"),
    ],
    structure=[{"kind": "Priority", "plural": "Priorities"}, {"kind": "Action", "plural": "Actions"}],
    reports=[report("2026-01", {"1": "G"}), report("2026-03", {"1": "G"})],
)
FIRST, LATEST = PLAN.reports


def test_nothing_asked_is_the_whole_plan() -> None:
    assert read_scope(PLAN, LATEST, []) == WHOLE
    assert "whole report" in scope_words(PLAN, WHOLE)


def test_an_item_brings_what_stands_below_it() -> None:
    scope = read_scope(PLAN, LATEST, ["1"])
    assert scope.chosen == {"1", "1-a"}
    assert not scope.holds("2")
    assert scope_words(PLAN, scope) == (
        "This pack holds only Priority 1, with all that stands below. The rest of the plan is left out."
    )


def test_a_printed_reference_means_every_item_that_has_it() -> None:
    assert [one.id for one in read_scope(PLAN, LATEST, ["A"]).items] == ["1-a", "2-a"]


def test_exceptions_stand_alone() -> None:
    assert read_scope(PLAN, LATEST, ["exceptions"]).is_exceptions_only
    with pytest.raises(Refused, match="cannot stand beside items"):
        read_scope(PLAN, LATEST, ["exceptions", "1"])


def test_an_item_of_a_later_report_is_not_known() -> None:
    with pytest.raises(Refused, match="The report Report 2026-01 has no item “3”"):
        read_scope(PLAN, FIRST, ["3"])


def test_a_slip_of_the_pen_is_told_what_was_meant() -> None:
    with pytest.raises(Refused, match="1-a"):
        read_scope(PLAN, LATEST, ["1-b"])
