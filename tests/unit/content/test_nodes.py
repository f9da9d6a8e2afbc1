"""YAML becomes plain values: text stays text, and every mapping knows where it and its values stand."""

import pytest

from ragsite.content.nodes import read_yaml
from ragsite.model.base import PLACE_KEY
from ragsite.problems import Location


def data(text: str) -> dict:
    document = read_yaml("a.yml", text.encode())
    assert document.findings == []
    return document.data


@pytest.mark.parametrize(
    "written",
    ["1.10", "01", "2A", "NO", "yes", "1e3", "0x1F", "0o17", "1_000", "2018-01-01", "12:30", "~", "null", ".inf", "<<"],
)
def test_a_plain_value_is_the_text_that_is_written(written: str) -> None:
    assert data(f"id: {written}\n")["id"] == written


def test_a_plain_key_is_the_text_that_is_written() -> None:
    assert {"1.10", "NO", "2018-01-01"} <= data("1.10: a\nNO: b\n2018-01-01: c\n").keys()


def test_a_key_without_value_is_left_out_and_remembered() -> None:
    document = read_yaml("a.yml", b"a:\nb: {c: , d}\ne: ''\n")
    assert document.data.keys() - {PLACE_KEY} == {"b", "e"}
    assert document.empty == (((), "a"), (("b",), "c"), (("b",), "d"))


def test_places_count_lines_and_columns_from_one() -> None:
    place = data("# first\nitems:\n  - id: 4\n    topics: [a, bb]\n")["items"][0][PLACE_KEY]
    assert place.location == Location("a.yml", 3, 5)
    assert place.of("id") == Location("a.yml", 3, 9)
    assert place.of("topics", 1) == Location("a.yml", 4, 17)
    assert place.of("unknown") == place.location


def test_columns_count_characters_not_bytes() -> None:
    assert data("é: {ü: ß, ö: x}\n")["é"][PLACE_KEY].of("ö") == Location("a.yml", 1, 14)


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert read_yaml("a.yml", b"\xef\xbb\xbftitle: x\n").data["title"] == "x"


def test_line_ends_of_windows_are_line_ends() -> None:
    assert data("a: x\r\nb: y\r\n")[PLACE_KEY].of("b") == Location("a.yml", 2, 4)


def test_a_block_text_keeps_its_lines() -> None:
    assert data("a: |\n  one\n  two\nb: >-\n  one\n  two\n")["a"] == "one\ntwo\n"


@pytest.mark.parametrize("deep", ["[" * 200_000, "- " * 100_000, "{a: " * 100_000, "? " * 100_000])
def test_a_file_made_to_exhaust_the_reader_is_told(deep: str) -> None:
    document = read_yaml("a.yml", deep.encode())
    assert [finding.code for finding in document.findings] == ["Y103"]


def test_an_alias_is_not_multiplied() -> None:
    lines = ["a0: &a0 [x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    document = read_yaml("a.yml", "\n".join(lines).encode())
    assert document.data is None
    assert {finding.code for finding in document.findings} == {"Y103"}


def test_the_key_of_the_reader_cannot_be_forged() -> None:
    document = read_yaml("a.yml", f'"{PLACE_KEY}": x\n'.encode())
    assert [finding.code for finding in document.findings] == ["Y201"]


def test_every_invisible_character_is_told_at_its_own_line() -> None:
    document = read_yaml("a.yml", "a: x\u2028y\nb: \x07\nc: fine – é £\n".encode())
    assert [(f.code, f.location.line, f.location.column) for f in document.findings] == [
        ("Y104", 1, 5),
        ("Y104", 2, 4),
    ]
