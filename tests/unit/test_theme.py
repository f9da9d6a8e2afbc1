"""The tokens hold their promises: contrast in light and dark, colours that differ for colour-blind readers, shapes."""

import re
from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from pathlib import Path

import pytest

from ragsite.colour import contrast, linear, luminance
from ragsite.stylesheet import outlines

THEME = Path(__file__).resolve().parents[2] / "theme"
TOKENS = (THEME / "css" / "tokens.css").read_text(encoding="utf-8")
TONES = ("red", "amber-red", "amber", "amber-green", "green", "complete", "none")
THREE = ("red", "amber", "green")
FOUR = (*THREE, "complete")
FIVE = ("red", "amber-red", "amber", "amber-green", "green")

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
SIGHT = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
Colour = tuple[float, float, float]


def tokens(text: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})\b", text))


LIGHT = tokens(TOKENS[: TOKENS.index("@media")])
THEMES = {"light": LIGHT, "dark": LIGHT | tokens(TOKENS[TOKENS.index("@media") :])}


def ratio(theme: str, one: str, other: str) -> float:
    return contrast(luminance(THEMES[theme][one]), luminance(THEMES[theme][other]))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tone", TONES)
def test_words_of_a_rating_are_read_on_its_tint(theme: str, tone: str) -> None:
    assert ratio(theme, f"{tone}-text", f"{tone}-tint") >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("ground", ["page", "wash", "tint"])
def test_shape_and_border_of_a_rating_stand_out(theme: str, tone: str, ground: str) -> None:
    assert ratio(theme, f"{tone}-mark", f"{tone}-tint" if ground == "tint" else ground) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tone", TONES)
def test_the_number_in_a_bar_is_read_on_its_fill(theme: str, tone: str) -> None:
    assert ratio(theme, f"{tone}-label", f"{tone}-fill") >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["page", "wash"])
@pytest.mark.parametrize(
    ("token", "least"), [("ink", 7), ("ink-2", 7), ("link", 4.5), ("visited", 4.5), ("control", 3)]
)
def test_text_links_and_controls_stand_out(theme: str, ground: str, token: str, least: float) -> None:
    assert ratio(theme, token, ground) >= least


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("on-brand", "brand", 7),
        ("on-brand-2", "brand", 4.5),
        ("on-focus", "focus", 7),
        ("on-field", "field", 7),
        ("on-field", "on-brand-2", 7),
        ("focus", "brand", 3),
    ],
)
def test_masthead_focus_and_fields_are_read(theme: str, one: str, other: str, least: float) -> None:
    assert ratio(theme, one, other) >= least


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize(
    ("levels", "theme", "least"),
    [
        (THREE, "light", 20),
        (FOUR, "light", 20),
        (THREE, "dark", 15),
        (FOUR, "dark", 15),
        (FIVE, "light", 6),
        (FIVE, "dark", 6),
    ],
)
def test_bar_colours_differ_for_every_sight(sight: str, levels: tuple[str, ...], theme: str, least: float) -> None:
    seen = {tone: lab(as_seen(THEMES[theme][f"{tone}-fill"], sight)) for tone in levels}
    near = {(one, other): round(difference(seen[one], seen[other]), 1) for one, other in combinations(levels, 2)}
    assert {pair: apart for pair, apart in near.items() if apart < least} == {}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [  # from the test data of Sharma, Wu and Dalal (2005)
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_measure_of_difference_is_ciede2000(one: Colour, other: Colour, expected: float) -> None:
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)


def test_every_rating_has_a_shape_of_its_own() -> None:
    shapes = outlines(THEME)
    assert sorted(shapes) == sorted(TONES)
    assert len(set(shapes.values())) == len(TONES)


def test_dark_gives_every_rating_its_own_colours() -> None:
    dark = tokens(TOKENS[TOKENS.index("@media") :])
    wanted = {f"{tone}-{part}" for tone in TONES for part in ("tint", "text", "mark", "fill")}
    assert wanted <= dark.keys()


def test_paper_is_always_light() -> None:
    assert re.findall(r"@media[^{]*dark[^{]*", TOKENS) == ["@media screen and (prefers-color-scheme: dark) "]


@pytest.mark.parametrize("path", sorted(THEME.rglob("*.css")), ids=lambda path: path.stem)
def test_every_token_in_use_is_defined(path: Path) -> None:
    css = path.read_text(encoding="utf-8")
    tones = {"tint", "text", "mark", "fill", "label", "shape", "printed"}
    own = set(re.findall(r"--([a-z0-9-]+):", TOKENS + css)) | tones
    assert set(re.findall(r"var\(--([a-z0-9-]+)", css)) - own == set()


def test_styles_use_classes_and_no_layers() -> None:
    for path in sorted(THEME.rglob("*.css")):
        css = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        selectors = re.findall(r"(?:^|[}{;])\s*([^{};@]+)\{", css)
        assert [one for one in selectors if "#" in one] == [], path.name
        assert "@layer" not in css, path.name


def test_font_is_small_and_has_its_licence() -> None:
    fonts = THEME / "assets" / "fonts"
    assert [path.name for path in fonts.glob("*.woff2") if path.stat().st_size > 30_000] == []
    assert "SIL OPEN FONT LICENSE" in (fonts / "public-sans-OFL.txt").read_text(encoding="utf-8")


def test_script_is_small() -> None:
    assert (THEME / "js" / "site.js").stat().st_size < 2_000


def as_seen(colour: str, sight: str) -> Colour:
    """The colour as linear RGB, as someone with this sight sees it."""
    rgb = [linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5)]
    red, green, blue = (sum(w * c for w, c in zip(row, rgb, strict=True)) for row in SIGHT[sight])
    return tuple(min(1.0, max(0.0, value)) for value in (red, green, blue))


def lab(rgb: Colour) -> Colour:
    """CIE L*a*b* (D65) of linear sRGB."""
    r, g, b = rgb
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(one: Colour, other: Colour) -> float:
    """CIEDE2000, as written by Sharma, Wu and Dalal (2005)."""
    mean_c7 = ((hypot(*one[1:]) + hypot(*other[1:])) / 2) ** 7
    stretch = 1.5 - 0.5 * sqrt(mean_c7 / (mean_c7 + 25.0**7))
    (l1, c1, h1), (l2, c2, h2) = (polar(colour, stretch) for colour in (one, other))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    mean_h = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * cos(radians(mean_h - 30))
        + 0.24 * cos(radians(2 * mean_h))
        + 0.32 * cos(radians(3 * mean_h + 6))
        - 0.20 * cos(radians(4 * mean_h - 63))
    )
    lightness = (l2 - l1) / (1 + 0.015 * (mean_l - 50) ** 2 / sqrt(20 + (mean_l - 50) ** 2))
    chroma = (c2 - c1) / (1 + 0.045 * mean_c)
    hue = 2 * sqrt(c1 * c2) * sin(radians(turn) / 2) / (1 + 0.015 * mean_c * t)
    bend = 60 * exp(-(((mean_h - 275) / 25) ** 2))
    rotation = -2 * sqrt(mean_c**7 / (mean_c**7 + 25.0**7)) * sin(radians(bend))
    return sqrt(lightness**2 + chroma**2 + hue**2 + rotation * chroma * hue)


def polar(colour: Colour, stretch: float) -> Colour:
    lightness, a, b = colour
    return lightness, hypot(a * stretch, b), degrees(atan2(b, a * stretch)) % 360
