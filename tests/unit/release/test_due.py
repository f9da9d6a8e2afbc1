"""What is out at a moment, through the only door: embargoes, parts of records, holds, withdrawals."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ragsite.model.moments import read_moment
from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site
from ragsite.publish import publish
from ragsite.release.told import kept_back
from tests import factories
from tests.factories import evidence, item, measure, observation, report

BEFORE, AT = (read_moment(text).at for text in ("2026-10-06 09:29", "2026-10-06 09:30"))
TIME = "2026-10-06 09:30"
HOLD = {"begins": "2026-04-01", "until": "2026-05-08", "reason": "Local elections take place on 7 May."}


def shown(plan: Plan, now: datetime | None, **settings: Any) -> Plan:
    site = site_of(plan, **settings)
    return (publish(site, now=now) if now else publish(site)).site.plans[0]


def site_of(plan: Plan, **settings: Any) -> Site:
    return Site(Settings.model_validate({**factories.SETTINGS, **settings}), (plan,))


def embargoed() -> Plan:
    return factories.make_plan(
        items=[item("1"), item("2", publish_from=TIME), item("3", added="2026-06")],
        reports=[
            report("2026-03", {"1": "Green", "2": "Red"}),
            report("2026-06", {"1": "Red", "3": "Red"}, publish_from=TIME),
        ],
        measures=[measure("m", publish_from=TIME)],
        observations=[observation("m", "2026-03", "4")],
        evidence=[evidence("e", publish_from=TIME)],
        next_report={"due": "2026-12"},
    )


@pytest.mark.parametrize("now", [None, BEFORE])
def test_before_its_moment_nothing_of_it_is_there(now: datetime | None) -> None:
    plan = shown(embargoed(), now)
    assert [one.id for one in plan.items] == ["1"]
    assert [one.id for one in plan.reports] == ["2026-03"]
    assert [one.item for one in plan.reports[0].updates] == ["1"]
    assert (plan.measures, plan.observations, plan.evidence) == ((), (), ())


def test_at_its_moment_all_of_it_is_there_and_says_nothing_of_the_wait() -> None:
    plan = shown(embargoed(), AT)
    assert [one.id for one in plan.items] == ["1", "2", "3"]
    assert [one.id for one in plan.reports] == ["2026-03", "2026-06"]
    assert len(plan.measures) == len(plan.observations) == len(plan.evidence) == 1
    assert plan.reports[1].publish_from is None
    assert plan.facts.next_report is not None


def test_the_date_of_the_report_after_one_that_waits_is_not_told() -> None:
    assert shown(embargoed(), BEFORE).facts.next_report is None


def test_the_date_of_the_waiting_report_itself_is_told() -> None:
    facts = {"next_report": {"due": "2026-10"}}
    plan = factories.make_plan(items=[item("1")], reports=[report("2026-06", publish_from=TIME)], **facts)
    assert shown(plan, BEFORE).facts.next_report is not None


def test_a_new_title_comes_with_its_report() -> None:
    renamed = item("1", title="New", former_titles=[{"title": "Old", "until": "2026-06"}])
    plan = factories.make_plan(items=[renamed], reports=[report("2026-03"), report("2026-06", publish_from=TIME)])
    assert shown(plan, BEFORE).items[0].title == "Old"
    assert shown(plan, AT).items[0].title == "New"


def test_single_fields_can_wait() -> None:
    late = [{"fields": ["risks", "next_steps"], "publish_from": TIME}]
    update = {"item": "1", "progress": "Said.", "risks": "Secret.", "next_steps": "x", "embargoes": late}
    plan = factories.make_plan(items=[item("1")], reports=[report("2026-06", updates=[update])])
    (before,), (after,) = (shown(plan, now).reports[0].updates for now in (BEFORE, AT))
    assert before.risks == before.next_steps == before.embargoes == ()
    assert [one.text for one in (*before.progress, *after.progress)] == ["Said."] * 2
    assert [one.text for one in after.risks] == ["Secret."]
    assert after.embargoes == ()


@pytest.mark.parametrize("name", ["rating", "item", "publish", "risk"])
def test_a_field_that_cannot_wait_is_refused(name: str) -> None:
    late = [{"fields": [name], "publish_from": TIME}]
    with pytest.raises(ValidationError, match="cannot be published later"):
        factories.make_plan(reports=[report("2026-06", updates=[{"item": "1", "embargoes": late}])])


@given(st.permutations(["2026-09-01", "2026-10-06 09:30", "2027-01-01"]), st.sampled_from([BEFORE, AT]))
def test_only_what_is_due_is_there(moments: list[str], now: datetime) -> None:
    items = [item(str(number), publish_from=moment) for number, moment in enumerate(moments)]
    there = {one.id for one in shown(factories.make_plan(items=items), now).items}
    assert there == {str(n) for n, moment in enumerate(moments) if read_moment(moment).at <= now}


def held() -> Plan:
    return factories.make_plan(
        items=[item("1"), item("2", added="2026-03")],
        reports=[
            report("2025-12", {"1": "Green"}, published="2026-01-20"),
            report("2026-03", {"1": "Red", "2": "Red"}, published="2026-04-21"),
        ],
        measures=[measure("m", items=["1"])],
        observations=[observation("m", "2026-03", "4"), observation("m", "2026-04", "5")],
        evidence=[evidence("old", date="2026-02"), evidence("new", date="2026-04-10"), evidence("undated")],
        next_report={"due": "2026-07"},
    )


@pytest.mark.parametrize(
    ("now", "reports", "values", "pieces"),
    [
        ("2026-03-31 23:59", 2, 2, 3),
        ("2026-04-01", 1, 1, 2),
        ("2026-05-07 23:59", 1, 1, 2),
        ("2026-05-08", 2, 2, 3),
    ],
)
def test_a_hold_keeps_back_what_is_new_while_it_is_in_force(now: str, reports: int, values: int, pieces: int) -> None:
    plan = shown(held(), read_moment(now).at, hold=HOLD)
    assert (len(plan.reports), len(plan.observations), len(plan.evidence)) == (reports, values, pieces)
    assert len(plan.items) == reports


def test_a_hold_can_name_the_last_report_that_may_be_shown() -> None:
    now = read_moment("2026-04-15").at
    through = {**HOLD, "after": ["northmere-2026/2026-03"]}
    assert len(shown(held(), now, hold=through).reports) == 2
    assert len(shown(held(), now, hold={**HOLD, "plans": ["another"]}).reports) == 2


def test_readers_are_told_the_reason_while_it_is_in_force() -> None:
    site = site_of(held(), hold=HOLD)
    assert publish(site, now=BEFORE).site.settings.hold is None
    during = publish(site, now=read_moment("2026-04-15").at).site.settings.hold
    assert during is not None
    assert during.reason == HOLD["reason"]


def test_what_is_withdrawn_goes_and_is_told() -> None:
    gone = {"withdrawn": {"date": "2026-08-01", "reason": "It was never agreed."}}
    plan = factories.make_plan(
        items=[item("1", items=[item("1a"), item("1b", publish=False)], **gone), item("2")],
        reports=[report("2026-03", {"1": "Red", "2": "Red"}), report("2026-06", {"2": "Red"}, **gone)],
        measures=[measure("m", **gone)],
        structure=[{"kind": "Priority", "plural": "Priorities"}, {"kind": "Action", "plural": "Actions"}],
    )
    public = shown(plan, AT)
    assert [one.id for one in public.items] == ["2"]
    assert [one.id for one in public.reports] == ["2026-03"]
    assert public.measures == ()
    assert [(one.kind, one.id) for one in public.withdrawn] == [
        ("report", "2026-06"), ("item", "1"), ("item", "1a"), ("measure", "m"),
    ]  # fmt: skip


def test_what_never_was_published_is_not_told_as_withdrawn() -> None:
    gone = {"withdrawn": {"date": "2026-08-01", "reason": "It was never agreed."}, "publish_from": TIME}
    plan = factories.make_plan(items=[item("1", **gone)], reports=[report("2026-06", **gone)])
    assert shown(plan, BEFORE).withdrawn == ()


def test_what_is_kept_back_is_told_with_its_end() -> None:
    told = "\n".join(kept_back(site_of(embargoed(), hold=HOLD), BEFORE))
    assert "Report Report 2026-06 of Improvement plan, with 2 updates: until 6 October 2026, 09:30 (embargo)" in told
    assert "“Title of 2” (2) of Improvement plan: until 6 October 2026, 09:30 (embargo)" in told
    assert "The measure “Measure m” of Improvement plan: until" in told
    assert "The evidence “Evidence e” of Improvement plan: until" in told
    assert kept_back(site_of(embargoed()), AT) == ()


def test_a_hold_is_told_before_and_during() -> None:
    site = site_of(held(), hold=HOLD)
    assert kept_back(site, read_moment("2026-03-01").at) == (
        "From 1 April 2026 until 8 May 2026, everything new will be on hold.",
    )
    during = kept_back(site, read_moment("2026-04-15").at)
    assert during[0].startswith("Everything new is on hold until 8 May 2026.")
    assert during[1] == "Report Report 2026-03 of Improvement plan, with 2 updates: until 8 May 2026 (hold)"
