"""The news of a plan: one entry for each change that a reader cares about, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ragsite.figures import plural
from ragsite.model.dates import PartialDate
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.release import Gone
from ragsite.model.reports import Correction, Report
from ragsite.model.scales import Rated
from ragsite.views.changes import Changes, DateChange, RatingChange, Sense, changes, report_before
from ragsite.views.kept import kept
from ragsite.views.moment import given_by
from ragsite.views.names import as_at_words, full_title, plan_name
from ragsite.views.verdict import report_verdict
from ragsite.views.withdrawals import gone_name, gone_words

NO_MEANING = "The source does not say what this rating means."


class News(StrEnum):
    """What kind of change an entry tells of."""

    REPORT = "report"
    RATING = "rating"
    DATE = "date"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True)
class Entry:
    """One piece of news. `key` never changes and is unique within the plan; `day` comes from the content.

    `item` is None where the news is about the plan as a whole; `report` is None and `gone` is there where something
    was withdrawn. `text` holds paragraphs, in Markdown.
    """

    news: News
    plan: Plan
    report: Report | None
    item: Item | None
    key: str
    day: date
    title: str
    text: tuple[str, ...]
    gone: Gone | None = None


@kept
def plan_news(plan: Plan) -> tuple[Entry, ...]:
    """All entries of a plan; none where the content dates nothing, since news without a date is none."""
    told = (entry for report in reversed(plan.reports) for entry in _entries(plan, report))
    return newest_first((*_withdrawals(plan), *told))


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries by day, the latest first; those of one day stay in the order given."""
    return tuple(sorted(entries, key=lambda entry: -entry.day.toordinal()))


def _entries(plan: Plan, report: Report) -> Iterator[Entry]:
    day = given_by(plan, report)
    if day is None:
        return
    found = changes(plan, report_before(plan, report), report)
    yield from (_correction(plan, report, one, number=n, day=day) for n, one in enumerate(report.corrections, 1))
    yield _published(found, day)
    yield from (_rating(found, one, day, way=way) for one, way in _rating_changes(found))
    yield from (_date(found, one, day) for one in found.dates)


def _published(found: Changes, day: date) -> Entry:
    plan, report = found.plan, found.after
    dated = f" Published {report.published.label}." if report.published else ""
    text = (f"{as_at_words(report)}.{dated}", report_verdict(plan, report), *_moves_in_words(found))
    title = f"Report {report.label} – {plan_name(plan)}"
    return Entry(News.REPORT, plan, report, None, f"{report.id}/report", day, title, text)


def _moves_in_words(found: Changes) -> Iterator[str]:
    if found.is_redefined:
        yield "The rating scale changed with this report, so its ratings are not compared with those before."
    ratings = found.ratings
    if ratings.compared:
        yield (
            f"{plural(ratings.compared, 'rating', 'ratings')} can be compared with one before: "
            f"{len(ratings.better)} got better, {len(ratings.worse)} got worse, {len(ratings.same)} stayed the same."
        )
    if ratings.no_longer_rated:
        yield f"{len(ratings.no_longer_rated)} of {ratings.total} that had a rating before have none in this report."


def _rating_changes(found: Changes) -> Iterator[tuple[RatingChange, str]]:
    """Each change with what it means; a lost rating is news by itself only where the report rates others at all."""
    ratings = found.ratings
    yield from ((one, " That is worse.") for one in ratings.worse)
    yield from ((one, " That is better.") for one in ratings.better)
    yield from ((one, "") for one in ratings.newly_rated)
    if ratings.compared or ratings.newly_rated:
        yield from ((one, "") for one in ratings.no_longer_rated)


def _rating(found: Changes, change: RatingChange, day: date, *, way: str) -> Entry:
    plan, report, item = found.plan, found.after, change.item
    now, was = _rating_words(change.now), _rating_words(change.was)
    title = f"{full_title(plan, item)}: {now}, was {was} – {plan_name(plan)}"
    since = f"in the report {found.before.label}" if found.before else "before, as this report states it"
    text = (
        f"{as_at_words(report)}. The rating is {now}. It was {was} {since}.{way}",
        *([f"Reason given: {change.reason}"] if change.reason else []),
        *([change.now.level.meaning or NO_MEANING] if change.now.level else [change.now.reason]),
    )
    return Entry(News.RATING, plan, report, item, f"{report.id}/rating/{item.id}", day, title, _said(text))


def _rating_words(rated: Rated) -> str:
    return f"“{rated.level.full_label}”" if rated.level else "not rated"


_SENSE = {
    Sense.LATER: "The due date moved to a later one",
    Sense.EARLIER: "The due date moved to an earlier one",
    Sense.SET: "A due date was set",
    Sense.WITHDRAWN: "The due date was withdrawn",
    Sense.BACK: "The due date moved and moved back",
    Sense.UNCLEAR: "The due date changed",
}


def _date(found: Changes, change: DateChange, day: date) -> Entry:
    plan, report, item = found.plan, found.after, change.item
    title = f"{full_title(plan, item)}: due {change.now.label}, was {_date_words(change.was)} – {plan_name(plan)}"
    steps = (
        f"{step.reason or 'No reason is stated.'} Agreed by: {step.agreed_by or 'not stated in the source'}."
        for step in change.steps
    )
    moved = f"{_SENSE[change.sense]}: {change.now.label}. Before, it was {_date_words(change.was)}."
    text = (f"{as_at_words(report)}. {moved}", *steps)
    return Entry(News.DATE, plan, report, item, f"{report.id}/date/{item.id}", day, title, _said(text))


def _date_words(day: PartialDate | None) -> str:
    return day.label if day else "not given"


def _correction(plan: Plan, report: Report, one: Correction, *, number: int, day: date) -> Entry:
    """Corrections are only ever added at the end, so their numbers stay."""
    item = plan.item_by_id.get(one.item or "")
    about = full_title(plan, item) if item else f"report {report.label}"
    title = f"Correction, {about} – {plan_name(plan)}"
    sides = (f"{name}: {said}" if said else "" for name, said in (("Before", one.was), ("Now", one.now)))
    text = _said((f"Corrected {one.date.label}.", one.text, *sides))
    key = f"{report.id}/correction/{number}"
    return Entry(News.CORRECTION, plan, report, item, key, one.date.last or day, title, text)


def _withdrawals(plan: Plan) -> Iterator[Entry]:
    for gone in plan.withdrawn:
        if gone.withdrawal.date.last:
            title = f"Withdrawn: {gone_name(gone)} – {plan_name(plan)}"
            key, day = f"withdrawn/{gone.kind}/{gone.id}", gone.withdrawal.date.last
            yield Entry(News.WITHDRAWAL, plan, None, None, key, day, title, (gone_words(gone),), gone)


def _said(text: Iterable[str]) -> tuple[str, ...]:
    return tuple(paragraph for paragraph in text if paragraph)
