"""Cards: the small form of an item's page or of a measure's chart, for other sites to show within theirs."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from ragsite import addresses
from ragsite.charts.measure import measure_figure
from ragsite.exporters.file import File
from ragsite.exporters.links import public_url
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.site import Settings
from ragsite.publish import PublicSite
from ragsite.render import THEME, relative, render
from ragsite.stylesheet import paper_css, squeeze
from ragsite.views.ledger import ledger
from ragsite.views.measures import Finding, find
from ragsite.views.names import as_at_words, full_title, plan_name
from ragsite.views.standing import NOT_RATED, Standing, at_words, standing

ITEM_SIZE = (600, 420)
CHART_SIZE = (760, 620)
"""Width and height in pixels that a frame needs to show a card without scroll bars."""

STYLES = (
    "css/tokens.css",
    "css/base.css",
    "components/badge/badge.css",
    "components/chart/chart.css",
    "embeds/card.css",
)

Props = Mapping[str, Any]


def export(public: PublicSite) -> Iterator[File]:
    """A card for each item that carries ratings and for each measure with a chart."""
    settings = public.site.settings
    for plan in public.site.plans:
        for item in plan.items:
            found = standing(plan, item)
            if found:
                page = addresses.item(plan.id, item.id)
                yield File(addresses.card(page), item_card(plan, item, found, settings=settings))
        for measure in plan.measures:
            finding = find(plan, measure)
            if finding.run:
                page = addresses.measure(plan.id, measure.id)
                yield File(addresses.card(page), measure_card(plan, finding, settings=settings))


def stylesheets(_: PublicSite) -> Iterator[File]:
    """The one stylesheet of all cards."""
    yield File(addresses.CARD_STYLESHEET, card_stylesheet())


def item_card(plan: Plan, item: Item, found: Standing, *, settings: Settings) -> bytes:
    """Rating with its meaning, date and due date; links to the whole page."""
    level = found.rated.level
    badge = {"tone": level.tone.value, "label": level.label, "name": level.name} if level else None
    facts = [("Position at", as_at_words(found.report).removeprefix("Position at ").capitalize())]
    if found.former and found.former.rated.level:
        facts.append(("Last rating", f"{found.former.rated.level.full_label}, {at_words(found.former.report)}"))
    due = ledger(plan, item).current
    facts.append(("Due date", due.label if due else "Not stated in the source"))
    props = {
        "title": full_title(plan, item),
        "badge": badge or {"tone": "none", "label": NOT_RATED, "name": None},
        "meaning": found.meaning,
        "facts": facts,
    }
    return _draw("embeds/item.html", plan, addresses.item(plan.id, item.id), settings=settings, card=props)


def measure_card(plan: Plan, finding: Finding, *, settings: Settings) -> bytes:
    """The chart of a measure with its finding; links to the page with all values."""
    measure = finding.measure
    props = {"title": measure.name, "figure": measure_figure(finding), "position": _position(plan)}
    return _draw("embeds/measure.html", plan, addresses.measure(plan.id, measure.id), settings=settings, card=props)


def frame_html(address: str, *, title: str, size: tuple[int, int]) -> str:
    """The HTML with which another site shows a card; `address` is the card's whole address."""
    width, height = size
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="{width}" height="{height}" '
        'style="max-width:100%;border:0" loading="lazy"></iframe>'
    )


def card_stylesheet() -> bytes:
    """Tokens, elements, badge and chart, and the card's own rules, in one file."""
    parts = [*((THEME / name).read_text("utf-8") for name in STYLES), paper_css(THEME)]
    return squeeze("\n".join(parts)).encode("utf-8")


def _position(plan: Plan) -> str:
    return as_at_words(plan.latest) if plan.latest else "No report published yet"


def _draw(template: str, plan: Plan, page: str, *, settings: Settings, card: Props) -> bytes:
    here = addresses.card(page)
    return render(
        template,
        card=card,
        plan=plan_name(plan),
        page_href=relative(here, page),
        canonical=public_url(settings, page) if settings.url else None,
        css_href=relative(here, addresses.CARD_STYLESHEET),
        site=f"{settings.title}, {settings.publisher}",
        licence=settings.licence.name,
    ).encode("utf-8")
