"""A plan's page: the verdict, what moved, every item once, and nothing that the reports do not say."""

from ragsite.pages import plan as plan_pages
from tests.factories import item, make_plan, make_public, report
from tests.reading import hrefs, said

TREE = [
    {"kind": "Priority", "plural": "Priorities", "rated": False},
    {"kind": "Action", "plural": "Actions"},
]


def drawn(plan):
    public = make_public(plan)
    (page,) = plan_pages.pages(public)
    return page, public


def words_of(plan) -> str:
    return said(*drawn(plan)).replace("\xa0", " ")


def moving_plan():
    return make_plan(
        items=[item(name) for name in "1234"],
        reports=[
            report("2026-03", {"1": "Red", "2": "Green", "3": "Red", "4": "0"}),
            report("2026-06", {"1": "Green", "2": "Red", "3": "Red", "4": "Red"}),
        ],
    )


def test_it_opens_with_the_verdict_and_counts_with_denominators():
    words = words_of(moving_plan())
    assert "1 of 4 recommendations is rated Green, which here means finished with evidence." in words
    assert "Red 3 of 4 75%" in words


def test_what_moved_is_counted_like_for_like_with_the_rule():
    words = words_of(moving_plan())
    assert "3 of 4 recommendations have a rating on both sides." in words
    assert "1 got better, 1 got worse and 1 stayed the same" in words
    assert "Better means nearer to the best level of the scale." in words


def test_a_plan_with_one_report_tells_no_movement_and_no_run():
    words = words_of(make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"})]))
    assert "got better" not in words
    assert "Ratings in each report" not in words


def test_columns_without_anything_to_say_are_left_out_and_that_is_told():
    words = words_of(make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"})]))
    assert "The source gives no due date for any of these." in words
    assert "The source names nobody who answers for any of these." in words
    dated = make_plan(items=[item("1", due="2026-09")], reports=[report("2026-03", {"1": "Red"})])
    assert "The source gives no due date" not in words_of(dated)


def test_the_tree_has_every_item_once_in_the_tables_and_groups():
    plan = make_plan(
        structure=TREE,
        items=[item("a", items=[item("a-1"), item("a-2")]), item("b", missing=True)],
        reports=[report("2026-03", {"a-1": "Red"})],
    )
    page, public = drawn(plan)
    links = [one for one in hrefs(page, public) if one.startswith("items/")]
    assert links == ["items/a/", "items/a-1/", "items/a-2/", "items/b/"]
    assert "The source lists this and says nothing more." in said(page, public)


def test_ratings_of_the_last_rated_report_stand_beside_an_unrated_latest_one():
    plan = make_plan(
        items=[item("1")], reports=[report("2026-03", {"1": "Green"}), report("2026-06", {"1": "0"})]
    )
    words = words_of(plan)
    assert "Title Rating, Report 2026-03" in words
    assert "The report Report 2026-06 rates none of these." in words
    glance = words[: words.index("Five questions")]
    assert "In the report Report 2026-03, the last with ratings" in glance
    assert "Not rated 1 of 1 100%" in glance
    assert glance.count("0 of 1") == len(plan.scale_of(plan.latest).levels)


def test_both_ratings_are_shown_where_the_latest_report_rates_some():
    earlier = report("2026-03", {"1": "Green", "2": "Red"})
    plan = make_plan(items=[item("1"), item("2")], reports=[earlier, report("2026-06", {"1": "Red", "2": "0"})])
    words = words_of(plan)
    assert "rates none of these" not in words


def test_stated_figures_are_shown_as_printed():
    stated = {"id": "s", "kind": "count", "label": "Rated Green", "printed": "eleven", "source": "16"}
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"}, statements=[stated])])
    assert "Rated Green “eleven” The whole plan Line 16" in words_of(plan)


def test_a_plan_without_reports_still_has_its_page():
    words = words_of(make_plan(items=[item("1")]))
    assert "No report on this plan has been published yet." in words
    assert "1. Title of 1" in words
