"""What is looked for first, because it is soon told, misses nothing of what is looked for after it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.built.leaks import Scan
from ragsite.built.patterns import LOCAL, LOCAL_SIGNS, PHONE_SIGNS
from ragsite.built.secrets import FEW, Secrets
from ragsite.built.texts import FileText, spaced, words
from ragsite.checks.disclosure.contacts import PHONE

PIECES = st.sampled_from(
    [*"0123 456789()-+<>&;.x,/:\n", "01273", " 290000", "+44", "<b>", "&#48;", "&#x30;", "&plus;", "&nbsp;", "&amp"]
)
FOLDERS = st.sampled_from([*"/:\\ >-.x", "home", "Users", "root", "tmp", "private", "var", "folders", "file", "C"])
LETTERS = st.one_of(st.sampled_from("aé –\u2011\xa0\xad\u200b\u2060\ufeff\xb7&;1\ud800"), st.characters())


@given(st.lists(PIECES, max_size=20).map("".join), st.sampled_from(["index.html", "notes.txt", "dates.ics"]))
def test_every_telephone_number_has_the_first_signs_of_one(text: str, path: str) -> None:
    file = FileText(path, text)
    if PHONE.search(file.plain):
        assert file.is_spelt or any(sign.search(text) for sign in PHONE_SIGNS)


@pytest.mark.parametrize("text", ["2018-19", "Ref. 012x", "1,012 of 3,045", "10:01:00", "/items/012-034/", "0.0123"])
def test_most_figures_are_no_first_signs_of_a_telephone_number(text: str) -> None:
    assert not any(sign.search(text) for sign in PHONE_SIGNS)


@given(st.lists(FOLDERS, max_size=12).map("".join))
def test_every_local_path_has_one_of_the_signs(text: str) -> None:
    if LOCAL.search(text):
        assert any(sign.search(text) for sign in LOCAL_SIGNS)


@given(st.text(LETTERS, max_size=30))
def test_words_compare_by_letters_and_digits_alone(text: str) -> None:
    seen = re.sub("[\xad\u200b-\u200f\u2060\ufeff]", "", text)
    typed = re.sub("[\xa0\u2000-\u200a\u2010-\u2027\u202f\u2032\u2033\u00b7]", " ", seen)
    plain = re.sub(r"[^A-Za-z0-9\x80-\U0010ffff]", " ", typed).encode("utf-8", "replace").replace(b"?", b" ")
    assert words(text).split() == plain.lower().split()
    assert words(text).split() == spaced(text).split()


@given(st.lists(st.sampled_from(["jane", "hill", "–", "<b>", "Jane", "\xad", "&eacute;", "x", " "]), max_size=12))
def test_a_word_that_is_there_is_never_passed_over(pieces: list[str]) -> None:
    file = FileText("index.html", "".join(pieces))
    secrets = Secrets(frozenset({b" jane hill "}))
    there = {word for form in (words(file.plain), words(file.text)) for word in form.split()}
    if secrets.by_word.keys() & there:
        assert file.is_spelt or secrets.may_stand_in(file.text)


@pytest.mark.parametrize("number", [1, FEW, FEW + 1, 200])
def test_few_phrases_and_many_are_found_alike(number: int) -> None:
    phrases = frozenset(b" the name%d of nobody " % place for place in range(number))
    scan = Scan(Secrets(phrases, allowed="the name of nobody"))
    page = f"<p>the <b>–name{number - 1}</b> of nobody, the name{number} of nobody"
    assert [found.code for found in scan.leaks("index.html", page.encode())] == ["B203"]
    assert list(scan.leaks("index.html", b"<p>the name of nobody, the name1000 of nobody")) == []


@pytest.mark.parametrize(
    "page",
    [
        "<p>Write to Ren&eacute;e Bo&#235;tie today",
        "<p>Write to Ren\u00e9e Bo\u00ebtie today",
        "<p>Write to Re&shy;n\u00e9e Bo\xad\u00ebtie today",
        "<p>Write to\u2014Ren\u00e9e\u2011Bo\u00ebtie\u2014today",
    ],
)
def test_a_name_is_found_however_its_letters_are_written(page: str) -> None:
    scan = Scan(Secrets(frozenset({words("Ren\u00e9e Bo\u00ebtie")})))
    assert [found.code for found in scan.leaks("index.html", page.encode())] == ["B203"]


@pytest.mark.parametrize("page", ["<p>Call &#48;1273 290000", "<p>Call<br>01273&#32;290000", "<p>(01273) 290000"])
def test_a_number_is_found_however_its_digits_are_written(page: str) -> None:
    assert [found.code for found in Scan().leaks("index.html", page.encode())] == ["B202"]
