"""What reports would say anew of the plan as a whole and of each item: new reports, and those already published."""

from collections.abc import Iterator
from dataclasses import dataclass

from ragsite.approval.sheet import Aspect, Difference, State, Subject
from ragsite.approval.told import Told, differences, move_words, rating_words, told
from ragsite.figures import plural
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.model.scales import Rated
from ragsite.views.changes import Changes, DateChange, RatingChange, Sense, changes, report_before

SENSES = {
    Sense.LATER: "Moved to a later date.",
    Sense.EARLIER: "Moved to an earlier date.",
    Sense.SET: "Given for the first time.",
    Sense.WITHDRAWN: "The date was withdrawn.",
    Sense.BACK: "Moved and moved back.",
    Sense.UNCLEAR: "Whether that is later cannot be told.",
}
_TOLD_BY_ITSELF = frozenset({"item", "place", "publish", "rating"})
_HEAD = frozenset({"id", "place", "updates", "publish"})


@dataclass(frozen=True)
class Edition:
    """One report of the plan as it would be, and the same report as it is published; None where it is new.

    `found` is what a new report changes against the one before it; None for a report that is published already.
    """

    plan: Plan
    report: Report
    was: Report | None
    found: Changes | None


def editions(before: Plan | None, after: Plan) -> tuple[Edition, ...]:
    """The reports of the plan as it would be, each beside its published form."""
    known = before.report_by_id if before else {}
    return tuple(
        Edition(after, report, known.get(report.id), None if report.id in known else _changes(after, report))
        for report in after.reports
    )


def report_subjects(before: Plan | None, after: Plan) -> Iterator[Subject]:
    """The reports that are new, gone, or say something else of the plan as a whole."""
    for edition in editions(before, after):
        found = tuple(differences(told(edition.was, apart=_HEAD), told(edition.report, apart=_HEAD)))
        if found or edition.was is None:
            state = State.CHANGED if edition.was else State.NEW
            yield Subject(f"Report {edition.report.label}", state, found)
    for report in before.reports if before else ():
        if report.id not in after.report_by_id:
            yield Subject(f"Report {report.label}", State.GONE)


def item_differences(edition: Edition, item: Item) -> Iterator[Difference]:
    """What one report would say anew of an item."""
    update = edition.plan.update(edition.report, item)
    found, label = edition.found, edition.report.label
    if found is None:
        yield from _corrected(edition, item, update)
        return
    yield from _new_rating(edition, found, item, update)
    dates = [one for one in found.dates if one.item.id == item.id]
    yield from (_date(one, label) for one in dates)
    apart = _TOLD_BY_ITSELF | {"due"} if dates else _TOLD_BY_ITSELF
    yield from differences({}, _update(edition.plan, update, apart), report=label)


def steady_words(edition: Edition) -> str:
    """How many ratings of a new report are as they were, so that the sheet accounts for all of them."""
    found = edition.found
    if found is None or found.before is None or not found.ratings.total:
        return ""
    same = len(found.ratings.same)
    return (
        f"Report {edition.report.label}: of {plural(found.ratings.total, 'rating', 'ratings')},"
        f" {same} {'stays' if same == 1 else 'stay'} as in {found.before.label}."
    )


def _changes(plan: Plan, report: Report) -> Changes:
    return changes(plan, report_before(plan, report), report)


def _corrected(edition: Edition, item: Item, update: Update | None) -> Iterator[Difference]:
    """A report that is published already says something else: each difference says so."""
    was = edition.was.update_by_item.get(item.id) if edition.was else None
    scale = edition.plan.scale_of(edition.report)
    sides = (_update(edition.plan, one, _TOLD_BY_ITSELF - {"rating"}) for one in (was, update))
    yield from differences(*sides, report=edition.report.label, scale=scale)


def _update(plan: Plan, update: Update | None, apart: frozenset[str]) -> Told:
    """What an update tells, its evidence by title."""
    found = told(update, apart=apart)
    if update is None or not update.evidence:
        return found
    known = plan.evidence_by_id
    return {
        **found,
        "evidence": tuple(f"{known[one].title} ({one})" if one in known else one for one in update.evidence),
    }


def _new_rating(edition: Edition, found: Changes, item: Item, update: Update | None) -> Iterator[Difference]:
    """A rating that moved; of an item that was not rated in a report before, the rating alone."""
    moved = {one.item.id: one for one in (*found.ratings.moved, *found.ratings.redefined)}
    if found.before and item.id in moved:
        yield _rating(found, moved[item.id], edition.report.label)
    elif update and update.rating and (found.before is None or not edition.plan.is_in(found.before, item)):
        now = rating_words(update.rating, edition.plan.scale_of(edition.report))
        yield Difference(Aspect.RATING, "Rating", (), (now,), edition.report.label)


def _rating(found: Changes, change: RatingChange, report: str) -> Difference:
    note = ""
    if change in found.ratings.worse:
        note = "Worse."
    elif change in found.ratings.better:
        note = "Better."
    elif change in found.ratings.redefined:
        note = "The scale was redefined, so the two cannot be compared."
    return Difference(Aspect.RATING, "Rating", (_words(change.was),), (_words(change.now),), report, note)


def _words(rated: Rated) -> str:
    if rated.level is None:
        return "not rated"
    return rated.level.full_label


def _date(change: DateChange, report: str) -> Difference:
    steps = " ".join(move_words(step.reason, step.agreed_by) for step in change.steps)
    was = (change.was.label,) if change.was else ()
    return Difference(Aspect.DATE, "Due date", was, (change.now.label,), report, f"{SENSES[change.sense]} {steps}")
