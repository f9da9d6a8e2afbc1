"""The sections on what changed in ratings and in the items themselves, and the counts of the same items."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ragsite.figures import of, plural, words
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.scales import Rated
from ragsite.pages.changed import branch_words, is_nested, moves_table, rating_sentences
from ragsite.pages.links import items_in_line
from ragsite.pages.props import NOT_STATED, Props, badge, printed_note, short_badge
from ragsite.pages.tree import item_cell
from ragsite.views.changes import Changes, LikeForLike, RatingChange
from ragsite.views.rollup import Rollup

MANY = 12
"""From how many rows on a table that tells no move is folded."""
FEW = 3


def ratings(here: str, found: Changes) -> Props:
    """Ratings that moved, and those that cannot be compared, with a table for each."""
    plan, moved = found.plan, found.ratings
    compared = moved.compared
    tables = [
        moves_table(here, plan, changes, caption=f"Got {way}: {of(len(changes), compared)}")
        for way, changes in (("worse", moved.worse), ("better", moved.better))
        if changes
    ]
    others = [
        _unmoved(here, plan, moved.newly_rated, title="Newly rated", total=moved.total),
        _unmoved(here, plan, moved.no_longer_rated, title="Not rated any more", total=moved.total),
        _redefined(here, plan, moved.redefined, total=moved.total),
    ]
    return {
        "id": "ratings",
        "title": "Ratings",
        "sentences": rating_sentences(found) or ["The reports rate no item."],
        "warning": _break(found),
        "tables": [*tables, *(table for table in others if table)],
    }


def _break(found: Changes) -> str | None:
    if found.before is None or not found.is_redefined:
        return None
    was, now = (found.plan.scale_of(report).title for report in (found.before, found.after))
    return (
        f"The rating scale was redefined between the two reports: from “{was}” to “{now}”. "
        "A rating on the one is not a rating on the other, so no rating is told as better or worse."
    )


def _unmoved(here: str, plan: Plan, found: Sequence[RatingChange], *, title: str, total: int) -> Props | None:
    """Items that are rated on one side only; a reason that many share is told once, under the table."""
    if not found:
        return None
    reasons = Counter(_reason(change) for change in found)
    shared = [reason for reason, number in sorted(reasons.items()) if number > FEW]
    notes = [f"{reasons[reason]} of them: {reason}" for reason in shared]
    caption = f"{title}: {of(len(found), total)}"
    nested = is_nested(plan, found)
    return {
        "caption": caption,
        "columns": ["Title", *(["In"] if nested else []), "Was", "Is now"],
        "rows": [
            [
                item_cell(here, plan, change.item),
                *([branch_words(plan, change)] if nested else []),
                _cell(change.was, shared),
                _cell(change.now, shared),
            ]
            for change in found
        ],
        "note": " ".join(notes) or None,
        "dense": len(found) > MANY,
        "fold": caption if len(found) > MANY else None,
        "caption_hidden": len(found) > MANY,
    }


def _reason(change: RatingChange) -> str:
    return (change.was if change.was.level is None else change.now).reason


def _cell(rated: Rated, shared: Iterable[str]) -> Props:
    if rated.level:
        return {"badge": short_badge(rated.level)}
    is_told = f"“{_one_line(rated.printed)}”" in _one_line(rated.reason)
    said = [None if is_told else printed_note(rated), None if rated.reason in shared else rated.reason]
    return {"badge": short_badge(None), "note": " ".join(part for part in said if part) or None}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _redefined(here: str, plan: Plan, found: Sequence[RatingChange], *, total: int) -> Props | None:
    if not found:
        return None
    caption = f"Rated on two different scales, not compared: {of(len(found), total)}"
    table = moves_table(here, plan, found, caption=caption)
    heads = {"Was": "On the former scale", "Is now": "On the new scale"}
    return {
        **table,
        "columns": [heads.get(str(name), name) for name in table["columns"]],
        "dense": True,
        "fold": caption if len(found) > MANY else None,
        "caption_hidden": len(found) > MANY,
    }


def counts(found: Changes) -> Props | None:
    """The counts of the same items in both reports; where the scale was redefined, each in a table of its own."""
    before = found.before
    if before is None or not found.counts:
        return None
    labels = (before.label, found.after.label)
    return {
        "id": "like-for-like",
        "title": "The same items, counted in both reports",
        "sentences": ["Only items that were part of the plan in both reports are counted here."],
        "warning": None,
        "tables": [table for one in found.counts for table in _count_tables(one, labels)],
    }


def _count_tables(one: LikeForLike, labels: tuple[str, str]) -> list[Props]:
    nouns = f"{one.kind.plural} in both reports, by rating"
    if one.is_one_scale:
        return [_count_table(nouns, [(labels[0], one.before), (labels[1], one.after)])]
    sides = ((labels[0], one.before), (labels[1], one.after))
    return [_count_table(f"{nouns}, on the scale “{side.scale.title}”", [(label, side)]) for label, side in sides]


def _count_table(caption: str, sides: Sequence[tuple[str, Rollup]]) -> Props:
    first = sides[0][1]
    return {
        "caption": caption,
        "columns": ["Rating", *({"text": label, "numeric": True} for label, _ in sides)],
        "rows": [
            [
                {"badge": badge(count.level)},
                *(of(side.counts[place].number, side.total) for _, side in sides),
            ]
            for place, count in reversed(list(enumerate(first.counts)))
        ],
        "caption_hidden": False,
    }


def items(here: str, found: Changes) -> Props:
    """Items that joined, left, were closed, split, merged or renamed; followed by id, whatever their title."""
    plan, tree = found.plan, found.tree

    def name(item: Item) -> Props:
        return item_cell(here, plan, item)

    lists: list[tuple[str, list[list[object]], list[str]]] = [
        ("Joined the plan", [[name(one), plan.kind_by_id[one.id].kind] for one in tree.joined], ["Level"]),
        ("Left the plan", [[name(one), _closing(one)] for one in tree.left], ["Reason stated"]),
        ("Closed", [[name(one.item), _stated(one.reason)] for one in tree.closed], ["Reason stated"]),
        ("Split", [[name(one.item), items_in_line(here, plan, one.into)] for one in tree.split], ["Into"]),
        ("Merged", [[name(one.item), items_in_line(here, plan, [one.into])] for one in tree.merged], ["Into"]),
        ("Renamed", [[name(one.item), one.was, one.now] for one in tree.renamed], ["Was called", "Is called"]),
    ]
    tables = [_list(f"{title}: {len(rows)}", ["Title", *columns], rows) for title, rows, columns in lists if rows]
    absent = [title.split()[0].lower() for title, rows, _ in lists if not rows]
    return {
        "id": "items",
        "title": "Items",
        "sentences": [_absent(absent)] if absent else [],
        "warning": None,
        "tables": tables,
    }


def _absent(names: Sequence[str]) -> str:
    acts = [name for name in names if name in ("joined", "left")]
    done = [name for name in names if name not in acts]
    said = [*acts, *([f"was {words(done, joiner='or')}"] if done else [])]
    return f"No item {words(said, joiner='or')}."


def _list(caption: str, columns: Sequence[str], rows: Sequence[object]) -> Props:
    is_long = len(rows) > MANY
    return {
        "caption": caption,
        "columns": columns,
        "rows": rows,
        "dense": is_long,
        "fold": caption if is_long else None,
        "caption_hidden": is_long,
    }


def _closing(item: Item) -> object:
    return _stated(item.closed.reason if item.closed else None)


def _stated(reason: str | None) -> object:
    return reason or {"missing": NOT_STATED}


def stated(here: str, found: Changes) -> Props | None:
    """For a first report: the former ratings that it states itself, each with what it says of them."""
    plan, moved = found.plan, found.ratings
    every = (*moved.worse, *moved.better, *moved.same, *moved.untold)
    if not every:
        return None
    order = {item.id: place for place, item in enumerate(plan.items)}
    rows = [
        [
            item_cell(here, plan, change.item),
            _cell(change.was, ()) if change.was.level else {"missing": "Not known", "note": change.was.reason},
            {"badge": short_badge(change.now.level)},
            _stated(change.reason),
        ]
        for change in sorted(every, key=lambda change: order[change.item.id])
    ]
    counted = plural(len(every), "item", "items")
    return {
        "id": "ratings",
        "title": "Ratings before, as this report tells them",
        "sentences": [f"The report says something of the rating before for {counted}.", *rating_sentences(found)],
        "warning": None,
        "tables": [_list("Ratings before and now", ["Title", "Was", "Is now", "Reason stated"], rows)],
    }
