"""Charts as plain shapes: every point, level and label of the site's chart, at the same place."""

from ragsite.charts import Point, Series, Target, distribution, line_figure
from ragsite.pack.charts import bar_drawing, line_drawing
from ragsite.pack.drawing import Box, Disc, Stroke, Words, pen
from ragsite.pack.picture import png

FIGURE = line_figure(
    Series(
        (
            Point("May 2026", 61.0, "61%"),
            Point("June 2026", None, ""),
            Point("July 2026", 70.0, "70%"),
            Point("August 2026", 72.0, "72%"),
        ),
        unit="%",
        targets=(Target("Target", 90.0, "90%"),),
    ),
    name="x",
    headline="It rose.",
    subtitle="Answers on time.",
)


def test_points_levels_and_words_are_all_there() -> None:
    assert FIGURE
    shapes = line_drawing(FIGURE).shapes
    assert len([one for one in shapes if isinstance(one, Disc)]) == 3
    assert [one.look for one in shapes if isinstance(one, Disc)][-1] == "mark-last"
    assert len([one for one in shapes if isinstance(one, Stroke) and one.look == "target"]) == 1
    words = " ".join(one.text for one in shapes if isinstance(one, Words))
    assert all(said in words for said in ("72%", "latest", "90%", "Target", "2026"))


def test_a_gap_in_the_values_is_a_gap_in_the_line() -> None:
    assert FIGURE
    lines = [one for one in line_drawing(FIGURE).shapes if isinstance(one, Stroke) and one.look == "line"]
    assert [len(one.points) for one in lines] == [2]


def test_a_bar_has_a_part_and_a_number_for_each_rating_in_use() -> None:
    told = (("red", "Red", 1), ("amber", "Amber", 0), ("green", "G", 3))
    counts = [({"tone": tone, "label": label}, number) for tone, label, number in told]
    shapes = bar_drawing(distribution(counts)).shapes
    assert [one.look for one in shapes if isinstance(one, Box)] == ["bar:red", "bar:green"]
    assert [one.text for one in shapes if isinstance(one, Words)] == ["1", "3"]


def test_every_look_has_a_pen() -> None:
    assert FIGURE
    assert all(pen(one.look) for one in line_drawing(FIGURE).shapes)


def test_the_same_drawing_gives_the_same_picture() -> None:
    assert FIGURE
    first = png(line_drawing(FIGURE))
    assert first.startswith(b"\x89PNG")
    assert first == png(line_drawing(FIGURE))
