"""The lists made beforehand: one for each choice, with its items, of how many, also when there is none."""

from ragsite.pages import lists
from ragsite.pages.page import Page
from ragsite.publish import PublicSite
from tests.factories import item, make_plan, make_public, report
from tests.reading import hrefs, page_at, said

BASE = "/plans/northmere-2026/lists/"


def public() -> PublicSite:
    plan = make_plan(
        items=[item("1", due="2026-01", owners=[{"role": "Director"}]), item("2", due="TBC"), item("3")],
        reports=[report("2026-03", {"1": "Amber", "2": "Amber", "3": "0"})],
    )
    return make_public(plan)


def page(site: PublicSite, name: str) -> Page:
    return page_at(lists.pages(site), f"{BASE}{name}/")


def test_every_choice_has_its_page_also_when_it_holds_nothing() -> None:
    paths = [one.path for one in lists.pages(public())]
    names = ["green", "amber", "red", "not-rated", "overdue", "changed"]
    assert paths == [f"{BASE}{name}/" for name in names]


def test_titles_are_unique() -> None:
    titles = [one.title for one in lists.pages(public())]
    assert len(set(titles)) == len(titles)


def test_a_rating_list_holds_its_items_and_says_what_the_rating_means() -> None:
    site = public()
    words = said(page(site, "amber"), site)
    assert "In the report Report 2026-03, 2 of 3 recommendations are rated Amber" in words
    assert "It does not mean finished." in words
    assert [href for href in hrefs(page(site, "amber"), site) if "/items/" in href] == [
        "../../items/1/",
        "../../items/2/",
    ]
    assert "Director" in words


def test_an_empty_list_says_so() -> None:
    site = public()
    words = said(page(site, "green"), site)
    assert "0 of 3 recommendations are rated Green, which here means finished with evidence." in words
    assert "None" in words


def test_what_is_not_rated_is_listed_with_the_reasons() -> None:
    site = public()
    words = said(page(site, "not-rated"), site)
    assert "1 of 3 recommendations is not rated. Not rated is neither good nor bad." in words
    assert "The key has no 0." in words


def test_overdue_keeps_apart_what_cannot_be_told() -> None:
    site = public()
    words = said(page(site, "overdue"), site)
    assert "1 of 2 items with a due date is overdue as at the report Report 2026-03." in words
    assert "For 1 that cannot be told." in words
    assert "Where it cannot be told" in words
    assert "The date is not clear" in words


def test_a_plan_without_dates_says_that_nothing_can_be_told_overdue() -> None:
    site = make_public(make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"})]))
    assert "has no due date for any item" in said(page(site, "overdue"), site)


def test_the_first_report_has_nothing_to_compare() -> None:
    site = public()
    assert "The latest report is the first, so nothing can be compared with it." in said(page(site, "changed"), site)


def test_changed_counts_of_all_items() -> None:
    plan = make_plan(
        items=[item("1"), item("2")],
        reports=[report("2026-03", {"1": "Red", "2": "Red"}), report("2026-06", {"1": "Green", "2": "Red"})],
    )
    site = make_public(plan)
    assert "Of 2 items, 1 has changed in the report Report 2026-06" in said(page(site, "changed"), site)


def test_ratings_of_an_earlier_report_say_which() -> None:
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"}), report("2026-06", {"1": "0"})])
    site = make_public(plan)
    assert page(site, "red").period["label"] == "Report: Report 2026-03"  # type: ignore[index]
    assert "In the report Report 2026-06, 1 of 1 recommendations is not rated." in said(page(site, "not-rated"), site)


def test_a_level_named_like_a_list_keeps_an_address_of_its_own() -> None:
    scale = {
        "id": "own",
        "title": "Own",
        "tones": "assigned",
        "key": "lost",
        "levels": [{"id": "overdue", "label": "Overdue", "tone": "red"}],
    }
    plan = make_plan(scales=[scale], items=[item("1")], reports=[report("2026-03", {"1": "Overdue"}, scale="own")])
    paths = [one.path for one in lists.pages(make_public(plan))]
    assert len(set(paths)) == len(paths)
    assert f"{BASE}rated-overdue/" in paths


def test_lists_link_to_one_another() -> None:
    site = public()
    (group, _) = page(site, "amber").links
    assert [link["text"].replace("\u00a0", " ") for link in group["links"]][:2] == [
        "Rated Green: Finished (0 of 3)",
        "Rated Amber (2 of 3)",
    ]
    assert [link["current"] for link in group["links"]].count("page") == 1
