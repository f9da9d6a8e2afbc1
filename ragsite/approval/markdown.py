"""An approval sheet as Markdown, for a comment on a pull request."""

import re
from collections.abc import Iterator

from ragsite.approval import wording
from ragsite.approval.sheet import Difference, PlanSheet, Sheet

LONGEST = 60_000
"""Signs that a comment may have, with some to spare; GitHub refuses one of more than 65,536."""

CUT = "\n\n*The rest is too long for a comment. “ragsite diff” shows all of it.*\n"
_SPECIAL = re.compile(r"([\\`*_\[\]#|~>])")


def as_markdown(sheet: Sheet) -> str:
    """The sheet, cut at a line's end where it is too long for a comment."""
    text = "\n".join(_lines(sheet)).rstrip("\n") + "\n"
    return text if len(text) <= LONGEST else text[: text.rindex("\n", 0, LONGEST)] + CUT


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from (f"## {wording.TITLE}", "", _safe(f"{wording.compared_words(sheet)} {wording.summary(sheet)}"), "")
    if wording.verdict(sheet):
        yield from (f"**{_safe(wording.verdict(sheet))}**", "")
    for plan in sheet.plans:
        yield from _plan(plan)
    for title, found in wording.findings(sheet):
        yield from (f"### {title}", "", *(f"- {_safe(wording.finding_words(one))}" for one in found), "")
    if sheet.held:
        yield from (f"### {wording.HELD}", "", *(f"- {_safe(one)}" for one in sheet.held))


def _plan(plan: PlanSheet) -> Iterator[str]:
    yield from (f"### {_safe(wording.plan_heading(plan))}", "")
    for remark in plan.remarks:
        yield from (_safe(remark), "")
    for group in plan.groups:
        yield from (f"#### {group.title}", "")
        for subject in group.subjects:
            yield f"- **{_safe(wording.heading(subject))}**"
            for difference in subject.differences:
                yield from _difference(difference)
        yield ""


def _difference(difference: Difference) -> Iterator[str]:
    said = wording.said(difference)
    yield f"  - {_safe(said.head)}: {_safe(said.sentence or said.note)}".rstrip()
    yield from (f"    - now: {_safe(text)}" for text in said.added)
    yield from (f"    - before: ~~{_safe(text)}~~" for text in said.gone)


def _safe(text: str) -> str:
    """Text that shows as it is: no markup, no mention of anybody, no link made of it."""
    escaped = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return escaped.replace("<", "&lt;").replace("@", "&#64;").replace("://", "&#58;//")
