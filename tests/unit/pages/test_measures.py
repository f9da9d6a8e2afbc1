"""The pages of measures: the index and one page each, honest where the source is silent."""

from ragsite.pages import measure as measure_pages
from ragsite.pages import measures as index_pages
from tests.factories import item, make_plan, make_public, measure, observation
from tests.reading import hrefs, main_html, page_at, real_site, said

QUARTERS = [("2017/18-Q1", "84"), ("2017/18-Q2", "86"), ("2017/18-Q3", "89")]


def public_with(*rows, **more):
    observations = [observation("m", period, value) for period, value in rows]
    return make_public(
        make_plan(items=[item("1")], measures=[measure("m", items=["1"], **more)], observations=observations)
    )


def drawn(kind, public):
    (page,) = kind.pages(public)
    return said(page, public), page


def test_the_index_tells_value_target_verdict_and_items():
    public = public_with(*QUARTERS, polarity="higher", targets=[{"by": "2017-12", "value": 90}])
    words, page = drawn(index_pages, public)
    assert "Measure m 89% Financial quarter 3 of 2017 to 2018 (October to December 2017)." in words
    assert "90% by December 2017 Not met 1 point below the target" in words
    assert {"m/", "../items/1/"} <= set(hrefs(page, public))


def test_a_small_line_is_drawn_from_three_numbers_on():
    assert 'class="spark"' in main_html(drawn(index_pages, public_with(*QUARTERS))[1], public_with(*QUARTERS))
    two = public_with(*QUARTERS[:2])
    assert 'class="spark"' not in main_html(drawn(index_pages, two)[1], two)


def test_targets_are_counted_of_the_measures_that_have_one():
    words, _ = drawn(index_pages, public_with(*QUARTERS, polarity="higher", targets=[{"value": 80}]))
    assert "Target met 1\xa0of\xa01" in words or "Target met 1 of 1" in words


def test_a_plan_without_measures_says_so():
    words, _ = drawn(index_pages, make_public(make_plan()))
    assert "The source of this plan states no measures." in words


def test_a_page_tells_finding_figures_chart_values_and_target():
    public = public_with(*QUARTERS, polarity="higher", targets=[{"by": "2017-12", "value": 90}])
    words, page = drawn(measure_pages, public)
    html = main_html(page, public)
    assert "89% in financial quarter 3 of 2017 to 2018, 3 points more than in financial quarter 2" in words
    assert "Higher is better The source does not say so. This site infers it" in words
    assert "Target for December 2017: 90%" in words
    assert html.count('role="img"') == 2  # one drawing for wide screens, one for narrow
    assert "../../data/observations.csv" in hrefs(page, public)


def test_one_value_gets_a_table_and_no_chart():
    public = public_with(QUARTERS[0])
    words, page = drawn(measure_pages, public)
    assert '<svg class="chart' not in main_html(page, public)
    assert "Every value of this measure that the source gives (1)" in words


def test_no_value_no_target_and_no_definition_are_said_out_loud():
    words, _ = drawn(measure_pages, public_with())
    assert "No value is published" in words
    assert "The source gives no value for this measure." in words
    assert "The source states no target for this measure." in words
    assert "The source does not say how exactly this is measured." in words
    assert "The source does not say which way is better" in words


def test_measures_of_one_name_get_titles_of_their_own():
    public = make_public(make_plan(measures=[measure("a", name="Same"), measure("b", name="Same")]))
    first, second = measure_pages.pages(public)
    assert first.title != second.title


def test_real_figures_and_their_counts():
    public = real_site()
    page = page_at(measure_pages.pages(public), "/plans/brighton-hove-2017/measures/assessments-with-visit/")
    words = said(page, public)
    assert "70.3% for July to September 2017" in words
    assert "470 of 669" in words
    assert "Printed as “470 (70.3%)”." in words


def test_a_nought_read_as_blank_is_never_shown_as_zero():
    public = real_site()
    words = said(page_at(measure_pages.pages(public), "/plans/thurrock-2018/measures/p2-ind-1/"), public)
    assert "[x] Not available Printed as “0”." in words


def test_a_figure_being_checked_has_no_value_and_no_verdict():
    public = real_site()
    page = page_at(measure_pages.pages(public), "/plans/leicestershire-2018/measures/rec-6-first/")
    words = said(page, public)
    assert "No value is published: being checked" in words
    assert "Cannot be told" in words
