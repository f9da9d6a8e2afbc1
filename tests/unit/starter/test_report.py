"""The next report of a plan, as `ragsite new report` writes it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.content.folder import read_site
from ragsite.content.reader import read_record
from ragsite.model.dates import parse_date
from ragsite.model.reports import Report
from ragsite.refusal import Refused
from ragsite.starter.report import next_report
from tests.factories import item, make_plan, report
from tests.reading import CONTENT

ITEMS = [item("1", title="Answer letters"), item("2", owners=[{"role": "Head"}], due="2026-09")]


def read(text: str) -> Report:
    found = read_record("reports/x.yml", text.encode(), Report)
    assert found.findings == ()
    assert found.model is not None
    return found.model


def test_every_rated_item_is_there_with_its_rating_to_be_given() -> None:
    plan = make_plan(items=ITEMS, reports=[report("2026-03", {"1": "R", "2": "Green"})])
    made = read(next_report(plan, parse_date("2026-06")).text)
    assert [(update.item, update.rating.printed) for update in made.updates if update.rating] == [("1", ""), ("2", "")]
    assert (made.id, made.label, made.scale, made.publish) == ("2026-06", "June 2026", "rag", False)


def test_owners_dates_and_words_are_not_repeated() -> None:
    told = report("2026-03", updates=[{"item": "2", "rating": "Green", "progress": "Done.", "due": {"date": "2027"}}])
    made = read(next_report(make_plan(items=ITEMS, reports=[told]), parse_date("2026-06")).text)
    assert all(update.model_fields_set <= {"item", "rating", "place"} for update in made.updates)


@pytest.mark.parametrize(
    ("rating", "said"),
    [
        ("Green", "# before (Report 2026-03): Green"),
        ("G", "# before (Report 2026-03): G (Green)"),
        ("0", "# before (Report 2026-03): 0"),
        ("", "# before (Report 2026-03): blank"),
        (
            {"printed": "", "level": "red", "basis": "narrative", "reason": "The text says so."},
            "# before (Report 2026-03): blank, read as Red",
        ),
    ],
)
def test_the_rating_before_stands_beside_the_new_one(rating: object, said: str) -> None:
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": rating})])
    assert f'    rating: ""                        {said}\n' in next_report(plan, parse_date("2026-06")).text


def test_an_item_that_was_closed_is_left_out_and_one_without_a_former_rating_says_so() -> None:
    items = [item("1", closed={"report": "2026-03"}), item("2")]
    made = next_report(make_plan(items=items, reports=[report("2026-03", {"1": "Red"})]), parse_date("2026-06"))
    assert [update.item for update in read(made.text).updates] == ["2"]
    assert made.ratings == 1
    assert "# not rated before\n" in made.text


def test_a_heading_that_carries_no_rating_is_left_out_unless_it_was_rated() -> None:
    levels = [{"kind": "Area", "plural": "Areas", "rated": False}, {"kind": "Action", "plural": "Actions"}]
    items = [item("a", items=[item("a1")]), item("b", items=[item("b1")])]
    plan = make_plan(items=items, structure=levels, reports=[report("2026-03", {"a1": "Red", "b1": "Red"})])
    assert [update.item for update in read(next_report(plan, parse_date("2026-06")).text).updates] == ["a1", "b1"]


def test_the_order_goes_on_where_reports_are_numbered() -> None:
    first = report("first", {"1": "Red"}, sequence=1, as_at={"basis": "not stated"})
    second = report("2026-03", {"1": "Red"}, sequence=2)
    made = next_report(make_plan(items=[item("1")], reports=[first, second]), parse_date("2026-06"))
    assert read(made.text).sequence == 3


def test_the_name_follows_the_last_one() -> None:
    by_month = report("2026-03", {"1": "Red"}, as_at={"date": "2026-03-31"})
    plan = make_plan(items=[item("1")], reports=[by_month])
    made = next_report(plan, parse_date("2026-06-30"))
    assert (made.id, made.label, read(made.text).as_at.date) == ("2026-06", "June 2026", parse_date("2026-06-30"))
    by_day = next_report(make_plan(items=[item("1")]), parse_date("2026-06-30"))
    assert (by_day.id, by_day.label) == ("2026-06-30", "30 June 2026")


@pytest.mark.parametrize(
    ("as_at", "why"),
    [
        ("2026-03", "There is a report as at March 2026 already: “Report 2026-03”"),
        ("March 2026", "There is a report as at March 2026 already"),
        ("2026-02", "is as at March 2026, which is later than February 2026"),
        ("01/02/27", "“01/02/27” is not one clear date."),
        ("TBC", "“TBC” is not one clear date."),
    ],
)
def test_a_date_at_which_no_report_can_follow_is_refused(as_at: str, why: str) -> None:
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"})])
    with pytest.raises(Refused, match=why.replace("(", r"\(")):
        next_report(plan, parse_date(as_at))


@given(title=st.text(min_size=1).filter(str.strip), ref=st.text(max_size=5), printed=st.text(max_size=30))
def test_whatever_a_plan_prints_the_report_reads(title: str, ref: str, printed: str) -> None:
    plan = make_plan(items=[item("1", title=title, ref=ref)], reports=[report("2026-03", {"1": printed})])
    text = next_report(plan, parse_date("2026-06")).text.encode("utf-8", "replace").decode()
    found = read_record("x.yml", text.encode(), Report)
    assert {finding.code for finding in found.findings} <= {"Y104"}  # a title may hold what nobody can type
    assert found.model is None or [update.item for update in found.model.updates] == ["1"]


@pytest.mark.parametrize("path", sorted((CONTENT / "plans").iterdir()), ids=lambda path: path.name)
def test_the_next_report_of_every_real_plan_reads(path: Path) -> None:
    site = read_site(CONTENT).site
    assert site is not None
    plan = site.plan_by_id[path.name]
    made = next_report(plan, parse_date("2040-06"))
    assert len(read(made.text).updates) == made.ratings > 0
