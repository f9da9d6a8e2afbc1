"""Small counts of people are found, and numbers that count something else are not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.disclosure.people import WORDS, count_people, may_count
from ragsite.model.plan import Plan
from tests.factories import item, make_plan, measure, observation, report
from tests.unit.checks.looking import look, told
from tests.unit.checks.saying import saying

COUNTS = {
    "In that month 3 of 37 children had previous plans.": ["3 of 37 children"],
    "One family of three children accounts for the visits.": ["One family", "three children"],
    "Only 4 children were open for assessment.": ["4 children"],
    "Now 2 Care Leavers have secured apprenticeships.": ["2 Care Leavers"],
    "So 3 young people stayed at home.": ["3 young people"],
    "7 young people remain in their placement. Another 3 stay at home.": ["Another 3"],
    "There were five looked after children.": ["five looked after children"],
    "Visits to 4 of the children were late.": ["4 of the children"],
    "But one case is an EHCP.": ["one case"],
    "In May, 3 children were missed.": ["3 children"],
    "All went well. Two families left.": ["Two families"],
    "The team saw - 4 children.": ["4 children"],
    "It recruited 2 foster carers.": ["2 foster carers"],
}
NO_COUNTS = (
    "Section 47 enquiries and section 20 children.",
    "Homeless young people aged 16 and 17 need accommodation.",
    "Provision for 16 and 17 year olds.",
    "Key Stage 2 pupils and Year 1 pupils.",
    "Priority 4 families have Level 3 support.",
    "Recording is updated within 2 weeks in all other cases.",
    "Over three months, review child protection plans.",
    "Six monthly reviews and 6 monthly reports.",
    "A 3 year adoption support offer.",
    "Fewer than 5 children, under 5 children, up to 3 families.",
    "1 in 4 children; two in five pupils.",
    "Children under 2 and two-year-old children.",
    "3 social workers, 2 managers and 4 meetings were added.",
    "CP to audit 3 CPCs.",
    "3 child protection plans and 2 children's homes.",
    "2 family support workers joined.",
    "In 2018 children were seen sooner.",
    "An average of 2 children per family.",
    "1 - 3 children, 1–3 children, £3 families, children aged 1, 2 children and 1,3 children.",
    "3+ placements in the last year; 2.5 children.",
    "One is to establish a dedicated adopter assessment team.",
    "Two things began in January 2018.",
    "Four of the MASH and one of Children with disabilities are red.",
    "Each case has one child at a time.",
    "Of 161 care leavers 96% are in suitable accommodation.",
    "11 children receive services.",
)


@pytest.mark.parametrize(("text", "quotes"), COUNTS.items())
def test_small_counts_in_words_and_digits(text: str, quotes: list[str]) -> None:
    assert [one.quote for one in count_people(text, 5)] == quotes
    assert len(told("P701", saying(text))) == len(quotes)


@pytest.mark.parametrize("text", NO_COUNTS)
def test_numbers_that_count_no_people(text: str) -> None:
    assert told("P701", saying(text)) == []


@given(value=st.integers(1, 20), threshold=st.integers(1, 20), is_word=st.booleans())
def test_the_threshold_decides(value: int, threshold: int, is_word: bool) -> None:
    number = WORDS[value] if is_word else str(value)
    found = [one.value for one in count_people(f"There were {number} children there.", threshold)]
    assert found == ([value] if value <= threshold else [])


@given(st.text(alphabet="0123456789 ofchildrenyp.,%", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert all(1 <= one.value <= 5 for one in count_people(text, 5))


def test_the_place_is_that_of_the_passage_and_notes_count_too() -> None:
    plan = make_plan(items=[item("1", notes=["The cell prints 4 children."])], reports=[report("2026-03")])
    (finding,) = look("P701", plan)
    assert finding.message == (
        "“Title of 1” (1) counts “4 children”. Counts of people up to 5 can let somebody be recognised."
    )
    assert finding.item == "1"


def one(row: dict[str, Any], **facts: Any) -> Plan:
    return make_plan(items=[item("1")], measures=[measure("m", items=["1"], **facts)], observations=[row])


@pytest.mark.parametrize(
    ("value", "unit", "count"),
    [("3", "children", 1), ("6", "children", 0), ("0", "children", 0), ("3", "staff", 0), ("3", "%", 0),
     ("4", "per 10,000 children", 0), ("2", "care leavers", 1), ("3", "conferences", 0)],
)  # fmt: skip
def test_small_values(value: str, unit: str, count: int) -> None:
    assert len(told("P702", one(observation("m", "2026-01", value), unit=unit))) == count


@pytest.mark.parametrize(("name", "count"), [("Children with repeat plans", 1), ("Audits in time", 0)])
def test_small_numerators_of_people(name: str, count: int) -> None:
    row = observation("m", "2026-01", "8.1", numerator="3", denominator="37")
    assert len(told("P702", one(row, name=name))) == count


def test_small_stated_counts() -> None:
    stated = {"id": "s", "kind": "share", "label": "Repeat plans", "value": "8.1", "numerator": "3",
              "denominator": "37", "printed": "3 of 37 children"}  # fmt: skip
    plan = make_plan(items=[item("1")], reports=[report("2026-03", statements=[stated])])
    (finding,) = look("P702", plan)
    assert (finding.report, finding.message.partition(". ")[0]) == ("2026-03", "“Repeat plans” counts 3")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("34 of 37 children were seen.", 1),
        ("30 of 37 children were seen.", 0),
        ("37 of 37 children were seen.", 0),
        ("98% of 161 care leavers are in touch.", 1),
        ("96% of 161 care leavers are in touch.", 0),
        ("100% of 12 children were seen.", 0),
        ("34 of 37 visits were made.", 0),
    ],
)
def test_rests_that_can_be_worked_out(text: str, count: int) -> None:
    assert len(told("P703", saying(text))) == count


@pytest.mark.parametrize(
    ("row", "count"),
    [
        (observation("m", "2026-01", "91.9", numerator="34", denominator="37"), 1),
        (observation("m", "2026-01", "81.1", numerator="30", denominator="37"), 0),
        (observation("m", "2026-01", "98", denominator="161"), 1),
        (observation("m", "2026-01", "96", denominator="161"), 0),
        (observation("m", "2026-01", "96"), 0),
    ],
)
def test_rests_in_data(row: dict[str, Any], count: int) -> None:
    assert len(told("P703", one(row, name="Children seen"))) == count


@pytest.mark.parametrize(
    ("series", "count"),
    [
        ([(None, "20"), ("Boys", "17"), ("Girls", None)], 1),
        ([("Boys", "17"), ("Girls", None)], 0),
        ([(None, "20"), ("Boys", None), ("Girls", None)], 0),
        ([(None, "20"), ("Girls", None)], 0),
    ],
)
def test_a_value_kept_back_that_follows_from_others(series: list[tuple[str | None, str | None]], count: int) -> None:
    rows = [
        observation("m", "2026-01", value, series=name, **({} if value else {"status": "suppressed"}))
        for name, value in series
    ]
    plan = make_plan(items=[item("1")], measures=[measure("m", unit="children")], observations=rows)
    assert len(told("P704", plan)) == count


@given(st.sampled_from([*COUNTS, *NO_COUNTS]), st.integers(1, 12))
def test_a_text_that_cannot_count_has_no_count(text: str, threshold: int) -> None:
    assert may_count(text, threshold) or not list(count_people(text, threshold))
    without_numbers = "".join(one for one in text if not one.isdigit())
    assert may_count(without_numbers, threshold) or not list(count_people(without_numbers, threshold))
