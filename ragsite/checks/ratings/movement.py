"""How ratings move from report to report, and whether anybody says why."""

from collections.abc import Iterator
from itertools import pairwise

from ragsite.checks.complete import complete_plans
from ragsite.checks.ratings.standing import said_level
from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.model.scales import Level
from ragsite.problems import Severity
from ragsite.views.history import Way, path, report_before, travel
from ragsite.views.telling import says_something

UNCHANGED_REPORTS = 3
"""From how many reports on the same rating without a new word is told."""

LEVELS = 2
"""From how many levels on a rise asks for a reason; a fall always does."""


def unexplained_moves(context: Context) -> Iterator[Problem]:
    """R208: a rating fell, or rose by two levels or more, and the report does not say why.

    Ratings are compared with the report before on the same scale, or else with the previous rating that the
    report itself states.

    Fails: Green after Red without `rating_reason`; Amber after Green without it.
    Passes: the same with `rating_reason: The audit found gaps.`; Amber after Red.
    """
    for plan, report, item, update in _updates(context):
        now, moved = plan.rating(report, item).level, travel(plan, report, item)
        before = moved.previous.level if moved.previous else None
        if now is None or before is None or update.rating_reason or moved.way not in (Way.BETTER, Way.WORSE):
            continue
        scale = plan.scale_of(report)
        steps = scale.rank(now) - scale.rank(before)
        if moved.way is Way.WORSE or steps >= LEVELS:
            how = "fell" if moved.way is Way.WORSE else f"rose by {steps} levels"
            since = f"the report “{moved.before.label}”" if moved.before else "the previous rating that it states"
            yield Problem(
                update.written_at.of("rating"),
                f"The rating of {named(item)} {how}, from {said_level(before)} to {said_level(now)},"
                f" between {since} and the report “{report.label}”. No reason is given.",
                "Give the reason under “rating_reason”, as the source states it.",
                plan.id,
                item.id,
                report.id,
            )


def unchanged_without_words(context: Context) -> Iterator[Problem]:
    """R209: a rating that does not mean finished stays the same over `reports` reports, and none adds a new word.

    Fails: Amber in three reports running, the last two without any text or with the text of the report before.
    Passes: the same with new progress in one of the last two; Green (finished) without a word.
    """
    number = max(2, context.options["reports"])
    for plan in complete_plans(context):
        for item in plan.items if len(plan.reports) >= number else ():
            run = _silent_run(plan, item)
            if len(run) >= number:
                yield _unchanged(plan, item, run)


def differing_previous(context: Context) -> Iterator[Problem]:
    """R212: the previous rating that a report states is not the rating that the report before gives.

    Fails: `previous: Green` where the report before rates the item Amber. Passes: `previous: Amber`.
    """
    for plan, report, item, update in _updates(context):
        before = report_before(plan, report)
        if update.previous is None or before is None or before.scale != report.scale or not plan.is_in(before, item):
            continue
        stated, given = update.previous.read(plan.scale_of(report)).level, plan.rating(before, item).level
        if stated is not None and stated != given:
            was = f"rates it {said_level(given)}" if given else "gives it no rating"
            yield Problem(
                update.written_at.of("previous"),
                f"The report “{report.label}” states {said_level(stated)} as the previous rating of {named(item)},"
                f" but the report “{before.label}” {was}.",
                "Check both reports. If the source prints it so, keep it and say so in a note.",
                plan.id,
                item.id,
                report.id,
            )


def unnamed_scale_changes(context: Context) -> Iterator[Problem]:
    """R213: a level is printed in other words or figures than in the report before, but the scale is the same.

    That may be a new scale under an old name: ratings are then compared that do not mean the same. Short forms
    such as “G” for “Green” are no change.

    Fails: one report prints “Amber” and the next “2”, both read as one level of one scale.
    Passes: the next report names another scale of `plan.yml`; “G” after “Green”.
    """
    for plan in complete_plans(context):
        for before, report in pairwise(plan.reports):
            if before.scale != report.scale:
                continue
            earlier, later = _prints(plan, before), _prints(plan, report)
            for level in plan.scale_of(report).levels:
                was, now = earlier.get(level.id, ()), later.get(level.id, ())
                if was and now and not any(_is_alike(one, other) for one in was for other in now):
                    yield Problem(
                        report.written_at.of("scale"),
                        f"The report “{report.label}” prints the level “{level.label}” as “{now[0]}”, the report"
                        f" “{before.label}” as “{was[0]}”. Both are read by the scale"
                        f" “{plan.scale_of(report).title}”.",
                        "If the scale changed, add a new version under “scales” in plan.yml and name it in the report.",
                        plan.id,
                        report=report.id,
                    )
                    break


def _updates(context: Context) -> Iterator[tuple[Plan, Report, Item, Update]]:
    for plan in complete_plans(context):
        for report in plan.reports:
            for update in report.updates:
                item = plan.item_by_id.get(update.item)
                if item is not None:
                    yield plan, report, item, update


def _silent_run(plan: Plan, item: Item) -> list[Report]:
    """The reports up to the latest that give the item one and the same rating, the later ones no new word."""
    run: list[Report] = []
    known: Level | None = None
    for step in reversed(path(plan, item)):
        level = step.rated.level
        if level is None or level.claims.finished or (run and (level != known or run[-1].scale != step.report.scale)):
            break
        run.append(step.report)
        known = level
        if _has_new_words(plan, step.report, item):
            break
    return run


def _has_new_words(plan: Plan, report: Report, item: Item) -> bool:
    update = plan.update(report, item)
    if update is None or not says_something(update):
        return False
    earlier = report_before(plan, report)
    before = plan.update(earlier, item) if earlier else None
    return before is None or _prose(update) != _prose(before)


def _prose(update: Update) -> tuple[str, ...]:
    said = (update.progress, update.next_steps, update.risks, update.evaluation, update.developments)
    return tuple(passage.text for field in (*said, update.key_risks) for passage in field)


def _unchanged(plan: Plan, item: Item, run: list[Report]) -> Problem:
    latest, first = run[0], run[-1]
    level, update = plan.rating(latest, item).level, plan.update(latest, item)
    place = update.written_at.of("rating") if update else latest.written_at.location
    return Problem(
        place,
        f"{named(item)} is rated {said_level(level) if level else 'the same'} in {len(run)} reports running,"
        f" from “{first.label}” to “{latest.label}”, and nothing new is said about it since.",
        "Say what has happened since, or why nothing has.",
        plan.id,
        item.id,
        latest.id,
    )


def _prints(plan: Plan, report: Report) -> dict[str, tuple[str, ...]]:
    """How each level is printed in a report, by the level's id; blank cells and ratings from prose are left out."""
    scale = plan.scale_of(report)
    found: dict[str, dict[str, None]] = {}
    for update in report.updates:
        rated = update.rating.read(scale) if update.rating else None
        if rated and rated.level and rated.printed.strip():
            found.setdefault(rated.level.id, {})[rated.printed.strip()] = None
    return {level: tuple(prints) for level, prints in found.items()}


def _is_alike(one: str, other: str) -> bool:
    """The same letters, or the beginning of the other: `G`, `green` and `GREEN`."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return long.startswith(short)


RULES = (
    Rule("R208", Severity.WARNING, unexplained_moves),
    Rule("R209", Severity.WARNING, unchanged_without_words, {"reports": UNCHANGED_REPORTS}),
    Rule("R212", Severity.WARNING, differing_previous),
    Rule("R213", Severity.WARNING, unnamed_scale_changes),
)
