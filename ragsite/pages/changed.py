"""Props for ratings that changed: sentences with counts and denominators, tables, and the short section with both."""

from collections.abc import Iterator, Sequence

from ragsite import addresses
from ragsite.figures import of, words
from ragsite.model.facts import Kind
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages.props import Props, ref_words, short_badge
from ragsite.pages.tree import item_cell
from ragsite.render import relative
from ragsite.views.changes import Changes, RatingChange, RatingChanges, changes, report_before
from ragsite.views.history import RULE


def changed(here: str, plan: Plan, report: Report) -> Props | None:
    """The short section for the pages of a plan and of a report; None when there is nothing to compare."""
    found = changes(plan, report_before(plan, report), report)
    said = rating_sentences(found)
    if not said or not (found.before or found.ratings.compared):
        return None
    sides = [("worse", found.ratings.worse), ("better", found.ratings.better)]
    page = relative(here, addresses.report_part(plan.id, report.id, "changes"))
    return {
        "part": "moves",
        "id": "moves",
        "title": "What got better and what got worse",
        "rule": RULE,
        "sentences": said,
        "tables": [
            moves_table(here, plan, moved, caption=f"Got {way}: {of(len(moved), found.ratings.compared)}")
            for way, moved in sides
            if moved
        ],
        "more": {"text": "All that changed: ratings, dates, measures, evidence and items", "href": page},
    }


def rating_sentences(found: Changes) -> list[str]:
    """One text for each kind of item that can be rated: what moved, of how many, and what cannot be compared."""
    since = f"Since the report {found.before.label}" if found.before else "Since the ratings before"
    kinds = [(kind, found.ratings.of(found.plan, kind)) for kind in found.plan.facts.structure]
    return [_sentence(kind, ratings, since=since) for kind, ratings in kinds if ratings.total]


def headline(found: Changes) -> str:
    """The same in as few words as a page can open with."""
    kinds = [(kind, found.ratings.of(found.plan, kind)) for kind in found.plan.facts.structure]
    since = f"Since the report {found.before.label}" if found.before else "Since the ratings before"
    return " ".join(
        _short(kind, ratings) if ratings.compared else _sentence(kind, ratings, since=since)
        for kind, ratings in kinds
        if ratings.total
    )


def _short(kind: Kind, ratings: RatingChanges) -> str:
    counts = (("better", ratings.better), ("worse", ratings.worse))
    sides = [f"{len(moved) or 'none'} got {way}" for way, moved in counts]
    nouns = kind.plural if ratings.compared > 1 else kind.kind
    return f"Of {ratings.compared} {nouns.lower()} rated in both reports, {words(sides)}."


def _sentence(kind: Kind, ratings: RatingChanges, *, since: str) -> str:
    nouns = kind.plural.lower()
    rest = list(_rest(ratings))
    if ratings.compared:
        return " ".join([_moves(nouns, ratings, since=since), *(f"{of(*count)} {said}" for count, said in rest)])
    if not (ratings.moved or ratings.redefined):
        none = f"none of {ratings.total} {nouns}" if ratings.total > 1 else f"not even the one {kind.kind.lower()}"
        return f"No rating can be compared: {none} has a known rating on both sides."
    (count, said), *others = rest
    return " ".join([f"{of(*count)} {nouns} {said}", *(f"{of(*count)} {said}" for count, said in others)])


def _moves(nouns: str, ratings: RatingChanges, *, since: str) -> str:
    have = "has" if ratings.compared == 1 else "have"
    both = f"{of(ratings.compared, ratings.total)} {nouns} {have} a rating on both sides."
    sides = (("got better", ratings.better), ("got worse", ratings.worse), ("stayed the same", ratings.same))
    counted = words([f"{len(moved) or 'none'} {way}" for way, moved in sides])
    return f"{both} {since}, {counted}."


def _rest(ratings: RatingChanges) -> Iterator[tuple[tuple[int, int], str]]:
    """What is no move from one level to another: how many of all, and what is said of them."""
    told = (
        (ratings.redefined, "rated in both, but the scale was redefined, so they are not compared."),
        (ratings.no_longer_rated, "not rated any more. That is neither better nor worse."),
        (ratings.newly_rated, "newly rated."),
        (ratings.untold, "without a known rating on one side or both."),
    )
    for found, said in told:
        if found:
            yield (len(found), ratings.total), f"{_are(found)} {said}"


def _are(found: Sequence[object]) -> str:
    return "is" if len(found) == 1 else "are"


def moves_table(here: str, plan: Plan, moved: Sequence[RatingChange], *, caption: str) -> Props:
    """Props for `ui.table`: items with the rating before and now, in each report's own words."""
    has_reason = any(change.reason for change in moved)
    nested = is_nested(plan, moved)
    return {
        "caption": caption,
        "columns": ["Title", *(["In"] if nested else []), "Was", "Is now", *(["Reason stated"] if has_reason else [])],
        "rows": [
            [
                item_cell(here, plan, change.item),
                *([branch_words(plan, change)] if nested else []),
                {"badge": short_badge(change.was.level)},
                {"badge": short_badge(change.now.level)},
                *([change.reason or {"missing": "Not stated"}] if has_reason else []),
            ]
            for change in moved
        ],
        "caption_hidden": False,
    }


def is_nested(plan: Plan, moved: Sequence[RatingChange]) -> bool:
    """True when any of the items stands below another."""
    return any(change.item.id in plan.parent_by_id for change in moved)


def branch_words(plan: Plan, change: RatingChange) -> str:
    """The branch of the tree that an item belongs to."""
    root = plan.ancestors(change.item)[:1]
    return "".join(ref_words(plan, one) if one.ref else one.title for one in root) or "The plan"
