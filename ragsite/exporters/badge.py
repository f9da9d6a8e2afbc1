"""`badge.svg`: the rating of each item, and the ratings of each plan counted, as small pictures for other pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ragsite import addresses
from ragsite.exporters.file import File
from ragsite.exporters.look import light_colours, shapes, text_width
from ragsite.figures import words
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.publish import PublicSite
from ragsite.render import render
from ragsite.views.names import full_title, plan_name
from ragsite.views.rollup import Count, Rollup, last_rated, roll_up
from ragsite.views.standing import NOT_RATED, Standing, at_words, standing

ROW = 24
WIDEST = 360
"""From this width in pixels a badge goes on in another row, so that it can be read on a phone."""

SIZE = 15.0
SHAPE = 16
EDGE = 11
TOP = 8
USUAL_TEXT = 80
GAP = 7
NO_TONE = "none"
NO_RATINGS = "No ratings"
PLAIN_LOOK = ("page", "control")
"""Ground and border of a badge that stands for no single level."""


@dataclass(frozen=True)
class Part:
    """A shape, or a piece of text; `x` is its left side, `width` how much room it takes, `row` begins with 0."""

    x: int
    row: int
    width: int
    colour: str
    text: str = ""
    path: str = ""
    is_bold: bool = False


def export(public: PublicSite) -> Iterator[File]:
    """One badge per plan and one per item that carries ratings."""
    for plan in public.site.plans:
        yield File(addresses.beside(addresses.plan(plan.id), "badge.svg"), plan_badge(plan))
        for item in plan.items:
            found = standing(plan, item)
            if found:
                address = addresses.item(plan.id, item.id)
                yield File(addresses.beside(address, "badge.svg"), item_badge(plan, item, found))


def item_badge(plan: Plan, item: Item, found: Standing) -> bytes:
    """Shape, word and date in the colours of the level."""
    tone = found.rated.level.tone.value if found.rated.level else NO_TONE
    ink = f"{tone}-text"
    pieces = [("shape", tone), ("bold", found.words, ink), ("plain", found.when, ink)]
    title = f"{full_title(plan, item)}: {found.words}, {found.when}"
    look = (f"{tone}-tint", f"{tone}-mark")
    return _draw(pieces, title=title, about=f"{found.meaning} {plan_name(plan)}.", look=look)


def plan_badge(plan: Plan) -> bytes:
    """How many items hold each rating, of how many, in the last report that has ratings; never one word for all."""
    report = last_rated(plan)
    if report is None:
        pieces = [("shape", NO_TONE), ("bold", NO_RATINGS, "ink")]
        return _draw(pieces, title=f"{plan_name(plan)}: {NO_RATINGS.lower()}", about="", look=PLAIN_LOOK)
    rollup = roll_up(plan, report)[0]
    shown = [count for count in _best_first(rollup) if count.number]
    pieces = [piece for count in shown for piece in _count(count)]
    total = f"of {rollup.total} {(rollup.kind.kind if rollup.total == 1 else rollup.kind.plural).lower()}"
    pieces.append(("plain", f"{total}, {at_words(report)}", "ink"))
    title = f"{plan_name(plan)}: {words([_said(count) for count in shown])} {total}, {at_words(report)}"
    about = _about(plan, rollup, is_latest=report is plan.latest)
    return _draw(pieces, title=title, about=about, look=PLAIN_LOOK)


Piece = tuple[str, ...]


def _count(count: Count) -> list[Piece]:
    tone = count.level.tone.value if count.level else NO_TONE
    return [("shape", tone), ("bold", _said(count), "ink")]


def _best_first(rollup: Rollup) -> list[Count]:
    rated = [count for count in reversed(rollup.counts) if count.level]
    return [*rated, *(count for count in rollup.counts if not count.level)]


def _said(count: Count) -> str:
    """`9 Green`, `2 not rated`; two numbers side by side would read as one: `18 rated 4`."""
    if count.level is None:
        return f"{count.number} {NOT_RATED.lower()}"
    label = count.level.label
    return f"{count.number} {label}" if label[:1].isalpha() else f"{count.number} rated {label}"


def _about(plan: Plan, rollup: Rollup, *, is_latest: bool) -> str:
    levels = [one.level for one in rollup.counts if one.level]
    meanings = [f"{level.full_label}: {level.meaning}" for level in levels if level.meaning]
    later = [] if is_latest else [f"Later reports on {plan.facts.short_title} give no ratings."]
    return " ".join([*meanings, *later])


def _draw(pieces: Iterable[Piece], *, title: str, about: str, look: tuple[str, str]) -> bytes:
    colours = light_colours()
    parts = _placed(pieces)
    ground, line = look
    return render(
        "embeds/badge.html",
        width=max(part.x + part.width for part in parts) + EDGE,
        height=2 * TOP + SHAPE + ROW * parts[-1].row,
        title=title,
        about=about.strip(),
        ground=colours[ground],
        line=colours[line],
        is_dashed=line == f"{NO_TONE}-mark",
        size=SIZE,
        parts=[(part, TOP + ROW * part.row) for part in parts],
    ).encode("utf-8")


def _placed(pieces: Iterable[Piece]) -> list[Part]:
    """The pieces from left to right, row by row; a shape stays with the text after it."""
    parts: list[Part] = []
    x, row = EDGE, 0
    for piece in pieces:
        part = _part(piece, x, row=row)
        follows_shape = bool(parts) and bool(parts[-1].path)
        room = part.width + (USUAL_TEXT if part.path else 0)
        if parts and not follows_shape and x + room > WIDEST:
            x, row = EDGE, row + 1
            part = _part(piece, x, row=row)
        parts.append(part)
        x += part.width + GAP
    return parts


def _part(piece: Piece, x: int, *, row: int) -> Part:
    kind, what, *ink = piece
    colours = light_colours()
    if kind == "shape":
        return Part(x, row, SHAPE, colours[f"{what}-mark"], path=shapes()[what])
    is_bold = kind == "bold"
    return Part(x, row, text_width(what, SIZE, is_bold=is_bold), colours[ink[0]], text=what, is_bold=is_bold)
