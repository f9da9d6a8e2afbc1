"""Readers are told what is true of the public site and of the source, whatever the day; nothing else."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from ragsite.checks import FAMILIES, all_rules, look
from ragsite.checks.published import BESIDE_RATINGS, HEADINGS, UNPUBLISHED, heading_of, public_findings
from ragsite.checks.rule import Context
from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site
from ragsite.model.waivers import Waiver
from ragsite.problems import Finding
from ragsite.publish import publish
from tests.factories import SETTINGS, evidence, item, make_plan, report
from tests.reading import CONTENT


def site_of(plan: Plan, **settings: Any) -> Site:
    return Site(Settings.model_validate({**SETTINGS, **settings}), (plan,))


def published(plan: Plan, *, as_at: date = date(2026, 4, 1), **settings: Any) -> tuple[Finding, ...]:
    """What readers are told of a site with this plan."""
    site = site_of(plan, **settings)
    found = look(Context(site, as_at, rules=all_rules()))
    return publish(site, partial(public_findings, found=found)).findings


def codes(plan: Plan, **more: Any) -> set[str]:
    return {finding.code for finding in published(plan, **more)}


GREEN = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Green"})])
"""A plan whose Green asks for evidence, which is not there (R201)."""


def test_findings_on_the_source_are_published() -> None:
    (told,) = published(GREEN)
    assert (told.code, told.item, heading_of(told).id) == ("R201", "1", "found-ratings")


def test_a_rule_that_is_off_is_not_published_and_one_that_is_an_error_is_when_waived() -> None:
    assert codes(GREEN, checks={"R201": "off"}) == set()
    waiver = Waiver.model_validate(
        {"code": "R201", "item": "1", "because": "It is kept by the board.", "by": "Chair", "until": "2027-01-01"}
    )
    (told,) = published(replace(GREEN, waivers=(waiver,)), checks={"R201": "error"})
    assert (told.waived, told.because) == (True, "It is kept by the board. Accepted by Chair, until 1 January 2027.")


@pytest.mark.parametrize(
    "hidden",
    [
        {"items": [item("1", publish=False)]},
        {"reports": [report("2026-03", {"1": "Green"}, publish=False)]},
        {"reports": [report("2026-03", updates=[{"item": "1", "rating": "Green", "publish": False}])]},
    ],
)
def test_nothing_is_told_of_what_is_not_published(hidden: dict[str, Any]) -> None:
    plan = make_plan(**{"items": [item("1")], "reports": [report("2026-03", {"1": "Green"})], **hidden})
    assert published(plan) == ()


def test_what_only_the_public_site_lacks_is_not_told_of_the_source() -> None:
    plan = make_plan(
        items=[item("1")],
        reports=[report("2026-03", updates=[{"item": "1", "rating": "Green", "evidence": ["e"]}])],
        evidence=[evidence("e", date="2026-02", publish=False)],
    )
    assert "R201" not in codes(plan)


def test_a_message_that_counts_what_is_hidden_is_not_told() -> None:
    pieces = [evidence(f"e{number}", items=["1"]) for number in range(7)]
    told = published(make_plan(items=[item("1")], evidence=pieces))
    assert [one.message[:6] for one in told if one.code == "E652"] == ["7 of 7"]
    pieces[0]["publish"] = False
    assert "E652" not in codes(make_plan(items=[item("1")], evidence=pieces))


def test_this_sites_own_words_people_and_settings_are_not_published() -> None:
    families = {family for heading in HEADINGS for family in heading.families}
    assert not families & {"disclosure", "words", "configuration", "waivers", "references", "structure"}
    assert families <= FAMILIES.keys()
    late = make_plan(next_report={"due": "2026-01"}, items=[item("1", text="Write to j.hill@northmere.gov.uk.")])
    assert codes(late, as_at=date(2030, 1, 1)) == set()
    assert {rule.code for rule in all_rules()} >= UNPUBLISHED


def test_the_real_findings_are_the_same_on_any_day(monkeypatch: pytest.MonkeyPatch) -> None:
    from ragsite.content.folder import read_site  # noqa: PLC0415 - only this test reads the real content

    site = read_site(CONTENT).site
    assert site is not None
    told = []
    for day in (date(2019, 1, 1), date(2040, 1, 1)):
        found = look(Context(site, day, rules=all_rules()))
        told.append(publish(site, partial(public_findings, found=found)).findings)
    assert told[0] == told[1]
    assert len(told[0]) > 100
    assert {heading_of(one) for one in told[0]} == set(HEADINGS)
    assert {one.code for one in told[0]} & BESIDE_RATINGS
