"""Feeds are valid, hold the same entries in both formats, and name each piece of news for ever."""

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from ragsite.exporters.channel import MOST
from ragsite.model.site import Topic
from ragsite.publish import PublicSite
from tests.factories import item, make_plan, make_public, report
from tests.unit.exporters.reading import files

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://example.org/"
LIBRARY = "feedparser"


def public(**settings: Any) -> PublicSite:
    reports = [report("2026-03", {"1": "A", "2": "G"}), report("2026-06", {"1": "G", "2": "G"})]
    plan = make_plan(items=[item("1", title="Cut & mend <waits>"), item("2")], reports=reports)
    return make_public(plan, **{"url": SITE, **settings})


def atom(site: PublicSite, path: str = "/plans/northmere-2026/feed.xml") -> ElementTree.Element:
    return ElementTree.fromstring(files(site)[path])


def texts(tree: ElementTree.Element, name: str) -> list[str | None]:
    return [element.text for element in tree.iter(f"{ATOM}{name}")]


def test_what_the_standard_asks_of_a_feed_and_of_each_entry_is_there() -> None:
    feed = atom(public())
    assert [feed.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "author")] == [True] * 4
    for entry in feed.iter(f"{ATOM}entry"):
        assert all(len(entry.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated", "link", "content"))


def test_the_feed_library_reads_every_feed_without_a_flag() -> None:
    feedparser = pytest.importorskip(LIBRARY)
    for path, content in files(public()).items():
        if path.endswith("feed.xml"):
            read = feedparser.parse(content)
            assert (read.bozo, read.version, len(read.entries)) == (False, "atom10", 3), path
            assert read.feed.link.startswith(SITE)
            assert all(entry.updated_parsed and entry.link.startswith(SITE) for entry in read.entries)


def test_names_of_entries_are_tags_that_stay_when_the_site_moves_its_pages() -> None:
    names = texts(atom(public()), "id")
    assert names == [
        "tag:example.org,2026:feed/northmere-2026",
        "tag:example.org,2026:northmere-2026/2026-06/report",
        "tag:example.org,2026:northmere-2026/2026-06/rating/1",
        "tag:example.org,2026:northmere-2026/2026-03/report",
    ]


def test_a_feed_was_updated_when_its_newest_entry_was() -> None:
    assert texts(atom(public()), "updated") == ["2026-06-30T00:00:00Z"] * 3 + ["2026-03-31T00:00:00Z"]


def test_titles_are_text_and_contents_are_escaped_once() -> None:
    feed = atom(public())
    assert "Cut & mend <waits>" in (texts(feed, "title")[2] or "")
    assert (texts(feed, "content")[1] or "").startswith("<p>Position at June 2026.")


def test_both_formats_hold_the_same_entries() -> None:
    for path, content in files(public()).items():
        if path.endswith("feed.json"):
            read = json.loads(content)
            xml = atom(public(), path.replace("feed.json", "feed.xml"))
            assert read["version"] == "https://jsonfeed.org/version/1.1"
            assert [one["id"] for one in read["items"]] == texts(xml, "id")[1:]
            assert [one["content_html"] for one in read["items"]] == texts(xml, "content")
            assert all(set(one) >= {"id", "url", "date_published"} for one in read["items"])


def test_a_topic_has_the_news_of_its_items_and_of_what_stands_below_them() -> None:
    levels = [{"kind": "Area", "plural": "Areas", "rated": False}, {"kind": "Action", "plural": "Actions"}]
    tree = [item("a", topics=["early-help"], items=[item("1")]), item("b", items=[item("2")])]
    reports = [report("2026-03", {"1": "A", "2": "A"}), report("2026-06", {"1": "G", "2": "G"})]
    topic = Topic.model_validate({"id": "early-help", "title": "Early help", "summary": "Help before it is late."})
    site = make_public(make_plan(items=tree, reports=reports, structure=levels), url=SITE)
    themed = PublicSite(replace(site.site, topics=(topic,)))
    found = [path for path in files(themed) if path.startswith("/topics/")]
    assert found == ["/topics/early-help/feed.xml", "/topics/early-help/feed.json"]
    assert texts(atom(themed, found[0]), "id")[1:] == ["tag:example.org,2026:northmere-2026/2026-06/rating/1"]


def test_a_feed_without_news_is_still_a_feed() -> None:
    feed = atom(make_public(make_plan(), url=SITE))
    assert texts(feed, "updated") == ["1970-01-01T00:00:00Z"]
    assert list(feed.iter(f"{ATOM}entry")) == []


def test_a_long_feed_ends_after_the_newest_entries() -> None:
    names = [str(number) for number in range(MOST + 10)]
    reports = [report("2026-03", dict.fromkeys(names, "A")), report("2026-06", dict.fromkeys(names, "G"))]
    feed = atom(make_public(make_plan(items=[item(name) for name in names], reports=reports), url=SITE))
    assert len(texts(feed, "content")) == MOST
    assert texts(feed, "id")[1] == "tag:example.org,2026:northmere-2026/2026-06/report"


def test_a_site_that_does_not_know_its_address_links_from_its_root() -> None:
    feed = atom(public(url=None))
    assert {link.get("href") for link in feed.iter(f"{ATOM}link")} >= {"/plans/northmere-2026/feed.xml"}
