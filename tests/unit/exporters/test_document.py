"""A JSON document reads back to the same values, with every digit, in the order given."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.exporters.document import write_document

SCALARS = st.none() | st.booleans() | st.integers() | st.text() | st.decimals(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=8
)


def read(content: bytes) -> Any:
    return json.loads(content, parse_float=Decimal)


@given(st.dictionaries(st.text(), VALUES, max_size=4))
def test_a_document_reads_back(value: dict[str, Any]) -> None:
    found = read(write_document(value))
    assert found == value
    assert list(found) == list(value)


def test_records_stand_on_lines_of_their_own() -> None:
    value = {"id": "x", "rows": [{"a": 1, "b": None}, {"a": Decimal("2.50"), "b": [True, "é"]}], "none": []}
    assert write_document(value).decode() == (
        '{\n  "id": "x",\n  "rows": [\n    {"a": 1, "b": null},\n    {"a": 2.50, "b": [true, "é"]}\n  ],\n'
        '  "none": []\n}\n'
    )


@pytest.mark.parametrize(("value", "written"), [("1E+2", "100"), ("-0.10", "-0.10"), ("1E-7", "0.0000001")])
def test_a_number_has_no_exponent_and_keeps_its_digits(value: str, written: str) -> None:
    assert write_document({"n": Decimal(value)}) == f'{{\n  "n": {written}\n}}\n'.encode()


def test_a_value_without_a_form_is_a_mistake_in_the_program() -> None:
    with pytest.raises(TypeError, match="set has no form in JSON"):
        write_document({"a": {1}})
