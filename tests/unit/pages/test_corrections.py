"""A correction is told where it was made: on the report's page and on that of its item."""

from ragsite.exporters.channel import entry_address
from ragsite.model.moments import read_moment
from ragsite.model.site import Settings, Site
from ragsite.pages import home, item, plan, report, site_changes
from ragsite.pages import withdrawn as withdrawn_pages
from ragsite.publish import PublicSite, publish
from ragsite.views.feed import News, plan_news
from tests import factories
from tests.reading import hrefs, page_at, said

ONE = {"date": "2026-08-01", "text": "It was shown as Green. It is Amber.", "item": "1"}
WHOLE = {"date": "2026-07-15", "text": "A total was wrong."}


def public(*corrections: dict[str, str]):
    items = [factories.item("1"), factories.item("2"), factories.item("hidden", publish=False)]
    return factories.make_public(
        factories.make_plan(items=items, reports=[factories.report("2026-06", corrections=list(corrections))])
    )


def test_the_page_of_the_report_tells_all_the_latest_first() -> None:
    site = public(WHOLE, ONE)
    (page,) = report.pages(site)
    words = said(page, site)
    assert "1 August 2026, Recommendation 1. Title of 1 It was shown as Green. It is Amber." in words
    assert words.index("It was shown as Green") < words.index("15 July 2026, the report A total was wrong.")


def test_the_page_of_an_item_tells_its_own() -> None:
    site = public(WHOLE, ONE)
    path = "/plans/northmere-2026/items/{}/"
    assert "1 August 2026, report Report 2026-06 It was shown as Green." in said(
        page_at(item.pages(site), path.format("1")), site
    )
    assert "Corrections" not in said(page_at(item.pages(site), path.format("2")), site)


def test_a_correction_of_an_item_that_is_not_published_is_not_published() -> None:
    site = public({**ONE, "item": "hidden"})
    assert site.site.plans[0].reports[0].corrections == ()


def test_what_was_there_before_is_told_beside_what_is_there_now() -> None:
    site = public({**ONE, "was": "Green", "now": "Amber"})
    (page,) = report.pages(site)
    assert "It was shown as Green. It is Amber. Before: Green Now: Amber" in said(page, site)
    assert any("Before: Green" in entry.text for entry in plan_news(site.site.plans[0]))


def test_the_plan_and_the_list_of_changes_tell_corrections_and_withdrawals() -> None:
    site = withdrawn()
    for found in (page_at(plan.pages(site), "/plans/northmere-2026/"), page_at(site_changes.pages(site), "/changes/")):
        words = said(found, site)
        expected = ("Corrections and withdrawals", "It was shown as Green.", "Report Report 2026-07", "“Title of 2”")
        assert [one for one in expected if one not in words] == []
        links = hrefs(found, site)
        assert any(link.endswith("items/2/") for link in links)


def test_what_was_withdrawn_keeps_its_addresses_with_what_when_and_why() -> None:
    site = withdrawn()
    found = {page.path.removeprefix("/plans/northmere-2026"): said(page, site) for page in withdrawn_pages.pages(site)}
    assert sorted(found) == [
        "/items/2/", "/items/two/", "/measures/m/",
        "/reports/2026-07/", "/reports/2026-07/changes/", "/reports/2026-07/exceptions/",
    ]  # fmt: skip
    for words in found.values():
        assert "withdrawn on 1 August 2026" in words
        assert "It was never agreed." in words


def test_a_withdrawal_is_news_and_leads_to_its_notice() -> None:
    site = withdrawn()
    news = [entry for entry in plan_news(site.site.plans[0]) if entry.news is News.WITHDRAWAL]
    assert [entry_address(entry).rpartition("2026/")[2] for entry in news] == [
        "reports/2026-07/", "items/2/", "measures/m/",
    ]  # fmt: skip
    assert news[1].title.startswith("Withdrawn: “Title of 2” – ")


def test_a_hold_is_told_where_readers_look_for_news() -> None:
    hold = {"begins": "2026-04-01", "until": "2026-05-08", "reason": "Elections take place on 7 May."}
    made = factories.make_plan(items=[factories.item("1")], reports=[factories.report("2026-03", {"1": "Red"})])
    settings = Settings.model_validate({**factories.SETTINGS, "hold": hold})
    site = publish(Site(settings, (made,)), now=read_moment("2026-04-15").at)
    for pages in (home.pages(site), plan.pages(site), site_changes.pages(site)):
        words = said(next(iter(pages)), site)
        assert "Nothing new is published here until 8 May 2026 Elections take place on 7 May." in words


def withdrawn() -> PublicSite:
    gone = {"withdrawn": {"date": "2026-08-01", "reason": "It was never agreed."}}
    return factories.make_public(
        factories.make_plan(
            items=[factories.item("1"), factories.item("2", renamed_from=["two"], **gone)],
            reports=[
                factories.report("2026-06", {"1": "Red", "2": "Red"}, corrections=[ONE]),
                factories.report("2026-07", {"1": "Red"}, **gone),
            ],
            measures=[factories.measure("m", **gone)],
        )
    )
