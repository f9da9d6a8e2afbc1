"""What a rating claims, held against the evidence, the parts, the work and the dates that the plan gives."""

from collections.abc import Iterator

from ragsite.checks.complete import complete_plans
from ragsite.checks.lateness import lateness
from ragsite.checks.ratings.standing import Standing, standings
from ragsite.checks.ratings.wording import quoted, stages
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.problems import Severity, listing
from ragsite.views.milestones import Stage

OPEN = {Stage.PROGRESS, Stage.TODO}
FINISHED = "which the plan's own key calls finished"
WORK_FIX = "Check the rating against the work that is left. If the source says both, keep both."


def without_evidence(context: Context) -> Iterator[Problem]:
    """R201: a rating asks for evidence by the plan's own key, and none is published for the item.

    Evidence counts when an update of the item or of its parts names it, or when the register gives it to one of
    them. A linked measure that has a value counts too.

    Fails: an item rated Green, which the key calls finished with evidence, whose updates name none.
    Passes: the same with `evidence: [visits-audit]`, or with a level that asks for no evidence.
    """
    proven = {plan.id: _proven(plan) for plan in complete_plans(context)}
    for one in standings(context):
        if one.has_key and one.level.claims.needs_evidence and one.item.id not in proven[one.plan.id]:
            yield one.problem(
                f"{one.words}. The plan's own key asks for evidence at this level; none is published.",
                "Name the evidence in the update (“evidence: […]”), or say what it would be in a note.",
            )


def open_parts(context: Context) -> Iterator[Problem]:
    """R203: a rating means finished, but parts of the item are not rated as finished in the same report.

    Fails: an area rated Green (finished) with one action rated Amber. Passes: all its rated actions are Green.
    """
    for one in _finished(context):
        parts = [(part, one.plan.rating(one.report, part).level) for part in one.item.items]
        still = [part for part, level in parts if level and not level.claims.finished]
        if still:
            yield one.problem(
                f"{one.words}, {FINISHED}. Of its parts, {_titles(still)}"
                f" {'is' if len(still) == 1 else 'are'} not rated as finished.",
                "Check the rating of the whole and of its parts. If the source prints both, keep them.",
            )


def outstanding_work(context: Context) -> Iterator[Problem]:
    """R204: a rating means finished, but the same update lists next steps, or a milestone is still open.

    Fails: a Green (finished) item with `next_steps: [The policy will be rolled out.]`. Passes: a finished item
    with milestones marked “Completed” only, or next steps beside a rating that does not mean finished.
    """
    for one in _finished(context):
        steps = [step.text for step in one.update.next_steps]
        open_milestones = one.report == one.plan.latest and [
            step.text for step in one.item.milestones if set(stages(step.status or "")) & OPEN
        ]
        if steps:
            said = f"The report still lists next steps: {quoted(steps[0])}{' and more' if len(steps) > 1 else ''}."
            yield one.problem(f"{one.words}, {FINISHED}. {said}", WORK_FIX, key="next_steps")
        elif open_milestones:
            said = listing([quoted(text) for text in open_milestones], joiner="and", most=3)
            yield one.problem(f"{one.words}, {FINISHED}. By its status this is still open: {said}.", WORK_FIX)


def late_but_on_time(context: Context) -> Iterator[Problem]:
    """R207: a rating means on time, but the item's date had passed as at the report that gives the rating.

    Fails: “3: On track” as at January 2018 with a date of December 2017. Passes: the same with a date of
    January 2018, which had not passed, or with no date.
    """
    for one in standings(context):
        if not (one.has_key and one.level.claims.on_time) or one.level.claims.finished:
            continue
        late = lateness(one.plan, one.item, one.report)
        if late and late.by_current:
            yield one.problem(
                f"{one.words}, which the plan's own key calls on time. Its date, {late.current.label}, had passed.",
                "Check the date and the rating. If the date was moved, add the new one under “due” in the update.",
            )


def _finished(context: Context) -> Iterator[Standing]:
    return (one for one in standings(context) if one.has_key and one.level.claims.finished)


def _proven(plan: Plan) -> frozenset[str]:
    """The items that something published speaks for, with all items above them."""
    measured = {
        item
        for measure in plan.measures
        if any(row.value is not None for row in plan.observations_by_measure.get(measure.id, ()))
        for item in measure.items
    }
    named = {update.item for report in plan.reports for update in report.updates if update.evidence}
    supported = {item for piece in plan.evidence for item in piece.items}
    own = measured | named | supported
    above = {parent.id for key in own if key in plan.item_by_id for parent in plan.ancestors(plan.item_by_id[key])}
    return frozenset(own | above)


def _titles(items: list[Item]) -> str:
    return listing([f"“{item.title}”" for item in items], joiner="and", most=4)


RULES = (
    Rule("R201", Severity.WARNING, without_evidence),
    Rule("R203", Severity.WARNING, open_parts),
    Rule("R204", Severity.WARNING, outstanding_work),
    Rule("R207", Severity.WARNING, late_but_on_time),
)
