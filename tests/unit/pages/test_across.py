"""Owners, topics and the recommendation index: pages that look across a plan, or across plans."""

from typing import Any

from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site, Topic
from ragsite.pages import item as item_pages
from ragsite.pages import owners, plan_topic, recommendations, topic, topics
from ragsite.publish import PublicSite, publish
from tests.factories import RAG, SETTINGS, item, make_plan, make_public, measure, observation, report
from tests.reading import hrefs, ids, page_at, said

HEAD = {"role": "Head of Service", "name": "Ann Example", "kind": "lead"}
WHERE = "/plans/northmere-2026/"


def words(page: Any, public: PublicSite) -> str:
    return said(page, public).replace("\xa0", " ")


def test_owners_are_shown_by_role_with_their_items_and_counts() -> None:
    items = [item("1", owners=[HEAD], due="2026-05"), item("2", owners=[HEAD]), item("3")]
    public = make_public(make_plan(items=items, reports=[report("2026-03", {"1": "Red", "2": "Green"})]))
    page = page_at(owners.pages(public), f"{WHERE}owners/")
    told = words(page, public)
    assert "Ann Example" not in told
    assert "2 of 3 rated items name somebody." in told
    assert "Recommendations: 1 of 2 rated Green, 1 of 2 rated Red." in told
    assert "The source names nobody for 1 of 3 rated items." in told
    assert {"owner-head-of-service", "nobody"} <= set(ids(page, public))


def test_a_plan_that_names_nobody_says_so() -> None:
    public = make_public(make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"})]))
    told = words(page_at(owners.pages(public), f"{WHERE}owners/"), public)
    assert "The source names nobody who answers for any item of this plan." in told


def site(*plans: Plan) -> PublicSite:
    named = (Topic(id="care", title="Care", summary="On care."), Topic(id="other", title="Other", summary="On more."))
    return publish(Site(settings=Settings.model_validate(SETTINGS), plans=plans, topics=named))


def two_plans() -> PublicSite:
    lost = {**RAG, "id": "abc", "title": "Letters", "key": "lost", "tones": "assigned"}
    one = make_plan(
        id="one",
        items=[item("1", topics=["care"]), item("2")],
        reports=[report("2026-03", {"1": "Green", "2": "Red"})],
        measures=[measure("a", items=["1"])],
        observations=[observation("a", "2026-02", "40")],
    )
    two = make_plan(
        id="two",
        short_title="Second plan",
        items=[item("9", topics=["care"])],
        scales=[lost],
        reports=[report("2025-01", {"9": "Green"}, scale="abc")],
    )
    return site(one, two)


def test_a_topic_keeps_plans_apart_each_with_its_date_scale_and_words() -> None:
    public = two_plans()
    page = page_at(topic.pages(public), "/topics/care/")
    told = words(page, public)
    assert {"plan-one", "plan-two", "why"} <= set(ids(page, public))
    assert "Position at March 2026" in told
    assert "Rating scale: Letters" in told
    assert "The source has no key to its ratings. The source prints no colours." in told
    assert "40% in February 2026." in told
    assert "of 2" not in told, "nothing is counted over plans"
    assert "../../ratings/" in hrefs(page, public)


def test_a_plan_has_a_page_for_each_topic_which_leads_back_to_all_plans() -> None:
    public = two_plans()
    assert [page.path for page in plan_topic.pages(public)] == ["/plans/one/topics/care/", "/plans/two/topics/care/"]
    page = page_at(plan_topic.pages(public), "/plans/one/topics/care/")
    told = words(page, public)
    assert "This plan has 1 recommendation under this topic, with 1 measure." in told
    assert "40% in February 2026." in told
    assert "Second plan" not in told, "the page is made from its plan alone"
    assert {"../../../../topics/care/", "../../items/1/"} <= set(hrefs(page, public))
    everywhere = page_at(topic.pages(public), "/topics/care/")
    assert "../../plans/one/topics/care/" in hrefs(everywhere, public)


def test_a_topic_of_many_items_counts_them_plan_by_plan_and_leads_to_each() -> None:
    many = [item(str(place), topics=["care"]) for place in range(topic.MANY)]
    rated = {str(place): "Green" if place < 100 else "Red" for place in range(topic.MANY)}
    one = make_plan(id="one", items=many, reports=[report("2026-03", rated)])
    two = make_plan(id="two", short_title="Second plan", items=[item("9", topics=["care"])])
    public = site(one, two)
    page = page_at(topic.pages(public), "/topics/care/")
    told = words(page, public)
    assert "Recommendations: 100 of 150 rated Green, 50 of 150 rated Red." in told
    assert "1 recommendation No rating is known No report yet" in told
    assert "of 151" not in told, "nothing is counted over plans"
    assert {"../../plans/one/topics/care/", "../../plans/two/topics/care/"} <= set(hrefs(page, public))
    assert "../../plans/one/items/1/" not in hrefs(page, public)


def test_many_plans_are_counted_in_the_index_of_topics() -> None:
    plans = [make_plan(id=f"p{place}", items=[item("1", topics=["care"])]) for place in range(topics.MANY)]
    told = words(page_at(topics.pages(site(*plans)), "/topics/"), site(*plans))
    assert "In 20 plans" in told


def test_a_topic_that_nobody_names_is_listed_without_a_page() -> None:
    public = two_plans()
    assert [page.path for page in topic.pages(public)] == ["/topics/care/"]
    told = words(page_at(topics.pages(public), "/topics/"), public)
    assert "No item of any plan is about: Other." in told
    assert "Northmere Council: Second plan (1 item)" in told


def test_an_item_leads_to_its_topics() -> None:
    public = two_plans()
    page = page_at(item_pages.pages(public), "/plans/one/items/1/")
    assert "../../../../topics/care/" in hrefs(page, public)


def test_the_index_tells_answers_silence_and_numbers_without_text() -> None:
    wanted = [{"id": "r1", "ref": "Ofsted 1"}, {"id": "r2", "ref": "Ofsted 2", "text": "Listen to children."}]
    items = [item("1", answers=["r1"]), item("2")]
    ratings = [report("2026-03", {"1": "Red", "2": "Red"})]
    public = make_public(make_plan(items=items, reports=ratings, inspection_recommendations=wanted))
    page = page_at(recommendations.pages(public), f"{WHERE}recommendations/")
    told = words(page, public)
    assert "1 of 2 recommendations is answered by the plan's items. 1 of 2 recommendations answer none." in told
    assert "Recommendations that nobody answers: Ofsted 2." in told
    assert "Ofsted 1 The source prints only the number, not the text." in told
    assert "No item of the plan says that it answers this." in told


def test_a_plan_without_recommendations_has_no_index_and_no_link_to_one() -> None:
    public = make_public(make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"})]))
    assert list(recommendations.pages(public)) == []
    page = page_at(owners.pages(public), f"{WHERE}owners/")
    assert "../recommendations/" not in hrefs(page, public)
