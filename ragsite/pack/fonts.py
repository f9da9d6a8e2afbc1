"""The theme's font for a document: one variable file, or the weights that are used, each as a font of its own."""

from base64 import b64encode
from functools import cache
from io import BytesIO

from ragsite.render import THEME

FONT = THEME / "assets" / "fonts" / "public-sans-latin.woff2"
WEIGHTS = (400, 600, 700)
"""The weights that theme/pack/pack.css sets text in."""


def variable_face() -> str:
    """The rule for a program that reads the font of all weights from the theme."""
    return _rule("100 900", FONT.as_uri(), "woff2")


def static_faces() -> str:
    """A rule for each weight, with the font in it.

    WeasyPrint would cut each weight out of the variable font itself, and note the time of day in it.
    """
    return "\n".join(_rule(str(weight), _address(weight), "truetype") for weight in WEIGHTS)


@cache
def static_font(weight: int) -> bytes:
    """One weight of the theme's font as TrueType; the same bytes whenever it is made."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - comes with WeasyPrint
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 - comes with WeasyPrint

    font = TTFont(FONT, recalcTimestamp=False)
    font.flavor = None
    stream = BytesIO()
    instantiateVariableFont(font, {"wght": weight}, inplace=True, static=True)
    font.save(stream)
    return stream.getvalue()


def _address(weight: int) -> str:
    return f"data:font/ttf;base64,{b64encode(static_font(weight)).decode('ascii')}"


def _rule(weight: str, address: str, form: str) -> str:
    return (
        f'@font-face {{ font-family: "Public Sans"; font-weight: {weight}; '
        f'src: url("{address}") format("{form}"); }}'
    )
