"""What readers are told of the findings: those on the source's own quality, in the same words on the public site."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ragsite.checks import FAMILIES, all_rules
from ragsite.checks.configuration import configured
from ragsite.checks.rule import Context, Rule
from ragsite.model.site import Site
from ragsite.problems import Finding, Location, in_order


@dataclass(frozen=True)
class Heading:
    """What a group of findings is about, for readers; `families` are those whose findings it holds."""

    id: str
    title: str
    lede: str
    families: tuple[str, ...]


HEADINGS = (
    Heading(
        "found-ratings",
        "Ratings held against the plan's own key",
        "Each rating is compared with what the plan's own key says it means.",
        ("ratings",),
    ),
    Heading("found-dates", "Dates of the plan", "Due dates that had passed, moved or cannot be placed.", ("dates",)),
    Heading(
        "found-totals",
        "Totals and averages that the source states",
        "Each stated total is worked out again from the ratings and counts in the source.",
        ("totals",),
    ),
    Heading(
        "found-figures",
        "Percentages and other figures",
        "Each stated figure is compared with the figures beside it.",
        ("arithmetic",),
    ),
    Heading(
        "found-measures",
        "Measures: what is missing",
        "What a reader needs to judge a measure, where the source does not give it.",
        ("measures",),
    ),
    Heading(
        "found-evidence",
        "Evidence: what is missing",
        "Evidence that is not dated, not used or cannot be traced.",
        ("evidence",),
    ),
    Heading(
        "found-structure",
        "What the source leaves out",
        "Entries that are numbered or counted but absent, and items of which nothing is said.",
        ("sequence", "orphans", "staleness"),
    ),
)
"""The groups in the order of the page. Findings of other families are for those who write the content."""

UNPUBLISHED = frozenset({"E654", "L901", "L903"})
"""Codes on this site's own links, and those that depend on the day of the check."""

BESIDE_RATINGS = frozenset({"R201", "R202", "R203", "R204", "R205", "R206", "R207", "R214", "R216"})
"""Codes that say how a rating differs from what the plan's own key, dates or words make of it."""


def public_findings(public: Site, *, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of the findings that the public form of the site shows too, so that none tells what is not published.

    They never depend on the day, nor on how much a rule matters here. A finding that somebody accepts keeps its reason.
    """
    rules = configured(_rules(), public.settings.checks)
    contexts = (Context(replace(public, plans=(plan,)), date.min) for plan in public.plans)
    again = {_key(one) for context in contexts for rule in rules for one in rule.run(context)}
    return in_order(finding for finding in found if _key(finding) in again)


def heading_of(finding: Finding) -> Heading:
    """The group that a published finding belongs to."""
    return _BY_CODE[finding.code]


_BY_CODE = {
    rule.code: heading
    for heading in HEADINGS
    for family in heading.families
    for rule in FAMILIES[family]
    if rule.code not in UNPUBLISHED
}


def _rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if rule.code in _BY_CODE)


def _key(finding: Finding) -> tuple[Location, str, str]:
    return finding.location, finding.code, finding.message
