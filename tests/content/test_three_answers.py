"""Is it done, did it help: what is told of the five plans, against lists read from the sources by hand."""

import pytest

from ragsite.model.plan import Plan
from ragsite.model.site import Site
from ragsite.views.delivery import Done, delivery, tally
from ragsite.views.history import Way
from ragsite.views.impact import Helped, impact, plan_impact
from ragsite.views.targets import Standing
from tests.content.facts import rows

DONE = {"brighton-hove-2010": "2-1 2-1b 2-1c 2-2 3-2 3-3"}
NOT_YET = {
    "brighton-hove-2010": "1-3 2-3 2-4 2-5 4-1 4-2 4-5 4-6 4-7 4-8",
    "leicestershire-2018": "2 5 11",
}
"""Items with a status word or milestones that say clearly that they are done, or not yet; of all others nothing."""

STANDINGS = rows("""
    leicestershire-2018 | Met         | supervision-timeliness repeat-plans sdq-completion care-leavers-in-touch
    leicestershire-2018 | Met         | care-leavers-eet
    leicestershire-2018 | Not met     | re-referrals placement-moves care-leavers-accommodation long-term-stability
    leicestershire-2018 | Not due yet | supervision-standard
    southampton-2020    | Met         | adoption-timeliness
    southampton-2020    | Not met     | sickness-days cp-seen-15-days cp-seen-alone
    thurrock-2018       | Met         | p2-ind-1 p3-assessments-on-time
    thurrock-2018       | Not met     | p1-supervision p3-ind-2 p3-referrals-24h p3-seen-5-days p3-assessments-good
    thurrock-2018       | Not met     | p4-good-schools p6-ind-2 p7-ind-2 p7-ind-3
    thurrock-2018       | Not due yet | in-house-share in-house-children net-approved-carers
    brighton-hove-2010  | Not due yet | cafs-completed children-formal-cin
    brighton-hove-2017  | Not due yet | in-house-foster-carers
""")
"""Plan, standing of the target, measures; every other target cannot be told."""

BASELINES = rows("""
    leicestershire-2018 | better | supervision-timeliness caseload-average repeat-plans care-leavers-accommodation
    leicestershire-2018 | better | care-leavers-in-touch care-leavers-eet
    leicestershire-2018 | worse  | re-referrals placement-moves
    brighton-hove-2010  | same   | caf-per-month
""")


PLANS = ("brighton-hove-2010", "brighton-hove-2017", "leicestershire-2018", "southampton-2020", "thurrock-2018")


@pytest.fixture(params=PLANS)
def plan(request: pytest.FixtureRequest, site: Site) -> Plan:
    return site.plan_by_id[request.param]


def test_what_is_done_is_told_by_words_alone(plan: Plan) -> None:
    rated = [item for item in plan.rated_items if not item.items]
    found = {done: {item.id for item in rated if delivery(plan, item).done is done} for done in Done}
    assert found[Done.YES] == set(DONE.get(plan.id, "").split())
    assert found[Done.NOT_YET] == set(NOT_YET.get(plan.id, "").split())


def test_counts_of_what_is_done_have_all_items_below_them(plan: Plan) -> None:
    told = {one.kind.kind: one for one in tally(plan, plan.items)}
    if plan.id not in NOT_YET:
        assert told == {}
        return
    (one,) = told.values()
    assert one.total == len(plan.rated_items)
    assert one.numbers[Done.YES] == len(DONE.get(plan.id, "").split())


def test_targets_met_and_not_met_are_those_of_the_sources(plan: Plan) -> None:
    found = {(one.target.standing.value, one.measure.id) for one in plan_impact(plan).findings if one.target}
    assert {pair for pair in found if pair[0] != Standing.UNKNOWN.value} == {
        (standing, name) for of_plan, standing, names in STANDINGS if of_plan == plan.id for name in names.split()
    }


def test_values_against_baselines_are_those_of_the_sources(plan: Plan) -> None:
    found = {(one.baseline_way.value, one.measure.id) for one in plan_impact(plan).findings if one.baseline_way}
    assert found == {(way, name) for of_plan, way, names in BASELINES if of_plan == plan.id for name in names.split()}
    assert Way.UNKNOWN not in plan_impact(plan).ways


def test_an_item_answers_for_the_measures_of_what_is_below_it(site: Site) -> None:
    thurrock = site.plan_by_id["thurrock-2018"]
    assert impact(thurrock, thurrock.item_by_id["p7"]).helped is Helped.NOT_MET
    assert impact(thurrock, thurrock.item_by_id["p3"]).helped is Helped.MIXED
    leicestershire = site.plan_by_id["leicestershire-2018"]
    assert impact(leicestershire, leicestershire.item_by_id["4"]).helped is Helped.NOT_MEASURED
