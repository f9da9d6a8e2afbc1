"""Sequence: numbers that items carry in the source run on, and where one is absent that is told."""

import re
from collections.abc import Iterator, Sequence

from ragsite.checks.complete import complete_plans
from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.problems import Severity, listing

LONGEST_GAP = 10
"""A larger gap is no oversight: the numbers were never meant to run on."""

_NUMBERED = re.compile(r"(?P<before>.*?)(?P<number>\d+)(?P<letter>[a-z]?)\W*", re.IGNORECASE)


def gaps(context: Context) -> Iterator[Problem]:
    """S114: the printed numbers of items that stand side by side leave one out.

    Items that share a number, such as 5a and 5b, count once. Numbers that start afresh are not compared, nor are
    those of a plan in which items came or went. A gap of more than ten is no gap.
    Fails: recommendations 1, 2, 3 and 5. Passes: 4 with `missing: true`; 1.1, 1.2, 2.1; items without a number.
    """
    for plan in complete_plans(context):
        if not any(item.added or item.closed or item.merged_into or item.split_into for item in plan.items):
            for siblings in (plan.tree, *(item.items for item in plan.items)):
                yield from _gaps(plan, siblings)


def absent_entries(context: Context) -> Iterator[Problem]:
    """S115: the source counts an item, or its numbers run past it, but there is no entry for it.

    Fails: an item with `missing: true`. Passes: every item has its entry.
    """
    for plan in context.site.plans:
        for item in plan.items:
            if item.missing:
                yield Problem(
                    item.written_at.of("missing"),
                    f"{named(item)} has no entry in the source, though the source counts it or numbers past it.",
                    "If a later source has the entry, add its text and take “missing” out.",
                    plan.id,
                    item.id,
                )


def _gaps(plan: Plan, siblings: Sequence[Item]) -> Iterator[Problem]:
    before: tuple[str, int] | None = None
    for item in siblings:
        found = _NUMBERED.fullmatch(item.ref.strip())
        here = (found["before"], int(found["number"])) if found else before
        if before and here and here[0] == before[0] and 1 < here[1] - before[1] <= LONGEST_GAP:
            absent = [f"{here[0]}{number}" for number in range(before[1] + 1, here[1])]
            yield Problem(
                item.written_at.of("ref"),
                f"{named(item)} comes after {before[0]}{before[1]}: there is no {listing(absent)}.",
                "Add what was overlooked. If the source has no entry, add an item with “missing: true” and say so.",
                plan.id,
                item.id,
            )
        before = here


RULES = (
    Rule("S114", Severity.WARNING, gaps),
    Rule("S115", Severity.WARNING, absent_entries),
)
