"""The parts of an exception report: rules, the list, each entry in full, what improved, areas, what cannot be told."""

from ragsite import addresses
from ragsite.figures import SPACE, of, plural
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.pages.exceptions_entries import MANY, entries
from ragsite.pages.links import items_in_line, joined
from ragsite.pages.props import (
    NOT_STATED,
    Props,
    badge,
    date_cell,
    full_title,
    owner_words,
    passage_sources,
    short_badge,
    source_lines,
)
from ragsite.pages.sections import titled
from ragsite.pages.tree import item_cell, rating_cell
from ragsite.render import relative, slug
from ragsite.views.exceptions import RULES, Exceptions, Improved, Listed, Rule, Tally, Unresolved, exceptions

UNTOLD = (
    "Nothing is listed. That does not say that all is well: no rating in this report can be read, "
    "so most rules cannot be applied."
)


def off_track(here: str, plan: Plan, report: Report) -> Props:
    """The short section for the page of a plan: how many items each rule lists, and the link to all of it."""
    found = exceptions(plan, report)
    counted = [f"- {RULES[one.rule][0]}: {of(one.listed, one.asked)}" for one in found.tallies if one.listed]
    page = relative(here, addresses.part(plan.id, "exceptions"))
    more = f"[Off track in full: every item with reason, recovery action, owner and date]({page})"
    return {
        "part": "passages",
        "id": "off-track",
        "title": "What is off track",
        "passages": [lede(found), *(["\n".join(counted)] if counted else []), more],
    }


def lede(found: Exceptions) -> str:
    """How many items are listed, of how many; where none is, whether that says anything."""
    if found.listed:
        are = "is" if len(found.listed) == 1 else "are"
        unread = next(tally for tally in found.tallies if tally.rule is Rule.RED)
        rest = f" The rating of {of(unread.unresolved, unread.asked)} is not known." if unread.unresolved else ""
        return f"{of(len(found.listed), found.total)} items {are} off track by at least one rule.{rest}"
    if found.is_untold:
        return UNTOLD
    rest = " For some rules it cannot be told of every item." if found.unresolved else ""
    return f"None of {plural(found.total, 'item', 'items')} is listed by any rule.{rest}"


def parts(here: str, found: Exceptions) -> dict[str, Props | None]:
    """Every part by name, in reading order."""
    return {
        "listed": _listed(here, found),
        "entries": entries(here, found),
        "improved": _improved(here, found),
        "areas": _areas(here, found),
        "rules": _rules(found),
        "unresolved": _unresolved(here, found),
    }


def _rules(found: Exceptions) -> Props:
    return {
        "id": "rules",
        "title": "The rules that list an item",
        "table": {
            "caption": "Items listed by each rule, and those of which it cannot be told",
            "columns": ["Rule", "Listed", "Cannot be told"],
            "rows": [_rule(tally) for tally in found.tallies],
        },
    }


def _rule(tally: Tally) -> list[object]:
    name, meaning = RULES[tally.rule]
    head = {"text": name, "note": meaning}
    if not tally.asked:
        return [head, {"missing": "Does not apply: no item has a due date"}, None]
    if tally.unresolved == tally.asked:
        return [head, {"missing": "Cannot be told"}, of(tally.unresolved, tally.asked)]
    listed = of(tally.listed, tally.asked) if tally.listed else f"None{SPACE}of{SPACE}{tally.asked}"
    return [head, listed, of(tally.unresolved, tally.asked) if tally.unresolved else "None"]


def _listed(here: str, found: Exceptions) -> Props:
    return {
        "id": "listed",
        "title": "Items off track",
        "lede": "The earliest due date comes first, then items without a date in the order of the plan.",
        "table": {
            "caption": "Items off track, with the rules that list them",
            "columns": ["Title", "Listed because", "Rating before", "Rating now", "Due", "Who answers for it"],
            "rows": [_row(here, found, one) for one in found.listed],
            "dense": True,
        },
    }


def _row(here: str, found: Exceptions, one: Listed) -> list[object]:
    plan, report = found.plan, found.report
    return [
        item_cell(here, plan, one.item),
        "; ".join(RULES[ruling.rule][0] for ruling in one.rulings),
        _before(one),
        rating_cell(plan, report, one.item),
        date_cell(one.due.due if one.due else None),
        owner_words(one.item.owners) or {"missing": NOT_STATED},
    ]


def _before(one: Listed) -> Props:
    previous = one.travel.previous
    if previous and previous.level:
        return {"badge": short_badge(previous.level)}
    return {"missing": "Not rated" if previous and one.travel.before else "Not known"}


def _improved(here: str, found: Exceptions) -> Props:
    rows = [_better(here, found.plan, one) for one in found.improved]
    empty = "Cannot be told: no rating can be compared with one before." if _is_incomparable(found) else "None."
    return {
        "id": "improved",
        "title": "What improved",
        "table": {
            "caption": f"Ratings that got better: {len(rows) or 'none'}",
            "columns": ["Title", "Rating before", "Rating now", "Evidence named by then"],
            "rows": rows,
            "dense": len(rows) > MANY,
            "empty": empty,
        },
    }


def improved_words(found: Exceptions) -> str:
    """How many ratings got better, in a word: also that none did, or that it cannot be told."""
    if found.improved:
        return str(len(found.improved))
    return "Cannot be told" if _is_incomparable(found) else "None"


def _is_incomparable(found: Exceptions) -> bool:
    """True when no item has a rating that can be compared with one before."""
    return all(tally.unresolved == tally.asked for tally in found.tallies if tally.rule is Rule.WORSE)


def _better(here: str, plan: Plan, one: Improved) -> list[object]:
    links = [(piece.title, relative(here, addresses.evidence(plan.id, piece.id))) for piece in one.evidence]
    return [
        item_cell(here, plan, one.item),
        {"badge": short_badge(one.travel.previous.level if one.travel.previous else None)},
        {"badge": short_badge(one.rated.level)},
        joined(links) if links else {"missing": "No evidence named"},
    ]


def _areas(here: str, found: Exceptions) -> Props | None:
    if not found.areas:
        return None
    plan = found.plan
    return {
        "id": "areas",
        "title": "Key developments and key risks",
        "entries": [_area(here, plan, item, update, found=found) for item, update in found.areas],
    }


def _area(here: str, plan: Plan, item: Item, update: Update, *, found: Exceptions) -> Props:
    rated = plan.rating(found.report, item)
    silent = {"title": "", "text": NOT_STATED}
    developments = titled("Key developments", update.developments) or [{**silent, "title": "Key developments"}]
    risks = titled("Key risks", update.key_risks) or [{**silent, "title": "Key risks"}]
    return {
        "id": f"area-{slug(item.id)}",
        "title": full_title(plan, item),
        "href": relative(here, addresses.item(plan.id, item.id)),
        "badge": badge(rated.level),
        "columns": [*developments, *risks],
        "sources": source_lines(plan, passage_sources([*update.developments, *update.key_risks])),
    }


def _unresolved(here: str, found: Exceptions) -> Props | None:
    if not found.unresolved:
        return None
    asked = {tally.rule: tally.asked for tally in found.tallies}
    return {
        "id": "unresolved",
        "title": "What cannot be told",
        "lede": "These items are not listed by the rule, and it is not known that they should not be.",
        "groups": [
            {
                "title": RULES[rule][0],
                "reasons": [
                    _reason(here, found.plan, one, asked=asked[rule]) for one in found.unresolved if one.rule is rule
                ],
            }
            for rule in dict.fromkeys(one.rule for one in found.unresolved)
        ],
    }


def _reason(here: str, plan: Plan, one: Unresolved, *, asked: int) -> Props:
    """A reason with its items, which need no list where it holds for all of them."""
    is_all = len(one.items) == asked
    number = f"All {asked}" if is_all and asked > 1 else of(len(one.items), asked)
    return {
        "text": one.why,
        "number": number,
        "fold": None if is_all else plural(len(one.items), "item", "items"),
        "links": None if is_all else items_in_line(here, plan, one.items),
    }
