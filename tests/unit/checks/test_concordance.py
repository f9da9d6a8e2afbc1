"""One search through all texts of a plan finds what a look into each of them would."""

import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from ragsite.checks.concordance import places_with, texts_matching, texts_with
from ragsite.checks.disclosure.contacts import (
    BIRTH,
    EMAIL,
    INSURANCE,
    NHS,
    PHONE,
    POSTCODE,
    is_nhs_number,
    is_phone,
)
from ragsite.checks.disclosure.names import PERSON, TITLED
from ragsite.checks.prose import texts_of
from ragsite.disclosure.people import OF_PEOPLE, PEOPLE
from ragsite.disclosure.words import secrets_in
from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site
from tests.factories import SETTINGS, item, make_plan
from tests.unit.checks.looking import look

QUICK = settings(max_examples=80)
ASCII = st.characters(codec="ascii", exclude_categories=["Cc"])
WORDS = st.lists(st.sampled_from(["at", "Attic", "the", "STRASSE", "Straße", "é", "0", "01273 290000", ".", "a@b.uk"]))
TEXTS = st.lists(WORDS.map(" ".join).filter(bool), min_size=1, max_size=6)


def plan_of(texts: list[str]) -> Plan:
    return make_plan(items=[item("1", notes=texts)])


def site_of(plan: Plan) -> Site:
    return Site(settings=Settings.model_validate(SETTINGS), plans=(plan,))


@QUICK
@given(TEXTS, st.lists(st.sampled_from(["at", "att", "straß", "strasse", "0 ", "é", "none of them"])))
def test_texts_with_words_are_those_that_hold_one_in_any_letter_case(texts: list[str], words: list[str]) -> None:
    plan = plan_of(texts)
    folded = [word.casefold() for word in words]
    expected = [said for said in texts_of(plan) if any(word in said.text.casefold() for word in folded)]
    assert list(texts_with(site_of(plan), folded)) == expected
    assert [texts_of(plan)[place] for place in places_with(plan, folded)] == expected


@QUICK
@given(TEXTS, st.sampled_from([r"\d{5} ", r"[A-Z](?<!\w.)tt", r"(?<!\w)at(?!\w)", r"e[^x]*t", r"\bthe\b", r"a\b.*"]))
def test_texts_that_match_are_among_those_that_may(texts: list[str], written: str) -> None:
    plan, pattern = plan_of(texts), re.compile(written, re.DOTALL)
    matching = [said for said in texts_of(plan) if pattern.search(said.text)]
    found = list(texts_matching(site_of(plan), pattern))
    assert [said for said in found if pattern.search(said.text)] == matching
    assert [*map(id, found)] == [id(said) for said in texts_of(plan) if any(said is one for one in found)]


def test_words_that_reach_from_one_text_into_the_next_stand_in_neither() -> None:
    plan = plan_of(["one", "two"])
    assert list(texts_with(site_of(plan), ("onetwo", "one two"))) == []


@pytest.mark.parametrize(
    ("code", "pattern", "is_real"),
    [
        ("P705", EMAIL, None),
        ("P706", PHONE, is_phone),
        ("P707", POSTCODE, None),
        ("P708", NHS, is_nhs_number),
        ("P708", INSURANCE, None),
        ("P709", BIRTH, None),
    ],
)
def test_every_personal_detail_is_met_by_the_search_that_goes_before(code: str, pattern: re.Pattern, is_real) -> None:
    @QUICK
    @given(st.from_regex(pattern, alphabet=ASCII).map(str.strip))
    def told_where_it_stands(text: str) -> None:
        assume(text)
        holds = any(is_real is None or is_real(found[0]) for found in pattern.finditer(text))
        assert bool(look(code, plan_of(["Before", text, "After"]))) >= holds

    told_where_it_stands()


@QUICK
@given(st.from_regex(TITLED, alphabet=ASCII))
def test_every_person_with_a_title_is_met_by_the_search_for_persons(text: str) -> None:
    assert PERSON.search(text)


@QUICK
@given(st.sampled_from(["1", "one", "3 of 37", "98% of 161", "four missing", "37 of 40 of the"]), st.data())
@example("1 case was", None)
@example("There was one case is", None)
def test_every_count_of_people_has_a_word_for_people(number: str, data: st.DataObject | None) -> None:
    people = data.draw(st.from_regex(rf"\A(?i:{PEOPLE})\Z", alphabet=ASCII)) if data else "open"
    text = f"{number} {people} were seen"
    assume(secrets_in(text, 5))
    assert any(part in text.casefold() for part in OF_PEOPLE)
