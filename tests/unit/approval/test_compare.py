"""What an approval sheet tells of two forms of a site: everything that readers would see differ, and nothing else."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.approval.compare import Side, compare
from ragsite.approval.sheet import Aspect, Difference, Sheet, State
from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site
from ragsite.problems import Finding, Location, Severity
from ragsite.release.told import kept_back
from ragsite.release.waiting import NEVER
from tests.factories import SETTINGS, evidence, item, make_plan, make_public, measure, observation, report
from tests.reading import real_site

Written = dict[str, Any]


def content(**more: Any) -> Written:
    """A plan of two items with one report; `more` replaces parts of it."""
    return {
        "items": [item("1", due="2026-09", text="See children."), item("2")],
        "reports": [report("2026-03", {"1": "Red", "2": "Green"})],
        "measures": [measure("m", polarity="higher")],
        "observations": [observation("m", "2026-01", "60")],
        "evidence": [evidence("audit", items=["1"])],
        **more,
    }


def sheet_of(before: Written | Plan | None, after: Written | Plan | None) -> Sheet:
    sides = [Side(make_public(*([] if one is None else [_plan(one)]))) for one in (before, after)]
    return compare(sides[0], sides[1], since="before")


def _plan(one: Written | Plan) -> Plan:
    return one if isinstance(one, Plan) else make_plan(**one)


def found(sheet: Sheet) -> list[tuple[str, Difference]]:
    return [(s.title, d) for plan in sheet.plans for s in plan.subjects for d in s.differences]


def with_report(**more: Any) -> Written:
    """The same with a second report."""
    return content(reports=[*content()["reports"], report("2026-06", **more)])


def test_the_same_site_gives_an_empty_sheet() -> None:
    assert sheet_of(content(), content()).is_empty
    real = Side(real_site())
    assert compare(real, Side(real_site()), since="before").is_empty


def test_a_new_report_tells_which_ratings_moved_and_how_many_did_not() -> None:
    sheet = sheet_of(content(), with_report(ratings={"1": "Amber", "2": "Green"}))
    moved = [pair for pair in found(sheet) if pair[1].aspect is Aspect.RATING]
    assert moved == [
        (
            "Recommendation 1: Title of 1",
            Difference(Aspect.RATING, "Rating", ("Red",), ("Amber",), "Report 2026-06", "Better."),
        )
    ]
    assert sheet.plans[0].remarks == ("Report Report 2026-06: of 2 ratings, 1 stays as in Report 2026-03.",)


def test_a_date_that_moves_is_told_with_reason_and_agreement() -> None:
    due = {"date": "2027-01", "reason": "Staff left.", "agreed_by": "The board"}
    sheet = sheet_of(content(), with_report(updates=[{"item": "1", "rating": "Red", "due": due}]))
    (date,) = [one for _, one in found(sheet) if one.aspect is Aspect.DATE]
    assert (date.was, date.now) == (("September 2026",), ("January 2027",))
    assert date.note == "Moved to a later date. Reason: Staff left. Agreed by: The board."


def test_new_words_and_evidence_of_a_report_are_told() -> None:
    update = {"item": "1", "rating": "Red", "progress": ["One.", "Two."], "evidence": ["audit"]}
    told = {one.what: one.now for _, one in found(sheet_of(content(), with_report(updates=[update])))}
    assert told["Progress"] == ("One.", "Two.")
    assert told["Evidence"] == ("Evidence audit (audit)",)


def test_a_rating_changed_in_a_published_report_is_told_as_such() -> None:
    sheet = sheet_of(content(), content(reports=[report("2026-03", {"1": "A", "2": "Green"})]))
    ((title, one),) = found(sheet)
    assert title == "Recommendation 1: Title of 1"
    assert (one.was, one.now, one.report) == (("Red",), ("Amber (printed: “A”)",), "Report 2026-03")


def test_the_rating_of_an_item_that_joins_is_told() -> None:
    items = [*content()["items"], item("3", added="2026-06")]
    after = {**with_report(ratings={"1": "Red", "2": "Green", "3": "Amber"}), "items": items}
    sheet = sheet_of(content(), after)
    joined = next(one for one in sheet.plans[0].subjects if one.title == "Recommendation 3: Title of 3")
    assert joined.state is State.NEW
    assert [one.now for one in joined.differences if one.what == "Rating"] == [("Amber",)]


@pytest.mark.parametrize(
    ("key", "value", "title", "what"),
    [
        ("items", [item("1", due="2026-09", text="See all."), item("2")], "Recommendation 1: Title of 1", "Text"),
        (
            "items",
            [item("1", due="2026-12", text="See children."), item("2")],
            "Recommendation 1: Title of 1",
            "Due date",
        ),
        ("measures", [measure("m", polarity="lower")], "Measure m", "Polarity"),
        ("observations", [observation("m", "2026-01", "61")], "Measure m", "Values"),
        ("evidence", [evidence("audit")], "Evidence audit", "Items"),
        ("summary", "Other words.", "Northmere improvement plan", "Summary"),
    ],
)
def test_a_field_that_differs_is_told_where_it_stands(key: str, value: object, title: str, what: str) -> None:
    assert [(subject, one.what) for subject, one in found(sheet_of(content(), content(**{key: value})))] == [
        (title, what)
    ]


def test_values_of_a_measure_say_whether_the_latest_is_better() -> None:
    rows = [observation("m", "2026-01", "60"), observation("m", "2026-02", "70")]
    ((_, one),) = found(sheet_of(content(), content(observations=rows)))
    assert one.now == ("February 2026: 70%",)
    assert one.note.startswith("The latest is 10 points more than")
    assert one.note.endswith("which is better.")


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [(content(), content(items=[item("1", due="2026-09", text="See children.")], reports=[]), State.GONE)],
)
def test_items_and_reports_that_go_are_told(before: Written, after: Written, state: State) -> None:
    gone = [one.title for one in sheet_of(before, after).plans[0].subjects if one.state is state]
    assert gone == ["Report Report 2026-03", "Recommendation 2: Title of 2"]


def test_a_plan_that_comes_or_goes_is_told_as_a_whole() -> None:
    (new,), (gone,) = sheet_of(None, content()).plans, sheet_of(content(), None).plans
    assert (new.state, gone.state) == (State.NEW, State.GONE)
    assert gone.remarks == ("The whole plan goes from the site, with 1 report and 2 items.",)


def test_what_all_plans_share_is_told() -> None:
    before, after = Side(make_public()), Side(make_public(title="Another name"))
    (shared,) = compare(before, after, since="before").plans
    assert [(one.title, one.differences[0].what) for one in shared.subjects] == [("Settings", "Title")]


def test_what_is_not_published_is_not_told_but_named_as_held_back() -> None:
    draft = with_report(ratings={"1": "Amber"}, publish=False)
    assert sheet_of(content(), draft).is_empty
    (held,) = kept_back(make_public_source(draft), NEVER)
    assert held == "Report Report 2026-06 of Improvement plan, with 1 update: as long as it says “publish: false”"


def make_public_source(written: Written) -> Any:
    """The site before it goes through the door."""
    return Site(settings=Settings.model_validate(SETTINGS), plans=(make_plan(**written),))


def test_findings_are_new_or_gone_by_what_they_say_and_not_by_their_line() -> None:
    def one(code: str, line: int) -> Finding:
        return Finding(code, Severity.WARNING, Location("a.yml", line), f"About {code}.", plan="p")

    public = make_public()
    before, after = Side(public, (one("A", 1), one("B", 2))), Side(public, (one("B", 9), one("C", 3)))
    sheet = compare(before, after, since="before")
    assert ([f.code for f in sheet.new_findings], [f.code for f in sheet.gone_findings]) == (["C"], ["A"])


CHANGES: list[Callable[[Written, str], Written]] = [
    lambda w, t: {**w, "items": [item("1", title=t), item("2")]},
    lambda w, t: {**w, "items": [*w["items"], item("9", title=t)]},
    lambda w, t: {**w, "items": [{**w["items"][0], "notes": [t]}, item("2")]},
    lambda w, t: {**w, "items": [{**w["items"][0], "owners": [{"role": t}]}, item("2")]},
    lambda w, _: {**w, "items": list(reversed(w["items"]))},
    lambda w, t: {**w, "reports": [report("2026-03", {"1": "Red", "2": "Green"}, summary=t)]},
    lambda w, t: {
        **w,
        "reports": [report("2026-03", {"1": "Red"}, updates=[{"item": "2", "rating": "Green", "risks": t}])],
    },
    lambda w, _: {**w, "reports": [report("2026-03", {"1": "Red", "2": {"printed": "Green", "source": "4"}})]},
    lambda w, t: {**w, "measures": [measure("m", polarity="higher", definition=t)]},
    lambda w, t: {**w, "observations": [*w["observations"], observation("m", "2026-02", "1", note=t)]},
    lambda w, t: {**w, "evidence": [evidence("audit", items=["1"], shows=t)]},
    lambda w, t: {**w, "governance": {"board": t}},
    lambda w, t: {**w, "background": [{"title": "T", "text": [t]}]},
]


@given(change=st.sampled_from(CHANGES), text=st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_nothing_that_readers_see_can_change_unseen(change: Callable[[Written, str], Written], text: str) -> None:
    assert not sheet_of(content(), change(content(), text)).is_empty
