"""Colours: tints, tolerance, families, and keys as trackers draw them."""

from hypothesis import given
from hypothesis import strategies as st

from ragsite.importers.fills import KeyEntry, nearest_colour, theme_colours, tinted, tone_of
from ragsite.importers.key import find_key
from ragsite.importers.tables import Cell, Fill, Row
from ragsite.model.scales import Tone

colour = st.integers(0, 0xFFFFFF).map("{:06X}".format)


def row(number: int, *cells: tuple[str, str]) -> Row:
    return tuple(
        Cell(text, number, place, Fill(shade) if shade else None) for place, (text, shade) in enumerate(cells, 1)
    )


def test_a_tint_makes_a_colour_lighter_or_darker() -> None:
    assert nearest_colour(tinted("4F81BD", 0.6), {"B8CCE4": "as Excel shows it"})
    assert tinted("FF0000", -0.5) == "800000"
    assert tinted("9BBB59", 0) == "9BBB59"


@given(colour, st.floats(-1, 1))
def test_a_tinted_colour_is_a_colour(shade: str, tint: float) -> None:
    assert len(tinted(shade, tint)) == 6
    int(tinted(shade, tint), 16)


@given(colour)
def test_a_colour_is_nearest_to_itself(shade: str) -> None:
    assert nearest_colour(shade, {shade: "this"}) == "this"


def test_a_shade_off_is_the_same_and_two_meanings_are_none() -> None:
    known = {"00B050": "Green", "FF0000": "Red"}
    assert nearest_colour("00AF50", known) == "Green"
    assert nearest_colour("0070C0", known) == ""
    assert nearest_colour("808080", {"7F8080": "One", "818080": "Other"}) == ""


def test_hues_have_families_and_greys_have_none() -> None:
    tones = [tone_of(shade) for shade in ("FF0000", "FFC000", "FFFF00", "00B050", "0070C0", "808080", "FFFFFF")]
    assert tones == [Tone.RED, Tone.AMBER, Tone.AMBER, Tone.GREEN, Tone.COMPLETE, None, None]


def test_a_key_may_have_its_words_in_or_beside_the_colour() -> None:
    rows = [
        row(1, ("Key", ""), ("", "")),
        row(2, ("", "FF0000"), ("Late: more than a month", "")),
        row(3, ("Green", "00B050"), ("On track", "")),
    ]
    assert find_key(rows) == (KeyEntry("Late", "FF0000", "more than a month"), KeyEntry("Green", "00B050", "On track"))


def test_rows_of_other_words_are_no_key() -> None:
    assert find_key([row(1, ("Notes", ""), ("Ask the team", ""))]) == ()


def test_a_theme_that_cannot_be_read_has_no_colours() -> None:
    assert theme_colours(b"<broken") == ()
    assert theme_colours(None) == ()
