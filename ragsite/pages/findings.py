"""What the checks found, for readers: grouped on the page of data notes, and beside the rating of an item."""

import re
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup, escape

from ragsite import addresses
from ragsite.checks.published import BESIDE_RATINGS, HEADINGS, Heading, heading_of
from ragsite.checks.rule import named
from ragsite.figures import plural
from ragsite.model.evidence import Evidence
from ragsite.model.items import Item
from ragsite.model.measures import Measure
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages.links import numbered_title
from ragsite.pages.props import Props
from ragsite.problems import Finding
from ragsite.render import relative
from ragsite.views.history import path
from ragsite.views.sources import cite
from ragsite.views.subjects import MEASURE_FILES, Subject, Subjects, file_name

_IN_BRACKETS = re.compile(r"(?<=”) \(([\w.-]+)\)")

ByItem = Mapping[str, tuple[Finding, ...]]
"""Findings on the ratings of items, by the item's id."""


def sections(here: str, plan: Plan, found: Sequence[Finding]) -> list[Props]:
    """A table for each group of findings; none for a group without any."""
    subjects = Subjects(plan)
    groups = [(heading, [one for one in found if heading_of(one) is heading]) for heading in HEADINGS]
    return [_section(here, plan, heading, group, subjects) for heading, group in groups if group]


def lede(found: Sequence[Finding]) -> str:
    """What the findings are, in a sentence; empty when there are none."""
    if not found:
        return ""
    said = plural(len(found), "thing", "things")
    return f"Checks by machine, which hold the source against its own key and figures, found {said} to tell."


def facts(found: Sequence[Finding]) -> list[Props]:
    """How many findings there are, for the head of the page."""
    return [{"label": "Found by checks", "value": plural(len(found), "finding", "findings")}] if found else []


def on_ratings(plan: Plan, found: Iterable[Finding]) -> ByItem:
    """The findings of a plan in which a rating and what its key, dates or words make of it differ, by item."""
    by_item: dict[str, tuple[Finding, ...]] = {}
    for finding in found:
        if finding.code in BESIDE_RATINGS and finding.item in plan.item_by_id:
            by_item[finding.item] = (*by_item.get(finding.item, ()), finding)
    return by_item


def beside_rating(hero: Props, plan: Plan, item: Item, *, found: ByItem, here: str) -> Props:
    """The head of an item's page with what was found on its rating, as the report that last rates it gives it."""
    told = [finding for finding in found.get(item.id, ()) if finding.report in _current(plan, item)]
    if not told or hero.get("status") is None:
        return hero
    status = hero["status"]
    href = relative(here, f"{addresses.part(plan.id, 'notes')}#{heading_of(told[0]).id}")
    return {
        **hero,
        "status": {
            **status,
            "notes": [*(_beside(plan, item, finding) for finding in told), *status["notes"]],
            "links": [*status.get("links", ()), {"text": "All that checks of the ratings found", "href": href}],
        },
    }


def _section(here: str, plan: Plan, heading: Heading, group: Sequence[Finding], subjects: Subjects) -> Props:
    counted = plural(len(group), "finding", "findings")
    return {
        "part": "table",
        "id": heading.id,
        "title": f"{heading.title} ({len(group)})",
        "lede": heading.lede,
        "table": {
            "caption": f"{heading.title}: {counted}",
            "columns": ["Concerns", "What was found", "Source"],
            "rows": [
                [_concerns(here, plan, one, subjects), _said(plan, one), _place(plan, one, subjects)] for one in group
            ],
            "dense": True,
        },
    }


def _said(plan: Plan, finding: Finding) -> Props:
    note = Markup("Accepted: {}").format(finding.because) if finding.because else None
    return {"text": _without_ids(plan, finding.message), "note": note}


def _without_ids(plan: Plan, message: str) -> str:
    """The message without the ids that stand for references which the source does not print."""
    return _IN_BRACKETS.sub(lambda found: "" if _is_bare_id(plan, found[1]) else found[0], message)


def _is_bare_id(plan: Plan, text: str) -> bool:
    item = plan.item_by_id.get(text)
    return item is not None and not item.ref


def _concerns(here: str, plan: Plan, finding: Finding, subjects: Subjects) -> Props:
    text, address = _subject(plan, subjects.of(finding), finding)
    return {"text": text, "href": relative(here, address)}


def _subject(plan: Plan, subject: Subject, finding: Finding) -> tuple[str, str]:
    """What a finding concerns and the address of its page; the page of all of them where it tells of many."""
    if isinstance(subject, Item):
        return numbered_title(subject), addresses.item(plan.id, subject.id)
    if isinstance(subject, Measure):
        return subject.name, addresses.measure(plan.id, subject.id)
    if isinstance(subject, Evidence):
        return subject.title, addresses.evidence(plan.id, subject.id)
    if isinstance(subject, Report):
        return f"Report {subject.label}", addresses.report(plan.id, subject.id)
    if file_name(finding) in MEASURE_FILES:
        return "The measures", addresses.part(plan.id, "measures")
    if file_name(finding) == "evidence.yml":
        return "The evidence", addresses.part(plan.id, "evidence")
    return "The plan", addresses.plan(plan.id)


def _place(plan: Plan, finding: Finding, subjects: Subjects) -> str:
    places = [citation.place for citation in cite(plan, [subjects.source(finding)])]
    return ", ".join(place for place in places if place).capitalize() or "No line given"


def _current(plan: Plan, item: Item) -> set[str]:
    """The latest report that the item is in, and the latest that rates it."""
    steps = path(plan, item)
    rated = [step for step in steps if step.rated.is_rated]
    return {step.report.id for step in (*steps[-1:], *rated[-1:])}


def _beside(plan: Plan, item: Item, finding: Finding) -> Markup:
    """The finding as it reads on the item's own page, where nobody needs the item's name."""
    this = f"this {plan.kind_by_id[item.id].kind.lower()}"
    said = finding.message.replace(named(item), this, 1)
    note = Markup(" Accepted: {}").format(finding.because) if finding.because else ""
    return Markup("<strong>Checked:</strong> ") + escape(_without_ids(plan, said[:1].upper() + said[1:])) + note
