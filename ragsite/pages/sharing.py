"""What a page offers beyond its own text: how to cite it, what to copy, feeds and data for programs."""

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from markupsafe import Markup

from ragsite import addresses
from ragsite.exporters.embed import CHART_SIZE, ITEM_SIZE, frame_html
from ragsite.exporters.links import public_url
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site, Topic
from ragsite.pages.page import Card, Page
from ragsite.pages.props import Props, full_title, plan_name
from ragsite.render import relative
from ragsite.views.measures import Finding
from ragsite.views.standing import standing

ATOM = "application/atom+xml"
OEMBED = "application/json+oembed"
REPORTS = "/reports/"
FEED = "feed.xml"
CALENDAR = "dates.ics"
FILES = {FEED: "Changes as a feed (Atom)", CALENDAR: "Dates as a calendar file"}


def item_card(plan: Plan, item: Item) -> Card | None:
    """Badge and card of an item; None where the source does not rate it."""
    if standing(plan, item) is None:
        return None
    title = full_title(plan, item)
    return Card(title, f"Latest rating of {title}", ITEM_SIZE)


def plan_card(plan: Plan) -> Card:
    """The badge of a plan, which counts its ratings."""
    return Card(plan_name(plan), f"Latest ratings of {plan_name(plan)}")


def measure_card(finding: Finding) -> Card | None:
    """The card of a measure; None where it has no chart."""
    return Card(finding.measure.name, size=CHART_SIZE) if finding.run else None


def share(page: Page, site: Site) -> Props | None:
    """How to cite a page that tells of a plan, and what another site can copy from it."""
    plan = plan_of(page, site)
    if plan is None or page.period is None:
        return None
    card = page.card if site.settings.url else None
    return {
        "cite": _citation(page, site.settings),
        "note": _permanence(page, plan),
        "badge_src": "badge.svg" if card and card.badge_alt else None,
        "snippets": list(_snippets(page, card, site.settings)) if card else [],
    }


def follow(page: Page, site: Site) -> tuple[Props, ...]:
    """Links for the side of the page: changes as a feed, and for a plan its dates as a calendar."""
    plan = plan_of(page, site)
    if plan and page.links:
        return (_group("Follow this plan", page, addresses.plan(plan.id), names=(FEED, CALENDAR)),)
    if page.path == addresses.CHANGES:
        return (_group("Follow all plans", page, addresses.HOME, names=(FEED,)),)
    if _topic_of(page, site):
        return (_group("Follow this topic", page, page.path, names=(FEED,)),)
    return ()


def alternates(page: Page, site: Site) -> list[Props]:
    """Links in the head that lead programs to feeds, to the calendar and to the card of the page."""
    found = [(ATOM, f"{site.settings.title}: what changed", addresses.beside(addresses.HOME, FEED))]
    plan = plan_of(page, site)
    if plan:
        here = addresses.plan(plan.id)
        found.append((ATOM, f"{plan_name(plan)}: what changed", addresses.beside(here, FEED)))
        found.append(("text/calendar", f"{plan_name(plan)}: dates", addresses.beside(here, CALENDAR)))
    topic = _topic_of(page, site)
    if topic:
        found.append((ATOM, f"{topic.title}: what changed", addresses.beside(page.path, FEED)))
    links = [{"type": kind, "title": title, "href": _href(page, address)} for kind, title, address in found]
    return [*links, *_oembed(page, site.settings)]


def structured(page: Page) -> Markup | None:
    """The page's data for search engines as JSON that cannot end the block it stands in."""
    if page.structured is None:
        return None
    text = json.dumps(page.structured, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def plan_of(page: Page, site: Site) -> Plan | None:
    """The plan that a page belongs to."""
    wanted = addresses.plan_of(page.path)
    return next((plan for plan in site.plans if plan.id.lower() == wanted), None) if wanted else None


def _topic_of(page: Page, site: Site) -> Topic | None:
    if not page.path.startswith(addresses.TOPICS):
        return None
    return next((topic for topic in site.topics if addresses.topic(topic.id) == page.path), None)


def _group(title: str, page: Page, beside: str, *, names: tuple[str, ...]) -> Props:
    links = [{"text": FILES[name], "href": relative(page.path, addresses.beside(beside, name))} for name in names]
    return {"title": title, "links": links}


def _citation(page: Page, settings: Settings) -> str:
    said = [page.title, *_position(page), f"{settings.title}, {settings.publisher}"]
    address = f" {public_url(settings, page.path)}" if settings.url else ""
    return f"{'. '.join(one.rstrip('.') for one in said)}.{address}"


def _position(page: Page) -> Iterator[str]:
    """The report and the date it speaks of; the next report is no part of a citation."""
    period: dict[str, Any] = dict(page.period or {})
    yield str(period.get("label", ""))
    yield from [str(fact) for fact in period.get("facts", ())][:1]


def _permanence(page: Page, plan: Plan) -> str | None:
    if REPORTS in page.path:
        return "This page belongs to one report. It stays as it is, but for corrections."
    if plan.latest is None:
        return None
    report = relative(page.path, addresses.report(plan.id, plan.latest.id))
    return f"This page changes with each report. For words that stay, cite [the report {plan.latest.label}]({report})."


def _snippets(page: Page, card: Card, settings: Settings) -> Iterator[Props]:
    address = public_url(settings, page.path)
    if card.badge_alt:
        badge = escape(public_url(settings, addresses.beside(page.path, "badge.svg")))
        yield {
            "title": "A badge",
            "alt": card.badge_alt,
            "text": "A small picture with the rating and its date, which leads to this page.",
            "code": f'<a href="{escape(address)}"><img src="{badge}" alt="{escape(card.badge_alt)}"></a>',
        }
    if card.size:
        yield {
            "title": "A card",
            "alt": card.title,
            "text": "The main facts in a frame. It needs no script.",
            "code": frame_html(public_url(settings, addresses.card(page.path)), title=card.title, size=card.size),
        }


def _oembed(page: Page, settings: Settings) -> Iterator[Props]:
    """Programs that ask for it read the address as it stands, so it is a whole one."""
    if page.card and page.card.size and settings.url:
        address = public_url(settings, addresses.beside(page.path, "oembed.json"))
        yield {"type": OEMBED, "title": page.card.title, "href": address}


def _href(page: Page, address: str) -> str:
    return address if page.path == addresses.NOT_FOUND else relative(page.path, address)
