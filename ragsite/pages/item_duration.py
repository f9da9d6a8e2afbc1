"""The section of an item's page that tells how long it stood at each rating, as the reports show it."""

from collections.abc import Iterable

from ragsite import addresses
from ragsite.figures import of, words
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages.links import joined
from ragsite.pages.props import Props, short_badge
from ragsite.render import relative
from ragsite.views.duration import RULE, Spell, Stay, spells, stays


def duration(plan: Plan, item: Item, *, here: str) -> Props | None:
    """Reports in a row with the same rating, and how long they reach; None with fewer than two reports to tell of."""
    found = spells(plan, item)
    if sum(len(spell.reports) for spell in found) < 2 or all(spell.level is None for spell in found):
        return None
    return {
        "part": "table",
        "id": "duration",
        "title": "How long at each rating",
        "lede": _lede(stays(found)),
        "table": {
            "caption": "Time at each rating, oldest first",
            "columns": ["Rating", "In the reports", "How long"],
            "rows": [[_rating(spell), _reports(plan, spell.reports, here=here), _length(spell)] for spell in found],
            "note": RULE,
        },
    }


def _lede(found: Iterable[Stay]) -> str:
    """In how many reports it had each rating: `In the 4 reports it was rated 2 in 1 of 4 and not rated in 3 of 4.`"""
    shown = list(found)
    total = sum(stay.number for stay in shown)
    has_scales = len({stay.scale.id for stay in shown}) > 1
    said = words([f"{_name(stay, has_scales=has_scales)} in {of(stay.number, total)}" for stay in shown])
    return f"In its {total} reports it was {said}."


def _name(stay: Stay, *, has_scales: bool) -> str:
    name = f"rated {stay.level.label}" if stay.level else "not rated"
    return f"{name} on the scale “{stay.scale.title}”" if has_scales else name


def _rating(spell: Spell) -> Props:
    note = "The scale was redefined before this." if spell.is_redefined else None
    return {"badge": short_badge(spell.level), "note": note}


def _reports(plan: Plan, reports: Iterable[Report], *, here: str) -> Props:
    links = [(report.label, relative(here, addresses.report(plan.id, report.id))) for report in reports]
    return {"text": joined(links)}


def _length(spell: Spell) -> str:
    words = f"{spell.words[0].upper()}{spell.words[1:]}"
    return f"{words}, up to the latest report" if spell.is_last and spell.months is not None else words
