"""What every model stands on: frozen records, ids that are safe, sources and dates in their two forms."""

import pytest
from pydantic import TypeAdapter, ValidationError

from ragsite.model.base import Date, Id, Passage, Passages, Source, as_id
from ragsite.model.dates import PartialDate, Precision

IDS, SOURCES, DATES, PROSE = (TypeAdapter(kind) for kind in (Id, Source, Date, Passages))


def read_date(value: object) -> PartialDate:
    return DATES.validate_python(value)


@pytest.mark.parametrize("good", ["1.10", "01", "2A", "NO", "p3-a2", "a_b", "2018-01-01", "A.b-c_d"])
def test_an_id_may_stand_in_an_address(good: str) -> None:
    assert IDS.validate_python(good) == good


@pytest.mark.parametrize("bad", ["", " ", "a b", "a/b", "../a", ".", "-a", "a-", "a--b", "ä", "a\n", "a%2Fb", "１"])
def test_an_id_that_may_not_is_refused(bad: str) -> None:
    with pytest.raises(ValidationError):
        IDS.validate_python(bad)


def test_the_id_that_is_meant_is_proposed() -> None:
    assert as_id(" Area 1/b ") == "area-1-b"
    assert as_id("–") == ""


@pytest.mark.parametrize("good", ["45", "45-47", "45, 60-61", "45,60", "appendix: 45-47", "a.b-1:2"])
def test_a_source_is_lines_and_perhaps_a_document(good: str) -> None:
    assert SOURCES.validate_python(good) == good


@pytest.mark.parametrize("bad", ["", "page 4", "45-", "47-45", "45; 46", "appendix:", "45 - 47"])
def test_a_source_that_names_no_lines_is_refused(bad: str) -> None:
    with pytest.raises(ValidationError):
        SOURCES.validate_python(bad)


def test_a_date_is_a_text_or_a_mapping() -> None:
    assert read_date("2018-04").iso == "2018-04"
    assert read_date({"printed": "Oct -20", "means": "2020-10", "note": "x"}) == PartialDate(
        "Oct -20", Precision.MONTH, read_date("2020-10").first, read_date("2020-10").last, "x"
    )
    assert read_date({"printed": "re"}).precision is Precision.UNREADABLE


@pytest.mark.parametrize(
    "bad", [{}, {"means": "2018"}, {"printed": "x", "mean": "2018"}, {"printed": ["x"]}, {"printed": "x", "means": []}]
)
def test_a_date_with_a_faulty_part_is_refused_and_nothing_breaks(bad: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        read_date(bad)


def test_one_text_or_one_mapping_stands_for_a_list_of_one() -> None:
    assert PROSE.validate_python("a") == (Passage(text="a"),)
    assert PROSE.validate_python({"text": "a", "source": "4"}) == (Passage(text="a", source="4"),)
    assert PROSE.validate_python(["a", {"text": "b"}]) == (Passage(text="a"), Passage(text="b"))


def test_records_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Passage(text="a").text = "b"  # type: ignore[misc]


def test_a_record_that_has_the_values_already_stays_the_same_object() -> None:
    passage = Passage(text="Said.", source="1")
    assert passage.having(text="Said.", source="1") is passage
    assert passage.having(source=None) == Passage(text="Said.")
