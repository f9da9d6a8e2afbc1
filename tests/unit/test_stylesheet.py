"""The stylesheet: joined in a stable order, made small without harm, and a brand colour that can be read."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.colour import contrast, luminance
from ragsite.render import THEME
from ragsite.stylesheet import brand_css, light_colours, outlines, squeeze, stylesheet


def test_tokens_come_first_and_the_brand_last() -> None:
    css = stylesheet(THEME, "#5b1a4a")
    assert css.startswith(":root{")
    assert css.index("--brand") < css.index("box-sizing") < css.index(".masthead") < css.index(".badge")
    assert css.rstrip().endswith("{:root{--brand:#5b1a4a}\n}")


def test_paper_shows_each_shape_as_a_picture_in_the_light_ink_of_its_rating() -> None:
    css, inks = stylesheet(THEME), light_colours(THEME)
    for tone, outline in outlines(THEME).items():
        (picture,) = re.findall(rf'\.tone-{tone}\{{--printed:url\("data:image/svg\+xml,([^"]+)"\)', css)
        path = ElementTree.fromstring(unquote(picture))[0]
        assert (path.get("d"), path.get("fill")) == (outline, inks[f"{tone}-mark"])


def test_two_joins_are_the_same() -> None:
    assert stylesheet(THEME) == stylesheet(THEME)


def test_every_component_is_in_it() -> None:
    css = stylesheet(THEME)
    for path in THEME.glob("components/*/*.css"):
        first = re.search(r"^(\.[a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert first is not None
        assert first[1] in css


@pytest.mark.parametrize("colour", ["#12324a", "#5B1A4A", "#000000", "#00413f"])
def test_a_dark_brand_colour_is_taken(colour: str) -> None:
    assert brand_css(colour).count(f"--brand: {colour.lower()};") == 2


@pytest.mark.parametrize("colour", ["#0b7fab", "#ffffff", "#f5a800"])
def test_a_light_brand_colour_is_refused_with_its_contrast(colour: str) -> None:
    with pytest.raises(ValueError, match=rf"{colour} is too light.*contrast of [\d.]+ to 1.*darker"):
        brand_css(colour)


@pytest.mark.parametrize("colour", ["red", "#12", "12324a", "#12324a; }", ""])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValueError, match="# and six digits"):
        brand_css(colour)


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_a_brand_colour_is_taken_only_when_white_is_read_on_it(colour: str) -> None:
    readable = contrast(1.0, luminance(colour)) >= 7
    try:
        brand_css(colour)
    except ValueError:
        assert not readable
    else:
        assert readable


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(luminance("#000000"), luminance("#ffffff")) == pytest.approx(21)
    assert contrast(luminance("#ffffff"), luminance("#767676")) == pytest.approx(4.54, abs=0.01)


def test_squeezing_keeps_selectors_sums_and_texts() -> None:
    css = '/* a { } */ .a :focus , .b { width: calc(1px + 0.5em) ;\n margin: 0 0.5em 10.5px; '
    css += 'content: "a ; { : 0.5 }" ; }'
    assert squeeze(css) == '.a :focus,.b{width:calc(1px + .5em);margin:0 .5em 10.5px;content:"a ; { : 0.5 }"}\n'
