"""A drawing as a picture (PNG), for formats that cannot draw."""

from functools import cache
from io import BytesIO
from typing import Any

from ragsite.exporters.look import light_colours
from ragsite.pack.drawing import Box, Disc, Drawing, Pen, Stroke, Words, pen
from ragsite.render import THEME

SCALE = 3
"""Pixels of the picture for each of the drawing: sharp on paper at the width of a page."""

FONT = "assets/fonts/public-sans-latin.woff2"
ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def is_ready() -> bool:
    """True when Pillow is installed."""
    try:
        import PIL  # noqa: F401, PLC0415 - optional
    except ImportError:
        return False
    return True


def png(drawing: Drawing) -> bytes:
    """The picture on a white ground; the same drawing gives the same bytes."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - optional, and slow to load

    image = Image.new("RGB", (drawing.width * SCALE, drawing.height * SCALE), light_colours()["page"])
    canvas = ImageDraw.Draw(image)
    for shape in drawing.shapes:
        _draw(canvas, shape, pen(shape.look))
    stream = BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _draw(canvas: Any, shape: Stroke | Disc | Box | Words, look: Pen) -> None:
    colours = light_colours()
    width = max(1, round(look.width * SCALE))
    if isinstance(shape, Stroke):
        for start, end in zip(shape.points, shape.points[1:], strict=False):
            _stroke(canvas, start, end, look=look)
    elif isinstance(shape, Disc):
        x, y, radius = (value * SCALE for value in (shape.x, shape.y, shape.radius))
        place = (x - radius, y - radius, x + radius, y + radius)
        canvas.ellipse(place, fill=colours[look.fill], outline=colours[look.line], width=width)
    elif isinstance(shape, Box):
        x, y, right, bottom = (
            value * SCALE for value in (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
        )
        canvas.rectangle((x, y, right, bottom), fill=colours[look.fill], outline=colours[look.line], width=width)
    else:
        font, colour = _font(look.size, 700 if look.is_bold else 400), colours[look.fill]
        at = (shape.x * SCALE, shape.y * SCALE)
        canvas.text(at, shape.text, fill=colour, font=font, anchor=ANCHORS[shape.anchor])


Point = tuple[float, float]


def _stroke(canvas: Any, start: Point, end: Point, *, look: Pen) -> None:
    """One straight line, whole or in dashes."""
    width, colour = max(1, round(look.width * SCALE)), light_colours()[look.line]
    for first, last in _dashes(start, end, look.dashes):
        canvas.line([(x * SCALE, y * SCALE) for x, y in (first, last)], fill=colour, width=width)


def _dashes(start: Point, end: Point, dashes: tuple[float, ...]) -> list[tuple[Point, Point]]:
    """The parts of a line that are drawn: `dashes` are the lengths of a dash and of the gap after it."""
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    if not dashes or not length:
        return [(start, end)]

    def at(distance: float) -> Point:
        share = min(distance, length) / length
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

    step = sum(dashes)
    return [(at(step * number), at(step * number + dashes[0])) for number in range(int(length / step) + 1)]


@cache
def _font(size: float, weight: int) -> Any:
    from PIL import ImageFont  # noqa: PLC0415 - optional, and slow to load

    font = ImageFont.truetype(str(THEME / FONT), round(size * SCALE), layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font
