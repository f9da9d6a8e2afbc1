"""A document as one HTML page for print, with everything it needs inside it."""

from base64 import b64encode
from collections.abc import Sequence

from markupsafe import Markup

from ragsite.exporters.look import light_colours, shapes
from ragsite.pack.document import Block, Document
from ragsite.pack.drawing import Drawing, pen
from ragsite.pack.keeping import keeps
from ragsite.pack.widths import is_brief, shares
from ragsite.render import THEME, render
from ragsite.stylesheet import brand_css

STYLES = ("css/tokens.css", "pack/pack.css")


def page_html(document: Document, faces: str) -> str:
    """The page; `faces` are the rules of CSS that say where its font is."""
    return render(
        "pack/document.html",
        document=document,
        css=_css(document, faces),
        tones=_tones(),
        footer=_css_text(document.running),
        picture=_picture,
        shares=shares,
        is_brief=is_brief,
        pairs=_pairs,
    )


def _pairs(blocks: Sequence[Block]) -> tuple[tuple[Block, bool], ...]:
    """Each block, and whether it stays with the one after it."""
    return tuple(zip(blocks, keeps(blocks), strict=True))


def _css(document: Document, faces: str) -> Markup:
    sheets = [(THEME / name).read_text(encoding="utf-8") for name in STYLES]
    return Markup("\n".join([faces, *sheets, brand_css(document.brand) if document.brand else ""]))


def _tones() -> dict[str, Markup]:
    """The shape of each tone as a picture for the style sheet, where it is no content of its own."""
    colours = light_colours()
    return {
        tone: _address(render("pack/shape.html", path=path, colour=colours[f"{tone}-mark"]))
        for tone, path in sorted(shapes().items())
    }


def _picture(drawing: Drawing) -> Markup:
    colours = light_colours()
    pens = {shape.look: pen(shape.look) for shape in drawing.shapes}
    return _address(render("pack/drawing.html", drawing=drawing, pens=pens, colours=colours))


def _address(svg: str) -> Markup:
    return Markup(f"data:image/svg+xml;base64,{b64encode(svg.encode('utf-8')).decode('ascii')}")


def _css_text(text: str) -> Markup:
    """A text as a string of CSS; everything that could end it is written by its number."""
    written = "".join(one if one.isalnum() or one == " " else f"\\{ord(one):x} " for one in text)
    return Markup(f'"{written}"')
