"""The pages of the exception report: every question answered, or said to have no answer in the source."""

from ragsite.pages import exceptions as exceptions_pages
from tests.factories import RAG, evidence, item, make_plan, make_public, report
from tests.reading import hrefs, page_at, said

PLAN = "/plans/northmere-2026/"


def plan_of_two():
    updates = [
        {
            "item": "1",
            "rating": "Red",
            "rating_reason": "Two posts are empty.",
            "risks": ["Children wait."],
            "next_steps": ["Hire staff."],
            "decision": ["Cabinet is asked for money."],
        },
        {"item": "2", "rating": "Amber", "evidence": ["e"]},
        {"item": "3", "rating": "0"},
        {"item": "4", "rating": "Red"},
    ]
    owner = {"role": "Head of Service", "kind": "lead"}
    return make_plan(
        items=[item("1", due="2026-01", owners=[owner]), item("2"), item("3"), item("4", due="2025-12")],
        reports=[report("2026-02", dict.fromkeys("1234", "Amber") | {"2": "Red"}), report("2026-03", updates=updates)],
        evidence=[evidence("e")],
    )


def shown(plan, path):
    public = make_public(plan)
    return page_at(exceptions_pages.pages(public), f"{PLAN}{path}"), public


def words_of(plan, path):
    return said(*shown(plan, path)).replace("\xa0", " ")


def test_there_is_one_page_for_each_report_and_one_for_the_latest():
    paths = [page.path.removeprefix(PLAN) for page in exceptions_pages.pages(make_public(plan_of_two()))]
    assert paths == ["reports/2026-02/exceptions/", "reports/2026-03/exceptions/", "exceptions/"]


def test_an_item_answers_every_question_of_an_exception_report():
    words = words_of(plan_of_two(), "exceptions/")
    for answer in (
        "Listed because Rated at a red level. It is rated “Red”. Got worse. It was rated “Amber” in the report "
        "Report 2026-02. Overdue. The date, January 2026, had passed",
        "Rating before Amber, in the report Report 2026-02",
        "Reason Two posts are empty.",
        "Impact and risks Children wait.",
        "Recovery action Hire staff.",
        "Who answers for it Head of Service (lead)",
        "Decision needed Cabinet is asked for money.",
        "Due date January 2026",
    ):
        assert answer in words


def test_what_the_source_does_not_state_is_said_for_each_question():
    words = words_of(plan_of_two(), "exceptions/")
    entry = words[words.index("4. Title of 4 Red Listed because") :]
    for question in ("Reason", "Impact and risks", "Recovery action", "Who answers for it", "Decision needed"):
        assert f"{question} Not stated in the source" in entry


def test_the_oldest_comes_first_in_the_table():
    words = words_of(plan_of_two(), "exceptions/")
    table = words[words.index("Items off track, with the rules") :]
    assert table.index("4. Title of 4") < table.index("1. Title of 1")


def test_each_rule_tells_how_many_it_lists_of_how_many_and_of_how_many_it_cannot_be_told():
    words = words_of(plan_of_two(), "exceptions/")
    assert "nearer to the worst level than in the report before. 2 of 4 1 of 4" in words
    assert "The report changes or withdraws a due date that had been given. None of 2 None" in words
    assert "What cannot be told" in words
    assert "It is not rated. The key has no 0. 1 of 4" in words


def test_what_improved_is_told_with_its_evidence():
    words = words_of(plan_of_two(), "exceptions/")
    assert "2. Title of 2 Red Amber Evidence e" in words
    page, public = shown(plan_of_two(), "exceptions/")
    assert "../evidence/#e" in hrefs(page, public)


def test_none_is_said_where_no_item_is_listed():
    plan = make_plan(items=[item("1")], reports=[report("2026-02", {"1": "Amber"}), report("2026-03", {"1": "Amber"})])
    words = words_of(plan, "exceptions/")
    assert "None of 1 item is listed by any rule." in words
    assert "None." in words[words.index("Items off track") : words.index("What improved")]
    assert "None." in words[words.index("What improved") :]


def test_nothing_listed_is_no_good_news_where_no_rating_can_be_read():
    plan = make_plan(items=[item("1")], reports=[report("2026-02", {"1": "0"})])
    words = words_of(plan, "exceptions/")
    assert "Nothing is listed. That does not say that all is well" in words
    assert "Cannot be told: no rating can be compared with one before." in words


def test_the_latest_page_leads_to_the_last_report_with_ratings():
    plan = make_plan(items=[item("1")], reports=[report("2026-02", {"1": "Red"}), report("2026-03", {"1": "0"})])
    page, public = shown(plan, "exceptions/")
    assert "Last report with ratings Report 2026-02" in said(page, public)
    assert "../reports/2026-02/exceptions/" in hrefs(page, public)


def test_words_that_stand_with_the_area_are_pointed_to():
    structure = [{"kind": "Area", "plural": "Areas"}, {"kind": "Priority", "plural": "Priorities"}]
    updates = [
        {"item": "a", "rating": "Amber", "risks": ["Cost."], "developments": ["A post was filled."]},
        {"item": "a1", "rating": "Red"},
    ]
    plan = make_plan(
        items=[item("a", items=[item("a1")])], reports=[report("2026-03", updates=updates)], structure=structure
    )
    words = words_of(plan, "exceptions/")
    assert "Impact and risks Not stated for this priority. The report tells it of Area a. Title of a" in words
    assert "Key developments A post was filled. Key risks Not stated in the source" in words


def test_an_earlier_edition_knows_nothing_of_the_later_one():
    words = words_of(plan_of_two(), "reports/2026-02/exceptions/")
    assert "Two posts are empty." not in words
    assert "2. Title of 2" in words


def test_many_items_are_folded_under_their_titles():
    names = [str(number) for number in range(1, 15)]
    plan = make_plan(items=[item(name) for name in names], reports=[report("2026-03", dict.fromkeys(names, "Red"))])
    page, _ = shown(plan, "exceptions/")
    assert page.props["parts"]["entries"]["folds"]
    assert words_of(plan, "exceptions/").count("Decision needed") == len(names)


def test_a_red_by_this_sites_own_choice_is_said_to_be_that():
    plan = make_plan(
        items=[item("1")], reports=[report("2026-03", {"1": "Red"})], scales=[{**RAG, "tones": "assigned"}]
    )
    assert "which this site shows in red" in words_of(plan, "exceptions/")


def test_a_plan_without_a_report_says_so():
    assert "No report on this plan has been published yet." in words_of(make_plan(items=[item("1")]), "exceptions/")
