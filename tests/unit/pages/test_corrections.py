"""A correction is told where it was made: on the report's page and on that of its item."""

from ragsite.pages import item, report
from tests import factories
from tests.reading import page_at, said

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
