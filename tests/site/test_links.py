"""Every link of the built site leads somewhere: page, file and fragment."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

LINKING = {"a": "href", "link": "href", "img": "src", "script": "src", "form": "action", "iframe": "src"}


class References(HTMLParser):
    """Collects what a page links to and the ids it offers."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        target = values.get(LINKING.get(tag, ""))
        if target and values.get("rel") != "canonical":
            self.links.append(target)


def references(html: str) -> References:
    found = References()
    found.feed(html)
    return found


def target_of(page: str, link: str) -> str:
    """The site address that a link of a page names; a page's address ends in a slash."""
    path = unquote(urlsplit(link).path)
    joined = path if path.startswith("/") else page.rpartition("/")[0] + "/" + path
    return normpath(joined) + ("/" if joined.endswith("/") and normpath(joined) != "/" else "")


def broken_links(pages: dict[str, str], site: Path) -> Iterator[str]:
    parsed = {address: references(html) for address, html in pages.items()}
    for address, found in parsed.items():
        for link in found.links:
            parts = urlsplit(link)
            if parts.scheme in ("http", "https", "mailto", "data", "tel"):
                continue
            target = address if not parts.path else target_of(address, link)
            file = site / target.lstrip("/")
            is_there = target in parsed or file.is_file()
            if not is_there:
                yield f"{address}: {link} leads to {target}, which does not exist"
            elif parts.fragment and target in parsed and parts.fragment not in parsed[target].ids:
                yield f"{address}: {link} names #{parts.fragment}, which is not on {target}"


def test_every_link_leads_to_a_page_a_file_or_a_place_on_a_page(pages: dict[str, str], built_site: Path) -> None:
    assert list(broken_links(pages, built_site)) == []


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    pages = {"/": '<a href="plans/x/">x</a><a href="#top">top</a>', "/plans/y/": '<a href="../../#there">y</a>'}
    assert len(list(broken_links(pages, tmp_path))) == 3


def test_no_id_is_given_twice_on_a_page(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        ids = references(html).ids
        assert sorted(set(ids)) == sorted(ids), address


def test_every_page_is_reached_from_home(pages: dict[str, str]) -> None:
    parsed = {address: references(html) for address, html in pages.items()}
    reached, waiting = {"/"}, ["/"]
    while waiting:
        address = waiting.pop()
        for link in parsed[address].links:
            target = target_of(address, link)
            if not urlsplit(link).scheme and target in parsed and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert set(pages) - reached == {"/404.html"}


def test_nothing_is_fetched_from_elsewhere(pages: dict[str, str]) -> None:
    fetching = re.compile(r"<(?:img|script|iframe|source)[^>]+src=\"(?:https?:)?//|<link[^>]+href=\"(?:https?:)?//")
    for address, html in pages.items():
        without_addresses = re.sub(r"<link rel=\"(?:canonical|alternate)\"[^>]*>", "", html)
        assert not fetching.search(without_addresses), address
