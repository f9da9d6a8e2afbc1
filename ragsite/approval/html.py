"""An approval sheet as one HTML file of its own, to be printed and signed."""

from ragsite.approval import wording
from ragsite.approval.sheet import PlanSheet, Sheet
from ragsite.render import render


def as_html(sheet: Sheet) -> str:
    """The sheet; it opens by double-click, in a word processor too, and asks nothing of the network."""
    return render(
        "approval/sheet.html",
        title=wording.TITLE,
        site=sheet.site,
        lede=f"{wording.compared_words(sheet)} {wording.summary(sheet)}",
        verdict=wording.verdict(sheet),
        plans=[_plan(plan) for plan in sheet.plans],
        findings=[
            {"title": title, "lines": [wording.finding_words(one) for one in found]}
            for title, found in wording.findings(sheet)
        ],
        held={"title": wording.HELD, "lines": sheet.held} if sheet.held else None,
    )


def _plan(plan: PlanSheet) -> dict[str, object]:
    return {
        "title": wording.plan_heading(plan),
        "remarks": plan.remarks,
        "groups": [
            {
                "title": group.title,
                "subjects": [
                    {"title": wording.heading(one), "differences": [wording.said(each) for each in one.differences]}
                    for one in group.subjects
                ],
            }
            for group in plan.groups
        ],
    }
