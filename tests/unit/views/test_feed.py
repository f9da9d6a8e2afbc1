"""The news of a plan: what changed, when, once each, under a name that stays."""

from datetime import date

from ragsite.model.plan import Plan
from ragsite.views.feed import Entry, News, plan_news
from tests.factories import RAG, item, make_plan, report

FOUR = [item(key) for key in "1234"]


def two_reports(**more: object) -> Plan:
    """Item 1 got worse, 2 better, 3 lost its rating, 4 stayed."""
    first = report("2026-03", {"1": "A", "2": "A", "3": "G", "4": "G"})
    second = report("2026-06", {"1": "R", "2": "G", "3": "0", "4": "G"}, **more)
    return make_plan(items=FOUR, reports=[first, second])


def keys(plan: Plan) -> list[str]:
    return [entry.key for entry in plan_news(plan)]


def entry(plan: Plan, key: str) -> Entry:
    return next(one for one in plan_news(plan) if one.key == key)


def test_each_rating_that_moved_has_an_entry_and_the_others_have_none() -> None:
    assert keys(two_reports()) == [
        "2026-06/report",
        "2026-06/rating/1",
        "2026-06/rating/2",
        "2026-06/rating/3",
        "2026-03/report",
    ]


def test_a_moved_rating_says_from_what_to_what_and_which_way() -> None:
    found = entry(two_reports(), "2026-06/rating/1")
    assert found.title == "Recommendation 1. Title of 1: “Red”, was “Amber” – Northmere Council: Improvement plan"
    assert found.text == (
        "Position at June 2026. The rating is “Red”. It was “Amber” in the report Report 2026-03. That is worse.",
        "It will be late.",
    )
    assert (found.news, found.day, found.item) == (News.RATING, date(2026, 6, 30), found.plan.item_by_id["1"])


def test_a_lost_rating_is_told_with_its_reason_and_not_as_a_fall() -> None:
    found = entry(two_reports(), "2026-06/rating/3")
    assert "not rated" in found.title
    assert found.text[-1] == "The key has no 0."
    assert not any("worse" in text for text in found.text)


def test_a_report_that_rates_nothing_takes_back_no_ratings_one_by_one() -> None:
    plan = make_plan(items=FOUR, reports=[report("2026-03", dict.fromkeys("1234", "G")), report("2026-06")])
    assert keys(plan) == ["2026-06/report", "2026-03/report"]
    assert "4 of 4 that had a rating before have none in this report." in entry(plan, "2026-06/report").text


def test_a_redefined_scale_is_a_break_and_no_rating_moved() -> None:
    other = {**RAG, "id": "rag-2"}
    reports = [report("2026-03", {"1": "R"}), report("2026-06", {"1": "G"}, scale="rag-2")]
    plan = make_plan(items=[item("1")], reports=reports, scales=[RAG, other])
    assert keys(plan) == ["2026-06/report", "2026-03/report"]
    assert any("scale changed" in text for text in entry(plan, "2026-06/report").text)


def test_a_first_report_tells_the_changes_that_it_states_itself() -> None:
    update = {"item": "1", "rating": "G", "previous": "A", "rating_reason": "Posts were filled."}
    plan = make_plan(items=[item("1")], reports=[report("2026-03", updates=[update])])
    found = entry(plan, "2026-03/rating/1")
    assert "It was “Amber” before, as this report states it. That is better." in found.text[0]
    assert found.text[1] == "Reason given: Posts were filled."


def test_a_moved_date_says_both_dates_the_reason_and_who_agreed() -> None:
    due = {"date": "2026-12", "reason": "Two posts are empty.", "agreed_by": "The board"}
    reports = [report("2026-03", {"1": "A"}), report("2026-06", updates=[{"item": "1", "rating": "A", "due": due}])]
    found = entry(make_plan(items=[item("1", due="2026-09")], reports=reports), "2026-06/date/1")
    assert found.title.startswith("Recommendation 1. Title of 1: due December 2026, was September 2026")
    assert "moved to a later one: December 2026. Before, it was September 2026." in found.text[0]
    assert found.text[1] == "Two posts are empty. Agreed by: The board."


def test_a_correction_has_its_own_day_and_keeps_its_number() -> None:
    one = {"date": "2026-08-01", "text": "Item 1 was shown as Green.", "item": "1"}
    two = {"date": "2026-07-15", "text": "A total was wrong."}
    plan = two_reports(corrections=[one, two])
    first, second = entry(plan, "2026-06/correction/1"), entry(plan, "2026-06/correction/2")
    assert (first.day, first.item and first.item.id, first.text[1]) == (
        date(2026, 8, 1),
        "1",
        "Item 1 was shown as Green.",
    )
    assert (second.day, second.item) == (date(2026, 7, 15), None)
    assert keys(plan)[:3] == ["2026-06/correction/1", "2026-06/correction/2", "2026-06/report"]


def test_a_later_report_changes_no_entry_of_an_earlier_one() -> None:
    before = {one.key: one for one in plan_news(two_reports())}
    third = report("2026-09", {"1": "G", "2": "G", "3": "G", "4": "R"})
    first = report("2026-03", {"1": "A", "2": "A", "3": "G", "4": "G"})
    second = report("2026-06", {"1": "R", "2": "G", "3": "0", "4": "G"})
    after = {one.key: one for one in plan_news(make_plan(items=FOUR, reports=[first, second, third]))}
    assert {key: (one.title, one.text, one.day) for key, one in after.items() if key in before} == {
        key: (one.title, one.text, one.day) for key, one in before.items()
    }


def test_a_plan_that_nothing_dates_has_no_news() -> None:
    assert plan_news(make_plan(items=FOUR, reports=[report("only", as_at={"basis": "not stated"})])) == ()
