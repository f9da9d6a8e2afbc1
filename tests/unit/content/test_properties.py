"""Whatever stands in a file: no exception, every finding in a line that exists, and text survives exactly."""

import re
import string

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ragsite.content.nodes import read_yaml
from ragsite.content.reader import read_record
from ragsite.content.rows import COLUMNS, read_observations
from ragsite.model.items import ItemsFile
from ragsite.model.reports import Report
from ragsite.problems import Finding

QUICK = settings(max_examples=150)
PIECES = st.sampled_from(
    [
        *("items:", "updates:", "- ", "  ", "\n", "\n  ", "\n    ", "id: ", "title: ", "due: ", "text: ", "item: "),
        *("{", "}", "[", "]", ", ", ": ", "? ", "&a", "*a", "!t ", "|", ">-", '"', "'", "#", "---\n", "\t", "45"),
        *("2026-02-30", "printed: ", "means: ", "as_at: ", "date: ", "rating: ", "level: ", "source: ", "4-1"),
        *("é", "\ufeff", "\r\n", "\\", "%"),
    ]
)
KEYS = ("id", "title", "topics", "due", "owners", "text", "items", "notes")
YAML_LIKE = st.lists(PIECES, max_size=40).map("".join)
CSV_LIKE = st.lists(st.sampled_from([*COLUMNS, ",", ",", "\n", '"', '""', "\r", " ", "88.2", "é", "\x00"]), max_size=40)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"),
    min_size=1,
)


@QUICK
@given(st.binary())
def test_any_bytes_are_read_or_told(raw: bytes) -> None:
    assert_in_file(read_yaml("a.yml", raw).findings, raw)
    assert_in_file(read_record("a.yml", raw, ItemsFile).findings, raw)
    assert_in_file(read_observations("a.csv", raw)[1], raw)


@settings(max_examples=600)
@given(YAML_LIKE)
def test_anything_like_yaml_is_read_or_told(text: str) -> None:
    raw = text.encode()
    for model in (ItemsFile, Report):
        read = read_record("a.yml", raw, model)
        assert_in_file(read.findings, raw)
        assert read.model is not None or read.findings


@QUICK
@given(st.lists(st.sampled_from(KEYS), unique=True), st.data())
def test_any_values_under_known_keys_are_read_or_told(keys: list[str], data: st.DataObject) -> None:
    value = st.recursive(st.sampled_from(["a", "a b", "", "2018", "2018-02-30"]), nested, max_leaves=6)
    written = {"items": [{key: data.draw(value) for key in keys}]}
    raw = yaml.safe_dump(written, allow_unicode=True).encode()
    read = read_record("a.yml", raw, ItemsFile)
    assert_in_file(read.findings, raw)
    assert read.model is not None


@QUICK
@given(CSV_LIKE)
def test_anything_like_csv_is_read_or_told(parts: list[str]) -> None:
    raw = ",".join(COLUMNS).encode() + b"\n" + "".join(parts).encode()
    assert_in_file(read_observations("a.csv", raw)[1], raw)


@QUICK
@given(WORDS)
def test_text_survives_exactly(words: str) -> None:
    raw = f'a: "{words.translate({34: chr(92) + chr(34), 92: chr(92) * 2})}"\n'.encode()
    document = read_yaml("a.yml", raw)
    assert document.findings == []
    assert document.data["a"] == words


@QUICK
@given(st.text(string.ascii_letters + string.digits + "._+-", min_size=1).filter(lambda word: word[0] not in "-."))
def test_plain_words_survive_exactly(word: str) -> None:
    assert read_yaml("a.yml", f"a: {word}\n".encode()).data["a"] == word


def nested(values: st.SearchStrategy) -> st.SearchStrategy:
    keys = st.sampled_from(["id", "title", "text", "source", "printed", "means", "role"])
    return st.lists(values, max_size=3) | st.dictionaries(keys, values, max_size=3)


def assert_in_file(findings: object, raw: bytes) -> None:
    """Every finding says something, at a line of the file and a column of that line."""
    lines = re.split(r"\r\n|\r|\n", raw.decode("utf-8-sig", "replace"))
    for finding in findings:
        assert isinstance(finding, Finding)
        assert finding.message.strip()
        assert 1 <= finding.location.line <= len(lines)
        assert 1 <= finding.location.column <= len(lines[finding.location.line - 1]) + 1
