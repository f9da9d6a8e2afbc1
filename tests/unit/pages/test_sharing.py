"""What pages offer beyond their text: a citation that holds, code to copy, feeds and data for programs."""

import json
import re
from html import unescape
from typing import Any

from ragsite.pages import catalogue, data, glossary, item, measure, plan, report, sharing, site_changes
from ragsite.pages.frame import draw
from ragsite.pages.page import Page
from ragsite.publish import PublicSite
from tests import factories
from tests.reading import hrefs, page_at, said

SITE = "https://example.org/"
ITEM = "/plans/northmere-2026/items/1/"


def public(**settings: Any) -> PublicSite:
    made = factories.make_plan(
        items=[factories.item("1", title="Visits & <reviews>")],
        reports=[factories.report("2026-03", {"1": "A"}), factories.report("2026-06", {"1": "G"})],
        measures=[factories.measure("m", items=["1"]), factories.measure("n")],
        observations=[factories.observation("m", "2026-01", "80"), factories.observation("m", "2026-02", "90")],
    )
    return factories.make_public(made, **{"url": SITE, **settings})


def head(page: Page, site: PublicSite) -> str:
    html = draw(page, site)
    return html[: html.index("</head>")]


def meta(page: Page, site: PublicSite) -> dict[str, str]:
    found = re.findall(r'<meta ((?:(?:property|name)="[^"]*" )+)content="([^"]*)"', head(page, site))
    return {name: unescape(content) for names, content in found for name in re.findall(r'"([^"]*)"', names)}


def test_a_citation_names_page_report_date_publisher_and_address() -> None:
    site = public()
    words = said(page_at(item.pages(site), ITEM), site)
    assert (
        "Recommendation 1: Visits & <reviews> – Northmere Council: Improvement plan. Report: Report 2026-06. "
        "Position at June 2026. Plan progress, Northmere. https://example.org/plans/northmere-2026/items/1/" in words
    )


def test_a_page_that_changes_points_to_the_report_that_stays() -> None:
    site = public()
    page = page_at(item.pages(site), ITEM)
    assert "This page changes with each report." in said(page, site)
    assert "../../reports/2026-06/" in hrefs(page, site)
    edition = page_at(report.pages(site), "/plans/northmere-2026/reports/2026-03/")
    assert "It stays as it is, but for corrections." in said(edition, site)


def test_the_code_to_copy_holds_whole_addresses_and_survives_any_title() -> None:
    site = public()
    html = draw(page_at(item.pages(site), ITEM), site)
    codes = [unescape(one) for one in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", html, re.DOTALL)]
    assert len(codes) == 2
    assert f'<a href="{SITE}{ITEM[1:]}"><img src="{SITE}{ITEM[1:]}badge.svg" alt="Latest rating of' in codes[0]
    assert f'<iframe src="{SITE}{ITEM[1:]}card/"' in codes[1]
    assert all("<reviews>" not in code for code in codes)


def test_only_what_has_a_badge_or_a_card_offers_one() -> None:
    site = public()
    cards = {page.path.split("/")[-2]: page.card for page in measure.pages(site)}
    assert cards["m"] is not None
    assert cards["n"] is None
    at_a_glance = page_at(plan.pages(site), "/plans/northmere-2026/")
    assert at_a_glance.card
    assert at_a_glance.card.size is None


def test_a_site_without_an_address_offers_no_code_but_still_a_citation() -> None:
    site = public(url=None)
    html = draw(page_at(item.pages(site), ITEM), site)
    assert "<pre" not in html
    assert "Cite this page" in html


def test_pages_of_the_whole_site_need_no_citation_of_a_report() -> None:
    site = public()
    (page,) = glossary.pages(site)
    assert sharing.share(page, site.site) is None


def test_programs_find_feeds_calendar_and_card_in_the_head() -> None:
    site = public()
    page = page_at(item.pages(site), ITEM)
    found = re.findall(r'<link rel="alternate" type="([^"]*)" title="[^"]*" href="([^"]*)"', head(page, site))
    assert found == [
        ("application/atom+xml", "../../../../feed.xml"),
        ("application/atom+xml", "../../feed.xml"),
        ("text/calendar", "../../dates.ics"),
        ("application/json+oembed", f"{SITE}{ITEM[1:]}oembed.json"),
    ]


def test_readers_find_feed_and_calendar_at_the_side() -> None:
    site = public()
    assert {"../../feed.xml", "../../dates.ics"} <= set(hrefs(page_at(item.pages(site), ITEM), site))


def test_the_changes_of_all_plans_lead_to_the_feed_of_the_site() -> None:
    site = public()
    page = page_at(site_changes.pages(site), "/changes/")
    assert "../feed.xml" in hrefs(page, site)


def test_every_page_has_title_description_and_address_for_those_who_share_it() -> None:
    site = public()
    for page in [*item.pages(site), *plan.pages(site), *catalogue.pages(site), *glossary.pages(site)]:
        found = meta(page, site)
        assert (found["og:title"], found["og:description"]) == (page.title, page.description)
        assert found["og:url"] == f"{SITE}{page.path[1:]}"


def test_the_data_of_a_page_for_search_engines_is_json_that_cannot_end_its_block() -> None:
    site = public(title="</script><b>Plan & progress")
    (page,) = data.pages(site)
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head(page, site), re.DOTALL)
    assert len(blocks) == 1
    assert not set("<>&") & set(blocks[0])
    read = json.loads(blocks[0])
    assert (read["@type"], read["identifier"]) == ("Dataset", "northmere-2026")
    assert read["dateModified"] == "2026-06-30"
    assert read["temporalCoverage"] == "2026-03-01/2026-06-30"
    assert {one["@type"] for one in read["distribution"]} == {"DataDownload"}


def test_the_catalogue_names_every_plan_with_every_file() -> None:
    site = public()
    (page,) = catalogue.pages(site)
    assert page.structured
    assert [one["name"] for one in page.structured["dataset"]] == ["Northmere Council: Improvement plan"]
    wanted = {"items.csv", "ratings.csv", "plan.json", "datapackage.json", "csv-metadata.json"}
    assert {f"../plans/northmere-2026/data/{name}" for name in wanted} <= set(hrefs(page, site))
    assert {"index.json", "catalogue.jsonld", "plan.schema.json", "../feed.xml"} <= set(hrefs(page, site))
