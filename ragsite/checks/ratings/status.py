"""The status word that a source prints beside a rating, held against the rating."""

import re
from collections.abc import Iterator

from ragsite.checks.complete import complete_plans
from ragsite.checks.ratings.standing import Standing, said_level, standings
from ragsite.checks.ratings.wording import quoted, stages
from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.problems import Severity
from ragsite.views.milestones import Stage

ON_TRACK = re.compile(r"\b(?:is|are|remains?|stays?|still|now|currently) on (?:track|target|schedule)\b", re.IGNORECASE)
"""Words that say it of the present; “back on track” or “to be on track” does not."""

FIX = "Check both against the source. If it prints both, keep both and say so in a note."


def disagreeing_status(context: Context) -> Iterator[Problem]:
    """R205: the status word beside a rating says one thing and the rating another.

    Where no key survives, the best level beside a word for open work is told, and so is any other level beside a
    word for finished work: a reader cannot know which of the two holds.

    Fails: “Ongoing” beside Green where Green means finished; “Completed” beside Amber.
    Passes: “Completed” beside Green; “Ongoing” beside Amber; a word that is not quite clear.
    """
    for one in standings(context):
        said = set(stages(one.update.status or ""))
        is_open, is_done = bool(said & {Stage.PROGRESS, Stage.TODO}), said == {Stage.DONE}
        why = _disagreement(one, is_open=is_open, is_done=is_done)
        if why:
            message = f"{one.words}, and its status is printed as “{(one.update.status or '').strip()}”. {why}"
            yield one.problem(message, FIX, key="status")


def done_but_unrated(context: Context) -> Iterator[Problem]:
    """R206: a status word says that an item is finished, but the report gives it no rating.

    Fails: `rating: ""` with `status: Completed`. Passes: `rating: Green` with `status: Completed`.
    """
    for plan in complete_plans(context):
        for report in plan.reports:
            for update in report.updates:
                item = plan.item_by_id.get(update.item)
                if item is None or set(stages(update.status or "")) != {Stage.DONE}:
                    continue
                if plan.rating(report, item).level is None and plan.kind_by_id[item.id].rated:
                    yield Problem(
                        update.written_at.of("status"),
                        f"The status of {named(item)} is “{(update.status or '').strip()}” in the report"
                        f" “{report.label}”, but the report gives it no rating.",
                        "Check whether a rating was lost. If the source prints none, keep it so.",
                        plan.id,
                        item.id,
                        report.id,
                    )


def on_track_but_rated_late(context: Context) -> Iterator[Problem]:
    """R216: the text says that the item is on track, but by the plan's own key its rating means delay.

    Fails: “The board is on track to recruit.” beside Amber, which the key calls some delay.
    Passes: the same beside a level that the key calls on time or finished; “brought back on track”; no key.
    """
    for one in standings(context):
        claims = one.level.claims
        if not one.has_key or claims.on_time or claims.finished:
            continue
        for key in ("progress", "evaluation"):
            found = next((said for said in getattr(one.update, key) if ON_TRACK.search(said.text)), None)
            if found:
                yield one.problem(f"{one.words}. The text beside it says: {quoted(found.text)}.", FIX, key=key)
                break


def _disagreement(one: Standing, *, is_open: bool, is_done: bool) -> str:
    best = one.scale.levels[-1]
    if not one.has_key:
        is_odd = is_open if one.level == best else is_done
        return "No key says what the rating means, so a reader cannot tell which of the two holds." if is_odd else ""
    if one.level.claims.finished and is_open:
        return "By the plan's own key the rating means finished."
    finished = [level for level in one.scale.levels if level.claims.finished]
    if is_done and finished and not one.level.claims.finished:
        return f"By the plan's own key only {' or '.join(said_level(level) for level in finished)} means finished."
    return ""


RULES = (
    Rule("R205", Severity.WARNING, disagreeing_status),
    Rule("R206", Severity.WARNING, done_but_unrated),
    Rule("R216", Severity.WARNING, on_track_but_rated_late),
)
