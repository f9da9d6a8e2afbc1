"""The words on a line chart: beside the plot where there is room, else in a key below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from textwrap import wrap

from ragsite.charts.scale import Axis, short, spread
from ragsite.charts.shapes import Drawable, Frame, Level, Observed, Rule, Text

LINE_HEIGHT = 17.0
LETTER = 7.6  # the width of an average letter at 14px
SAMPLE = 24.0  # the length of a line in the key
KEY_ROW = 22.0
BELOW_AXIS = 62.0  # two lines of period labels

Place = tuple[float, float]


def tall_enough(frame: Frame, series: Drawable) -> Frame:
    """The frame, taller where the labels beside the plot, or the key below it, need more room."""
    if not frame.beside:
        return replace(frame, height=frame.height + round(KEY_ROW * len(levels(series))))
    needed = sum(block_height(lines) for lines, _ in blocks(frame, series))
    more = max(0, round(needed - (frame.bottom - frame.top + 22)))
    return replace(frame, height=frame.height + more, bottom=frame.bottom + more)


def level_texts(frame: Frame, axis: Axis, series: Drawable, places: Sequence[Place]) -> list[Text]:
    """The words of the latest value and of each level; `places` are the points of the line."""
    if frame.beside:
        heights = [axis.place(level.value, frame.top, frame.bottom) for level, _ in levels(series)]
        return texts_beside(frame, [places[-1][1], *heights], blocks(frame, series))
    return [latest_text(frame, series, places), *key_texts(frame, series)]


def key(frame: Frame, series: Drawable) -> tuple[Rule, ...]:
    """The samples of lines in the key below a narrow plot, whose own words would cover the line."""
    if frame.beside:
        return ()
    return tuple(
        Rule(f"M{short(frame.left)} {short(key_row(frame, row))}h{short(SAMPLE)}", kind)
        for row, (_, kind) in enumerate(levels(series))
    )


def key_texts(frame: Frame, series: Drawable) -> list[Text]:
    return [
        Text(
            short(frame.left + SAMPLE + 8),
            (short(key_row(frame, row) + 4.9),),
            (f"{level.label}: {level.printed}",),
            "start",
            kind,
        )
        for row, (level, kind) in enumerate(levels(series))
    ]


def key_row(frame: Frame, row: int) -> float:
    return frame.bottom + BELOW_AXIS + KEY_ROW * row


def latest_text(frame: Frame, series: Drawable, places: Sequence[Place]) -> Text:
    """Above the last point where the line comes from below, else under it; never on the axis."""
    x, y = places[-1]
    comes_from_below = places[-2][1] >= y
    fits_under = y + 26 < frame.bottom - 4
    height = y - 14 if comes_from_below or not fits_under else y + 26
    words = f"Latest {latest(series).printed}"
    return Text(short(min(x + 10, frame.width - 4.0)), (short(height),), (words,), "end", "latest")


def texts_beside(
    frame: Frame, heights: Sequence[float], words: Sequence[tuple[tuple[str, ...], str]]
) -> list[Text]:
    """To the right of the plot: the value, and below it what it is."""
    sizes = [block_height(lines) for lines, _ in words]
    tops = spread([y - LINE_HEIGHT / 2 for y in heights], sizes, frame.top - 14, frame.bottom + 8)
    return [
        Text(
            short(frame.right + 14),
            tuple(short(y + LINE_HEIGHT * row + 13) for row in range(len(lines))),
            lines,
            "start",
            kind,
        )
        for y, (lines, kind) in zip(tops, words, strict=True)
    ]


def blocks(frame: Frame, series: Drawable) -> list[tuple[tuple[str, ...], str]]:
    """The lines of each label beside the plot, on as many lines as they take, and their look."""
    room = int((frame.width - frame.right - 14) / LETTER)
    named = [(level.printed, level.label, kind) for level, kind in levels(series)]
    return [
        ((value, *wrap(words, room)), kind)
        for value, words, kind in [(latest(series).printed, "latest", "latest"), *named]
    ]


def block_height(lines: Sequence[str]) -> float:
    return LINE_HEIGHT * len(lines) + 5


def levels(series: Drawable) -> list[tuple[Level, str]]:
    targets: list[tuple[Level, str]] = [(target, "target") for target in series.targets]
    return targets + [(other, "comparator") for other in series.comparators]


def latest(series: Drawable) -> Observed:
    return [point for point in series.points if point.value is not None][-1]
