"""Every link between the built pages leads to a file that is there, and to a place on it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import dirname, normpath
from sys import intern
from urllib.parse import unquote, urlsplit

from ragsite.built.tell import told_at
from ragsite.problems import Finding

LINK = re.compile(r'<(?:a|link|img|script|form|iframe|source)\b[^>]*?\s(?:href|src|action)="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')
_FIX = "Report it: links within the site are made by ragsite. A link in your own text is mended in the content."


@dataclass(frozen=True)
class Leads:
    """Where a page's links lead, each as file and place on it, and the places on the page that a link may name."""

    targets: frozenset[tuple[str, str]]
    ids: frozenset[str]


def leads(path: str, html: str) -> Leads:
    """What the links of other pages and its own need to be known of a page; `path` is its path in the folder."""
    found = (_target(path, unescape(link[1])) for link in LINK.finditer(html))
    targets = frozenset((intern(target), intern(place)) for target, place in found if target is not None)
    return Leads(targets, frozenset(unescape(found) for found in ID.findall(html)))


def broken_links(folder: Path, pages: Mapping[str, Leads]) -> Iterator[Finding]:
    """B101: a link leads nowhere; B102: it names a place that is not on the page. `pages` is all pages by path."""
    there: dict[str, bool] = {}
    for path, page in pages.items():
        broken: dict[tuple[str | None, str], tuple[str, str]] = {}
        for target, place in page.targets:
            if target not in there:
                there[target] = not target.startswith("../") and (folder / target).is_file()
            if not there[target]:
                broken[target, place] = "B101", f"The link leads to “{target}”, which is not in the site."
            elif place and target in pages and place not in pages[target].ids:
                broken[target, place] = "B102", f"The link names “#{place}”, which is not on “{target}”."
        if broken:
            yield from _placed(path, (folder / path).read_text("utf-8", "replace"), broken)


def _placed(path: str, html: str, broken: Mapping[tuple[str | None, str], tuple[str, str]]) -> Iterator[Finding]:
    """Each broken link at its place in the page."""
    for found in LINK.finditer(html):
        code, message = broken.get(_target(path, unescape(found[1])), ("", ""))
        if code:
            yield told_at(code, (path, html, found.start(1)), message, _FIX)


def _target(path: str, link: str) -> tuple[str | None, str]:
    """The file that a link of the page at `path` names, and the place on it; None where it leads off the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    if not parts.path:
        return path, parts.fragment
    named = unquote(parts.path)
    # The page for unknown addresses is shown at any depth, so its links begin at the root.
    joined = normpath(named.lstrip("/") if named.startswith("/") else f"{dirname(path)}/{named}".lstrip("/"))
    if named.endswith(("/", "/.", "/..")) or named in (".", ".."):
        return ("index.html" if joined == "." else f"{joined}/index.html"), parts.fragment
    return joined, parts.fragment
