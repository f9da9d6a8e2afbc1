"""Cards and their oEmbed answers: small, without script, with their date, and leading back to the whole page."""

import json
import re
from typing import Any

from ragsite.exporters.embed import CHART_SIZE, ITEM_SIZE, frame_html
from ragsite.publish import PublicSite
from tests.factories import item, make_plan, make_public, measure, observation, report
from tests.unit.exporters.reading import files

SITE = "https://example.org/"
ITEM = "/plans/northmere-2026/items/1/"
MEASURE = "/plans/northmere-2026/measures/m/"


def public(**settings: Any) -> PublicSite:
    plan = make_plan(
        items=[item("1", due="2026-09", title="Visits & <reviews>")],
        reports=[report("2026-03", {"1": "G"})],
        measures=[measure("m", items=["1"]), measure("n")],
        observations=[
            observation("m", "2026-01", "80"),
            observation("m", "2026-02", "90"),
            observation("n", "2026", "1"),
        ],
    )
    return make_public(plan, **{"url": SITE, **settings})


def card(page: str) -> str:
    return files(public())[f"{page}card/"].decode("utf-8")


def test_the_card_of_an_item_says_rating_meaning_date_and_due_date() -> None:
    said = " ".join(re.sub(r"<[^>]*>", " ", card(ITEM)).split())
    facts = ("Green: Finished", "It is finished, and evidence shows it.", "Position at March 2026", "September 2026")
    assert [one for one in facts if one not in said] == []
    assert "Recommendation 1. Visits &amp; &lt;reviews&gt;" in said


def test_a_card_needs_no_script_and_nothing_from_elsewhere() -> None:
    for page in (ITEM, MEASURE):
        html = card(page)
        assert "<script" not in html
        assert "style=" not in html
        assert re.findall(r'(?:src|href)="https?:[^"]*"', html) == [f'href="{SITE}{page[1:]}"']


def test_its_links_leave_the_frame_and_lead_to_the_whole_page() -> None:
    for page in (ITEM, MEASURE):
        assert set(re.findall(r"<a ([^>]*)>", card(page))) == {'href="../" target="_top"'}


def test_search_engines_are_asked_to_pass_by() -> None:
    assert '<meta name="robots" content="noindex">' in card(ITEM)
    assert f'<link rel="canonical" href="{SITE}{ITEM[1:]}">' in card(ITEM)


def test_only_measures_with_a_chart_have_a_card() -> None:
    found = [path for path in files(public()) if path.endswith("/card/")]
    assert found == [f"{ITEM}card/", f"{MEASURE}card/"]
    assert card(MEASURE).count("<svg class=\"chart ") == 2


def test_the_stylesheet_has_both_themes_and_is_small() -> None:
    sheet = files(public())["/assets/card.css"].decode("utf-8")
    assert "prefers-color-scheme:dark" in sheet
    assert ".card__title" in sheet
    assert len(sheet) < 20_000


def test_oembed_gives_the_frame_with_whole_addresses() -> None:
    said = json.loads(files(public())[f"{ITEM}oembed.json"])
    assert (said["version"], said["type"], said["width"], said["height"]) == ("1.0", "rich", *ITEM_SIZE)
    assert f'src="{SITE}{ITEM[1:]}card/"' in said["html"]
    assert said["provider_url"] == SITE
    assert json.loads(files(public())[f"{MEASURE}oembed.json"])["height"] == CHART_SIZE[1]


def test_without_an_address_of_its_own_a_site_offers_no_frame() -> None:
    assert not [path for path in files(public(url=None)) if path.endswith("oembed.json")]


def test_the_frame_survives_any_title() -> None:
    html = frame_html("https://example.org/?a=1&b", title='"><script>', size=(1, 2))
    assert html.count("<") == 2
    assert 'title="&quot;&gt;&lt;script&gt;"' in html
