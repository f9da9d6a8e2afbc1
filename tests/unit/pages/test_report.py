"""A report's page: a frozen edition, with what was said then and nothing that came later."""

from ragsite.pages import report as report_pages
from tests.factories import RAG, item, make_plan, make_public, report
from tests.reading import hrefs, ids, page_at, said


def plan_of_two():
    moved = {"date": "2026-12", "reason": "LATER REASON"}
    return make_plan(
        scales=[RAG, {**RAG, "id": "rag-2", "title": "LATER SCALE"}],
        items=[item("1", due="2026-05"), item("2", added="2026-06", title="LATER ITEM")],
        reports=[
            report(
                "2026-03",
                updates=[{"item": "1", "rating": "A", "status": "Ongoing", "progress": "Work began."}],
                notes=["An oddity of March."],
            ),
            report(
                "2026-06",
                scale="rag-2",
                summary="LATER SUMMARY",
                updates=[
                    {"item": "1", "rating": "Green", "due": moved, "progress": "LATER PROGRESS"},
                    {"item": "2", "rating": "Red"},
                ],
            ),
        ],
        next_report={"due": "2026-10"},
    )


def edition(plan, name: str):
    public = make_public(plan)
    return page_at(report_pages.pages(public), f"/plans/northmere-2026/reports/{name}/"), public


def test_an_earlier_edition_holds_nothing_that_came_later():
    page, public = edition(plan_of_two(), "2026-03")
    words = said(page, public)
    assert "LATER" not in words
    assert "October 2026" not in words + str(page.period)
    assert "1 of 1" in words.replace("\xa0", " ")


def test_it_says_what_was_said_then_as_it_was_printed():
    words = said(*edition(plan_of_two(), "2026-03"))
    assert "1. Title of 1 Amber “A” Ongoing" in words
    assert "Work began." in words
    assert "An oddity of March." in words


def test_each_edition_links_to_its_neighbours():
    page, public = edition(plan_of_two(), "2026-03")
    assert page.props["pager"]["previous"] is None
    assert page.props["pager"]["next"]["href"] == "../2026-06/"
    assert "../2026-06/" in hrefs(page, public)


def test_items_with_words_have_an_entry_that_can_be_linked_to_and_others_are_counted():
    page, public = edition(plan_of_two(), "2026-06")
    assert "item-n-1" in ids(page, public)
    assert "item-n-2" not in ids(page, public)
    assert "It says nothing in words of the other 1 that it rates or lists." in said(page, public)


def test_a_previous_rating_that_the_report_states_has_its_column():
    updates = [{"item": "1", "rating": "Red", "previous": "Green"}, {"item": "2", "rating": "Red"}]
    plan = make_plan(items=[item("1"), item("2")], reports=[report("2026-03", updates=updates)])
    words = said(*edition(plan, "2026-03"))
    assert "Rating before, as this report states it" in words
    assert "since the ratings before, none got better, 1 got worse" in words.lower()


def test_a_reason_that_many_rows_share_is_told_once_under_the_table():
    names = [str(number) for number in range(1, 6)]
    plan = make_plan(
        items=[item(name) for name in names], reports=[report("2026-03", dict.fromkeys(names, "0"))]
    )
    words = said(*edition(plan, "2026-03"))
    assert "Not rated (5 items): The key has no 0." in words
    assert "Not rated The key has no 0. “0”" not in words
