"""A plan that says one thing, for rules that read prose."""

from typing import Any

from ragsite.model.plan import Plan
from tests.factories import item, make_plan, report


def saying(*passages: str, field: str = "progress", **facts: Any) -> Plan:
    """A plan whose one report says these passages of its one item."""
    return make_plan(
        items=facts.pop("items", [item("1")]),
        reports=[report("2026-03", updates=[{"item": "1", "rating": "Amber", field: list(passages)}])],
        **facts,
    )
