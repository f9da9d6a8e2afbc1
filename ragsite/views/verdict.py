"""The verdict on a report in honest sentences: counts with their denominators, in the plan's own words."""

from collections.abc import Sequence

from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Key, Level
from ragsite.views.rollup import Count, Rollup, last_rated, roll_up

NO_REPORT = "No report on this plan has been published yet."
NO_RATINGS = "This report gives no ratings."


def plan_verdict(plan: Plan) -> str:
    """The verdict of the latest report; where it has no rating at all, also that of the last one that has."""
    if plan.latest is None:
        return NO_REPORT
    said = report_verdict(plan, plan.latest)
    rated = last_rated(plan)
    if rated is None or rated is plan.latest:
        return said
    return f"{said} The last ratings are in the report {rated.label}. {report_verdict(plan, rated)}"


def report_verdict(plan: Plan, report: Report) -> str:
    """The verdict of one report, on the first kind of item from the top of the tree that it rates."""
    rollups = roll_up(plan, report)
    return verdict(rollups[0]) if rollups else NO_RATINGS


def verdict(rollup: Rollup) -> str:
    """What the ratings of one kind of item come to, in two or three sentences; never a share "complete".

    Leads with the levels that the key calls finished, or else with the best level, and says what that level
    means here. Where fewer than half can be rated, it says that first.
    """
    if rollup.rated * 2 < rollup.total:
        return _few_rated(rollup)
    finished = [level for level in rollup.scale.levels if level.claims.finished]
    lead = finished or [rollup.scale.levels[-1]]
    number = sum(rollup.number(level) for level in lead)
    labels = _listed([level.label for level in lead], joiner="or")
    first = f"{_number(number)} of {rollup.total} {_noun(rollup)} {_are(number)} rated {labels}"
    rest = [count for count in reversed(rollup.counts) if count.number and count.level not in lead]
    return " ".join(part for part in (first + meaning(rollup, lead), _rest(rest)) if part)


def meaning(rollup: Rollup, levels: Sequence[Level]) -> str:
    """The end of a sentence that says what these levels mean in their own scale."""
    best, is_many = levels[-1], len(levels) > 1
    if rollup.scale.key is Key.LOST:
        return f". The source does not say what {_listed([level.label for level in levels])} means."
    if best.claims.finished:
        proof = " with evidence" if all(level.claims.needs_evidence for level in levels) else ""
        return f", which here {'mean' if is_many else 'means'} finished{proof}."
    if best.name:
        return f", which here means {best.name[0].lower()}{best.name[1:]}. It does not mean finished."
    return ". It does not mean finished."


def _few_rated(rollup: Rollup) -> str:
    if not rollup.rated:
        return f"The source gives no rating that can be read for any of {rollup.total} {_noun(rollup)}."
    known = [count for count in reversed(rollup.counts) if count.number and count.level]
    said = _listed([f"{count.number} {count.level.label}" for count in known if count.level])
    unrated = rollup.total - rollup.rated
    first = f"A rating can be read for only {rollup.rated} of {rollup.total} {_noun(rollup)}: {said}."
    lost = " The source does not say what the ratings mean." if rollup.scale.key is Key.LOST else ""
    return f"{first} The other {unrated} {_are(unrated)} not rated.{lost}"


def _rest(counts: Sequence[Count]) -> str:
    rated = [count for count in counts if count.level]
    unrated = sum(count.number for count in counts if not count.level)
    verbs = [f"{_are(count.number)} rated" if place == 0 else "rated" for place, count in enumerate(rated)]
    parts = [
        f"{count.number} {verb} {count.level.label}"
        for count, verb in zip(rated, verbs, strict=True)
        if count.level
    ]
    sentences = [_listed(parts)] if parts else []
    sentences += [f"{unrated} {_are(unrated)} not rated"] if unrated else []
    return ". ".join(sentences) + "." if sentences else ""


def _noun(rollup: Rollup) -> str:
    return (rollup.kind.kind if rollup.total == 1 else rollup.kind.plural).lower()


def _number(number: int) -> str:
    return str(number) if number else "None"


def _are(number: int) -> str:
    return "is" if number in (0, 1) else "are"


def _listed(texts: Sequence[str], joiner: str = "and") -> str:
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {joiner} {texts[-1]}"
