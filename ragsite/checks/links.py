"""Links: the reader must see where one leads, and one within the site must lead somewhere."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import urlsplit

from ragsite import addresses
from ragsite.checks.concordance import places_with, texts_with
from ragsite.checks.prose import Said, texts_of
from ragsite.checks.rule import Context, Problem
from ragsite.model.plan import Plan
from ragsite.model.site import Site
from ragsite.problems import Location, did_you_mean

SHORTENERS = frozenset(
    {
        *("bit.ly", "buff.ly", "cutt.ly", "dlvr.it", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rb.gy", "rebrand.ly"),
        *("shorturl.at", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "trib.al"),
    }
)
"""Hosts that hide where a link leads and may stop doing so."""

MOST_COMPARED = 50
"""With how many pages a dead link is compared, so that many of them do not take long."""

PLAN_PARTS = ("exceptions", "changes", "timeline", "measures", "evidence", "owners", "data", "notes")
SITE_PAGES = (
    addresses.HOME,
    addresses.CHANGES,
    addresses.TOPICS,
    addresses.RATINGS,
    addresses.GLOSSARY,
    addresses.ABOUT,
    addresses.ACCESSIBILITY,
    addresses.SEARCH,
)

_LINK = re.compile(r"\[[^\]]*\]\(\s*<?(?P<link>[^)\s>]+)")
_BARE = re.compile(r"(?<![\w(<])(?:https?://)?(?P<host>(?:[a-z0-9-]+\.)+[a-z]{2,6})/[\w-]+", re.I)


def shortened_links(context: Context) -> Iterator[Problem]:
    """E653: a link goes through a link shortener: nobody sees where it leads, and it dies with the service.

    Fails: `link: http://ow.ly/abc`. Passes: the council's own address of the document.
    """
    for plan in context.site.plans:
        for place, owner, link in _link_fields(plan):
            if host := _shortener(link):
                yield Problem(place, *_shortened(owner, host), plan.id)
    for said in texts_with(context.site, ("/",)):
        if not said.is_note:
            for found in _BARE.finditer(said.text):
                if host := _shortener(f"//{found['host']}"):
                    yield said.problem(*_shortened(said.owner, host))


def dead_links(context: Context) -> Iterator[Problem]:
    """E654: a link within the site leads to a page that does not exist.

    Fails: `[see](/plans/leeds-2026/items/99/)` where there is no item 99. Passes: a link to another site, `#heading`.
    """
    if any(context.left_out.values()):
        return
    own: frozenset[str] = frozenset()
    for said, link in chain.from_iterable(map(local_links, context.site.plans)):
        own = own or pages_of_site(context.site).union(*map(pages_of_plan, context.site.plans))
        path = urlsplit(link).path
        if not (_is_known(path, own) or _is_known(path, context.pages)):
            ends = _by_end(context.pages | own)
            near = did_you_mean(path, [*ends.get(_end(path), SITE_PAGES)][:MOST_COMPARED])
            yield said.problem(
                f"{said.owner} links to “{link}”, but the site has no such page.",
                near or "Begin the link with “/”, as in “/glossary/”, or take it out.",
            )


def local_links(plan: Plan) -> Iterator[tuple[Said, str]]:
    """The links within the site that stand in the texts of a plan."""
    told = texts_of(plan)
    for said in (told[place] for place in places_with(plan, ("](",))):
        for found in _LINK.finditer(said.text):
            link = urlsplit(found["link"])
            if link.path and not (link.scheme or link.netloc):
                yield said, found["link"]


def leads_astray(paths: Iterable[str], pages: frozenset[str]) -> bool:
    """Whether any of these paths is that of no page; to tell which page may be meant, all pages must be known."""
    return not all(_is_known(path, pages) for path in paths)


def pages_of_site(site: Site) -> frozenset[str]:
    """The addresses of the pages that belong to no plan, as far as the content decides them."""
    return frozenset((*SITE_PAGES, *(addresses.topic(topic.id) for topic in site.topics)))


def pages_of_plan(plan: Plan) -> frozenset[str]:
    """The addresses of a plan's pages, as far as the content decides them."""
    return frozenset(_plan_pages(plan))


def _plan_pages(plan: Plan) -> Iterator[str]:
    yield addresses.plan(plan.id)
    yield from (addresses.part(plan.id, name) for name in PLAN_PARTS)
    yield from (addresses.item(plan.id, item.id) for root in plan.tree if root.publish for item in root.walk())
    yield from (addresses.measure(plan.id, measure.id) for measure in plan.measures if measure.publish)
    for report in plan.reports:
        page = addresses.report(plan.id, report.id)
        yield from (page, f"{page}exceptions/", f"{page}changes/") if report.publish else ()


def _by_end(pages: frozenset[str]) -> dict[str, list[str]]:
    """The pages by the last part of their address, which is most often right in a link that is wrong."""
    ends: dict[str, list[str]] = {}
    for page in sorted(pages):
        ends.setdefault(_end(page), []).append(page)
    return ends


def _end(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def _is_known(path: str, pages: frozenset[str]) -> bool:
    """Also true of files beside the pages, such as `/plans/<plan>/data/items.csv`, whose names are not known here."""
    return path in pages or ("." in path.rsplit("/", 1)[-1] and path.rsplit("/", 1)[0] + "/" in pages)


def _link_fields(plan: Plan) -> Iterator[tuple[Location, str, str]]:
    facts = plan.facts
    for piece in plan.evidence:
        if piece.publish and piece.link:
            yield piece.written_at.of("link"), f"Evidence “{piece.title}”", piece.link
    for document in facts.sources:
        if document.link:
            yield document.written_at.of("link"), f"The source “{document.title}”", document.link
    if facts.inspection and facts.inspection.link:
        yield facts.inspection.written_at.of("link"), "The inspection", facts.inspection.link


def _shortener(link: str) -> str:
    host = (urlsplit(link).hostname or "").removeprefix("www.")
    return host if host in SHORTENERS else ""


def _shortened(owner: str, host: str) -> tuple[str, str]:
    return (
        f"{owner} links through “{host}”, a link shortener. Nobody sees where it leads, and it may stop working.",
        "Follow the link and write down the address that it leads to.",
    )
