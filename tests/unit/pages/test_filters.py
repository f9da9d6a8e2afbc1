"""What a search can be narrowed by: never one choice for two plans, and every choice with the number of its pages."""

from ragsite.pages import item as item_pages
from ragsite.pages import measure as measure_pages
from ragsite.pages import report as report_pages
from ragsite.pages.filters import choices, item_filters
from ragsite.pages.frame import draw
from ragsite.views.rollup import last_rated
from tests.factories import SETTINGS, item, make_plan, make_public, measure, report
from tests.reading import real_site

AREAS = [{"kind": "Area", "plural": "Areas", "rated": False}, {"kind": "Action", "plural": "Actions"}]


def test_an_item_carries_its_kind_rating_topics_and_owners() -> None:
    twice = [{"role": "Director of X", "kind": kind} for kind in ("lead", "responsible")]
    plan = make_plan(
        items=[item("1", topics=["front-door", "voice"], owners=twice)], reports=[report("2026-03", {"1": "Green"})]
    )
    assert item_filters(plan, plan.items[0], rated=last_rated(plan)) == (
        ("kind", "recommendation"),
        ("rating", "northmere-2026.green"),
        ("topic", "front-door"),
        ("topic", "voice"),
        ("owner", "northmere-2026.director-of-x"),
    )


def test_an_area_that_is_not_rated_has_no_rating_and_an_action_without_one_is_not_rated() -> None:
    plan = make_plan(structure=AREAS, items=[item("1", items=[item("1a")])], reports=[report("2026-03")])
    area, action = plan.items
    assert item_filters(plan, area, rated=plan.latest) == (("kind", "area"),)
    assert item_filters(plan, action, rated=plan.latest) == (("kind", "action"), ("rating", "northmere-2026.not-rated"))


def test_pages_carry_their_values_and_their_plan() -> None:
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"})], measures=[measure("m")])
    public = make_public(plan)
    for pages, kind in ((item_pages, "recommendation"), (measure_pages, "measure"), (report_pages, "report")):
        (page,) = pages.pages(public)
        html = draw(page, public)
        assert 'data-pagefind-filter="plan[data-f1], kind[data-f2]' in html
        assert f'data-f1="northmere-2026" data-f2="{kind}"' in html


def test_equal_words_of_two_plans_are_two_choices() -> None:
    plans = [
        make_plan(id=name, items=[item("1", owners=[{"role": "Director"}])], reports=[report("2026-03", {"1": "Red"})])
        for name in ("ashby-2026", "bexley-2026")
    ]
    found = {group["name"]: group for group in choices(make_public(*plans))}
    for name in ("rating", "owner"):
        values = [option["value"] for part in found[name]["groups"] for option in part["options"]]
        assert len(set(values)) == len(values)
    assert [part["title"].split(",")[-1] for part in found["rating"]["groups"]] == [" in the report Report 2026-03"] * 2


def test_choices_count_the_pages_of_the_real_plans() -> None:
    """Each count is the number of pages that carry the value, so that no choice leads to another number."""
    public = real_site()
    carried = [pair for page in item_pages.pages(public) for pair in page.filters]
    for group in choices(public):
        for option in [*group["options"], *(one for part in group["groups"] for one in part["options"])]:
            pair = (group["name"], option["value"])
            if option["count"] is not None and pair not in (("kind", "measure"), ("kind", "report")):
                assert option["count"] == carried.count(pair), pair
    offered = {
        (group["name"], option["value"])
        for group in choices(public)
        for option in [*group["options"], *(one for part in group["groups"] for one in part["options"])]
    }
    assert set(carried) <= offered


def test_a_group_without_choices_is_not_offered() -> None:
    names = [group["name"] for group in choices(make_public(make_plan(items=[item("1")]), **SETTINGS))]
    assert names == ["plan", "kind"]
