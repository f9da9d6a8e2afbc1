"""Baselines, targets and comparators in one cell read back to the same figures."""

import json
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.exporters.csv_file import guard
from ragsite.exporters.figures import baseline_text, comparators_text, targets_text
from ragsite.model.measures import Baseline, Comparator, Target

TEXT = r'"(?:[^"\\]|\\.)*"'
"""A text as JSON writes it."""

ENTRY = re.compile(
    rf"(?:(?P<name>{TEXT}) \((?P<kind>[a-z-]+)\) )?(?P<by>undated|{TEXT}|[0-9][^=\[\"; ]*)"
    rf"(?:\[(?P<series>{TEXT})\])?=(?P<value>-?[0-9.]+)?(?: ?(?P<words>{TEXT}))?(?:; |$)"
)
"""One entry, as the description of the column gives it to those who write programs."""

WORDS = st.text(st.sampled_from('ab 1";=[]()\\-é\n'), min_size=1, max_size=8).filter(str.strip).map(str.strip)
DATES = st.sampled_from(["2018-03", "2017/18-Q1", "2018-07..2018-09", "TBC", "Jun", "01/02/18", None])
NUMBERS = st.none() | st.decimals(-999, 999, places=1, allow_nan=False)


def read(cell: str) -> list[dict[str, Any]]:
    """What a program reads from a cell; fails where the cell is not one entry after another."""
    entries, at = [], 0
    while at < len(cell):
        found = ENTRY.match(cell, at)
        assert found, cell[at:]
        entries.append(found.groupdict())
        at = found.end()
    return entries


def text(quoted: str | None) -> str | None:
    return json.loads(quoted) if quoted else None


def target(**more: Any) -> Target:
    return Target.model_validate({key: value for key, value in more.items() if value is not None})


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"by": "2018-03", "value": "90"}, "2018-03=90"),
        ({"by": "March 2020", "words": "In place"}, '2020-03="In place"'),
        ({"value": "-5.50"}, "undated=-5.50"),
        ({"by": "Jun", "value": "9"}, '"Jun"=9'),
        ({"by": "2018-03", "series": "Early help", "value": "90"}, '2018-03["Early help"]=90'),
        ({"by": "2018-03", "value": "90", "words": "or better"}, '2018-03=90 "or better"'),
        ({"by": "2018-03", "printed": "see note"}, '2018-03="see note"'),
        ({"by": "2018-03", "value": "83", "printed": "Dec18 83%"}, "2018-03=83"),
        ({"by": "2018-03"}, "2018-03="),
    ],
)
def test_a_target_is_its_date_and_what_is_to_be_reached(more: dict[str, str], expected: str) -> None:
    assert targets_text([target(**more)]) == expected


def test_targets_stand_in_the_order_of_the_content() -> None:
    assert targets_text([target(by="2020", value="2"), target(by="2018", value="1")]) == "2020=2; 2018=1"


def test_a_baseline_is_one_entry_or_nothing() -> None:
    assert baseline_text(Baseline.model_validate({"value": "84", "period": "2016-12"})) == "2016-12=84"
    assert baseline_text(None) == ""


def test_a_comparator_has_its_name_and_kind_in_front() -> None:
    one = {"name": "England", "kind": "national", "value": "76", "period": "2016/17"}
    other = {"name": "Rank", "kind": "rank", "words": "6th"}
    found = comparators_text([Comparator.model_validate(one), Comparator.model_validate(other)])
    assert found == '"England" (national) 2016/17=76; "Rank" (rank) undated="6th"'


@given(st.lists(st.tuples(DATES, NUMBERS, st.none() | WORDS, st.none() | WORDS), max_size=4))
def test_targets_read_back(written: list[tuple[str | None, Decimal | None, str | None, str | None]]) -> None:
    cell = targets_text([target(by=by, value=value, words=words, series=of) for by, value, words, of in written])
    found = [
        (one["by"], Decimal(one["value"]) if one["value"] else None, text(one["words"]), text(one["series"]))
        for one in read(cell)
    ]
    unclear = {"TBC", "Jun", "01/02/18"}
    dates = {by: json.dumps(by) if by in unclear else by or "undated" for by, *_ in written}
    assert found == [(dates[by], value, words, of) for by, value, words, of in written]


@given(WORDS, st.sampled_from(["national", "region", "rank"]), DATES, NUMBERS)
def test_a_comparator_reads_back(name: str, kind: str, period: str | None, value: Decimal | None) -> None:
    given_facts = {"name": name, "kind": kind, "period": period, "value": value}
    one = Comparator.model_validate({key: fact for key, fact in given_facts.items() if fact is not None})
    (found,) = read(comparators_text([one, one]))[1:]
    assert (text(found["name"]), found["kind"]) == (name, kind)
    assert (Decimal(found["value"]) if found["value"] else None) == value


@given(DATES, NUMBERS, WORDS)
def test_no_entry_needs_a_guard_against_formulas(by: str | None, value: Decimal | None, words: str) -> None:
    cell = targets_text([target(by=by, value=value, words=words)])
    assert guard(cell) == cell
