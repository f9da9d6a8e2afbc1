"""An item's page: its rating with how it is known, its dates as at the report, and silence said out loud."""

from ragsite.pages import item as item_pages
from tests.factories import RAG, evidence, item, make_plan, make_public, measure, observation, report
from tests.reading import hrefs, ids, page_at, said

TREE = [
    {"kind": "Priority", "plural": "Priorities", "rated": False},
    {"kind": "Action", "plural": "Actions"},
]


def page_of(plan, name: str):
    public = make_public(plan)
    found = page_at(item_pages.pages(public), f"/plans/northmere-2026/items/{name}/")
    return found, public


def words_of(plan, name: str = "1") -> str:
    return said(*page_of(plan, name))


def plan_with(update: dict, **more):
    return make_plan(
        items=[item("1", **more)], reports=[report("2026-03", updates=[{"item": "1", **update}])]
    )


def test_the_panel_gives_the_rating_its_meaning_and_what_is_printed():
    words = words_of(plan_with({"rating": "G"}))
    assert "Rating at March 2026 Green: Finished" in words
    assert "It is finished, and evidence shows it." in words
    assert "Printed as “G”." in words
    assert "Direction: cannot be told. There is no earlier rating to compare with." in words


def test_an_unrated_item_says_what_is_printed_and_why_it_is_no_rating():
    words = words_of(plan_with({"rating": "0"}))
    assert "Rating at March 2026 Not rated The key has no 0." in words
    assert "The source prints “0”." in words


def test_a_rating_from_the_prose_says_so():
    found = {"printed": "", "level": "red", "basis": "narrative", "reason": "The text says red."}
    words = words_of(plan_with({"rating": found}))
    assert "This rating stands in the text of the report" in words
    assert "The text says red." in words


def test_the_path_and_the_direction_name_the_reports():
    plan = make_plan(
        items=[item("1")], reports=[report("2026-03", {"1": "Green"}), report("2026-06", {"1": "Red"})]
    )
    words = words_of(plan)
    assert "Worse than in the report Report 2026-03 (was Green: Finished)" in words
    assert "Green Report 2026-03 Red Report 2026-06" in words


def test_a_redefined_scale_is_a_break_in_the_path_and_no_direction():
    plan = make_plan(
        scales=[RAG, {**RAG, "id": "rag-2"}],
        items=[item("1")],
        reports=[report("2026-03", {"1": "Green"}), report("2026-06", {"1": "Red"}, scale="rag-2")],
    )
    words = words_of(plan)
    assert "Scale redefined" in words
    assert "Worse than" not in words


def test_overdue_is_told_as_at_the_report_and_never_for_a_finished_item():
    assert "Overdue at March 2026" in words_of(plan_with({"rating": "Red"}, due="2026-01"))
    assert "Overdue" not in words_of(plan_with({"rating": "Green"}, due="2026-01"))
    assert "Overdue" not in words_of(plan_with({"rating": "Red"}, due="2026-09"))


def test_a_moved_date_shows_the_first_one_with_reason_and_who_agreed():
    moved = {"date": "2026-09", "reason": "Two posts are empty.", "agreed_by": "The board"}
    plan = make_plan(
        items=[item("1", due="2026-05")],
        reports=[
            report("2026-03", {"1": "Red"}),
            report("2026-06", updates=[{"item": "1", "rating": "Red", "due": moved}]),
        ],
    )
    words = words_of(plan)
    assert "September 2026 Moved once, 4 months later than first planned. First date: May 2026." in words
    assert "Two posts are empty. The board" in words


def test_one_report_alone_cannot_show_whether_a_date_moved():
    assert "There is one report only" in words_of(plan_with({"rating": "Red"}, due="2026-09"))


def test_silence_is_said_out_loud():
    words = words_of(plan_with({"rating": "Red"}))
    assert "Due date Not stated in the source" in words
    assert "Who answers for it Not stated in the source" in words
    assert "No evidence has been published for this." in words
    assert "nothing in words about progress" in words


def test_old_words_are_never_shown_as_new_ones():
    plan = make_plan(
        items=[item("1")],
        reports=[
            report("2026-03", updates=[{"item": "1", "rating": "Red", "progress": "Work began."}]),
            report("2026-06", {"1": "Red"}),
        ],
    )
    assert "As told in the report Report 2026-03." in words_of(plan)
    assert "Later reports say nothing in words about this." in words_of(plan)


def test_milestones_without_status_are_not_counted_as_undone():
    silent = [{"text": "One"}, {"text": "Two"}]
    mixed = [{"text": "One", "status": "Completed"}, {"text": "Two"}]
    assert "Milestones 2 The source gives no status." in words_of(
        plan_with({"rating": "Red"}, milestones=silent)
    )
    words = words_of(plan_with({"rating": "Red"}, milestones=mixed))
    assert "Milestones marked done 1 of 2 No status is given for 1." in words


def test_an_inspection_recommendation_without_text_is_said_to_have_none():
    plan = make_plan(
        items=[item("1", answers=["o-14"])],
        inspection_recommendations=[{"id": "o-14", "ref": "Ofsted 14"}],
        reports=[report("2026-03", {"1": "Red"})],
    )
    assert "Ofsted 14 The source prints only the number, not the text." in words_of(plan)


def test_a_level_that_is_not_rated_shows_the_counts_below_it_in_place_of_a_rating():
    plan = make_plan(
        structure=TREE,
        items=[item("p", items=[item("p-1"), item("p-2")])],
        reports=[report("2026-03", {"p-1": "Red"})],
    )
    words = words_of(plan, "p")
    assert "The source does not rate priorities. It rates actions only, counted here." in words
    assert "Red 1 of 2 50%" in words.replace("\xa0", " ")
    assert "Rating at" not in words


def test_evidence_and_measures_lead_to_their_own_pages():
    plan = make_plan(
        items=[item("1")],
        reports=[report("2026-03", updates=[{"item": "1", "rating": "Red", "evidence": ["audit-1"]}])],
        evidence=[evidence("audit-1", does_not_show="Anything later.")],
        measures=[measure("m", items=["1"], targets=[{"by": "2026-03", "value": "90"}])],
        observations=[observation("m", "2026-03", "88")],
    )
    found, public = page_of(plan, "1")
    assert {"../../evidence/#audit-1", "../../measures/m/"} <= set(hrefs(found, public))
    assert "Does not show: Anything later." in said(found, public)
    assert "88%" in said(found, public)


def test_the_pager_goes_across_parents_on_the_same_level():
    plan = make_plan(
        structure=TREE,
        items=[item("a", items=[item("a-1")]), item("b", items=[item("b-1")])],
        reports=[report("2026-03")],
    )
    found, _ = page_of(plan, "a-1")
    assert found.props["pager"]["previous"] is None
    assert found.props["pager"]["next"]["href"] == "../b-1/"
    assert [step["text"] for step in found.breadcrumb] == [
        "Overview",
        "Northmere Council: Improvement plan",
        "Priority a",
        "Action a-1",
    ]


def test_titles_are_unique_also_where_items_share_one():
    twins = [item("a-1", ref="", title="Train staff"), item("a-2", ref="", title="Train staff")]
    other = [item("b-1", ref="", title="Train staff")]
    plan = make_plan(structure=TREE, items=[item("a", items=twins), item("b", items=other)])
    titles = [page.title for page in item_pages.pages(make_public(plan))]
    assert len(set(titles)) == len(titles)
    assert "Action: Train staff (Title of b) – Northmere Council: Improvement plan" in titles


def test_every_link_of_the_contents_list_has_its_target():
    found, public = page_of(plan_with({"rating": "Red", "notes": ["An oddity."]}, due="2026-09"), "1")
    assert {link["href"].lstrip("#") for link in found.on_this_page} <= set(ids(found, public))


def test_where_an_item_came_from_and_went_is_told_with_links():
    plan = make_plan(
        items=[
            item("1", closed={"report": "2026-06", "reason": "It is two things."}, split_into=["2", "3"]),
            item("2", added="2026-06"),
            item("3", added="2026-06"),
        ],
        reports=[report("2026-03", {"1": "Red"}), report("2026-06", {"1": "Red", "2": "Red", "3": "Red"})],
    )
    words = words_of(plan)
    assert "It was closed in the report Report 2026-06. Reason: It is two things." in words
    found, public = page_of(plan, "1")
    assert {"../2/", "../3/"} <= set(hrefs(found, public))
    assert "It joined the plan in the report Report 2026-06." in words_of(plan, "2")
