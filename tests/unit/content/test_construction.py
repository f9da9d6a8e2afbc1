"""Values made straight of the parser's events are those of a composed document, and stand at the same places."""

from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from ragsite.content.construction import construct
from ragsite.content.nodes import position, read_yaml
from ragsite.content.syntax import survey
from ragsite.model.base import PLACE_KEY

PIECES = st.sampled_from(
    [
        *("a: ", "b: ", "a: b\n", "- ", "- a\n", "  ", "\n", "\n  ", "\n    ", "? ", "~", "x", "''", '"q"', "é"),
        *("{", "}", "[", "]", ", ", "{a, b: c}", "[x, [y], {a: }]", "|\n  ", ">-\n  ", "# note\n", "\r\n", "&a ", "*a"),
        *("!t ", "---\n", "...\n"),
    ]
)
YAML_LIKE = st.lists(PIECES, max_size=25).map("".join)
VALUES = st.recursive(
    st.sampled_from(["", "a", "a b", "2018", "~", "null", "x: y", "[", "two\nlines\n", "\xa0", "- ", "#"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=500)
@given(YAML_LIKE)
@example("a: {a: b, a: [c, {d: }]}\n")
@example("? [a, b]\n: {c: d}\ne: [f, {g: h}]\n")
@example("a:\n- b\n-\n  - c\n- d: e\n")
def test_any_text_has_the_values_and_the_places_of_its_nodes(text: str) -> None:
    document = read_yaml("a.yml", text.encode())
    assume(document.root is not None)
    assert seen(document.data) == composed(document.root)


@settings(max_examples=150)
@given(VALUES, st.booleans())
def test_any_value_written_has_the_values_and_the_places_of_its_nodes(value: Any, is_flow: bool) -> None:
    text = yaml.safe_dump({"k": value}, default_flow_style=is_flow, allow_unicode=True)
    document = read_yaml("a.yml", text.encode())
    assert document.findings == []
    assert seen(document.data) == composed(document.root)


@settings(max_examples=500)
@given(YAML_LIKE)
def test_a_text_is_plain_where_a_survey_tells_nothing(text: str) -> None:
    assert construct("a.yml", text).is_plain == (survey("a.yml", text).findings == ())


@pytest.mark.parametrize("depth", [39, 40, 41])
def test_a_text_is_read_as_deep_as_a_survey_lets_it_be(depth: int) -> None:
    text = "[" * depth + "]" * depth
    assert construct("a.yml", text).is_plain == (survey("a.yml", text).findings == ()) == (depth <= 40)


def test_what_stands_under_a_key_that_does_not_count_does_not_count_either() -> None:
    made = construct("a.yml", "a: 1\na: {b: 1, b: 2, c: }\n? [d]\n: {e: }\n")
    assert [(finding.code, finding.location.line) for finding in made.findings] == [("Y102", 2), ("Y103", 3)]
    assert made.empty == ()
    assert made.data.keys() - {PLACE_KEY} == {"a"}


def seen(value: Any) -> Any:
    """A value, and where each mapping and each of its values stands."""
    if isinstance(value, list):
        return [seen(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    place = value[PLACE_KEY]
    return (place.line, place.column), place.fields, {key: seen(value[key]) for key in value if key != PLACE_KEY}


def composed(node: yaml.Node) -> Any:
    """The same of composed nodes."""
    if isinstance(node, yaml.SequenceNode):
        return [composed(child) for child in node.value]
    if not isinstance(node, yaml.MappingNode):
        return node.value if node.value or node.style else None
    fields: dict[Any, tuple[int, int]] = {}
    for key, value in node.value:
        fields[key.value] = position(value)
        if isinstance(value, yaml.SequenceNode):
            fields |= {(key.value, index): position(entry) for index, entry in enumerate(value.value)}
    values = {key.value: composed(value) for key, value in node.value}
    return position(node), fields, {key: value for key, value in values.items() if value is not None}
