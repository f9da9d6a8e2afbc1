"""Delivery, confidence and impact side by side, each in its own words; where one is not known it says so."""

from collections.abc import Sequence

from ragsite.figures import SPACE, of, plural, words
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Key, Rated
from ragsite.pages.props import Props
from ragsite.pages.tallies import tally_words
from ragsite.views.delivery import Claim, Delivery, Done, Tally, delivery, tally
from ragsite.views.history import Way
from ragsite.views.impact import Helped, Impact, impact, plan_impact
from ragsite.views.rollup import Rollup, roll_up, roll_up_below
from ragsite.views.targets import Standing

TITLE = "Is it done, how sure are they, did it help?"
TITLES = ("Delivery: is it done?", "Confidence: how sure are they?", "Impact: did it help?")
SHORT_MEANING = 140

_LEADS = {Done.YES: "**Done.**", Done.NOT_YET: "**Not done yet.**", Done.UNTOLD: "**Not known.**"}
_STANDINGS = {
    Standing.MET: "met",
    Standing.NOT_MET: "not met",
    Standing.NOT_DUE: "not due yet",
    Standing.UNKNOWN: "cannot be told",
}
_HELPED = {
    Helped.MET: "**Targets met**, where that can be told.",
    Helped.NOT_MET: "**Targets not met**, where that can be told.",
    Helped.MIXED: "**Mixed.**",
    Helped.NOT_DUE: "**Not due yet.**",
    Helped.UNTOLD: "**Cannot be told.**",
}
_WAYS = {Way.BETTER: "better", Way.WORSE: "worse", Way.SAME: "the same", Way.UNKNOWN: "better or worse cannot be told"}


def of_item(plan: Plan, item: Item, *, rated: Report | None) -> Props:
    """The section of an item's page; `rated` is the last report with ratings."""
    found = delivery(plan, item)
    return _section(
        [
            _delivered(found),
            _confidence(plan, item, rated=rated, claim=found.claim),
            helped(impact(plan, item), "Nothing is measured for this in the source."),
        ]
    )


def of_plan(plan: Plan, *, rated: Report | None) -> Props:
    """The section of a plan's page."""
    tallies = tally(plan, plan.items)
    done = [_counted(one) for one in tallies] or ["**Not known.** The source prints no status word that is clear."]
    rollups = roll_up(plan, rated) if rated else ()
    sure = [f"In the report {rated.label}:", *_counts(rollups)] if rated and rollups else ["**No ratings** are known."]
    return _section(
        [
            [*done, *_finished(rollups)],
            sure,
            helped(plan_impact(plan), "The source states no measures."),
        ]
    )


def _section(texts: Sequence[Sequence[str]]) -> Props:
    parts = [{"title": title, "text": list(text)} for title, text in zip(TITLES, texts, strict=True)]
    return {
        "part": "columns",
        "id": "apart",
        "title": TITLE,
        "lede": "These are three different questions. One answer does not stand for another.",
        "passages": parts,
    }


def _delivered(found: Delivery) -> list[str]:
    known = [*_said(found), *_steps(found), *(_counted(one) for one in found.below)]
    known = known or ["The source prints no status word and no milestone for this."]
    return [f"{_LEADS[found.done]} {' '.join(known)}", *_claimed(found.claim)]


def _said(found: Delivery) -> list[str]:
    if found.said is None:
        return []
    unclear = " That is not a clear answer." if found.said.done is Done.UNTOLD else ""
    return [f"The report {found.said.report.label} says “{found.said.word}”.{unclear}"]


def _steps(found: Delivery) -> list[str]:
    steps = found.steps
    if not steps.total:
        return []
    if steps.unstated == steps.total:
        return [f"The source gives no status for its {plural(steps.total, 'milestone', 'milestones')}."]
    silent = f" No status is given for {steps.unstated}." if steps.unstated else ""
    return [f"{of(steps.done, steps.total)} milestones {_are(steps.done)} marked done.{silent}"]


def _counted(one: Tally) -> str:
    yes, not_yet, untold = (one.numbers[done] for done in (Done.YES, Done.NOT_YET, Done.UNTOLD))
    first = f"{of(yes, one.total)} {one.kind.plural.lower()} {_are(yes)} marked done, {not_yet} clearly not."
    return f"{first} For {untold} the source does not say." if untold else first


def _claimed(claim: Claim | None) -> list[str]:
    """What the rating itself says of delivery; nothing where the source has no key."""
    if claim is None or claim.is_finished is None:
        return []
    means = "itself means finished" if claim.is_finished else "does not mean finished"
    return [f"Its rating, {claim.level.label}, {means}."]


def _finished(rollups: Sequence[Rollup]) -> list[str]:
    """How many items have a rating that means finished, where the key has such a level."""
    said = []
    for one in rollups:
        levels = [level for level in one.scale.levels if level.claims.finished]
        if levels and one.scale.key is not Key.LOST:
            number = sum(one.number(level) for level in levels)
            verb = "has" if number == 1 else "have"
            said.append(f"{of(number, one.total)} {one.kind.plural.lower()} {verb} a rating that means finished.")
    return said


def _confidence(plan: Plan, item: Item, *, rated: Report | None, claim: Claim | None) -> list[str]:
    report, kind = plan.latest, plan.kind_by_id[item.id]
    if report is None:
        return ["**Not known.** No report has been published yet."]
    if not kind.rated and claim is None:
        return _below(plan, item, rated)
    now = plan.rating(report, item)
    if now.level is None:
        last = f"It was last rated {claim.level.full_label}, in the report {claim.report.label}." if claim else ""
        reason = f" {now.reason}" if now.reason else ""
        return [f"**Not rated** in the report {report.label}.{reason}", *([last] if last else [])]
    return [f"**{now.level.full_label}**, in the report {report.label}.", *_meaning(plan, report, now)]


def _meaning(plan: Plan, report: Report, rated: Rated) -> list[str]:
    if plan.scale_of(report).key is Key.LOST:
        return ["The source does not say what this rating means."]
    meaning = rated.level.meaning if rated.level else None
    if not meaning or len(meaning) > SHORT_MEANING:
        return ["[What this rating means](#meanings)"]
    return [f"Here it means: {meaning}"]


def _below(plan: Plan, item: Item, rated: Report | None) -> list[str]:
    kind = plan.kind_by_id[item.id]
    none = f"**Not rated.** The source does not rate {kind.plural.lower()}."
    rollups = roll_up_below(plan, rated, item) if rated else ()
    if not rated or not rollups:
        return [none]
    return [none, f"Below it, in the report {rated.label}:", *_counts(rollups)]


def _counts(rollups: Sequence[Rollup]) -> list[str]:
    return [f"{one.kind.plural}: {tally_words(one)}." for one in rollups]


def helped(found: Impact, nothing: str) -> list[str]:
    """Whether it helped, as texts: against targets first, then against baselines; `nothing` where none are measured."""
    if not found.total:
        return [f"**Not known.** {nothing}"]
    return [f"{_HELPED[found.helped]} {_targets(found)}", *_baseline(found)]


def _targets(found: Impact) -> str:
    if not found.targeted:
        return f"The source gives {plural(found.total, 'measure', 'measures')} and no target."
    if found.total == 1:
        return f"It has one measure, with a target: {_STANDINGS[next(iter(found.standings))]}."
    said = words([f"{number}{SPACE}{_STANDINGS[standing]}" for standing, number in found.standings.items()])
    return f"{of(found.targeted, found.total)} measures {_have(found.targeted)} a target: {said}."


def _baseline(found: Impact) -> list[str]:
    if not found.compared:
        return ["No latest value can be held against a baseline."]
    said = [f"{number}{SPACE}{_WAYS[way]}" for way, number in found.ways.items()]
    return [f"{of(found.compared, found.total)} can be held against a baseline: {words(said)}."]


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
