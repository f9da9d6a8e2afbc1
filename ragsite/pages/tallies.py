"""Props for roll-ups: the bar with its table, counts in words, and the counts of all reports in one table."""

from collections.abc import Sequence
from dataclasses import replace

from ragsite import addresses
from ragsite.charts import Distribution, distribution
from ragsite.figures import of
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages.props import NOT_RATED, Props, badge
from ragsite.render import relative
from ragsite.views.rollup import Rollup, roll_up


def bar(rollup: Rollup) -> Distribution:
    """The distribution bar of a roll-up, from the worst level to the best, not rated last."""
    return distribution([(badge(count.level), count.number) for count in rollup.counts])


def tally(rollup: Rollup) -> Props:
    """A roll-up for a section: the bar, its caption, and why items are not rated."""
    plural_noun = rollup.kind.plural.lower()
    return {
        "bar": _told(bar(rollup)),
        "caption": f"{rollup.kind.plural} by rating",
        "noun": plural_noun,
        "reasons": [{"text": reason, "number": of(number, rollup.total)} for reason, number in rollup.reasons],
        "reasons_title": f"Why {plural_noun} are not rated",
    }


def _told(found: Distribution) -> Distribution:
    """Where no item is rated, the table leaves out the levels, of which there is nothing to tell."""
    told = tuple(row for row in found.rows if row.number)
    return replace(found, rows=told) if [row.badge for row in told] == [NOT_RATED] else found


def tallies_before(report: Report, rollups: Sequence[Rollup]) -> list[Props]:
    """The same for the last report with ratings, under its name, where the latest has none."""
    return [{**tally(one), "caption": f"In the report {report.label}, the last with ratings"} for one in rollups]


def tally_words(rollup: Rollup) -> str:
    """A roll-up in few words, each count with its denominator: `2 of 3 rated 4, 1 of 3 not rated`."""
    *levels, unrated = rollup.counts
    parts = [
        f"{of(count.number, rollup.total)} {'rated ' + count.level.label if count.level else 'not rated'}"
        for count in (*reversed(levels), unrated)
        if count.number
    ]
    return ", ".join(parts)


def over_time(here: str, plan: Plan, reports: Sequence[Report]) -> list[Props]:
    """One table per kind of item and version of the scale: a row for each report, a column for each level."""
    rolled = [(report, rollup) for report in reports for rollup in roll_up(plan, report)]
    return [
        _table(here, plan, rows)
        for kind in plan.facts.structure
        for scale in plan.facts.scales
        if (rows := [row for row in rolled if row[1].kind == kind and row[1].scale.id == scale.id])
    ]


def _table(here: str, plan: Plan, rows: Sequence[tuple[Report, Rollup]]) -> Props:
    first = rows[0][1]
    levels = [count.level.label if count.level else NOT_RATED["label"] for count in first.counts]
    return {
        "caption": f"{first.kind.plural} by rating in each report, on the scale “{first.scale.title}”",
        "columns": ["Report", *({"text": text, "numeric": True} for text in levels)],
        "rows": [_row(here, plan, report, rollup) for report, rollup in rows],
    }


def _row(here: str, plan: Plan, report: Report, rollup: Rollup) -> list[object]:
    link = {"text": report.label, "href": relative(here, addresses.report(plan.id, report.id))}
    return [link, *(of(count.number, rollup.total) for count in rollup.counts)]
