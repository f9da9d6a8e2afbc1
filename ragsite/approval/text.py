"""An approval sheet as plain text, for a terminal."""

from collections.abc import Iterator

from ragsite.approval import wording
from ragsite.approval.sheet import Difference, PlanSheet, Sheet


def as_text(sheet: Sheet) -> str:
    """The sheet, indented by plan, kind and item; `+` stands before what comes, `-` before what goes."""
    return "\n".join(_lines(sheet)).rstrip("\n") + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"{wording.TITLE}. {wording.compared_words(sheet)}"
    yield wording.summary(sheet)
    if wording.verdict(sheet):
        yield wording.verdict(sheet)
    for plan in sheet.plans:
        yield from ("", *_plan(plan))
    for title, found in wording.findings(sheet):
        yield from ("", title, *(f"  {wording.finding_words(one)}" for one in found))
    if sheet.held:
        yield from ("", wording.HELD, *(f"  {one}" for one in sheet.held))


def _plan(plan: PlanSheet) -> Iterator[str]:
    yield wording.plan_heading(plan)
    yield from (f"  {remark}" for remark in plan.remarks)
    for group in plan.groups:
        yield f"  {group.title}"
        for subject in group.subjects:
            yield f"    {wording.heading(subject)}"
            for difference in subject.differences:
                yield from _difference(difference)


def _difference(difference: Difference) -> Iterator[str]:
    said = wording.said(difference)
    yield f"      {said.head}: {said.sentence or said.note}".rstrip()
    for sign, texts in (("+", said.added), ("-", said.gone)):
        yield from (f"        {sign} {_indented(text)}" for text in texts)


def _indented(text: str) -> str:
    return text.replace("\n", "\n          ")
