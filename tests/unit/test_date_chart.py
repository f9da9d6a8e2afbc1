"""The date chart draws one sign for each date, in the finest unit that fits, at two widths."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ragsite.charts.calendar import calendar_over
from ragsite.charts.signs import SIGNS, sign
from ragsite.charts.timeline import MOST_SIGNS, MOST_UNITS, DateFigure, DateMark, Now, date_figure

KINDS = sorted(SIGNS)
MARKS = st.lists(
    st.builds(DateMark, st.dates(date(1990, 1, 1), date(2080, 1, 1)), st.sampled_from(KINDS)), min_size=1, max_size=120
)


def figure(marks: list[DateMark], now: Now | None = None) -> DateFigure:
    made = date_figure(marks, name="dates", title="Dates", description="Some dates", now=now)
    assert made
    return made


def drawn(path: str, kind: str) -> int:
    """How many signs of a kind a path holds: a cross and an arrow have two strokes."""
    return path.count("M") // (2 if kind in ("missed", "moved") else 1)


def test_no_dates_make_no_chart() -> None:
    assert date_figure([], name="dates", title="Dates", description="None") is None


def test_a_month_is_a_column_with_its_dates_stacked() -> None:
    days = [date(2018, 1, 31), date(2018, 3, 1), date(2018, 3, 31)]
    made = figure([DateMark(day, "ahead") for day in days])
    assert (made.unit, made.each) == ("month", 1)
    (ahead,) = made.wide.signs
    assert drawn(ahead.path, "ahead") == 3
    assert [text.lines for text in made.wide.texts] == [("Jan", "2018"), ("Feb", "2018"), ("Mar", "2018")]
    assert [text.lines for text in made.narrow.texts] == [("Jan 2018",), ("Feb 2018",), ("Mar 2018",)]


def test_the_line_of_the_report_is_drawn_and_named_at_both_widths() -> None:
    made = figure([DateMark(date(2018, 1, 31), "done")], Now(date(2018, 5, 31), "Report: May 2018"))
    for chart in (made.wide, made.narrow):
        assert chart.now
        assert [text.lines for text in chart.texts if text.kind == "now"] == [("Report: May 2018",)]
    assert ("May 2018",) in [text.lines for text in made.narrow.texts]


def test_a_long_time_is_drawn_in_quarters_or_years() -> None:
    for last, unit in ((date(2014, 1, 1), "quarter"), (date(2040, 1, 1), "year")):
        assert figure([DateMark(day, "ahead") for day in (date(2008, 1, 1), last)]).unit == unit


def test_a_few_dates_far_away_stand_together_as_later() -> None:
    days = [date(2020, 1 + number % 12, 1) for number in range(20)]
    made = figure([DateMark(day, "ahead") for day in (*days, date(2070, 1, 1))])
    assert (made.unit, made.has_later) == ("month", True)
    assert made.narrow.texts[-1].lines == ("Later",)


@given(MARKS)
def test_no_date_is_lost_and_none_is_drawn_outside_the_picture(marks: list[DateMark]) -> None:
    made = figure(marks)
    for chart in (made.wide, made.narrow):
        counts = {signs.kind: drawn(signs.path, signs.kind) for signs in chart.signs}
        assert set(counts) == {mark.kind for mark in marks}
        for kind, count in counts.items():
            number = sum(mark.kind == kind for mark in marks)
            assert count == number if made.each == 1 else -(-number // made.each) <= count <= number
        for path in (signs.path for signs in chart.signs):
            for x, y in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", path):
                assert 0 <= float(x) <= chart.width
                assert 0 <= float(y) <= chart.height


@given(st.lists(st.dates(date(1990, 1, 1), date(2080, 1, 1)), min_size=1, max_size=60))
def test_the_axis_holds_every_day_in_order(days: list[date]) -> None:
    axis = calendar_over(days, most=MOST_UNITS)
    places = [axis.place(day) for day in sorted(days)]
    assert places == sorted(places)
    assert places[0] >= 0
    assert places[-1] < axis.count <= MOST_UNITS or axis.unit.name == "year"
    assert all(place <= axis.share(day) <= place + 1 for day, place in zip(sorted(days), places, strict=True))


def test_many_dates_share_signs_but_every_kind_stays() -> None:
    marks = [DateMark(date(2018, 4, 30), "ahead")] * 500 + [DateMark(date(2018, 4, 30), "missed")]
    made = figure(marks)
    counts = {signs.kind: drawn(signs.path, signs.kind) for signs in made.wide.signs}
    assert counts["missed"] == 1
    assert sum(counts.values()) <= MOST_SIGNS
    assert counts["ahead"] * made.each >= 500


def test_every_kind_has_an_outline_of_its_own_but_discs_differ_by_filling() -> None:
    outlines = {kind: sign(kind, 8, 8) for kind in SIGNS}
    assert len(set(outlines.values())) == len(SIGNS) - 1
    assert outlines["done"] == outlines["ahead"]
