"""The sections of a plan's page that list things: its items, its reports, what it answers, its background."""

from collections.abc import Sequence

from ragsite import addresses
from ragsite.figures import words
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages import sections
from ragsite.pages.item_parts import ONLY_NUMBER
from ragsite.pages.links import item_name
from ragsite.pages.props import Props, badge, date_cell, full_title
from ragsite.pages.tallies import tally_words
from ragsite.pages.tree import Scene, item_table
from ragsite.render import relative, slug
from ragsite.views.recommendations import recommendations
from ragsite.views.rollup import roll_up_below


def items(scene: Scene) -> Props:
    """The whole tree: one table, or for a tree with branches one group for each item at its top."""
    plan = scene.plan
    title = f"All {words([kind.plural.lower() for kind in plan.facts.structure])}"
    if not any(item.items for item in plan.tree):
        table = item_table(scene, plan.tree, caption=title)
        return {"part": "table", "id": "items", "title": title, "table": table}
    groups = [_group(scene, item) for item in plan.tree]
    return {"part": "groups", "id": "items", "title": title, "groups": groups}


def _group(scene: Scene, item: Item) -> Props:
    plan, report = scene.plan, scene.report
    rated = plan.rating(report, item) if report else None
    is_rated = rated is not None and (plan.kind_by_id[item.id].rated or rated.is_rated)
    name = full_title(plan, item)
    return {
        "id": f"item-{slug(item.id)}",
        "title": name,
        "href": relative(scene.here, addresses.item(plan.id, item.id)),
        "badge": badge(rated.level) if rated and is_rated else None,
        "counts": [*_counts(plan, report, item), *_counts(plan, scene.rated, item, told=True)],
        "table": item_table(scene, item.items, caption=f"In {name}") if item.items else None,
        "missing": "The source lists this and says nothing more." if item.missing else None,
    }


def _counts(plan: Plan, report: Report | None, item: Item, *, told: bool = False) -> list[str]:
    """The ratings below an item in one report; `told` names the report."""
    if report is None:
        return []
    named = f" in the report {report.label}" if told else ""
    return [f"{one.kind.plural}{named}: {tally_words(one)}." for one in roll_up_below(plan, report, item)]


def reports(plan: Plan, here: str) -> Props | None:
    if not plan.reports:
        return None
    return {
        "part": "table",
        "id": "reports",
        "title": "Reports",
        "lede": "Each report keeps its own page, with exactly what it said then.",
        "table": {
            "caption": "Reports on this plan, newest first",
            "columns": ["Report", "Position at", "Published", "Rating scale"],
            "rows": [_report_row(plan, report, here) for report in reversed(plan.reports)],
        },
    }


def _report_row(plan: Plan, report: Report, here: str) -> list[object]:
    as_at = {**date_cell(report.as_at.date), "note": f"({report.as_at.basis.value})"}
    return [
        {"text": report.label, "href": relative(here, addresses.report(plan.id, report.id))},
        as_at if report.as_at.date else date_cell(None),
        date_cell(report.published),
        plan.scale_of(report).title,
    ]


def answers(plan: Plan, here: str) -> Props | None:
    """The recommendations of the inspection, each with the items that answer it."""
    found, index = plan.facts.inspection_recommendations, recommendations(plan)
    if index is None or not found:
        return None
    answering = {one.target.id: one.items for one in index.entries}
    return {
        "part": "definitions",
        "id": "answers",
        "title": "Recommendations that the plan answers",
        "entries": [
            {"term": one.ref, "text": one.text or ONLY_NUMBER, "note": _answered(plan, answering[one.id], here)}
            for one in found
        ],
    }


def _answered(plan: Plan, items: Sequence[Item], here: str) -> str:
    links = [
        f"[{item_name(plan, item)}]({relative(here, addresses.item(plan.id, item.id))})" for item in items
    ]
    return f"Answered by {words(links)}." if links else "No item of the plan names it."


def background(plan: Plan) -> Props:
    about = [{"title": "What this plan is", "text": plan.facts.summary}]
    return {
        "part": "passages",
        "id": "about",
        "title": "About this plan",
        "passages": [*about, *sections.narrative(plan, plan.facts.background)],
    }
