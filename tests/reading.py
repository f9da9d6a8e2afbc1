"""What a reader sees of a drawn page: its words without markup, its links, its ids."""

import re
from html import unescape
from pathlib import Path

from ragsite.content.folder import read_site
from ragsite.pages.frame import draw
from ragsite.pages.page import Page
from ragsite.publish import PublicSite, publish

CONTENT = Path(__file__).resolve().parent.parent / "content"


def real_site() -> PublicSite:
    """The project's own content, published."""
    site = read_site(CONTENT).site
    assert site is not None
    return publish(site)


def page_at(pages: object, path: str) -> Page:
    """The one page with this address."""
    return next(page for page in pages if page.path == path)  # type: ignore[attr-defined]


def main_html(page: Page, public: PublicSite) -> str:
    """The page's main element, drawn."""
    html = draw(page, public)
    return html[html.index("<main") : html.index("</main>")]


def said(page: Page, public: PublicSite) -> str:
    """The words of the page's main element, in one line."""
    plain = re.sub(r"<[^>]+>", " ", main_html(page, public))
    return re.sub(r"\s([.,;:])", r"\1", " ".join(unescape(plain).split()))


def hrefs(page: Page, public: PublicSite) -> list[str]:
    """All links of the page's main element, as written."""
    return [unescape(one) for one in re.findall(r'href="([^"]*)"', main_html(page, public))]


def ids(page: Page, public: PublicSite) -> list[str]:
    """All ids of the page's main element."""
    return re.findall(r'\sid="([^"]*)"', main_html(page, public))
