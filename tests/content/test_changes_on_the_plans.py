"""What changed in the five plans, against counts taken from the written content by other means."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from ragsite.model.plan import Plan
from ragsite.model.site import Site
from ragsite.views.changes import Changes, Telling, changes

THURROCK = ("initial", "2018-01", "2018-03", "2018-05")
PAIRS = [(first, second) for place, first in enumerate(THURROCK) for second in THURROCK[place + 1 :]]


@pytest.fixture(scope="module")
def thurrock(site: Site) -> Plan:
    return site.plan_by_id["thurrock-2018"]


@pytest.fixture(scope="module")
def printed(project: Path) -> dict[str, dict[str, str]]:
    """Report, item, and what its rating cell prints, straight from the files."""
    folder = project / "content/plans/thurrock-2018/reports"
    found = {}
    for name in THURROCK:
        updates = yaml.load((folder / f"{name}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["updates"]
        found[name] = {one["item"]: _cell(one["rating"]) for one in updates if "rating" in one}
    return found


def _cell(rating: Any) -> str:
    return rating if isinstance(rating, str) else rating.get("printed", "")


def moved(plan: Plan, first: str, second: str) -> Changes:
    return changes(plan, plan.report_by_id[first], plan.report_by_id[second])


def test_thurrock_rose_39_times_and_never_fell(thurrock: Plan) -> None:
    ratings = moved(thurrock, "initial", "2018-01").ratings
    assert (len(ratings.better), len(ratings.worse), len(ratings.same), ratings.total) == (39, 0, 60, 100)


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_every_pair_of_thurrocks_reports_agrees_with_the_cells(
    thurrock: Plan, printed: dict[str, dict[str, str]], first: str, second: str
) -> None:
    cells = [(printed[first][name], printed[second][name]) for name in printed[first]]
    ratings = moved(thurrock, first, second).ratings
    both = [(was, now) for was, now in cells if was in "12345" and now in "12345" and was and now]
    gone = [was for was, now in cells if was and was in "12345" and not (now and now in "12345")]
    assert len(ratings.better) == sum(now > was for was, now in both)
    assert len(ratings.worse) == sum(now < was for was, now in both)
    assert len(ratings.no_longer_rated) == len(gone)
    assert ratings.newly_rated == ratings.redefined == ()


def test_thurrocks_later_columns_are_not_falls(thurrock: Plan) -> None:
    for second in ("2018-03", "2018-05"):
        ratings = moved(thurrock, "2018-01", second).ratings
        assert (ratings.compared, ratings.worse, len(ratings.no_longer_rated)) == (0, (), 99)
        assert {one.now.level for one in ratings.no_longer_rated} == {None}
        assert all(one.now.reason for one in ratings.no_longer_rated)


def test_no_date_moved_and_no_item_came_or_went(thurrock: Plan) -> None:
    for first, second in PAIRS:
        found = moved(thurrock, first, second)
        assert found.dates == ()
        assert found.tree.is_empty


def test_thurrocks_evidence_and_words_come_with_the_report_of_may(thurrock: Plan, project: Path) -> None:
    path = project / "content/plans/thurrock-2018/reports/2018-05.yml"
    updates = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)["updates"]
    found = moved(thurrock, "2018-03", "2018-05")
    assert {one.item.id for one in found.evidence} <= {one["item"] for one in updates if one.get("evidence")}
    said = {one["item"] for one in updates if one.get("progress") or one.get("next_steps")}
    assert {one.item.id for one in found.told if one.item} == said
    assert {one.telling for one in found.told if one.item} == {Telling.FIRST}


def _known(plan: Plan, measure: str, until: date) -> Iterator[tuple[date, Any]]:
    """Dated numbers of a measure's unnamed series by a day, by hand."""
    for row in plan.observations:
        last = row.period.last if row.period else None
        if row.measure == measure and row.value is not None and row.series is None and last and last <= until:
            yield last, row.value


@pytest.mark.parametrize(("first", "second"), [("2018-01", "2018-03"), ("2018-03", "2018-05"), ("2018-01", "2018-05")])
def test_thurrocks_measures_moved_as_their_values_say(thurrock: Plan, first: str, second: str) -> None:
    found = moved(thurrock, first, second).measures
    days = [date(2018, month, 31) for month in (int(first[-2:]), int(second[-2:]))]
    for one in found.moved:
        was, now = (max(_known(thurrock, one.measure.id, day)) for day in days)
        assert (one.was.value, one.now.value) == (was[1], now[1])
        assert was[1] != now[1]
    assert found.total == len(thurrock.measures)


def test_fewer_agency_workers_are_better_by_may(thurrock: Plan) -> None:
    (better,) = moved(thurrock, "2018-03", "2018-05").measures.better
    assert (better.measure.name, str(better.was.value), str(better.now.value)) == ("Agency social workers", "60", "39")


def test_reports_without_a_date_compare_no_measures(thurrock: Plan) -> None:
    assert "Initial rating" in moved(thurrock, "initial", "2018-01").measures.why


@pytest.mark.parametrize("name", ["brighton-hove-2010", "brighton-hove-2017", "leicestershire-2018"])
def test_a_plan_of_one_report_has_nothing_to_compare(site: Site, name: str) -> None:
    plan = site.plan_by_id[name]
    found = changes(plan, None, plan.reports[0])
    assert (len(plan.reports), found.ratings.total, found.is_empty) == (1, 0, True)


def test_southamptons_words_tell_seven_former_ratings_and_one_of_them_is_known(site: Site) -> None:
    plan = site.plan_by_id["southampton-2020"]
    ratings = changes(plan, None, plan.reports[0]).ratings
    assert (ratings.total, [one.item.id for one in ratings.same], len(ratings.untold)) == (7, ["adoption"], 6)
    downgraded = next(one for one in ratings.untold if one.item.id == "leadership")
    assert "downgraded" in downgraded.was.reason
