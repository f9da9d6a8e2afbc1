"""The measures of an item: latest value, run of values and whether the target is met, one row for each."""

from ragsite import addresses
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.pages.measures import latest_cell, spark, standing_cell
from ragsite.pages.props import NOT_STATED, Props
from ragsite.render import relative
from ragsite.views.measures import Finding, find
from ragsite.views.targets import dated_target


def measures(plan: Plan, item: Item, *, here: str) -> Props | None:
    """The section; None for an item without measures."""
    found = [find(plan, measure) for measure in plan.measures_by_item.get(item.id, ())]
    if not found:
        return None
    sparks = [spark(finding) for finding in found]
    run = ["Run of values"] if any(sparks) else []
    table = {
        "caption": "Measures that belong to this",
        "columns": ["Measure", "Latest value", *run, "Target", "Target met?"],
        "rows": [
            [
                _name(plan, finding, here=here),
                latest_cell(finding),
                *([{"spark": line}] if run else []),
                _target(finding),
                standing_cell(finding.target),
            ]
            for finding, line in zip(found, sparks, strict=True)
        ],
        "dense": True,
    }
    return {"part": "table", "id": "measures", "title": "How it is measured", "table": table}


def _name(plan: Plan, finding: Finding, *, here: str) -> Props:
    href = relative(here, addresses.measure(plan.id, finding.measure.id))
    return {"text": finding.measure.name, "href": href}


def _target(finding: Finding) -> Props:
    if finding.target is None:
        return {"missing": NOT_STATED}
    return {"text": dated_target(finding.target.target, finding.measure.unit)}
