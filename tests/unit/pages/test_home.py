"""The overview: every plan with its own verdict, and why nothing is compared across plans."""

from ragsite.pages import home
from tests.factories import RAG, item, make_plan, make_public, report
from tests.reading import hrefs, said

UNFINISHED = {
    **RAG,
    "levels": [
        {"id": "green", "label": "Green", "tone": "green", "meaning": "Good progress, with more to do."},
    ],
}


def drawn():
    first = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Green"})])
    second = make_plan(
        id="southmere-2026",
        organisation="Southmere Council",
        scales=[UNFINISHED],
        items=[item("1")],
        reports=[report("2026-05", {"1": "Green"})],
    )
    public = make_public(first, second)
    (page,) = home.pages(public)
    return page, public


def test_each_plan_has_a_card_with_its_verdict_and_date():
    page, public = drawn()
    words = said(page, public)
    assert "1 of 1 recommendation is rated Green, which here means finished with evidence." in words
    assert "Position at May 2026" in words
    assert {"plans/northmere-2026/", "plans/southmere-2026/"} <= set(hrefs(page, public))


def test_the_same_label_is_shown_with_its_different_meanings():
    words = said(*drawn())
    assert "Northmere Council: Improvement plan Green: Finished Yes." in words.replace("Green Green", "Green")
    assert "Southmere Council: Improvement plan Green No. Good progress, with more to do." in words


def test_ratings_of_different_plans_are_never_added():
    assert "2 of 2" not in said(*drawn()).replace("\xa0", " ")
