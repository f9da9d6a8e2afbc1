"""Checks of a whole site: one module per family, each a tuple of rules under stable codes."""

from dataclasses import replace
from datetime import date

from ragsite.checks import (
    arithmetic,
    configuration,
    dates,
    disclosure,
    evidence,
    levels,
    links,
    measures,
    orphans,
    ratings,
    references,
    release,
    repeats,
    sequence,
    staleness,
    structure,
    totals,
    unfilled,
    waivers,
    words,
)
from ragsite.checks.configuration import configured
from ragsite.checks.rule import Context, Rule
from ragsite.content.folder import Reading
from ragsite.garbage import uncollected
from ragsite.problems import Finding, in_order

FAMILIES = {
    "arithmetic": arithmetic.RULES,
    "configuration": configuration.RULES,
    "dates": dates.RULES,
    "disclosure": disclosure.RULES,
    "evidence": evidence.RULES,
    "levels": levels.RULES,
    "measures": measures.RULES,
    "orphans": orphans.RULES,
    "ratings": ratings.RULES,
    "references": references.RULES,
    "release": release.RULES,
    "repeats": repeats.RULES,
    "sequence": sequence.RULES,
    "staleness": staleness.RULES,
    "structure": structure.RULES,
    "totals": totals.RULES,
    "unfilled": unfilled.RULES,
    "waivers": waivers.RULES,
    "words": words.RULES,
}
"""Every family by name. Waivers look last, at what the others found."""


def check(reading: Reading, *, as_at: date) -> tuple[Finding, ...]:
    """Every finding on what was read: from the reader, then from each rule, in the order of the files."""
    if reading.site is None:
        return in_order(reading.findings)
    site = reading.site
    pages = frozenset[str]().union(*map(links.pages_of_plan, site.plans))
    alone = [replace(site, plans=()), *(replace(site, plans=(plan,)) for plan in site.plans)]
    written = {plan.id: frozenset[str]() for plan in site.plans} | reading.written_ids
    context = Context(site, as_at, written, reading.left_out, rules=all_rules(), pages=pages)
    return in_order((*reading.findings, *(found for part in alone for found in look(replace(context, site=part)))))


@uncollected()
def look(context: Context) -> tuple[Finding, ...]:
    """What the rules find, as the site sets them, with the findings marked that waivers cover.

    The site of a context holds one plan, or none: no rule compares plans, so each can be checked by itself. What
    the rules find on the site's own files they find each time.
    """
    last = waivers.RULES
    first = (rule for rule in context.rules if rule not in last)
    checks = context.site.settings.checks
    found = [finding for rule in configured(first, checks) for finding in rule.run(context)]
    firm = frozenset(rule.code for rule in context.rules if rule.is_firm)
    told = waivers.waive(found, context.site, as_at=context.as_at, firm=firm)
    aware = replace(context, found=told)
    return (*told, *(finding for rule in configured(last, checks) for finding in rule.run(aware)))


def all_rules() -> tuple[Rule, ...]:
    """Every rule of every family, in order of their codes."""
    return tuple(sorted((rule for rules in FAMILIES.values() for rule in rules), key=lambda rule: rule.code))
