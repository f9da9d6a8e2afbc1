"""Small plans made by hand, in the words of the content files, for tests of views, pages and exporters.

    plan = make_plan(items=[item("1"), item("2")], reports=[report("2026-03", {"1": "Green", "2": "Red"})])
    public = make_public(plan)
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ragsite.model.evidence import Evidence
from ragsite.model.facts import PlanFacts
from ragsite.model.items import Item
from ragsite.model.measures import Measure, Observation
from ragsite.model.plan import Plan, order_of
from ragsite.model.reports import Report
from ragsite.model.site import Settings, Site
from ragsite.publish import PublicSite, publish

Written = dict[str, Any]

RAG: Written = {
    "id": "rag",
    "title": "Red, Amber and Green",
    "tones": "printed",
    "key": "printed",
    "levels": [
        {"id": "red", "label": "Red", "tone": "red", "printed": ["R"], "meaning": "It will be late."},
        {"id": "amber", "label": "Amber", "tone": "amber", "printed": ["A"], "meaning": "It may be late."},
        {
            "id": "green",
            "label": "Green",
            "name": "Finished",
            "tone": "green",
            "printed": ["G"],
            "meaning": "It is finished, and evidence shows it.",
            "claims": {"finished": True, "needs_evidence": True},
        },
    ],
    "unrated": [
        {"printed": "", "reason": "The cell is blank."},
        {"printed": "0", "reason": "The key has no 0."},
    ],
}
"""A scale of three levels from Red to Green, where Green means finished with evidence."""

SETTINGS: Written = {
    "title": "Plan progress",
    "tagline": "What was promised, and how it is going",
    "publisher": "Northmere",
    "description": "Improvement plans, item by item.",
    "contact": {"name": "The makers"},
}


def item(key: str, **more: Any) -> Written:
    """An item as in `items.yml`; its title and reference follow from its id when not given."""
    return {"id": key, "ref": key, "title": f"Title of {key}", **more}


def report(key: str, ratings: Mapping[str, Any] | None = None, **more: Any) -> Written:
    """A report as in `reports/<id>.yml`, as at its id; `ratings` gives item ids their printed rating."""
    rated = [{"item": name, "rating": rating} for name, rating in (ratings or {}).items()]
    written = {
        "id": key,
        "label": f"Report {key}",
        "as_at": {"date": key},
        "scale": "rag",
        **more,
    }
    return {**written, "updates": [*rated, *more.get("updates", [])]}


def measure(key: str, **more: Any) -> Written:
    """A measure as in `measures.yml`, in per cent."""
    return {"id": key, "name": f"Measure {key}", "unit": "%", **more}


def observation(measure_id: str, period: str, value: str | None = None, **more: Any) -> Written:
    """A row of `observations.csv`."""
    return {"measure": measure_id, "period": period, "value": value, "as_printed": value or "", **more}


def evidence(key: str, **more: Any) -> Written:
    """A piece of evidence as in `evidence.yml`."""
    return {"id": key, "title": f"Evidence {key}", "kind": "audit", **more}


def make_plan(
    *,
    items: Sequence[Written] = (),
    reports: Sequence[Written] = (),
    measures: Iterable[Written] = (),
    observations: Iterable[Written] = (),
    evidence: Iterable[Written] = (),
    **facts: Any,
) -> Plan:
    """A plan from mappings written as in the content files; `facts` are the keys of `plan.yml`."""
    written = {
        "id": "northmere-2026",
        "title": "Northmere improvement plan",
        "short_title": "Improvement plan",
        "organisation": "Northmere Council",
        "document": "Plan",
        "status": "active",
        "summary": "What Northmere promised.",
        "structure": [{"kind": "Recommendation", "plural": "Recommendations"}],
        "scales": [RAG],
        "sources": [{"id": "paper", "title": "The paper", "publisher": "Northmere Council"}],
        **facts,
    }
    return Plan(
        facts=PlanFacts.model_validate(written),
        tree=tuple(Item.model_validate(one) for one in items),
        reports=tuple(sorted((Report.model_validate(one) for one in reports), key=order_of)),
        measures=tuple(Measure.model_validate(one) for one in measures),
        observations=tuple(Observation.model_validate(one) for one in observations),
        evidence=tuple(Evidence.model_validate(one) for one in evidence),
    )


def make_public(*plans: Plan, **settings: Any) -> PublicSite:
    """A site of these plans, gone through the only door to the public."""
    facts = Settings.model_validate({**SETTINGS, **settings})
    return publish(Site(settings=facts, plans=tuple(sorted(plans, key=lambda plan: plan.id))))
