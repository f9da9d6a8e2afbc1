"""What a page is before it is drawn: its address, its words and the props of its template."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Card:
    """How other sites can show what a page tells.

    `badge_alt` stands for the picture `badge.svg` beside the page; it is empty where there is none. `size` is
    the width and height in pixels of the page's card, None where it has none.
    """

    title: str
    badge_alt: str = ""
    size: tuple[int, int] | None = None


@dataclass(frozen=True)
class Page:
    """One page: where it lives, which template draws it, and what the shell and the template are given.

    `path` is a directory address from the root (`/plans/x/`). All hrefs in it are relative to that address.
    `card` says how other sites can show it; `structured` describes it to search engines (schema.org).
    `filters` are names and values by which a search can find the page, beside the plan that its address tells.
    `parts` are the links among the parts of a page that is too long for one file (`pages.parts`).
    `section` is the address of the entry of the main navigation that the page belongs to. Breadcrumb, hero,
    links and props have the shapes that `theme/README.md` describes.
    """

    path: str
    template: str
    title: str
    description: str
    section: str = ""
    breadcrumb: tuple[Mapping[str, Any], ...] = ()
    period: Mapping[str, Any] | None = None
    hero: Mapping[str, Any] = field(default_factory=dict)
    on_this_page: tuple[Mapping[str, Any], ...] = ()
    links: tuple[Mapping[str, Any], ...] = ()
    props: Mapping[str, Any] = field(default_factory=dict)
    is_searchable: bool = True
    filters: tuple[tuple[str, str], ...] = ()
    card: Card | None = None
    structured: Mapping[str, Any] | None = None
    parts: Mapping[str, Any] | None = None
