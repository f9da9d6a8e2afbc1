"""`oembed.json`: how another site shows a card when somebody pastes the address of its page (oEmbed 1.0)."""

from collections.abc import Iterator
from typing import Any

from ragsite import addresses
from ragsite.exporters.document import write_document
from ragsite.exporters.embed import CHART_SIZE, ITEM_SIZE, frame_html
from ragsite.exporters.file import File
from ragsite.exporters.links import public_url
from ragsite.model.plan import Plan
from ragsite.model.site import Settings
from ragsite.publish import PublicSite
from ragsite.views.measures import find
from ragsite.views.names import full_title, plan_name
from ragsite.views.standing import standing

NAME = "oembed.json"


def export(public: PublicSite) -> Iterator[File]:
    """One per card; none where the site does not know its own address, since a frame needs a whole one."""
    settings = public.site.settings
    for plan in public.site.plans if settings.url else ():
        for page, title, size in _cards(plan):
            said = oembed(page, title=title, size=size, plan=plan, settings=settings)
            yield File(addresses.beside(page, NAME), write_document(said))


def oembed(page: str, *, title: str, size: tuple[int, int], plan: Plan, settings: Settings) -> dict[str, Any]:
    """A `rich` answer: the frame of the card that belongs to the page."""
    address = public_url(settings, addresses.card(page))
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": plan_name(plan),
        "author_url": public_url(settings, addresses.plan(plan.id)),
        "provider_name": settings.title,
        "provider_url": public_url(settings, addresses.HOME),
        "html": frame_html(address, title=title, size=size),
        "width": size[0],
        "height": size[1],
    }


def _cards(plan: Plan) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """The address of the page, title and size of each card."""
    for item in plan.items:
        if standing(plan, item):
            yield addresses.item(plan.id, item.id), full_title(plan, item), ITEM_SIZE
    for measure in plan.measures:
        if find(plan, measure).run:
            yield addresses.measure(plan.id, measure.id), measure.name, CHART_SIZE
