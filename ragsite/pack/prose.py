"""The prose of the site's pages (Markdown, or HTML made from it) as paragraphs and lists of a document."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ragsite.pack.document import Entry, Line, Listing, Paragraph, Run, Style
from ragsite.prose import markdown, markdown_inline

Block = Paragraph | Listing
Link = Callable[[str], str]
"""The whole address that an href leads to; empty where it leads nowhere from a document."""

_SPACE = re.compile(r"[ \t\r\n]+")


def blocks(text: object, link: Link, *, style: Style = Style.BODY) -> tuple[Block, ...]:
    """Paragraphs and lists of a text in Markdown; `style` is that of its paragraphs."""
    return _read(str(markdown(text)), link, style=style)


def inline(text: object, link: Link) -> Line:
    """A text in Markdown without paragraphs, on one line."""
    found = _read(f"<p>{markdown_inline(text)}</p>", link, style=Style.BODY)
    return found[0].line if found and isinstance(found[0], Paragraph) else ()


def lines(text: object, link: Link, *, style: Style = Style.BODY) -> tuple[Paragraph, ...]:
    """The same with a paragraph for each line of it."""
    parts = str(markdown_inline(text)).split("<br>")
    found = (_read(f"<p>{part}</p>", link, style=style) for part in parts)
    return tuple(one for blocks in found for one in blocks if isinstance(one, Paragraph))


def _read(html: str, link: Link, *, style: Style) -> tuple[Block, ...]:
    reader = _Reader(link, style)
    reader.feed(html)
    reader.close()
    reader.end_line()
    return tuple(reader.made)


@dataclass
class _List:
    is_numbered: bool
    entries: list[Entry] = field(default_factory=list)


class _Reader(HTMLParser):
    """Gathers blocks while it walks through the HTML that `ragsite.prose` makes."""

    def __init__(self, link: Link, style: Style) -> None:
        super().__init__(convert_charrefs=True)
        self.made: list[Block] = []
        self._link, self._style = link, style
        self._runs: list[Run] = []
        self._strong = self._emphasis = self._quotes = self._depth = 0
        self._href = ""
        self._list: _List | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self.end_line()
            self._depth += 1
            self._list = self._list or _List(tag == "ol")
        elif tag in ("p", "li"):
            self.end_line()
        elif tag == "br":
            self._runs.append(Run(" "))
        elif tag == "a":
            self._href = self._link(dict(attrs).get("href") or "")
        self._count(tag, 1)

    def handle_endtag(self, tag: str) -> None:
        self._count(tag, -1)
        if tag in ("p", "li"):
            self.end_line()
        elif tag in ("ul", "ol"):
            self.end_line()
            self._depth -= 1
            if self._depth == 0 and self._list:
                self.made += [Listing(tuple(self._list.entries), self._list.is_numbered)] if self._list.entries else []
                self._list = None
        elif tag == "a":
            self._href = ""

    def handle_data(self, data: str) -> None:
        text = _SPACE.sub(" ", data)
        if text:
            self._runs.append(Run(text, self._strong > 0, self._emphasis > 0, self._href))

    def end_line(self) -> None:
        """Closes the paragraph or the entry at hand, where it holds words."""
        line, self._runs = _trimmed(self._runs), []
        if not line:
            return
        if self._list:
            self._list.entries.append(Entry(line, self._depth - 1))
        else:
            self.made.append(Paragraph(line, Style.QUOTE if self._quotes else self._style))

    def _count(self, tag: str, step: int) -> None:
        self._strong += step if tag in ("strong", "b") else 0
        self._emphasis += step if tag in ("em", "i") else 0
        self._quotes += step if tag == "blockquote" else 0


def _trimmed(runs: list[Run]) -> Line:
    """Without space at both ends, and without empty runs."""
    kept = list(runs)
    while kept and not kept[0].text.strip(" "):
        kept.pop(0)
    while kept and not kept[-1].text.strip(" "):
        kept.pop()
    if not kept:
        return ()
    first = kept[0]
    kept[0] = Run(first.text.lstrip(" "), first.is_strong, first.is_emphasis, first.href)
    last = kept[-1]
    kept[-1] = Run(last.text.rstrip(" "), last.is_strong, last.is_emphasis, last.href)
    return tuple(kept)
