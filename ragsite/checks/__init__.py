"""Checks of a whole site: one module per family, each a tuple of rules under stable codes."""

from datetime import date

from ragsite.checks import (
    arithmetic,
    dates,
    disclosure,
    evidence,
    levels,
    measures,
    ratings,
    references,
    repeats,
    structure,
    totals,
    words,
)
from ragsite.checks.rule import Context, Rule
from ragsite.content.folder import Reading
from ragsite.problems import Finding, in_order

FAMILIES = {
    "arithmetic": arithmetic.RULES,
    "dates": dates.RULES,
    "disclosure": disclosure.RULES,
    "evidence": evidence.RULES,
    "levels": levels.RULES,
    "measures": measures.RULES,
    "ratings": ratings.RULES,
    "references": references.RULES,
    "repeats": repeats.RULES,
    "structure": structure.RULES,
    "totals": totals.RULES,
    "words": words.RULES,
}


def check(reading: Reading, *, as_at: date) -> tuple[Finding, ...]:
    """Every finding on what was read: from the reader, then from each rule, in the order of the files."""
    if reading.site is None:
        return in_order(reading.findings)
    context = Context(reading.site, as_at, reading.written_ids, reading.left_out)
    found = (finding for rule in all_rules() for finding in rule.run(context))
    return in_order((*reading.findings, *found))


def all_rules() -> tuple[Rule, ...]:
    """Every rule of every family, in order of their codes."""
    return tuple(sorted((rule for rules in FAMILIES.values() for rule in rules), key=lambda rule: rule.code))
