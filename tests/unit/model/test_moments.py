"""Moments of publication: read by London's clocks, whatever the zone database of the machine."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.moments import from_london, in_london, read_moment
from ragsite.problems import Unacceptable

LONDON = ZoneInfo("Europe/London")
INSTANTS = st.integers(1_041_379_200, 2_145_830_400).map(lambda one: datetime.fromtimestamp(one, UTC))


@pytest.mark.parametrize(
    ("written", "instant", "label"),
    [
        ("2026-10-06", "2026-10-05T23:00Z", "6 October 2026"),
        ("2026-10-06 09:30", "2026-10-06T08:30Z", "6 October 2026, 09:30"),
        ("2026-12-01T09:30", "2026-12-01T09:30Z", "1 December 2026, 09:30"),
        ("2026-10-06T09:30Z", "2026-10-06T09:30Z", "6 October 2026, 10:30"),
        ("2026-10-06 09:30+02:00", "2026-10-06T07:30Z", "6 October 2026, 08:30"),
        ("2026-10-25 01:30", "2026-10-25T01:30Z", "25 October 2026, 01:30"),
        ("2026-03-29 01:30", "2026-03-29T01:30Z", "29 March 2026, 02:30"),
    ],
)
def test_a_moment_is_what_london_clocks_show(written: str, instant: str, label: str) -> None:
    moment = read_moment(written)
    assert moment.at == datetime.fromisoformat(instant)
    assert moment.label == label


@pytest.mark.parametrize("written", ["6 October 2026", "2026-10", "2026-02-30", "2026-10-06 25:00", "soon", ""])
def test_what_names_no_one_moment_is_refused(written: str) -> None:
    with pytest.raises(Unacceptable) as refused:
        read_moment(written)
    assert refused.value.code == "Y206"


@given(INSTANTS)
def test_london_is_as_in_the_zone_database(instant: datetime) -> None:
    assert in_london(instant).replace(tzinfo=None) == instant.astimezone(LONDON).replace(tzinfo=None)


@given(INSTANTS)
def test_nothing_is_out_before_the_clock_shows_its_time(instant: datetime) -> None:
    shown = in_london(instant).replace(tzinfo=None)
    assert from_london(shown) - instant in (timedelta(0), timedelta(hours=1))
