"""What changed on the whole site: every report of every plan, newest first, each in its own plan's words."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from ragsite import addresses
from ragsite.figures import plural
from ragsite.model.measures import Measure, Observation
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages import corrections
from ragsite.pages.changed import rating_sentences
from ragsite.pages.changes import FIRST, NOTHING
from ragsite.pages.hold import hold_notice
from ragsite.pages.links import numbered_title
from ragsite.pages.page import Page
from ragsite.pages.props import NOT_RATED, Props, badge, breadcrumb, machine_date, plan_name
from ragsite.pages.sections import contents
from ragsite.publish import PublicSite
from ragsite.render import relative, slug
from ragsite.views.changes import Changes, DateChange, MeasureChange, RatingChange, changes, report_before
from ragsite.views.history import RULE, Way
from ragsite.views.targets import POLARITY_WORDS
from ragsite.views.values import in_period, observed_words

HERE = addresses.CHANGES
AT_MOST = 8
"""How many single moves of one report stand here; all of them are on the report's own page."""

NEWEST = 100
"""How many reports stand here; those before are told by the pages of their plans."""

NO_DATE = "Date not stated in the source"
LEDE = (
    "Each report on each plan, newest first, against the report before it. "
    "Every plan keeps its own rating scale, so ratings of different plans cannot be compared."
)


def pages(public: PublicSite) -> Iterator[Page]:
    """The one page of changes across plans."""
    groups = _groups(public.site.plans)
    mended = corrections.of_site(public.site.plans, HERE)
    how = {"id": "how", "title": "How this is compared"}
    yield Page(
        path=HERE,
        template="pages/site_changes.html",
        title="What changed in every plan",
        description="What changed from report to report in every plan: ratings, dates, measures and evidence, by date.",
        section=HERE,
        breadcrumb=breadcrumb(HERE, (), last="What changed"),
        hero={"title": "What changed", "lede": LEDE},
        on_this_page=contents([*groups, *([mended] if mended else []), how]),
        props={
            "hold": hold_notice(public.site.settings.hold),
            "groups": groups,
            "corrections": mended,
            "how": {**how, "text": [RULE, _ratings_words(), *_older(public.site.plans)]},
        },
    )


def _ratings_words() -> str:
    href = relative(HERE, addresses.RATINGS)
    return f"[How ratings work]({href}) shows the scale of every plan, with what each level means there."


def _older(plans: Sequence[Plan]) -> list[str]:
    """That older reports are not here, where there are any."""
    total = sum(len(plan.reports) for plan in plans)
    if total <= NEWEST:
        return []
    return [f"These are the newest {NEWEST} of {total} reports. Each plan’s own page leads to all of its reports."]


def _groups(plans: Sequence[Plan]) -> list[Props]:
    """Sections by date, the latest first; reports without a date come last."""
    told = sorted(((plan, report) for plan in plans for report in plan.reports), key=_newest_first)[:NEWEST]
    dated = groupby(told, key=lambda pair: _date_words(pair[1]))
    return [_group(words, list(pairs)) for words, pairs in dated]


def _newest_first(pair: tuple[Plan, Report]) -> tuple[int, str, str]:
    plan, report = pair
    last = report.as_at.date.last if report.as_at.date else None
    return -(last or date.min).toordinal(), _date_words(report), plan.id


def _date_words(report: Report) -> str:
    return report.as_at.date.label if report.as_at.date else NO_DATE


def _group(words: str, pairs: Sequence[tuple[Plan, Report]]) -> Props:
    return {
        "id": f"at-{slug(words)}",
        "title": words[0].upper() + words[1:],
        "lists": [_list(plan, report) for plan, report in pairs],
    }


def _list(plan: Plan, report: Report) -> Props:
    """Props for `ui.change_list`: one report of one plan, the whole told first and then single moves."""
    found = changes(plan, report_before(plan, report), report)
    page = relative(HERE, addresses.report_part(plan.id, report.id, "changes"))
    single = _single(found)
    shown = single[:AT_MOST]
    rest = len(single) - len(shown)
    more = [{"kind": "More", "text": f"{plural(rest, 'other change', 'other changes')} in this report", "href": page}]
    return {
        "date": plan_name(plan),
        "datetime": None,
        "changes": [
            {"kind": "Report", "text": report.label, "href": page, "note": _whole(found)},
            *shown,
            *(more if rest else []),
        ],
    }


def _whole(found: Changes) -> str:
    if found.before is None:
        return FIRST
    if found.is_empty:
        return NOTHING
    tree, told = found.tree, found.measures
    counts = (
        (len(found.dates), "due date changed", "due dates changed"),
        (len(told.moved), "measure moved", "measures moved"),
        (len(found.evidence), "item has new evidence", "items have new evidence"),
        (len(tree.joined), "item joined", "items joined"),
        (len(tree.left), "item left", "items left"),
    )
    said = [f"{plural(number, one, many)}." for number, one, many in counts if number]
    redefined = ["The rating scale was redefined."] if found.is_redefined else []
    return " ".join([*rating_sentences(found), *redefined, *said])


def _single(found: Changes) -> list[Props]:
    """Ratings that got worse, dates that changed, ratings that got better, measures that moved.

    Where many items lose their rating at once, the sentence on the whole says so and they are not listed.
    """
    ratings = found.ratings
    if found.before is None:
        return []
    unrated = ratings.no_longer_rated if len(ratings.no_longer_rated) <= AT_MOST else ()
    return [
        *(_rating(found.plan, change, kind="Worse") for change in ratings.worse),
        *(_date(found.plan, change) for change in found.dates),
        *(_rating(found.plan, change, kind="Better") for change in ratings.better),
        *(_rating(found.plan, change, kind="Newly rated") for change in ratings.newly_rated),
        *(_rating(found.plan, change, kind="Not rated now") for change in unrated),
        *(_measure(found.plan, change) for change in found.measures.moved),
    ]


def _rating(plan: Plan, change: RatingChange, *, kind: str) -> Props:
    return {
        "kind": kind,
        "text": numbered_title(change.item),
        "href": relative(HERE, addresses.item(plan.id, change.item.id)),
        "from_badge": badge(change.was.level) if change.was.level else NOT_RATED,
        "to_badge": badge(change.now.level) if change.now.level else NOT_RATED,
        "note": change.reason or None,
    }


def _measure(plan: Plan, change: MeasureChange) -> Props:
    measure, way = change.measure, change.change.way
    told = {Way.BETTER: "Better. ", Way.WORSE: "Worse. "}.get(way, "")
    return {
        "kind": "Measure",
        "text": measure.name,
        "href": relative(HERE, addresses.measure(plan.id, measure.id)),
        "from_text": _value(change.was, measure),
        "to_text": _value(change.now, measure),
        "note": f"{told}{POLARITY_WORDS[measure.polarity]}",
    }


def _value(row: Observation, measure: Measure) -> str:
    return f"{observed_words(row, measure)} {in_period(row.period)}" if row.period else observed_words(row, measure)


def _date(plan: Plan, change: DateChange) -> Props:
    last = change.steps[-1]
    return {
        "kind": "Due date",
        "text": numbered_title(change.item),
        "href": relative(HERE, addresses.item(plan.id, change.item.id)),
        "from_text": change.was.label if change.was else "no date",
        "to_text": change.now.label,
        "datetime": machine_date(change.now),
        "note": f"Reason: {last.reason}" if last.reason else "No reason is stated in the source.",
    }
