"""The glossary lists every term once, in the order of the alphabet, general meanings first."""

from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.site import Term
from ragsite.views.glossary import FIGURES, arrange


def test_letters_and_terms_run_from_a_to_z_whatever_their_case() -> None:
    terms = [Term(term=name) for name in ("mash", "LSCB", "10 day inspection", "Assessment", "LA")]
    letters = arrange(terms)
    assert [letter.letter for letter in letters] == [FIGURES, "A", "L", "M"]
    assert [entry.term for entry in letters[2].entries] == ["LA", "LSCB"]


def test_the_meaning_that_holds_everywhere_comes_before_those_of_plans() -> None:
    terms = [Term(term="DCS", plan="b"), Term(term="DCS", plan="a"), Term(term="DCS", expansion="Director")]
    ((entry,),) = (letter.entries for letter in arrange(terms))
    assert [sense.plan for sense in entry.senses] == [None, "a", "b"]


def test_signs_at_the_start_do_not_change_the_letter() -> None:
    assert arrange([Term(term="“Good”")])[0].letter == "G"


@given(st.lists(st.text(alphabet="aBc1 &", min_size=1).filter(str.strip), max_size=12))
def test_no_term_is_lost_or_told_twice(names: list[str]) -> None:
    letters = arrange([Term(term=name) for name in names])
    shown = [entry.term for letter in letters for entry in letter.entries]
    assert sorted(shown) == sorted({name.strip() for name in names})
    senses = sum(len(entry.senses) for letter in letters for entry in letter.entries)
    assert senses == len(names)
