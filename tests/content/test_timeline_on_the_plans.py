"""The timelines of the five plans agree with their files, read here as plain YAML with a date reader of its own."""

from collections import Counter
from datetime import date, datetime

import pytest

from ragsite.model.site import Site
from ragsite.views.timeline import State, Timeline, timeline
from tests.content.reading import items, ratings

THURROCK = "thurrock-2018"
END_OF_JANUARY, END_OF_MAY = date(2018, 1, 31), date(2018, 5, 31)
UNCLEAR = {"p4-a6-s3", "p4-a9-s1"}


def as_at(site: Site, plan: str, report: str) -> Timeline:
    found = site.plan_by_id[plan]
    return timeline(found, found.report_by_id[report])


def first_of_month(written: object) -> date | None:
    """The first day of the month that a due date of Thurrock names; None where it is not clear."""
    printed = written["printed"] if isinstance(written, dict) else written
    means = written.get("means") if isinstance(written, dict) else None
    forms = ((means, "%Y-%m-%d"), (means, "%Y-%m"), (printed, "%b-%y"), (printed, "%d %B %Y"))
    for text, form in forms:
        try:
            return datetime.strptime(str(text), form).date().replace(day=1)  # noqa: DTZ007
        except ValueError:
            continue
    return None


def thurrock_dates() -> dict[str, date]:
    dated = {item["id"]: first_of_month(item["due"]) for item in items(THURROCK) if item.get("due")}
    return {name: day for name, day in dated.items() if day and name not in UNCLEAR}


def test_thurrock_has_89_dates_of_which_two_are_not_clear(site: Site) -> None:
    found = as_at(site, THURROCK, "2018-05")
    assert sum(bool(item.get("due")) for item in items(THURROCK)) == found.total == 89
    assert {one.item.id for one in found.unclear} == UNCLEAR
    labels = {one.item.id: one.entry.due.label for one in found.unclear}
    assert labels == {
        "p4-a6-s3": "June (no year printed)",
        "p4-a9-s1": "1 February 2018 or 2 January 2018 (printed 01/02/18)",
    }


def test_thurrocks_dates_stand_in_their_months(site: Site) -> None:
    found = {one.item.id: one.entry.due.first for one in as_at(site, THURROCK, "2018-05").dated}
    assert {name: day.replace(day=1) for name, day in found.items() if day} == thurrock_dates()


def test_thurrock_in_january_2018_finished_overdue_and_ahead(site: Site) -> None:
    rated, expected = ratings(THURROCK, "2018-01"), {}
    for name, month in thurrock_dates().items():
        if rated.get(name) in ("4", "5"):
            expected[name] = State.DONE
        elif month >= END_OF_JANUARY.replace(day=1):
            expected[name] = State.AHEAD
        else:
            expected[name] = State.MISSED
    found = {one.item.id: one.state for one in as_at(site, THURROCK, "2018-01").dated}
    # 16 January is a day within the month that the report speaks of: nobody can tell.
    within = {name for name, state in found.items() if state is State.UNKNOWN}
    assert all(first_of_month(item["due"]) == date(2018, 1, 1) for item in items(THURROCK) if item["id"] in within)
    assert {name: state for name, state in found.items() if name not in within} == {
        name: state for name, state in expected.items() if name not in within
    }
    assert Counter(found.values())[State.MISSED] > 30


def test_thurrock_in_may_2018_cannot_tell_of_dates_that_had_passed(site: Site) -> None:
    """The columns for May hold no rating: nothing is finished, and nothing is called late."""
    found = {one.item.id: one.state for one in as_at(site, THURROCK, "2018-05").dated}
    assert found == {
        name: State.UNKNOWN if month < END_OF_MAY.replace(day=1) else State.AHEAD
        for name, month in thurrock_dates().items()
    }


@pytest.mark.parametrize(
    ("plan", "dates", "steps", "unclear_steps"),
    [
        ("brighton-hove-2010", 8, 14, 6),
        ("brighton-hove-2017", 0, 0, 0),
        ("leicestershire-2018", 0, 21, 1),
        ("southampton-2020", 63, 0, 0),
        (THURROCK, 89, 0, 0),
    ],
)
def test_every_date_of_a_plan_is_told_once(site: Site, plan: str, dates: int, steps: int, unclear_steps: int) -> None:
    found = timeline(site.plan_by_id[plan], site.plan_by_id[plan].latest)
    written = [step for item in items(plan) for step in item.get("milestones") or [] if step.get("due")]
    assert sum(bool(item.get("due")) for item in items(plan)) == found.total == dates
    assert (len(found.steps), len(found.unclear_steps)) == (steps, unclear_steps)
    assert len(written) == steps + unclear_steps
    assert not found.moved


def test_southampton_calls_nothing_late_because_no_rating_can_be_read(site: Site) -> None:
    found = as_at(site, "southampton-2020", "2020-07")
    printed = [str(item.get("due", "")) for item in items("southampton-2020")]
    before = sum(due[:3] in ("Apr", "May", "Jun") and "20" in due for due in printed)
    assert found.number(State.MISSED) == found.number(State.DONE) == 0
    assert found.number(State.UNKNOWN) == before
