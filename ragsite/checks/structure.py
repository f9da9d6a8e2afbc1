"""Structure: names that must agree, ratings that must be readable, updates that must be there."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.model.scales import Basis, Rating
from ragsite.problems import Severity, did_you_mean, listing


def misnamed_files(context: Context) -> Iterator[Problem]:
    """S103: an id differs from the name of its folder or file. Fails: `id: leeds` in `plans/leeds-2026/plan.yml`."""
    for plan in context.site.plans:
        folder = PurePosixPath(plan.facts.written_at.path).parent.name
        if folder and plan.id != folder:
            yield Problem(
                plan.facts.written_at.of("id"),
                f"The plan's id is “{plan.id}”, but its folder is called “{folder}”.",
                "Give both the same name.",
                plan.id,
            )
        for report in plan.reports:
            name = PurePosixPath(report.written_at.path).stem
            if name and report.id != name:
                yield Problem(
                    report.written_at.of("id"),
                    f"The report's id is “{report.id}”, but its file is called “{name}.yml”.",
                    "Give both the same name.",
                    plan.id,
                    report=report.id,
                )


def unknown_ratings(context: Context) -> Iterator[Problem]:
    """S104: a printed rating is neither a level of the scale nor listed there as unrated.

    Fails: `rating: Grene` on a scale of Red, Amber and Green. Passes: `rating: "0"` with `unrated: [{printed: "0"}]`.
    """
    for plan, report, update in _updates(context):
        scale = plan.scale_of(report)
        item = plan.item_by_id.get(update.item)
        for key, rating in (("rating", update.rating), ("previous", update.previous)):
            if rating is None or rating.level is not None or scale.reads(rating.printed) is not None:
                continue
            if rating.reason and not rating.printed.strip():
                continue
            known = [level.label for level in scale.levels]
            yield Problem(
                update.written_at.of(key),
                f"{named(item) if item else update.item}: the rating “{rating.printed}” is not a level of the scale"
                f" “{scale.title}”. Its levels are {listing(known, joiner='and')}.",
                did_you_mean(rating.printed, known)
                or f"If it is not a rating, list “{rating.printed}” under “unrated” in plan.yml, with the reason.",
                plan.id,
                update.item,
                report.id,
            )


def unfounded_levels(context: Context) -> Iterator[Problem]:
    """S111: a rating names a level without saying what it rests on.

    Fails: `rating: {level: red}`. Passes: `rating: {printed: "", level: red, basis: narrative, reason: The text says so.}`.
    """
    for plan, report, update in _updates(context):
        item = plan.item_by_id.get(update.item)
        for key, rating in (("rating", update.rating), ("previous", update.previous)):
            if rating and _is_unfounded(rating):
                yield Problem(
                    update.written_at.of(key),
                    f"{named(item) if item else update.item}: the rating names a level, but not what it rests on.",
                    "Add “basis: narrative” or “basis: inferred” and a reason, or write the printed value alone.",
                    plan.id,
                    update.item,
                    report.id,
                )


def missing_updates(context: Context) -> Iterator[Problem]:
    """S107: an item that carries ratings has no update in a report it was part of.

    Fails: a report without an update for recommendation 4. Passes: an update that says why it is not rated.
    """
    for plan in context.site.plans:
        for report in plan.reports:
            for item in plan.rated_items:
                if plan.is_in(report, item) and plan.update(report, item) is None:
                    yield Problem(
                        report.written_at.of("updates"),
                        f"{named(item)} has no update in the report “{report.label}”.",
                        "Add one; where the source says nothing, give “rating: \"\"” with a reason.",
                        plan.id,
                        item.id,
                        report.id,
                    )


def rated_headings(context: Context) -> Iterator[Problem]:
    """S108: a rating is given to an item of a level that carries none. Fails: a rated Priority where `rated: false`."""
    for plan, report, update in _updates(context):
        item = plan.item_by_id.get(update.item)
        if item and update.rating and not plan.kind_by_id[item.id].rated:
            yield Problem(
                update.written_at.of("rating"),
                f"{named(item)} is rated, but plan.yml says that this level"
                f" ({plan.kind_by_id[item.id].kind}) carries no ratings.",
                "Take the rating out, or set “rated: true” for this level.",
                plan.id,
                item.id,
                report.id,
            )


def overdeep_items(context: Context) -> Iterator[Problem]:
    """S109: an item stands deeper in the tree than `structure` has levels."""
    for plan in context.site.plans:
        yield from _too_deep(plan, plan.tree, 1)


def undated_reports(context: Context) -> Iterator[Problem]:
    """S110: a plan has several reports, one of them without a date, and nothing says their order."""
    for plan in context.site.plans:
        undated = any(report.as_at.date is None or not report.as_at.date.is_resolved for report in plan.reports)
        for report in plan.reports if undated and len(plan.reports) > 1 else ():
            if report.sequence is None:
                yield Problem(
                    report.written_at.location,
                    f"Report “{report.label}” has no sequence, and one report of this plan has no date.",
                    "Give every report of the plan a “sequence: 1, 2, 3 …”.",
                    plan.id,
                    report=report.id,
                )


def _updates(context: Context) -> Iterator[tuple[Plan, Report, Update]]:
    for plan in context.site.plans:
        for report in plan.reports:
            for update in report.updates:
                yield plan, report, update


def _is_unfounded(rating: Rating) -> bool:
    return rating.level is not None and (rating.basis is Basis.PRINTED or not rating.reason)


def _too_deep(plan: Plan, items: tuple[Item, ...], depth: int) -> Iterator[Problem]:
    levels = [kind.kind for kind in plan.facts.structure]
    for item in items:
        if depth > len(levels):
            yield Problem(
                item.written_at.location,
                f"{named(item)} stands on level {depth} of the tree, but the plan has only {listing(levels, joiner='and')}.",
                "Move it up, or add a level to “structure” in plan.yml.",
                plan.id,
                item.id,
            )
        yield from _too_deep(plan, item.items, depth + 1)


RULES = (
    Rule("S103", Severity.ERROR, misnamed_files),
    Rule("S104", Severity.ERROR, unknown_ratings),
    Rule("S107", Severity.ERROR, missing_updates),
    Rule("S108", Severity.ERROR, rated_headings),
    Rule("S109", Severity.ERROR, overdeep_items),
    Rule("S110", Severity.ERROR, undated_reports),
    Rule("S111", Severity.ERROR, unfounded_levels),
)
