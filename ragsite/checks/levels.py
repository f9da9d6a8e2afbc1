"""Ratings: every one must be readable by its scale, stand where ratings stand, and say what it rests on."""

from collections.abc import Iterator

from ragsite.checks.rule import STRUCTURE, Context, Problem, Rule, named, plan_file
from ragsite.checks.unfilled import is_to_fill
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.model.scales import Basis, Rating, Scale
from ragsite.problems import Severity, did_you_mean, listing


def unknown_ratings(context: Context) -> Iterator[Problem]:
    """S104: a printed rating is neither a level of the scale nor listed there as unrated.

    Fails: `rating: Grene` on a scale of Red, Amber and Green. Passes: `rating: "0"` with `unrated: [{printed: "0"}]`.
    """
    for plan, report, update in _updates(context, but_for=_SCALES):
        scale = plan.scale_of(report)
        for key, rating in _ratings(update):
            if _is_known(rating, scale) or (key == "rating" and is_to_fill(report, rating)):
                continue
            found = f"“{rating.printed}”" if rating.printed.strip() else "a blank cell"
            known = [level.label for level in scale.levels]
            yield _problem(
                (plan, report, update),
                key,
                f"the rating is {found}, which is not a level of the scale “{scale.title}”."
                f" Its levels are {listing(known, joiner='and', most=12)}.",
                did_you_mean(rating.printed, known)
                or f"If it is not a rating, list “printed: \"{rating.printed}\"” under “unrated” in plan.yml, and why.",
            )


def rated_headings(context: Context) -> Iterator[Problem]:
    """S108: a rating is given to an item of a level that carries none.

    Fails: a rated Priority where `rated: false`. Passes: an update of it with words alone.
    """
    for plan, report, update in _updates(context, but_for=STRUCTURE):
        kind = plan.kind_by_id.get(update.item)
        if kind and update.rating and not kind.rated:
            yield _problem(
                (plan, report, update),
                "rating",
                f"a rating is given, but plan.yml says that this level ({kind.kind}) carries none.",
                "Take the rating out, or set “rated: true” for this level in plan.yml.",
            )


def unfounded_levels(context: Context) -> Iterator[Problem]:
    """S111: a rating names a level without saying what it rests on.

    Fails: `rating: {level: red}`. Passes: the same with `basis: narrative` and `reason: The text says so.`
    """
    for plan, report, update in _updates(context):
        for key, rating in _ratings(update):
            if rating.level is not None and (rating.basis is Basis.PRINTED or not rating.reason):
                lacking = "a basis other than “printed”" if rating.basis is Basis.PRINTED else "a reason"
                yield _problem(
                    (plan, report, update),
                    key,
                    f"the rating names the level “{rating.level}” without {lacking}.",
                    "Add “basis: narrative” or “basis: inferred” with a reason, or write the printed value alone.",
                )


def unsaid_ratings(context: Context) -> Iterator[Problem]:
    """S112: an update of an item that carries ratings has no `rating`, so nobody knows whether the cell is blank.

    Fails: `- item: "4"` with progress alone. Passes: `rating: ""` for a cell that is blank in the source.
    """
    for plan, report, update in _updates(context, but_for=STRUCTURE):
        if context.lacks(report.written_at.path, *_RATING):
            continue
        kind = plan.kind_by_id.get(update.item)
        if kind and kind.rated and update.rating is None:
            yield _problem(
                (plan, report, update),
                "item",
                "the update gives no rating and does not say that the source leaves it blank.",
                "Write the rating as printed. If the source leaves the cell blank, write “rating: \"\"”.",
            )


_RATING = ("updates.rating", "updates.rating.printed")
_SCALES = (
    *("scales", "scales.levels", "scales.levels.printed", "scales.levels.label", "scales.unrated"),
    "scales.unrated.printed",
)


def _updates(context: Context, *, but_for: tuple[str, ...] = ()) -> Iterator[tuple[Plan, Report, Update]]:
    """Every update, but for plans of whose plan.yml one of these parts could not be read."""
    for plan in context.site.plans:
        if but_for and context.lacks(plan_file(plan, "plan.yml"), *but_for):
            continue
        for report in plan.reports:
            for update in report.updates:
                yield plan, report, update


def _ratings(update: Update) -> Iterator[tuple[str, Rating]]:
    for key, rating in (("rating", update.rating), ("previous", update.previous)):
        if rating is not None:
            yield key, rating


def _is_known(rating: Rating, scale: Scale) -> bool:
    if rating.level is not None or scale.reads(rating.printed) is not None:
        return True
    return bool(rating.reason) and not rating.printed.strip()


def _problem(where: tuple[Plan, Report, Update], key: str, message: str, fix: str) -> Problem:
    plan, report, update = where
    item = plan.item_by_id.get(update.item)
    owner = named(item) if item else f"“{update.item}”"
    previous = " (previous)" if key == "previous" else ""
    return Problem(
        update.written_at.of(key), f"{owner}{previous}: {message}", fix, plan.id, update.item, report.id
    )


RULES = (
    Rule("S104", Severity.ERROR, unknown_ratings),
    Rule("S108", Severity.ERROR, rated_headings),
    Rule("S111", Severity.ERROR, unfounded_levels),
    Rule("S112", Severity.ERROR, unsaid_ratings),
)
