"""Acronyms, sentences, reading grade and dates in prose."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.checks import all_rules
from ragsite.checks.rule import Context
from ragsite.checks.words.acronyms import acronyms
from ragsite.checks.words.reading import grade, sentences, syllables, words
from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site, Term
from tests.factories import SETTINGS, item, make_plan
from tests.unit.checks.looking import look, told
from tests.unit.checks.saying import saying

LONG = " ".join(["word"] * 26) + "."
HARD = (
    "Multidisciplinary supervisory accountability arrangements necessitate comprehensive organisational"
    " responsibility, including considerable investigative capability and administrative co-ordination. " * 3
)


def with_terms(code: str, plan: Plan, *terms: dict[str, str]) -> list[str]:
    """What a rule says of a plan beside a glossary."""
    (rule,) = [one for one in all_rules() if one.code == code]
    settings = Settings.model_validate(SETTINGS)
    site = Site(settings=settings, plans=(plan,), terms=tuple(Term.model_validate(term) for term in terms))
    return [finding.message for finding in rule.run(Context(site, date(2030, 1, 1)))]


class TestAcronyms:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("The MASH and two CAFs met.", ("MASH", "CAF")),
            ("CiC, SoS and KLoE meetings.", ("CiC", "SoS", "KLoE")),
            ("C&F and QA2.", ("C&F", "QA2")),
            ("The NHS and a GP; part II and Year XIV.", ()),
            ("McDonald used YouTube at Ofsted.", ()),
            ("A plan. I see.", ()),
            ("The LA's view.", ("LA",)),
        ],
    )
    def test_what_an_acronym_is(self, text: str, found: tuple[str, ...]) -> None:
        assert acronyms(text) == found

    def test_told_once_for_each_plan_with_the_number_of_its_places(self) -> None:
        (message,) = told("W801", saying("The MASH met.", "MASH rose. The MASH grew."))
        assert message == "“Title of 1” (1) says “MASH” (2 times in this plan), which the glossary does not explain."

    @pytest.mark.parametrize(
        ("term", "count"),
        [
            ({"term": "MASH"}, 0),
            ({"term": "mash", "plan": "northmere-2026"}, 0),
            ({"term": "MASH", "plan": "elsewhere"}, 1),
            ({"term": "MASH manager"}, 0),
            ({"term": "MASHES"}, 1),
        ],
    )
    def test_the_glossary_of_the_plan_decides(self, term: dict[str, str], count: int) -> None:
        assert len(with_terms("W801", saying("The MASH met."), term)) == count

    @pytest.mark.parametrize(
        "plan",
        [
            saying("The multi agency safeguarding hub (MASH) met."),
            saying("RH will report.", items=[item("1", owners=[{"name": "Ruth Hillman"}])]),
            make_plan(items=[item("1", notes=["The cell prints “GRN” and \"ZZT\"."])]),
        ],
    )
    def test_words_beside_it_initials_of_an_owner_and_quotations_in_notes(self, plan: Plan) -> None:
        assert told("W801", plan) == []

    @pytest.mark.parametrize(
        ("terms", "count"),
        [
            ([{"term": "DCS", "expansion": "Director"}, {"term": "DCS", "expansion": "Disabled Children Service"}], 1),
            ([{"term": "DCS", "expansion": "Director"}, {"term": "DCS", "expansion": "Other", "plan": "a-2018"}], 0),
            ([{"term": "DCS", "expansion": "Directors of care"}, {"term": "DCS", "expansion": "Director of care"}], 0),
        ],
    )
    def test_two_meanings_in_the_glossary(self, terms: list[dict[str, str]], count: int) -> None:
        assert len(with_terms("W802", saying("Nothing."), *terms)) == count

    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("The Disabled Children Service (DCS) met.", 1),
            ("The Director of Children's Services (DCS) met.", 0),
            ("The team (DCS) met.", 0),
        ],
    )
    def test_a_plan_that_spells_it_out_otherwise(self, text: str, count: int) -> None:
        term = {"term": "DCS", "expansion": "Director of Children's Services"}
        assert len(with_terms("W802", saying(text), term)) == count


class TestReading:
    @pytest.mark.parametrize(
        ("word", "count"),
        [
            ("cat", 1), ("made", 1), ("changes", 2), ("rated", 2), ("changed", 1), ("the", 1), ("table", 2),
            ("children", 2), ("improvement", 3), ("area", 3), ("quality", 3), ("services", 3), ("people", 2),
            ("recommendation", 5), ("supervision", 4), ("evidence", 3), ("carers", 2), ("assessments", 3),
            ("agencies", 3), ("being", 2), ("reviewed", 2), ("social", 2), ("situation", 4), ("timescales", 2),
            ("processes", 3), ("created", 3), ("Leicestershire", 4), ("multi-agency", 5),
            ("MASH", 1), ("1,620", 1), ("70.3%", 1), ("council's", 2),
        ],
    )  # fmt: skip
    def test_syllables(self, word: str, count: int) -> None:
        assert syllables(word) == count

    @given(st.text(max_size=30))
    def test_every_word_has_a_syllable(self, text: str) -> None:
        assert all(syllables(word) >= 1 for word in words(text))

    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("One. Two! Three?", 3),
            ("It fell to 3.5% in May. Then it rose.", 2),
            ("Panels, e.g. Resource, met.", 1),
            ("See No. 4 of it.", 1),
            ("He said “No.” She agreed.", 2),
            ("", 0),
        ],
    )
    def test_sentences(self, text: str, count: int) -> None:
        assert len(sentences(text)) == count

    def test_the_grade_is_flesch_and_kincaids(self) -> None:
        assert round(grade(("The cat sat on the mat.",)), 2) == -1.45
        assert grade(()) == 0.0

    @given(st.integers(1, 40))
    def test_a_longer_sentence_of_the_same_words_is_never_easier(self, count: int) -> None:
        assert grade((" ".join(["word"] * (count + 1)),)) > grade((" ".join(["word"] * count),))

    @pytest.mark.parametrize(("text", "count"), [(LONG, 1), (LONG.replace("word ", "", 1), 0), ("A [b](/c/) d.", 0)])
    def test_a_sentence_of_more_than_25_words(self, text: str, count: int) -> None:
        assert len(told("W803", saying(text))) == count

    def test_the_message_says_how_many_words_and_how_it_begins(self) -> None:
        (message,) = told("W803", saying(LONG))
        assert "a sentence of 26 words in “progress”" in message
        assert "It begins “word word word word word word …”." in message

    def test_a_hard_text_is_told_once_where_it_begins(self) -> None:
        (finding,) = look("W804", saying(HARD, HARD))
        assert "“progress” reads at grade" in finding.message
        assert finding.message.endswith("the target is 9.")

    @pytest.mark.parametrize("text", [HARD[:120], "The team saw each child at home. " * 10])
    def test_a_short_or_plain_text_is_not(self, text: str) -> None:
        assert told("W804", saying(text)) == []


class TestDates:
    @pytest.mark.parametrize(
        ("text", "ending"),
        [
            ("It met on 31 June 2018.", "June 2018 has 30 days."),
            ("It met on Friday 31 February.", "February has 29 days."),
            ("It met on 29 February 2018.", "February 2018 has 28 days."),
            ("It met on Tuesday 5 November 2018.", "That day was a Monday."),
            ("It met on the 32nd of May 2018.", "May 2018 has 31 days."),
        ],
    )
    def test_days_that_do_not_exist(self, text: str, ending: str) -> None:
        (message,) = told("W805", saying(text))
        assert message.endswith(ending)

    @pytest.mark.parametrize(
        "text",
        ["On Monday 5 November 2018.", "On 29 February.", "By 31 March 2018.", "In 2018 June.", "90 May attend."],
    )
    def test_days_that_do(self, text: str) -> None:
        assert told("W805", saying(text)) == []

    @given(st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31)))
    def test_every_real_date_passes(self, day: date) -> None:
        text = f"It met on {day.strftime('%A')} {day.day} {day.strftime('%B')} {day.year}."
        assert told("W805", saying(text)) == told("W806", saying(text)) == []

    @pytest.mark.parametrize(
        ("text", "fix"),
        [
            ("By 12/25/2018.", "Write “25 December 2018”."),
            ("By 01/16/18.", "Write “16 January 2018”."),
            ("By July 4th.", "Write “4 July”."),
            ("By July 4, 2018.", "Write “4 July 2018”."),
        ],
    )
    def test_american_dates(self, text: str, fix: str) -> None:
        (finding,) = look("W806", saying(text))
        assert finding.fix == fix

    @pytest.mark.parametrize("text", ["By 25/12/2018.", "By 01/02/18.", "By 4 July.", "July 2018.", "May 20 of them"])
    def test_british_dates(self, text: str) -> None:
        assert told("W806", saying(text)) == []
