"""Contact details, personal numbers and names: errors when they stand in a text, silence when they only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.checks.disclosure.contacts import is_nhs_number
from ragsite.problems import Severity
from tests.factories import item
from tests.unit.checks.looking import look, told
from tests.unit.checks.saying import saying

FAILS = {
    "P705": ("Write to jo.hill@northmere.gov.uk.", "j_hill+1@example.org"),
    "P706": ("Call 01273 290000.", "Call (01273) 290 000", "+44 (0)1273 290000", "07700 900123", "020 7946 0000"),
    "P707": ("Hove Town Hall, BN3 4AH.", "SW1A 1AA", "at SO14 7LY today"),
    "P708": ("NHS 943 476 5919.", "9434765919", "NI number AB 12 34 56 C"),
    "P709": ("Born on 3 May 2009.", "DOB: 03/05/2009", "date of birth is 2009-05-03"),
}
PASSES = {
    "P705": ("The @ in the cell.", "Rated A@B"),
    "P706": ("0.5 of a post in 2016-17.", "1,620 cases, 0 red.", "Lines 040-060.", "01/02/2018 to 03/04/2018"),
    "P707": ("S20 and S47 cases in Q1 2018.", "KS2 and EIP2 funding.", "Level A1 2 posts", "Year 10", "M25 3rd exit"),
    "P708": ("943 476 5918 fails the check.", "1111111111", "1234567890123", "AB 12"),
    "P709": ("He was born in Thurrock.", "The plan was born of the inspection.", "Babies born in 2018."),
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in FAILS.items() for text in texts])
def test_personal_details_are_errors(code: str, text: str) -> None:
    (finding,) = look(code, saying(text))
    assert finding.severity is Severity.ERROR
    assert (finding.item, finding.report) == ("1", "2026-03")


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in PASSES.items() for text in texts])
def test_what_only_looks_like_a_personal_detail(code: str, text: str) -> None:
    assert told(code, saying(text)) == []


@pytest.mark.parametrize(("code", "text"), [(code, texts[0]) for code, texts in FAILS.items()])
def test_the_message_does_not_repeat_the_detail(code: str, text: str) -> None:
    (message,) = told(code, saying(text))
    assert not any(part in message for part in ("jo.hill", "290000", "4AH", "5919", "2009"))


@given(st.integers(0, 999_999_999))
def test_one_check_digit_at_most_fits_an_nhs_number(start: int) -> None:
    assert sum(is_nhs_number(f"{start:09}{digit}") for digit in range(10)) <= 1


OWNED = [item("1", owners=[{"role": "Head of Service", "name": "Jo Hill"}, {"name": "Kim"}])]


@pytest.mark.parametrize(
    ("text", "owners", "count"),
    [
        ("Jo Hill will report in May.", "roles", 1),
        ("Jo Hill will report in May.", "names", 0),
        ("The Head of Service will report.", "roles", 0),
        ("Kim will report.", "roles", 0),
        ("Jo Hillman will report.", "roles", 0),
    ],
)
def test_a_name_where_the_plan_shows_roles(text: str, owners: str, count: int) -> None:
    assert len(told("P711", saying(text, items=OWNED, owners=owners))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Jo Hill is on maternity leave.", 1),
        ("Mrs Smith has resigned.", 1),
        ("Staff sickness has affected the champions.", 0),
        ("Agency staff cover maternity leave and long term sickness.", 0),
        ("Jo Hill will report.", 0),
    ],
)
def test_private_notes_on_a_named_person(text: str, count: int) -> None:
    found = look("P710", saying(text, items=OWNED))
    assert len(found) == count
    assert all("Hill" not in finding.message for finding in found)
