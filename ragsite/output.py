"""Every file of the public site, whichever engine writes it: pages, data, assets, in a stable order."""

import json
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from ragsite import addresses, exporters, pages
from ragsite.model.site import Settings
from ragsite.pack.offer import with_packs
from ragsite.pages.frame import ARTICLE, draw, words
from ragsite.pages.page import Page
from ragsite.pages.parts import in_parts
from ragsite.publish import PublicSite
from ragsite.render import THEME, render
from ragsite.stylesheet import stylesheet

ASSET_FOLDERS = ("assets", "js")
"""The folders of the theme whose files are published as they are."""


@dataclass(frozen=True)
class OutputFile:
    """One file of the site: its path below the site's root, and how to make its bytes when they are wanted.

    `address` is that of the page that the file holds, empty for any other file. `made_from` is everything, but for
    the program, that decides the page's bytes; where it is the same, they need not be made again.
    """

    path: str
    make: Callable[[], bytes]
    address: str = ""
    made_from: Callable[[], bytes] = lambda: b""


def output_files(public: PublicSite) -> Iterator[OutputFile]:
    """Every file of the site: those of the plans, those of no plan, and what tells where the pages are."""
    paths = []
    for file in chain(plan_files(public), site_files(public)):
        paths.extend([file.address] if file.address else [])
        yield file
    yield from address_files(public.site.settings, paths)


def plan_files(public: PublicSite, *, packs: tuple[str, ...] = ()) -> Iterator[OutputFile]:
    """Every file that belongs to a plan but its committee packs: pages first, then the data files.

    `packs` names the files of committee packs that pages lead to: those of `pack.offer.available()`.
    """
    yield from _drawn_pages(pages.plan_pages(public), public, packs=packs)
    for file in exporters.plan_files(public):
        yield OutputFile(file_of(file.path), partial(bytes, file.content))


def site_files(public: PublicSite) -> Iterator[OutputFile]:
    """Every file that belongs to no plan: pages, data files, and what pages need to be shown."""
    yield from _drawn_pages(pages.site_pages(public), public, packs=())
    for file in exporters.site_files(public):
        yield OutputFile(file_of(file.path), partial(bytes, file.content))
    yield from asset_files(public)


def address_files(settings: Settings, addresses_of_pages: Iterable[str]) -> Iterator[OutputFile]:
    """What tells search engines where the pages are; nothing where the site does not know its own address."""
    base = settings.url
    if base:
        yield OutputFile("sitemap.xml", partial(_sitemap, base.rstrip("/"), list(addresses_of_pages)))
        yield OutputFile("robots.txt", partial(_robots, base.rstrip("/")))


def article_files(public: PublicSite) -> Iterator[OutputFile]:
    """The pages as Markdown files in `docs/`, the data files beside them, and a `mkdocs.yml` that names them.

    Only the pages that belong to no plan, and each plan's own page, stand in the navigation.
    """
    entries = []
    for page in pages.all_pages(public):
        if page.path == addresses.NOT_FOUND:
            continue
        entries.append(page)
        yield OutputFile(f"docs/{_markdown_file(page.path)}", partial(_article, page, public))
    for file in exporters.all_files(public):
        yield OutputFile(f"docs/{file_of(file.path)}", partial(bytes, file.content))
    yield OutputFile("mkdocs.yml", partial(_engine_settings, public.site.settings.title, entries))


def page_files(public: PublicSite) -> tuple[str, ...]:
    """The path of each page's file: what a finished build has at least."""
    return tuple(file_of(page.path) for whole in pages.all_pages(public) for page in in_parts(whole))


def file_of(address: str) -> str:
    """The file that a site address names: `/plans/x/` is `plans/x/index.html`."""
    path = address.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def _drawn_pages(made: Iterable[Page], public: PublicSite, *, packs: tuple[str, ...]) -> Iterator[OutputFile]:
    for page in chain.from_iterable(in_parts(with_packs(whole, public, packs)) for whole in made):
        given = cache(partial(words, page, public))
        yield OutputFile(
            path=file_of(page.path),
            make=partial(_drawn, page.template, given),
            address=page.path,
            made_from=partial(_packed, page.template, given),
        )


def _drawn(template: str, given: Callable[[], Mapping[str, Any]]) -> bytes:
    return render(template, **given()).encode("utf-8")


def _packed(template: str, given: Callable[[], Mapping[str, Any]]) -> bytes:
    return pickle.dumps((template, given()))


def _markdown_file(address: str) -> str:
    return f"{address.strip('/') or 'index'}.md" if address == addresses.HOME else f"{address.strip('/')}/index.md"


def _article(page: Page, public: PublicSite) -> bytes:
    """Front matter, then HTML in one block: no blank line and no indent, which Markdown would read as its own."""
    lines = (line.strip() for line in draw(page, public, layout=ARTICLE).splitlines())
    head = f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\n---\n\n"
    return (head + "\n".join(line for line in lines if line) + "\n").encode("utf-8")


def _engine_settings(title: str, entries: list[Page]) -> bytes:
    shown = [page for page in entries if page.path.count("/") <= 2 or page.template == "pages/plan.html"]
    nav = "".join(f"  - {json.dumps(page.title, ensure_ascii=False)}: {_markdown_file(page.path)}\n" for page in shown)
    return f"site_name: {json.dumps(title, ensure_ascii=False)}\nnav:\n{nav}".encode()


def asset_files(public: PublicSite) -> Iterator[OutputFile]:
    """What pages are drawn with: the stylesheet, the crest, fonts and scripts."""
    sheet = partial(stylesheet, THEME, public.site.settings.brand.colour)
    yield OutputFile(file_of(addresses.STYLESHEET), lambda: sheet().encode("utf-8"))
    crest = public.site.settings.brand.crest_address
    if crest and public.site.crest:
        yield OutputFile(file_of(crest), partial(bytes, public.site.crest))
    for folder in ASSET_FOLDERS:
        for path in sorted((THEME / folder).rglob("*")):
            if path.is_file():
                yield OutputFile(path.relative_to(THEME).as_posix(), partial(Path.read_bytes, path))


def _sitemap(base: str, paths: list[str]) -> bytes:
    shown = sorted(path for path in paths if path != addresses.NOT_FOUND)
    entries = "".join(f"<url><loc>{escape(base + path)}</loc></url>\n" for path in shown)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{entries}</urlset>\n".encode()


def _robots(base: str) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {base}/sitemap.xml\n".encode()
