"""Which scale an import reads by, and what it adds to the plan's own scales."""

from collections.abc import Iterable, Sequence
from typing import Any

from ragsite.importers.fills import KeyEntry
from ragsite.importers.folder import PlanFolder, append, insert
from ragsite.importers.mapping import Mapping
from ragsite.importers.remarks import ImportProblem
from ragsite.importers.scale import Draft, draft_from_cells, draft_from_spec, draft_of, written
from ragsite.model.plan import Plan
from ragsite.problems import did_you_mean, listing


def choose_scale(
    plan: Plan | None, mapping: Mapping, *, editions: Sequence[str], key: Sequence[KeyEntry], printed: Iterable[str]
) -> Draft:
    """The plan's scale that the mapping or the report names, the mapping's own, or one made from the tracker."""
    spec = mapping.scale
    known = plan.scale_by_id if plan else {}
    if spec and spec.id in known:
        return draft_of(known[spec.id])
    if spec and spec.levels:
        return draft_from_spec(spec)
    if spec:
        there = listing([f"“{name}”" for name in known], joiner="and") or "none"
        raise ImportProblem(
            f"The mapping names the scale “{spec.id}”, but the plan does not have it. It has {there}.",
            did_you_mean(spec.id, known) or f"Write its levels: {{id: {spec.id}, levels: [Red, Amber, Green]}}.",
        )
    if plan is None:
        return draft_from_cells(printed, key)
    reports = [plan.report_by_id[one] for one in editions if one in plan.report_by_id]
    latest = reports[-1:] or ([plan.latest] if plan.latest else [])
    return draft_of(plan.scale_of(latest[0]) if latest else plan.facts.scales[0])


def put_scale(folder: PlanFolder, draft: Draft) -> None:
    """Adds to `plan.yml` a scale that it does not have, or what the import adds to one that it has."""
    scales = folder.plan["scales"]
    holder: Any = next((one for one in scales if str(one["id"]) == draft.id), None)
    if holder is None:
        scales.append(written(draft))
        return
    if draft.is_new:
        return
    for level, printed in draft.added_prints:
        place = next(one for one in holder["levels"] if str(one["id"]) == level)
        if not place.get("printed"):
            insert(place, 2, "printed", [])
        place["printed"].append(printed)
    for printed, reason in draft.added_unrated:
        append(holder, "unrated", {"printed": printed, "reason": reason})
