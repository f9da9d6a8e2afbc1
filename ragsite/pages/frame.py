"""A page drawn whole: the site's masthead, navigation and footer around the page's own template."""

from collections.abc import Mapping
from typing import Any

from ragsite import addresses
from ragsite.model.site import Settings, Site
from ragsite.pages import sharing
from ragsite.pages.page import Page
from ragsite.publish import PublicSite
from ragsite.render import relative, render

SHELL = "shell.html"
"""The whole document."""

ARTICLE = "article.html"
"""The article alone, for an engine that has a shell of its own."""

_NAVIGATION = (
    ("Overview", addresses.HOME),
    ("What changed", addresses.CHANGES),
    ("Topics", addresses.TOPICS),
    ("How ratings work", addresses.RATINGS),
    ("Glossary", addresses.GLOSSARY),
    ("About", addresses.ABOUT),
)


def draw(page: Page, public: PublicSite, *, layout: str = SHELL) -> str:
    """The page as HTML: a whole document, or with `layout=ARTICLE` what a Markdown file may hold."""
    return render(page.template, **words(page, public, layout=layout))


def words(page: Page, public: PublicSite, *, layout: str = SHELL) -> Mapping[str, Any]:
    """All that the page's template is given: plain values, which with the templates decide the page to the byte."""
    return {
        "layout": layout,
        "site": _site_props(page, public.site.settings),
        "page": _page_props(page, public.site),
        **page.props,
    }


def _site_props(page: Page, settings: Settings) -> Mapping[str, Any]:
    def to(address: str) -> str:
        return _href(page, address)

    return {
        "name": settings.title,
        "publisher": settings.publisher,
        "home_href": to(addresses.HOME),
        "search_href": to(addresses.SEARCH),
        "crest_href": to(settings.brand.crest_address) if settings.brand.crest_address else None,
        "icon_href": to(settings.brand.crest_address) if settings.brand.crest_address else None,
        "navigation": [
            {"text": text, "href": to(address), "current": _current(page, address)}
            for text, address in _NAVIGATION
        ],
        "footer_links": [
            {"text": "Accessibility statement", "href": to(addresses.ACCESSIBILITY)},
            {"text": "How ratings work", "href": to(addresses.RATINGS)},
            {"text": "Glossary", "href": to(addresses.GLOSSARY)},
            {"text": "About and contact", "href": to(addresses.ABOUT)},
            {"text": "Data and downloads", "href": to(addresses.DATA)},
        ],
        "licence": f"Content: {settings.licence.name}, except where a page says otherwise.",
    }


def _page_props(page: Page, site: Site) -> Mapping[str, Any]:
    settings = site.settings
    return {
        "title": page.title,
        "description": page.description,
        "canonical": settings.url.rstrip("/") + page.path if settings.url else None,
        "css_href": _href(page, addresses.STYLESHEET),
        "js_href": _href(page, "/js/site.js"),
        "font_href": _href(page, "/assets/fonts/public-sans-latin.woff2"),
        "breadcrumb": page.breadcrumb,
        "period": page.period,
        "hero": page.hero,
        "on_this_page": page.on_this_page,
        "links": (*page.links, *sharing.follow(page, site)),
        "alternates": sharing.alternates(page, site),
        "structured": sharing.structured(page),
        "share": sharing.share(page, site),
        "is_searchable": page.is_searchable,
        "parts": page.parts,
        "filters": _filters(page),
    }


def _filters(page: Page) -> list[tuple[str, str]]:
    plan_id = addresses.plan_of(page.path)
    return [*([("plan", plan_id)] if plan_id else []), *page.filters]


def _href(page: Page, address: str) -> str:
    """Relative to the page; the not-found page, shown at any address, needs the site's root."""
    return address if page.path == addresses.NOT_FOUND else relative(page.path, address)


def _current(page: Page, address: str) -> str | bool:
    if page.path == address:
        return "page"
    return page.section == address
