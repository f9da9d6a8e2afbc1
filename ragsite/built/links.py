"""Every link between the built pages leads to a file that is there, and to a place on it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

from ragsite.built.tell import told_at
from ragsite.problems import Finding

LINK = re.compile(r'<(?:a|link|img|script|form|iframe|source)\b[^>]*?\s(?:href|src|action)="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')
_FIX = "Report it: links within the site are made by ragsite. A link in your own text is mended in the content."


@dataclass(frozen=True)
class Document:
    """A built page: its path in the folder, and its HTML."""

    path: str
    html: str

    @cached_property
    def ids(self) -> frozenset[str]:
        """The places on the page that a link may name."""
        return frozenset(unescape(found) for found in ID.findall(self.html))


def broken_links(folder: Path, html_files: Mapping[str, str]) -> Iterator[Finding]:
    """B101: a link leads nowhere; B102: it names a place that is not on the page. `html_files` is HTML by path."""
    documents = {path: Document(path, html) for path, html in html_files.items()}
    there: dict[str, bool] = {}
    for document in documents.values():
        for found in LINK.finditer(document.html):
            target, fragment = _target(document.path, unescape(found[1]))
            if target is None:
                continue
            where = (document.path, document.html, found.start(1))
            if target not in there:
                there[target] = not target.startswith("../") and (folder / target).is_file()
            if not there[target]:
                yield told_at("B101", where, f"The link leads to “{target}”, which is not in the site.", _FIX)
            elif fragment and target in documents and fragment not in documents[target].ids:
                yield told_at("B102", where, f"The link names “#{fragment}”, which is not on “{target}”.", _FIX)


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
