"""Prose: the Markdown that officers write, made safe HTML, as a block or within a line."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markupsafe import Markup

# Pictures have no place in a statement, and a heading would break the order of the page's own headings.
LEFT_OUT = ("image", "heading", "lheading", "code", "hr", "html_block", "html_inline")
SAFE_SCHEMES = ("http", "https", "mailto")
SPECIAL = re.compile(r"[\\`*_\[\]<\n\r\t\0]|&[#\w]|^\s|^[-+>~=#]|^\d+[.)]")


def markdown(text: object) -> Markup:
    """Block HTML (paragraphs, lists) of Markdown `text`; `Markup` comes back as it is."""
    if isinstance(text, Markup):
        return text
    return _block(str(text))


@lru_cache(maxsize=2**14)
def _block(source: str) -> Markup:
    """A text stands on several pages (its item's, its report's), so what it becomes is kept for a while."""
    if not source.strip():
        return Markup("")
    if SPECIAL.search(source):
        return Markup(parser().render(source).strip())
    return Markup(f"<p>{escapeHtml(source.strip())}</p>")


def markdown_inline(text: object) -> Markup:
    """HTML of Markdown `text` without a paragraph around it, for cells, headings and list entries."""
    if isinstance(text, Markup):
        return text
    return _line(str(text))


@lru_cache(maxsize=2**14)
def _line(source: str) -> Markup:
    if SPECIAL.search(source):
        return Markup(parser().renderInline(source.strip()))
    return Markup(escapeHtml(source.strip()))


@cache
def parser() -> MarkdownIt:
    """CommonMark without raw HTML, pictures and headings, and with links to safe places only."""
    made = MarkdownIt("commonmark", {"html": False}).disable(list(LEFT_OUT))
    setattr(made, "validateLink", is_safe_link)  # noqa: B010 - the library's way to say it
    return made


def is_safe_link(href: str) -> bool:
    """Whether a link leads to the web, to e-mail or within the site (no scheme)."""
    plain = re.sub(r"[\x00-\x20]", "", href).lower()
    scheme = re.match(r"([^/?#]*?):", plain)
    return scheme is None or scheme.group(1) in SAFE_SCHEMES
