"""A renamed id keeps its old address, which leads on to the new one."""

from ragsite.publish import PublicSite
from tests.factories import item, make_plan, make_public, report
from tests.unit.exporters.reading import files

OLD = "/plans/northmere-2026/items/old/"


def public(*former: str, **settings: str) -> PublicSite:
    items = [item("new", renamed_from=list(former), title="Visits & <reviews>"), item("other")]
    return make_public(make_plan(items=items, reports=[report("2026-03")]), **settings)


def test_the_old_address_leads_to_the_new_one_with_and_without_the_engine_of_a_browser() -> None:
    html = files(public("Old", url="https://example.org"))[OLD].decode("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../new/">' in html
    assert '<a href="../new/">Recommendation new. Visits &amp; &lt;reviews&gt;</a>' in html
    assert '<link rel="canonical" href="https://example.org/plans/northmere-2026/items/new/">' in html
    assert "noindex" in html


def test_an_item_may_have_had_several_ids() -> None:
    found = files(public("a", "b"))
    assert {"/plans/northmere-2026/items/a/", "/plans/northmere-2026/items/b/"} <= found.keys()


def test_the_address_of_an_item_of_today_is_never_taken() -> None:
    assert "/plans/northmere-2026/items/other/" not in files(public("Other"))


def test_without_renamed_ids_there_is_nothing() -> None:
    assert OLD not in files(public())
