"""The exception reports of the five plans, against lists made from the content by other means."""

from datetime import date

import pytest

from ragsite.model.plan import Plan
from ragsite.model.site import Site
from ragsite.views.exceptions import Exceptions, Rule, exceptions


def of(site: Site, plan: str, report: str) -> Exceptions:
    found = site.plan_by_id[plan]
    return exceptions(found, found.report_by_id[report])


def listed(found: Exceptions, rule: Rule) -> set[str]:
    return {one.item.id for one in found.listed if rule in [ruling.rule for ruling in one.rulings]}


def cells(plan: Plan, report: str) -> dict[str, str]:
    """What the rating cells of a report print."""
    return {one.item: one.rating.printed for one in plan.report_by_id[report].updates if one.rating}


def test_southamptons_reds_are_those_that_the_words_name(site: Site) -> None:
    found = of(site, "southampton-2020", "2020-07")
    assert listed(found, Rule.RED) == {"leadership", "mash-2", "mash-3", "mash-4", "mash-5", "disabled-children-1"}
    assert {one.item.id for one in found.listed} == listed(found, Rule.RED)
    assert len(found.areas) == 17
    assert next(one for one in found.tallies if one.rule is Rule.RED).unresolved == 144


def test_southamptons_downgraded_area_cannot_be_told_to_be_worse_but_says_why(site: Site) -> None:
    found = of(site, "southampton-2020", "2020-07")
    (why,) = [one.why for one in found.unresolved if one.rule is Rule.WORSE and "leadership" in _ids(one.items)]
    assert "downgraded" in why
    (leadership,) = [one for one in found.listed if one.item.id == "leadership"]
    assert leadership.update is not None
    assert "Staffing pressures" in (leadership.update.rating_reason or "")


def _ids(items: object) -> list[str]:
    return [item.id for item in items]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("report", "number"), [("initial", 5), ("2018-01", 3), ("2018-03", 0), ("2018-05", 0)])
def test_thurrocks_reds_are_the_ones_in_its_cells(site: Site, report: str, number: int) -> None:
    plan = site.plan_by_id["thurrock-2018"]
    ones = {item for item, printed in cells(plan, report).items() if printed == "1"}
    assert len(ones) == number
    assert listed(of(site, plan.id, report), Rule.RED) == ones


def test_thurrocks_overdue_in_january_have_a_date_gone_by_and_a_rating_below_4(site: Site) -> None:
    plan = site.plan_by_id["thurrock-2018"]
    open_items = {item for item, printed in cells(plan, "2018-01").items() if printed in ("1", "2", "3")}
    gone = {item.id for item in plan.items if item.due and item.due.last and item.due.last < date(2018, 1, 1)}
    found = of(site, plan.id, "2018-01")
    assert listed(found, Rule.OVERDUE) == open_items & gone
    assert len(open_items & gone) == 32


def test_thurrocks_finished_in_january_had_no_evidence_named_by_then(site: Site) -> None:
    plan = site.plan_by_id["thurrock-2018"]
    finished = {item for item, printed in cells(plan, "2018-01").items() if printed in ("4", "5")}
    named = {item for piece in plan.evidence for item in piece.items}
    assert listed(of(site, plan.id, "2018-01"), Rule.UNPROVEN) == finished - named


def test_thurrocks_39_improved_in_january(site: Site) -> None:
    plan = site.plan_by_id["thurrock-2018"]
    was, now = cells(plan, "initial"), cells(plan, "2018-01")
    rose = [item.id for item in plan.items if item.id in now and "0" < was[item.id] < now[item.id] <= "5"]
    found = of(site, plan.id, "2018-01")
    assert [one.item.id for one in found.improved] == rose
    assert len(rose) == 39


def test_an_unreadable_column_lists_nothing_and_says_that_nothing_can_be_told(site: Site) -> None:
    for report in ("2018-03", "2018-05"):
        found = of(site, "thurrock-2018", report)
        assert (found.listed, found.improved, found.is_untold) == ((), (), True)


@pytest.mark.parametrize(
    ("plan", "report", "finished"), [("brighton-hove-2017", "2017-09", 9), ("leicestershire-2018", "2018-11", 0)]
)
def test_plans_without_a_red_list_nothing_and_are_told(site: Site, plan: str, report: str, finished: int) -> None:
    """Brighton's nine finished recommendations all name evidence; Leicestershire's Green claims nothing finished."""
    found = of(site, plan, report)
    assert (found.listed, found.is_untold) == ((), False)
    updates = site.plan_by_id[plan].report_by_id[report].updates
    greens = [one for one in updates if one.rating and one.rating.printed.upper() == "GREEN"]
    assert sum(bool(one.evidence) for one in greens) == finished or not finished


def test_greens_without_a_definition_are_not_called_finished(site: Site) -> None:
    found = of(site, "brighton-hove-2010", "2010-11")
    tally = next(one for one in found.tallies if one.rule is Rule.UNPROVEN)
    assert (tally.listed, tally.unresolved, tally.asked) == (0, 41, 41)


def test_every_item_listed_is_listed_by_a_rule_with_words(site: Site) -> None:
    for plan in site.plans:
        for report in plan.reports:
            found = exceptions(plan, report)
            assert all(ruling.words and ruling.answer for one in found.listed for ruling in one.rulings)
            assert all(one.why for one in found.unresolved)
            assert all(one.listed + one.unresolved <= one.asked for one in found.tallies)
