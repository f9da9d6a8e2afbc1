"""The calendar follows the standard, keeps its names, and a library reads back exactly what was written."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.exporters.calendar import write_calendar
from ragsite.model.plan import Plan
from tests.factories import item, make_plan, make_public, report

SITE = "https://example.org/"


def lines(plan: Plan, **settings: Any) -> list[str]:
    """The calendar's lines, unfolded."""
    public = make_public(plan, **{"url": SITE, **settings})
    text = write_calendar(public.site.plans[0], public.site.settings).decode("utf-8")
    assert text.endswith("\r\n")
    assert all(len(line.encode("utf-8")) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def events(plan: Plan) -> list[dict[str, str]]:
    """Each event as its properties by name, with parameters."""
    found: list[dict[str, str]] = []
    for line in lines(plan):
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            name, _, value = line.partition(":")
            found[-1][name] = value
    return found


def due(printed: Any, *updates: Any) -> Plan:
    said = [{"item": "1", "rating": "A", "due": one} for one in updates]
    later = [report(f"2018-0{number}", updates=[one]) for number, one in enumerate(said, 2)]
    return make_plan(items=[item("1", due=printed)], reports=[report("2018-01", {"1": "A"}), *later])


def test_a_day_is_an_event_of_one_day() -> None:
    found = events(due("2018-04-05"))[0]
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]) == ("20180405", "20180406")
    assert found["SUMMARY"] == "Due: Recommendation 1. Title of 1 – Northmere Council: Improvement plan"


def test_a_month_stands_over_all_its_days_and_says_so() -> None:
    found = events(due("Apr-18"))[0]
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]) == ("20180401", "20180501")
    assert found["SUMMARY"].endswith("\\, by the end of April 2018 (month printed)")
    assert found["TRANSP"] == "TRANSPARENT"


def test_a_moved_date_updates_its_event() -> None:
    before, after = events(due("Apr-18"))[0], events(due("Apr-18", {"date": "2018-09"}))[0]
    assert before["UID"] == after["UID"] == "example.org/northmere-2026/1/due"
    assert (before["SEQUENCE"], after["SEQUENCE"]) == ("0", "1")
    assert (before["DTSTAMP"], after["DTSTAMP"]) == ("20180131T000000Z", "20180228T000000Z")
    assert after["DTSTART;VALUE=DATE"] == "20180901"


def test_a_date_taken_back_cancels_its_event() -> None:
    found = events(due("Apr-18", {"date": {"printed": "TBC"}}))[0]
    assert (found["STATUS"], found["SEQUENCE"]) == ("CANCELLED", "1")


def test_events_lead_to_their_pages_where_the_site_knows_its_address() -> None:
    assert "URL:https://example.org/plans/northmere-2026/items/1/" in lines(due("2018-04-05"))
    assert not [line for line in lines(due("2018-04-05"), url=None) if line.startswith("URL")]


def test_the_next_report_is_an_event() -> None:
    plan = make_plan(reports=[report("2018-05")], next_report={"due": "2018-10-02"})
    found = events(plan)[-1]
    assert (found["UID"], found["DTSTART;VALUE=DATE"]) == (
        "example.org/northmere-2026/next-report/after-2018-05",
        "20181002",
    )


LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))


@given(title=st.text(LETTERS, min_size=1, max_size=200))
def test_a_library_reads_back_every_word(title: str) -> None:
    icalendar = pytest.importorskip("icalendar")
    if not title.strip():
        return
    plan = make_plan(items=[item("1", title=title, due="2018-04-05")], reports=[report("2018-05", {"1": "A"})])
    public = make_public(plan, url=SITE)
    content = write_calendar(public.site.plans[0], public.site.settings)
    read = icalendar.Calendar.from_ical(content)
    event = read.walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == f"Overdue: Recommendation 1. {title.strip()} – Northmere Council: Improvement plan"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2018, 4, 5), date(2018, 4, 6))
    assert not event.errors
    again = icalendar.Calendar.from_ical(read.to_ical())
    assert [dict(one.items()) for one in again.walk("VEVENT")] == [dict(one.items()) for one in read.walk("VEVENT")]
