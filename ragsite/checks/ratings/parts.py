"""A whole held against its parts."""

from collections.abc import Iterator

from ragsite.checks.ratings.standing import Standing, said_level, standings
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.model.items import Item
from ragsite.model.scales import Level
from ragsite.problems import Severity, listing


def parts_worse_than_whole(context: Context) -> Iterator[Problem]:
    """R210: a part is rated worse than the whole that it belongs to, in one report.

    Told once for the whole. A whole that is rated as finished is told by R203 instead.

    Fails: an area rated Amber with a priority rated Red. Passes: an area rated Red with a priority rated Amber.
    """
    for one in standings(context):
        if one.has_key and one.level.claims.finished:
            continue
        worse = _worse(one)
        if worse:
            parts = listing([f"“{item.title}” ({said_level(level)})" for item, level in worse], joiner="and", most=4)
            yield one.problem(
                f"{one.words}. {'A part' if len(worse) == 1 else f'{len(worse)} parts'} of it"
                f" {'is' if len(worse) == 1 else 'are'} rated worse: {parts}.",
                "Check both. If the source rates them so, keep both: readers are shown the difference.",
            )


def _worse(one: Standing) -> list[tuple[Item, Level]]:
    rank = one.scale.rank(one.level)
    rated = [(part, one.plan.rating(one.report, part).level) for part in one.item.items]
    return [(part, level) for part, level in rated if level and one.scale.rank(level) < rank]


RULES = (Rule("R210", Severity.WARNING, parts_worse_than_whole),)
