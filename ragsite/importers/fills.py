"""Colours of cells: theme and tint resolved, compared with a key, and read as a family of colour."""

import colorsys
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from ragsite.importers.tables import Fill
from ragsite.model.scales import Tone

TOLERANCE = 24
"""How far apart two colours may be (distance in RGB, of 441) and still be one to the eye: FF00AF50 is 00B050."""

THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
"""The order in which a cell's style counts the colours of the theme (ECMA-376, 18.8.3 and Excel's practice)."""

PLAIN = {"FF0000": Tone.RED, "C00000": Tone.RED, "FFC000": Tone.AMBER, "FFFF00": Tone.AMBER, "00B050": Tone.GREEN}
"""The standard colours of office programs that can mean one rating only, also where there is no key."""

_HUES = ((15, Tone.RED), (34, Tone.AMBER_RED), (66, Tone.AMBER), (100, Tone.AMBER_GREEN), (175, Tone.GREEN))
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One entry of a tracker's own key: the level's label, its colour (may be empty), and what it means."""

    label: str
    colour: str = ""
    meaning: str = ""


def fill_of(style: Any, theme: Sequence[str]) -> Fill | None:
    """The fill of an openpyxl cell; None for no fill, white, and colours that the program chooses itself."""
    pattern = getattr(style, "fill_type", None)
    if not pattern or pattern == "none":
        return None
    colour = resolved(style.fgColor if pattern == "solid" else style.fgColor or style.bgColor, theme)
    if pattern == "solid" and (not colour or colour == "FFFFFF"):
        return None
    return Fill(colour, str(pattern))


def resolved(colour: Any, theme: Sequence[str]) -> str:
    """RRGGBB of an openpyxl colour, or nothing when it cannot be told."""
    from openpyxl.styles.colors import COLOR_INDEX  # noqa: PLC0415 - only where a workbook is read

    kind = getattr(colour, "type", "")
    base = ""
    if kind == "rgb":
        base = str(colour.rgb)[-6:].upper()
    elif kind == "theme" and isinstance(colour.theme, int) and colour.theme < len(theme):
        base = theme[colour.theme]
    elif kind == "indexed" and isinstance(colour.indexed, int) and colour.indexed < len(COLOR_INDEX):
        base = str(COLOR_INDEX[colour.indexed])[-6:].upper()
    return tinted(base, float(colour.tint or 0)) if re.fullmatch("[0-9A-F]{6}", base) else ""


def tinted(colour: str, tint: float) -> str:
    """A colour made lighter (tint above 0) or darker (below 0), as ECMA-376, 18.8.19 says."""
    if not tint:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _rgb(colour)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation))


def theme_colours(xml: bytes | None) -> tuple[str, ...]:
    """The theme's colours in the order of `THEME_ORDER`; none when the theme cannot be read."""
    try:
        scheme = ElementTree.fromstring(xml or b"").find(f".//{_DRAWING}clrScheme")
    except ElementTree.ParseError:
        return ()
    found: dict[str, str] = {}
    for entry in scheme if scheme is not None else ():
        value = entry[0].get("lastClr") or entry[0].get("val") or "" if len(entry) else ""
        found[entry.tag.removeprefix(_DRAWING)] = value.upper()
    return tuple(found.get(name, "") for name in THEME_ORDER)


def nearest_colour(colour: str, known: Mapping[str, str]) -> str:
    """What the known colour within tolerance stands for; nothing when none, or two different ones, are near."""
    by_distance = sorted((_distance(colour, other), meaning) for other, meaning in known.items() if other)
    near = [(distance, meaning) for distance, meaning in by_distance if distance <= TOLERANCE]
    if not near or any(meaning != near[0][1] for distance, meaning in near if distance == near[0][0]):
        return ""
    return near[0][1]


def tone_of(colour: str) -> Tone | None:
    """The family that a colour belongs to, by its hue; None for greys, pale shades and other hues."""
    hue, saturation, value = colorsys.rgb_to_hsv(*(part / 255 for part in _rgb(colour)))
    if saturation < 0.25 or value < 0.25:
        return None
    degrees = hue * 360
    if degrees > 340:
        return Tone.RED
    if 190 <= degrees <= 260:
        return Tone.COMPLETE
    return next((tone for end, tone in _HUES if degrees <= end), None)


def _distance(one: str, other: str) -> float:
    return math.dist(_rgb(one), _rgb(other))


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)
