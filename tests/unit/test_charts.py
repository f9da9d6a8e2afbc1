"""Charts: shares that add up, scales that do not mislead, lines where the numbers are, labels that do not touch."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ragsite.charts import Comparator, LineFigure, Point, Series, Target, distribution, line_figure, sparkline
from ragsite.charts.bar import LEAST_WIDTH
from ragsite.charts.labels import LINE_HEIGHT
from ragsite.charts.scale import evenly, short, spread, value_axis

RED = {"tone": "red", "label": "Red", "name": "off track"}
AMBER = {"tone": "amber", "label": "Amber"}
NONE = {"tone": "none", "label": "Not rated"}
NUMBERS = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False).map(lambda value: round(value, 3))


def figure(*values: float | None, **more: object) -> LineFigure | None:
    points = tuple(
        Point(f"Month {index}", value, "[x]" if value is None else f"{value:g}")
        for index, value in enumerate(values, start=1)
    )
    return line_figure(Series(points, **more), name="m", headline="H", subtitle="S")  # type: ignore[arg-type]


def test_a_bar_shows_what_is_there_and_a_table_shows_all() -> None:
    bar = distribution([(RED, 0), (AMBER, 6), (NONE, 18)])
    assert [(part.number, part.x, part.width) for part in bar.segments] == [(6, "0%", "25%"), (18, "25%", "75%")]
    assert [(row.of_total, row.share) for row in bar.rows] == [
        ("0\u00a0of\u00a024", "0%"),
        ("6\u00a0of\u00a024", "25%"),
        ("18\u00a0of\u00a024", "75%"),
    ]
    assert bar.text == "Of 24: 6 Amber and 18 Not rated."


def test_a_bar_names_the_level_in_full() -> None:
    assert distribution([(RED, 1)]).text == "Of 1: 1 Red (off track)."


def test_nothing_to_count_has_no_bar() -> None:
    bar = distribution([(RED, 0)])
    assert (bar.segments, bar.text, bar.rows[0].share) == ((), "None.", "not applicable")


@given(st.lists(st.integers(min_value=0, max_value=500), min_size=1, max_size=7).filter(any))
def test_segments_fill_the_bar_and_each_holds_its_number(numbers: list[int]) -> None:
    bar = distribution([(AMBER, number) for number in numbers])
    widths = [float(part.width.rstrip("%")) for part in bar.segments]
    starts = [float(part.x.rstrip("%")) for part in bar.segments]
    assert sum(widths) == pytest.approx(100, abs=0.05)
    assert min(widths) >= LEAST_WIDTH - 0.01
    assert starts == pytest.approx([sum(widths[:index]) for index in range(len(widths))], abs=0.05)
    more = sorted(zip((part.number for part in bar.segments), widths, strict=True))
    assert [width for _, width in more] == sorted(widths)


@pytest.mark.parametrize(
    ("values", "ceiling", "low", "high"),
    [
        ([58.1, 85.0], 100, 50, 90),
        ([0, 4], None, 0, 4),
        ([12, 97], 100, 0, 100),
        ([-3, 7], None, -5, 7.5),
        ([406, 711], None, 300, 800),
        ([5, 5], None, 0, 6),
        ([0, 0], None, 0, 1),
    ],
)
def test_scales_are_round(values: list[float], ceiling: float | None, low: float, high: float) -> None:
    axis = value_axis(values, ceiling)
    assert (axis.low, axis.high) == (low, high)


@given(st.lists(NUMBERS, min_size=1, max_size=9))
def test_a_scale_holds_every_value(values: list[float]) -> None:
    axis = value_axis(values)
    room = 1e-6 * max(1.0, axis.high - axis.low)
    assert axis.low - room <= min(values)
    assert max(values) <= axis.high + room
    assert 2 <= len(axis.ticks) <= 8
    assert (axis.ticks[0], axis.ticks[-1]) == pytest.approx((axis.low, axis.high))


@given(st.lists(st.floats(0, 100), min_size=2, max_size=9))
@example([0.0, 5e-324])
def test_a_scale_of_shares_stays_within_the_possible(values: list[float]) -> None:
    axis = value_axis(values, ceiling=100)
    assert axis.low >= 0
    assert axis.high <= 100 or max(values) > 99


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(10, 40)), min_size=1, max_size=5))
def test_labels_do_not_touch(blocks: list[tuple[float, float]]) -> None:
    wanted, sizes = [top for top, _ in blocks], [size for _, size in blocks]
    placed = sorted(zip(spread(wanted, sizes, 0, 200), sizes, strict=True))
    assert all(top + size <= below + 1e-6 for (top, size), (below, _) in pairwise(placed))
    assert placed[0][0] >= -1e-6
    assert placed[-1][0] + placed[-1][1] <= 200 + 1e-6


@given(count=st.integers(1, 60), most=st.integers(2, 6))
def test_first_and_last_period_always_have_a_label(count: int, most: int) -> None:
    shown = evenly(count, most)
    assert (shown[0], shown[-1]) == (0, count - 1)
    assert len(shown) <= max(most, 2)
    assert len({b - a for a, b in pairwise(shown)}) <= 1


@given(NUMBERS)
def test_coordinates_are_short_and_near(value: float) -> None:
    assert re.fullmatch(r"-?\d+(\.[1-9])?", short(value))
    assert float(short(value)) == pytest.approx(value, abs=0.051)
    assert short(value) != "-0"


def test_one_value_is_no_line() -> None:
    assert figure(5) is None
    assert figure(5, None) is None


def test_a_missing_value_breaks_the_line() -> None:
    made = figure(406, 500, None, 640, 711)
    assert made is not None
    assert len(made.wide.paths) == 2
    assert [mark.is_last for mark in made.wide.marks] == [False, False, False, True]
    assert ("Month 3", "[x]") in made.rows


def test_higher_values_stand_higher_and_later_ones_further_right() -> None:
    made = figure(10, 30, 20)
    assert made is not None
    for drawing in (made.wide, made.narrow):
        xs = [float(mark.x) for mark in drawing.marks]
        ys = [float(mark.y) for mark in drawing.marks]
        assert xs == sorted(xs)
        assert ys[1] < ys[2] < ys[0]


def test_unequal_gaps_in_time_are_drawn_unequal() -> None:
    points = tuple(Point(str(at), at, str(at), at=at) for at in (2016.0, 2017.0, 2020.0))
    made = line_figure(Series(points), name="m", headline="H", subtitle="S")
    assert made is not None
    first, second, third = (float(mark.x) for mark in made.wide.marks)
    assert (third - second) == pytest.approx(3 * (second - first), abs=0.2)


def test_a_scale_that_does_not_start_at_nought_says_so() -> None:
    high, low = figure(70, 75, unit="%"), figure(2, 75, unit="%")
    assert high is not None
    assert low is not None
    assert re.fullmatch(r"The vertical scale starts at \d+%\.", high.scale_note)
    assert low.scale_note == ""


def test_the_description_and_the_table_tell_what_the_lines_show() -> None:
    made = figure(58, 68, targets=(Target("Target", 85, "85%"),), comparators=(Comparator("England", 72, "72%"),))
    assert made is not None
    assert made.description == (
        "58 in Month 1, 68 in Month 2. Highest: 68 in Month 2. Lowest: 58 in Month 1. "
        "Target: 85%. England: 72%. The figures are in the table below."
    )
    assert made.rows == (("Month 2", "68"), ("Month 1", "58"), ("Target", "85%"), ("England", "72%"))


def test_both_widths_name_every_level_within_the_picture() -> None:
    levels = tuple(Comparator(f"Council number {index}", 76 + index / 10, f"{index}%") for index in range(5))
    made = figure(60, 88, comparators=levels, unit="%")
    assert made is not None
    for drawing in (made.wide, made.narrow):
        said = " ".join(line for text in drawing.texts for line in text.lines)
        assert all(level.label in said for level in levels)
        lowest = max(float(y) for text in drawing.texts for y in text.ys)
        assert lowest <= drawing.height
    boxes = sorted((float(text.ys[0]), len(text.lines)) for text in made.wide.texts if text.kind != "tick")
    for (top, lines), (below, _) in pairwise(boxes):
        assert top + lines * LINE_HEIGHT <= below + 0.2


def test_a_sparkline_runs_from_edge_to_edge() -> None:
    spark = sparkline([0, 2, None, 4, 3], target=4, text="Rose from 0 to 3.")
    assert spark is not None
    assert spark.paths == ("M6 30L36 18", "M96 6L126 12")
    assert (spark.last_x, spark.last_y, spark.target_y) == ("126", "12", "6")


def test_a_level_sparkline_lies_in_the_middle() -> None:
    spark = sparkline([5, 5], text="No change.")
    assert spark is not None
    assert (spark.paths, spark.target_y) == (("M6 18L126 18",), None)


def test_a_lone_value_has_no_sparkline() -> None:
    assert sparkline([None, 5], text="") is None
