"""Every link between the built pages leads to a file that is there, and to a place on it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import accumulate
from pathlib import Path
from posixpath import normpath
from sys import intern
from urllib.parse import unquote, urlsplit

from ragsite.built.tell import told_at
from ragsite.problems import Finding

Target = tuple[str, str]
"""A file by its path in the folder, and a place on it; no place where the link names none."""

LINK = re.compile(r'<(?:a|link|img|script|form|iframe|source)\b[^>]*?\s(?:href|src|action)="([^"]*)"')
ID = re.compile(r'id="(?<=\sid=")([^"]*)"')
"""Ids of elements. The plain letters come first, as they are looked for ten times as fast as the space before them."""

MANY = 1 << 16
"""How many links are remembered: most stand on hundreds of pages in the same words."""

_FIX = "Report it: links within the site are made by ragsite. A link in your own text is mended in the content."


@dataclass(frozen=True)
class Leads:
    """Where a page's links lead, each as file and place on it, and the places on the page that a link may name."""

    targets: frozenset[Target]
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Link:
    """A link within the site: so many folders up, or from the root, then the path of a file, and a place on it.

    `path` is empty for the page itself.
    """

    up: int
    path: str
    place: str
    is_from_root: bool = False


def leads(path: str, html: str) -> Leads:
    """What the links of other pages and its own need to be known of a page; `path` is its path in the folder."""
    above = _above(path)
    found = (_target(path, above, link) for link in set(LINK.findall(html)))
    return Leads(frozenset(one for one in found if one), frozenset(map(unescape, ID.findall(html))))


def broken_links(folder: Path, pages: Mapping[str, Leads]) -> Iterator[Finding]:
    """B101: a link leads nowhere; B102: it names a place that is not on the page. `pages` is all pages by path."""
    broken = dict(_broken(folder, pages))
    for path, page in pages.items():
        if not page.targets.isdisjoint(broken):
            yield from _placed(path, (folder / path).read_text("utf-8", "replace"), broken)


def _broken(folder: Path, pages: Mapping[str, Leads]) -> Iterator[tuple[Target, tuple[str, str]]]:
    """What is wrong with each target that any page names, as code and message; each file is looked for once."""
    there: dict[str, bool] = {}
    for target, place in frozenset[Target]().union(*(page.targets for page in pages.values())):
        if target not in there:
            there[target] = not target.startswith("../") and (folder / target).is_file()
        if not there[target]:
            yield (target, place), ("B101", f"The link leads to “{target}”, which is not in the site.")
        elif place and target in pages and place not in pages[target].ids:
            yield (target, place), ("B102", f"The link names “#{place}”, which is not on “{target}”.")


def _placed(path: str, html: str, broken: Mapping[Target, tuple[str, str]]) -> Iterator[Finding]:
    """Each broken link at its place in the page."""
    above = _above(path)
    for found in LINK.finditer(html):
        target = _target(path, above, found[1])
        if target and target in broken:
            code, message = broken[target]
            yield told_at(code, (path, html, found.start(1)), message, _FIX)


def _above(path: str) -> Sequence[str]:
    """The folders of a page from its own up to the root, each with a slash at its end; the root is empty."""
    return ("", *accumulate(f"{name}/" for name in path.split("/")[:-1]))[::-1]


def _target(path: str, above: Sequence[str], text: str) -> Target | None:
    """The file that a link of the page at `path` names, and the place on it; None where it leads off the site."""
    link = _read(text)
    if link is None:
        return None
    if not link.path:
        return intern(path), link.place
    if link.is_from_root:
        return link.path, link.place
    beyond = link.up - len(above) + 1
    start = above[link.up] if beyond <= 0 else "../" * beyond
    return intern(start + link.path), link.place


@lru_cache(MANY)
def _read(text: str) -> _Link | None:
    """A link as it is written in HTML; None where it leads off the site."""
    parts = urlsplit(unescape(text))
    if parts.scheme or parts.netloc:
        return None
    named, place = unquote(parts.path), intern(parts.fragment)
    if not named:
        return _Link(0, "", place)
    # The page for unknown addresses is shown at any depth, so its links begin at the root.
    names = normpath(named.lstrip("/")).split("/")
    up = names.count("..")
    rest = [name for name in names[up:] if name != "."]
    if named.endswith(("/", "/.", "/..")) or named in (".", ".."):
        rest.append("index.html")
    if named.startswith("/"):
        return _Link(0, intern("/".join([*names[:up], *rest])), place, is_from_root=True)
    return _Link(up, "/".join(rest), place)
