"""A preview as files that work from a disk: links to files by their names, and a search that needs no server."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ragsite import addresses
from ragsite.output import OutputFile, file_of
from ragsite.preview.marking import marked
from ragsite.render import ELSEWHERE, THEME, relative

PARTS = THEME / "preview"
STYLE, ENGINE, PAGES = "/preview/preview.css", "/preview/search.js", "/preview/pages.js"
UNWANTED = ("sitemap.xml",)
ROBOTS = b"User-agent: *\nDisallow: /\n"
_LINK = re.compile(r'(\s(?:href|src|action)=")([^"]*)(")')
_MODULE = re.compile(r'<script type="module" (src="[^"]*js/search\.js")></script>')
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>\s*')
"""Asks for a file under rules that files on a disk cannot meet; the stylesheet asks for it again."""

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


def offline_files(files: Iterator[OutputFile], *, with_drafts: bool = False) -> Iterator[tuple[str, bytes]]:
    """Each file of a preview folder with its bytes: the site's, marked and linked by file names, and the search."""
    found = []
    for file in files:
        if file.path in UNWANTED:
            continue
        content = file.make()
        if file.path.endswith(".html"):
            html = content.decode("utf-8")
            read = _read(html)
            if read.is_sought:
                found.append(_entry(file.path, read))
            content = _page(file.path, html, with_drafts=with_drafts).encode("utf-8")
        yield file.path, ROBOTS if file.path == "robots.txt" else content
    yield STYLE[1:], (PARTS / "preview.css").read_bytes()
    yield ENGINE[1:], (PARTS / "search.js").read_bytes()
    ordered = sorted(found, key=lambda one: str(one["url"]))
    yield PAGES[1:], f"window.ragsitePages = {json.dumps(ordered, ensure_ascii=False)};\n".encode()


def _page(path: str, html: str, *, with_drafts: bool) -> str:
    here = f"/{path}"
    linked = _LINK.sub(lambda link: f"{link[1]}{_by_name(link[2], here)}{link[3]}", _PRELOAD.sub("", html))
    scripts = "".join(f'<script src="{relative(here, one)}" defer></script>\n' for one in (PAGES, ENGINE))
    searching = _MODULE.sub(lambda script: f"{scripts}<script {script[1]} defer></script>", linked)
    head = f'<link rel="stylesheet" href="{relative(here, STYLE)}">\n'
    return marked(searching, head=head, with_drafts=with_drafts)


def _by_name(href: str, here: str) -> str:
    """A link by the name of the file that it leads to; what leads elsewhere stays."""
    if not href or href[0] == "?" or ELSEWHERE.match(href):
        return href
    path, sign, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", href, re.DOTALL).groups()  # type: ignore[union-attr]
    local = relative(here, path) if path.startswith("/") else path
    return f"{local}{'index.html' if local.endswith('/') else ''}{sign}{rest}"


def _entry(path: str, read: "_Reader") -> dict[str, object]:
    url = relative(file_address(addresses.SEARCH), f"/{path}")
    return {"url": url, "title": read.title.strip(), "text": " ".join(read.text.split()), "filters": read.filters}


def file_address(address: str) -> str:
    """The address of the file behind a page: `/search/index.html`."""
    return f"/{file_of(address)}"


def _read(html: str) -> "_Reader":
    reader = _Reader()
    reader.feed(html)
    return reader


@dataclass
class _Place:
    """How the reader stands: within how many elements that count, are skipped, or are the heading."""

    body: int = 0
    skipped: int = 0
    heading: int = 0
    open: list[tuple[str, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    """The words of a page that a search may find, its heading, and its filters; by the marks that Pagefind reads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.is_sought = False
        self.title, self.text = "", ""
        self.filters: dict[str, list[str]] = {}
        self._place = _Place()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a filter, or goes into an element."""
        given = dict(attrs)
        for told in filter(None, (given.get("data-pagefind-filter") or "").split(", ")):
            name, _, attribute = told.removesuffix("]").partition("[")
            self.filters.setdefault(name, []).append(given.get(attribute) or "")
        self.text += " "
        if tag not in _VOID:
            kind = self._kind(tag, given)
            self._place.open.append((tag, kind))
            self._count(kind, 1)

    def handle_endtag(self, tag: str) -> None:
        """Comes out of an element, and of any within it that was not closed."""
        while tag not in _VOID and any(name == tag for name, _ in self._place.open):
            name, kind = self._place.open.pop()
            self._count(kind, -1)
            if name == tag:
                break
        self.text += " "

    def handle_data(self, data: str) -> None:
        """Keeps words within the searched part."""
        if self._place.body and not self._place.skipped:
            self.text += data
            self.title += data if self._place.heading else ""

    def _kind(self, tag: str, given: dict[str, str | None]) -> str:
        if "data-pagefind-body" in given:
            self.is_sought = True
            return "body"
        if "data-pagefind-ignore" in given or tag in ("script", "style", "svg"):
            return "skipped"
        return "heading" if tag == "h1" else ""

    def _count(self, kind: str, step: int) -> None:
        if kind:
            setattr(self._place, kind, getattr(self._place, kind) + step)
