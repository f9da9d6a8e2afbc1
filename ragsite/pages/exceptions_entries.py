"""Each item of an exception report in full: reason, impact, recovery action, owner, decision needed, due date."""

from ragsite import addresses
from ragsite.model.base import Passage
from ragsite.model.reports import Update
from ragsite.model.scales import Level
from ragsite.pages.props import (
    NOT_STATED,
    Props,
    badge,
    full_title,
    owner_words,
    passage_sources,
    printed_note,
    short_source_lines,
    texts,
)
from ragsite.render import relative, slug
from ragsite.views.exceptions import RULES, Exceptions, Listed
from ragsite.views.history import Way

MANY = 12
"""From how many entries on each is folded under its title."""


def entries(here: str, found: Exceptions) -> Props | None:
    """Each item that is listed with its answers; None when none is listed."""
    if not found.listed:
        return None
    return {
        "id": "entries",
        "title": "Each item in full",
        "folds": len(found.listed) > MANY,
        "entries": [_entry(here, found, one) for one in found.listed],
    }


def _entry(here: str, found: Exceptions, one: Listed) -> Props:
    plan = found.plan
    said = [*one.update.risks, *one.update.next_steps, *one.update.decision] if one.update else []
    return {
        "id": f"entry-{slug(one.item.id)}",
        "title": full_title(plan, one.item),
        "href": relative(here, addresses.item(plan.id, one.item.id)),
        "badge": badge(one.rated.level) if one.rated.level else None,
        "said": [{"term": term, "text": text} for term, text in _said(here, found, one)],
        "sources": short_source_lines(plan, [one.update.source if one.update else None, *passage_sources(said)]),
    }


def _said(here: str, found: Exceptions, one: Listed) -> list[tuple[str, str]]:
    """Every question of an exception report, with the answer or that the source gives none."""
    why = [f"**{RULES[ruling.rule][0]}.** {ruling.words}" for ruling in one.rulings]
    reason = one.update.rating_reason if one.update else None
    due = one.due.due.label if one.due else NOT_STATED
    return [
        ("Listed because", "\n\n".join(why)),
        ("Rating before", _rating_before(one)),
        ("Rating now", " ".join(part for part in (_level(one.rated.level), printed_note(one.rated)) if part)),
        ("Reason", reason or one.rated.reason or NOT_STATED),
        ("Impact and risks", _words(here, found, one, field="risks")),
        ("Recovery action", _words(here, found, one, field="next_steps")),
        ("Who answers for it", owner_words(one.item.owners) or NOT_STATED),
        ("Decision needed", _words(here, found, one, field="decision")),
        ("Due date", f"{due[0].upper()}{due[1:]}"),
    ]


def _rating_before(one: Listed) -> str:
    previous = one.travel.previous
    if previous and previous.level:
        where = f"in the report {one.travel.before.label}" if one.travel.before else "as this report states it"
        return f"{previous.level.full_label}, {where}"
    return f"Not known. {one.travel.reason}" if one.travel.way is Way.UNKNOWN else "New in this report"


def _level(level: Level | None) -> str:
    return f"{level.full_label}." if level else "Not rated."


def _words(here: str, found: Exceptions, one: Listed, *, field: str) -> str:
    """What the report says, or where it says it of a level above, or that it does not say it."""
    own = _passages(one.update, field)
    if own:
        return "\n\n".join(texts(own))
    plan = found.plan
    for above in reversed(plan.ancestors(one.item)):
        if _passages(plan.update(found.report, above), field):
            kind = plan.kind_by_id[one.item.id].kind.lower()
            link = f"[{full_title(plan, above)}]({relative(here, addresses.item(plan.id, above.id))})"
            return f"Not stated for this {kind}. The report tells it of {link}."
    return NOT_STATED


def _passages(update: Update | None, field: str) -> tuple[Passage, ...]:
    return getattr(update, field) if update else ()
