"""Long pages in parts: a page whose lists grow with the plan or the site goes on in files beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ragsite import addresses
from ragsite.pages.page import Page
from ragsite.pages.pieces import CONTINUED, is_longer, pieces, rows
from ragsite.pages.props import Props, shorten

FEW = 40
"""Up to how many entries a page is never measured."""

ROOM = 230_000
"""About how many characters of markup the lists of one part may take, so that no page comes near 300 KB."""

OF_PAGE = re.compile(r'(^|\]\(|href=")#([A-Za-z][\w-]*)(?=$|\)|")')
"""A link within a page, as an address of its own, in Markdown and in markup."""


def in_parts(page: Page, *, room: int = ROOM) -> tuple[Page, ...]:
    """The page itself, or a page for each part of it; the first part has the page's own address.

    The other parts are files in the same folder, so that every relative link holds in any of them. Links within the
    page lead to the part that holds the place they name; the first part has all these places, at the links to the
    parts, so that a link from elsewhere still leads on.
    """
    if rows(page.props) <= FEW or not is_longer(page.props, room):
        return (page,)
    found = tuple(pieces(page.props, room=room))
    return tuple(_parts(page, found)) if len(found) > 1 else (page,)


def _parts(page: Page, found: Sequence[Props]) -> Iterator[Page]:
    held = [frozenset(_ids(piece)) for piece in found]
    first_at: dict[str, int] = {}
    for number, ids in enumerate(held):
        first_at |= {name: number for name in ids if name not in first_at}
    titles = [next(_titles(piece), page.title).removesuffix(CONTINUED) for piece in found]
    for number, piece in enumerate(found):
        made = _part(page, piece, number, titles)
        shown = tuple(link for link in page.on_this_page if link["href"].removeprefix("#") in held[number])
        parts = _pager(titles, number, places=_places(first_at) if number == 0 else {})
        made = replace(made, on_this_page=shown, parts=parts)
        elsewhere = {name: at for name, at in first_at.items() if name not in held[number]}
        yield replace(made, hero=_led(made.hero, elsewhere), props=_led(made.props, elsewhere))


def _part(page: Page, piece: Props, number: int, titles: Sequence[str]) -> Page:
    if number == 0:
        return replace(page, props=piece)
    counted = f"part {number + 1} of {len(titles)}"
    *trail, last = page.breadcrumb or ({"text": page.title},)
    return replace(
        page,
        path=addresses.beside(page.path, _file(number)),
        title=f"{page.title} – {counted}",
        description=shorten(f"{counted.capitalize()}. {page.description}", 155),
        breadcrumb=(*trail, {**last, "href": _href(0)}, {"text": f"Part {number + 1}"}),
        hero={
            "title": f"{page.hero['title']} – {counted}",
            "ref": page.hero.get("ref"),
            "lede": f"Continued from [the first part]({_href(0)}), which has the totals.",
        },
        links=tuple({**group, "links": [_not_current(link) for link in group["links"]]} for group in page.links),
        props=piece,
        filters=(),
        card=None,
        structured=None,
    )


def _not_current(link: Props) -> Props:
    """A link that is marked as this page leads to its first part, of which this is a part."""
    return {**link, "current": True} if link.get("current") == "page" else link


def _file(number: int) -> str:
    return f"part-{number + 1}.html"


def _href(number: int) -> str:
    return _file(number) if number else "./"


def _pager(titles: Sequence[str], number: int, *, places: Mapping[int, Sequence[str]]) -> Props:
    """Links to all parts, and to those before and after; `places` are the ids to set at the link to each part."""
    links = [
        {
            "text": f"Part {place + 1}: {title}",
            "href": _href(place),
            "current": "page" if place == number else None,
            "places": places.get(place, ()),
        }
        for place, title in enumerate(titles)
    ]
    return {
        "title": "Parts of this page",
        "links": links,
        "previous": _neighbour(titles, number - 1, label="Part before") if number else None,
        "next": _neighbour(titles, number + 1, label="Next part") if number + 1 < len(titles) else None,
    }


def _neighbour(titles: Sequence[str], number: int, *, label: str) -> Props:
    return {"label": label, "text": f"{number + 1} of {len(titles)}: {titles[number]}", "href": _href(number)}


def _places(first_at: Mapping[str, int]) -> dict[int, list[str]]:
    placed: dict[int, list[str]] = {}
    for name, number in first_at.items():
        if number:
            placed.setdefault(number, []).append(name)
    return {number: sorted(names) for number, names in placed.items()}


def _ids(value: object) -> Iterator[str]:
    """The ids of all sections, entries and rows."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for one in value.values():
            yield from _ids(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _ids(one)


def _titles(value: object) -> Iterator[str]:
    """The headings of sections, in reading order."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str) and isinstance(value.get("title"), str):
            yield value["title"]
        for one in value.values():
            yield from _titles(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _titles(one)


def _led(value: Any, elsewhere: Mapping[str, int]) -> Any:
    """`value` with links to places of this page that stand on another part."""
    if isinstance(value, str):
        if "#" not in value:
            return value
        return type(value)(OF_PAGE.sub(lambda link: _other(link, elsewhere), value))
    if isinstance(value, dict):
        return {name: _led(one, elsewhere) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_led(one, elsewhere) for one in value]
    return value


def _other(link: re.Match[str], elsewhere: Mapping[str, int]) -> str:
    before, name = link.groups()
    return f"{before}{_href(elsewhere[name])}#{name}" if name in elsewhere else link[0]
