"""The lists of the five plans hold what their data files say: nothing is listed twice, and nothing is lost."""

from collections.abc import Callable

import pytest

from ragsite.model.site import Site
from ragsite.views.selection import Selection, select

Rows = list[dict[str, str]]
RATED_IN = {
    "brighton-hove-2010": "2010-11",
    "brighton-hove-2017": "2017-09",
    "leicestershire-2018": "2018-11",
    "southampton-2020": "2020-07",
    "thurrock-2018": "2018-01",
}
"""The last report of each plan that gives any rating."""

LATEST = {**RATED_IN, "thurrock-2018": "2018-05"}


def ids(chosen: Selection) -> list[str]:
    return [item.id for item in chosen.items]


@pytest.mark.parametrize("plan_id", RATED_IN)
def test_every_rating_list_agrees_with_the_ratings_file(
    plan_id: str, site: Site, csv: Callable[[str, str], Rows]
) -> None:
    found = select(site.plan_by_id[plan_id])
    assert found is not None
    printed = [row for row in csv(plan_id, "ratings") if row["report"] == RATED_IN[plan_id]]
    for level, chosen in found.ratings:
        assert ids(chosen) == [row["item"] for row in printed if row["level"] == level.id]
        assert chosen.total == len(printed)
    rated = sum(len(chosen.items) for _, chosen in found.ratings)
    assert rated == sum(bool(row["level"]) for row in printed)


@pytest.mark.parametrize("plan_id", RATED_IN)
def test_not_rated_is_what_the_latest_report_leaves_empty(
    plan_id: str, site: Site, csv: Callable[[str, str], Rows]
) -> None:
    found = select(site.plan_by_id[plan_id])
    assert found is not None
    latest = [row for row in csv(plan_id, "ratings") if row["report"] == LATEST[plan_id]]
    assert ids(found.not_rated) == [row["item"] for row in latest if not row["level"]]


@pytest.mark.parametrize("plan_id", RATED_IN)
def test_overdue_is_asked_of_every_item_with_a_date(
    plan_id: str, site: Site, csv: Callable[[str, str], Rows]
) -> None:
    found = select(site.plan_by_id[plan_id])
    assert found is not None
    dated = {row["item"] for row in csv(plan_id, "dates")}
    assert found.overdue.total == len(dated)
    assert {*ids(found.overdue), *(item.id for item in found.overdue.untold)} <= dated
