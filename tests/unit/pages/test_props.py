"""Shared props: printed values, dates, owners and the period strip say what is known and how."""

import pytest

from ragsite.model.dates import read_date
from ragsite.model.items import Owner
from ragsite.model.scales import Basis, Rated
from ragsite.pages import props
from tests.factories import item, make_plan, report

PLAN = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "G"})])
GREEN = PLAN.facts.scales[0].level_by_id["green"]


def date(printed: str, means: str | None = None):
    return read_date(printed, means=means, note="")


@pytest.mark.parametrize(
    ("rated", "note"),
    [
        (Rated(GREEN, "green", Basis.PRINTED, ""), None),
        (Rated(GREEN, "G", Basis.PRINTED, ""), "Printed as “G”."),
        (Rated(GREEN, "", Basis.NARRATIVE, ""), "The rating cell is blank."),
        (Rated(None, "0", Basis.PRINTED, ""), "The source prints “0”."),
        (Rated(None, " ", Basis.PRINTED, ""), None),
    ],
)
def test_the_printed_value_is_told_where_it_differs_from_the_level(rated, note):
    assert props.printed_note(rated) == note


def test_a_rating_from_the_prose_says_so_and_one_that_is_not_there_does_not():
    assert "text of the report" in (props.basis_note(Rated(GREEN, "", Basis.NARRATIVE, "")) or "")
    assert "worked out" in (props.basis_note(Rated(GREEN, "", Basis.INFERRED, "")) or "")
    assert props.basis_note(Rated(None, "", Basis.INFERRED, "")) is None


@pytest.mark.parametrize(
    ("found", "note"),
    [
        (date("1 April 2018"), None),
        (date("01 April 2018"), None),
        (date("2018-04"), None),
        (date("Jan-18"), "Printed as “Jan-18”."),
        (date("TBC 14/08/20"), None),  # its words already show what is printed
        (date("Oct -20", "2020-10"), "Printed as “Oct -20”."),
    ],
)
def test_how_a_date_is_printed_is_told_where_its_words_do_not_show_it(found, note):
    assert props.printed_date(found) == note


def test_only_days_months_and_years_have_a_machine_date():
    assert props.machine_date(date("2018-04-01")) == "2018-04-01"
    assert props.machine_date(date("Jan-18")) == "2018-01"
    assert props.machine_date(date("2017/18-Q1")) is None
    assert props.machine_date(date("01/02/18")) is None


def test_a_missing_date_is_said_and_an_ambiguous_one_keeps_both_readings():
    assert props.date_cell(None) == {"missing": "Not stated in the source"}
    assert "or" in props.date_cell(date("01/02/18"))["text"]


def test_the_same_person_is_named_once_with_all_duties():
    lead, owner = (Owner(role="Head of Service", kind=kind) for kind in ("lead", "owner"))
    other = Owner(role="Director", kind="responsible")
    assert props.owner_words([lead, owner, other]) == "Head of Service (lead and owner); Director (responsible)"


def test_the_period_says_how_its_date_is_known_and_what_comes_next():
    inferred = report("r", as_at={"date": "2026-03", "basis": "inferred"})
    silent = report("r", as_at={"basis": "not stated"})
    assert props.as_at_words(make_plan(reports=[inferred]).reports[0]) == (
        "Position at March 2026 (worked out from the text, not printed)"
    )
    assert "not stated" in props.as_at_words(make_plan(reports=[silent]).reports[0])
    assert props.next_report_words(make_plan()) == "Next report: date not stated in the source"
    assert props.next_report_words(make_plan(status="closed")).startswith("Closed plan")
    assert props.next_report_words(make_plan(next_report={"due": "2026-10"})).endswith("October 2026")


def test_a_long_name_is_cut_at_a_word():
    assert props.shorten("Enough foster carers for young people", 20) == "Enough foster…"
    assert props.shorten("Short", 20) == "Short"


def test_the_only_document_is_not_named_again_under_every_entry():
    plan = make_plan(items=[item("1")])
    assert props.source_lines(plan, ["12"])[0]["text"] == "The paper"
    assert props.short_source_lines(plan, ["12"]) == [{"text": "line 12 of the text extract"}]


def test_one_of_several_documents_is_named_under_every_entry():
    papers = [{"id": name, "title": name.title(), "publisher": "Northmere Council"} for name in ("paper", "appendix")]
    plan = make_plan(items=[item("1")], sources=papers)
    assert props.short_source_lines(plan, ["12"]) == props.source_lines(plan, ["12"])


def test_three_thoughts_become_a_list_and_two_stay_paragraphs():
    plan = make_plan(items=[item("1", text=["One.", "Two.", "Three."]), item("2", text=["One.", "Two."])])
    assert props.texts(plan.items[0].text) == ["- One.\n- Two.\n- Three."]
    assert props.texts(plan.items[1].text) == ["One.", "Two."]
