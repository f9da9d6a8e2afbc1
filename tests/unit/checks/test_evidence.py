"""The evidence register: used, dated, fresh; and links that lead somewhere."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.plan import Plan
from tests.factories import evidence, item, make_plan, measure, report
from tests.unit.checks.looking import look, told
from tests.unit.checks.saying import saying


def resting_on(*pieces: dict[str, Any], named: tuple[str, ...] = ("e",)) -> Plan:
    return make_plan(
        items=[item("1")],
        evidence=pieces,
        reports=[report("2018-09", updates=[{"item": "1", "evidence": list(named)}])],
    )


def test_a_piece_that_nobody_uses() -> None:
    plan = resting_on(evidence("e"), evidence("spare"), evidence("kept-back", publish=False))
    assert told("E651", plan) == ["Evidence “Evidence spare” is listed, but no item and no update uses it."]


def test_a_piece_that_only_the_register_ties_to_an_item_is_used() -> None:
    assert told("E651", resting_on(evidence("e"), evidence("spare", items=["1"]))) == []


def test_a_piece_in_use_needs_a_date() -> None:
    (message,) = told("E652", resting_on(evidence("e"), evidence("spare")))
    assert message == "Evidence “Evidence e” is used but not dated."
    assert told("E652", resting_on(evidence("e", date="2018-08"))) == []


@pytest.mark.parametrize("title", ["Planned: audit", "Minutes (planned)", "Audit (in progress)", "2017 data"])
def test_what_does_not_exist_yet_or_has_a_year_in_its_title_needs_no_date(title: str) -> None:
    assert told("E652", resting_on(evidence("e", title=title))) == []


def test_many_undated_pieces_are_told_together() -> None:
    pieces = [evidence(f"e{number}") for number in range(6)]
    (message,) = told("E652", resting_on(*pieces, named=tuple(piece["id"] for piece in pieces)))
    assert message.startswith("6 of 6 pieces of evidence are used but not dated")


@pytest.mark.parametrize(
    ("dates", "count"),
    [
        (["2017-05"], 1),
        (["2017-09"], 0),
        (["2017-05", "2018-08"], 0),
        (["2017-05", None], 0),  # the undated one may be new
        (["2017/18-Q1"], 1),
    ],
)
def test_evidence_older_than_a_year(dates: list[str | None], count: int) -> None:
    pieces = [evidence(f"e{number}", **({"date": day} if day else {})) for number, day in enumerate(dates)]
    found = look("E655", resting_on(*pieces, named=tuple(piece["id"] for piece in pieces)))
    assert len(found) == count


@given(report_month=st.integers(24, 60), age=st.integers(-6, 24), limit=st.integers(1, 24))
def test_evidence_is_old_from_the_month_after_the_limit(report_month: int, age: int, limit: int) -> None:
    as_at, dated = (f"{2010 + month // 12}-{month % 12 + 1:02}" for month in (report_month, report_month - age))
    plan = make_plan(
        items=[item("1")],
        evidence=[evidence("e", date=dated)],
        reports=[report(as_at, updates=[{"item": "1", "evidence": ["e"]}])],
    )
    assert bool(look("E655", plan, options={"months": limit})) is (age > limit)


def test_the_age_is_told_in_months() -> None:
    (finding,) = look("E655", resting_on(evidence("e", date="2017-05")))
    assert "the newest evidence is 16 months older than the report, which is as at September 2018" in finding.message
    assert (finding.item, finding.report) == ("1", "2018-09")


class TestLinks:
    @pytest.mark.parametrize(
        ("link", "count"),
        [("http://ow.ly/16uB", 1), ("https://www.bit.ly/x", 1), ("https://northmere.gov.uk/ow.ly", 0)],
    )
    def test_a_shortener_in_a_link(self, link: str, count: int) -> None:
        assert len(told("E653", resting_on(evidence("e", link=link)))) == count

    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("See [the report](https://tinyurl.com/abc).", 1),
            ("See ow.ly/16uB30gfp7d for the report.", 1),
            ("See [the report](https://northmere.gov.uk/report).", 0),
            ("Meetings are weekly and/or monthly.", 0),
        ],
    )
    def test_a_shortener_in_a_text(self, text: str, count: int) -> None:
        assert len(told("E653", saying(text))) == count

    @pytest.mark.parametrize(
        ("link", "count"),
        [
            ("/plans/northmere-2026/items/1/", 0),
            ("/plans/northmere-2026/items/9/", 1),
            ("/plans/northmere-2026/measures/m/", 0),
            ("/plans/northmere-2026/reports/2026-03/changes/", 0),
            ("/plans/northmere-2026/data/items.csv", 0),
            ("/plans/elsewhere/data/items.csv", 1),
            ("/glossary/", 0),
            ("/glossary/#mash", 0),
            ("items/1", 1),
            ("#part", 0),
            ("https://northmere.gov.uk/nowhere", 0),
            ("mailto:office@example.org", 0),
        ],
    )
    def test_a_link_within_the_site(self, link: str, count: int) -> None:
        plan = saying(f"See [there]({link}).", measures=[measure("m")])
        assert len(told("E654", plan)) == count

    def test_a_near_page_is_proposed(self) -> None:
        (finding,) = look("E654", saying("See [it](/plans/northmere-2026/item/1/)."))
        assert finding.fix == "Did you mean “/plans/northmere-2026/items/1/”?"
