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

HEIGHT = 32
SIZE = 15.0
SHAPE = 16
EDGE = 11
GAP = 7
NO_TONE = "none"
NO_RATINGS = "No ratings"
PLAIN_LOOK = ("page", "control")
"""Ground and border of a badge that stands for no single level."""


@dataclass(frozen=True)
class Part:
    """A shape, or a piece of text; `x` is its left side and `width` how much room it takes."""

    x: int
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
        width=parts[-1].x + parts[-1].width + EDGE,
        height=HEIGHT,
        title=title,
        about=about.strip(),
        ground=colours[ground],
        line=colours[line],
        is_dashed=line == f"{NO_TONE}-mark",
        size=SIZE,
        parts=parts,
    ).encode("utf-8")


def _placed(pieces: Iterable[Piece]) -> list[Part]:
    """The pieces from left to right, each after the one before."""
    colours, outlines = light_colours(), shapes()
    parts: list[Part] = []
    x = EDGE
    for kind, what, *ink in pieces:
        if kind == "shape":
            parts.append(Part(x, SHAPE, colours[f"{what}-mark"], path=outlines[what]))
        else:
            is_bold = kind == "bold"
            width = text_width(what, SIZE, is_bold=is_bold)
            parts.append(Part(x, width, colours[ink[0]], text=what, is_bold=is_bold))
        x += parts[-1].width + GAP
    return parts
