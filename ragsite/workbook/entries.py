"""Whether what somebody wrote into a cell can stand in the content; if not, why, in words."""

import re
from collections.abc import Iterable, Iterator

from ragsite.content.text import read_text
from ragsite.model.dates import DateProblem, Precision, parse_date
from ragsite.model.measures import ObservationStatus
from ragsite.model.plan import Plan
from ragsite.model.scales import Scale
from ragsite.problems import did_you_mean, listing
from ragsite.workbook.book import Entry
from ragsite.workbook.guide import choices
from ragsite.workbook.merge import Change, shown

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_BETWEEN_IDS = re.compile(r"[\n,;]+")


def troubles(plan: Plan, scale: Scale, found: Iterable[Change]) -> Iterator[str]:
    """A sentence for each cell that holds what cannot be kept, with its address."""
    known = tuple(found)
    for change in known:
        why = _trouble(plan, scale, change)
        if why:
            yield f"{change.cell.address}: {why}"


def ids_in(text: str) -> tuple[str, ...]:
    """The ids in a cell of evidence, one on each line or with commas between."""
    return tuple(dict.fromkeys(part.strip() for part in _BETWEEN_IDS.split(text) if part.strip()))


def _trouble(plan: Plan, scale: Scale, change: Change) -> str:
    text = change.to
    if not text:
        return ""
    if read_text("", text.encode("utf-8", "replace"))[1]:
        return "it holds an invisible sign that nobody can type. Write the words again."
    match change.column.entry:
        case Entry.RATING:
            return _rating(scale, text)
        case Entry.DATE:
            return _date(text, must_be_clear=False)
        case Entry.PERIOD:
            return _date(text, must_be_clear=True)
        case Entry.EVIDENCE:
            return _evidence(plan, text)
        case Entry.NUMBER if not _NUMBER.fullmatch(text):
            return f"{shown(text)} is not a number. Write digits alone, such as 88.2; the sign goes into “As printed”."
        case Entry.STATUS:
            return _status(text)
    return ""


def _rating(scale: Scale, text: str) -> str:
    if scale.reads(text) is not None:
        return ""
    known = choices(scale)
    return f"{shown(text)} is not a rating of this plan. {did_you_mean(text, known) or f'There are {listing(known)}.'}"


def _date(text: str, *, must_be_clear: bool) -> str:
    try:
        read = parse_date(text)
    except DateProblem as problem:
        return f"{problem.found} Write a day such as 31/12/2026, a month such as 2026-12, or TBC."
    is_open = read.precision is Precision.TO_BE_CONFIRMED and not must_be_clear
    if read.is_resolved or is_open:
        return ""
    return f"{shown(text)} can be read in more than one way ({read.label}). Write it as 2026-12-31 or 2026-12."


def _evidence(plan: Plan, text: str) -> str:
    unknown = [one for one in ids_in(text) if one not in plan.evidence_by_id]
    if not unknown:
        return ""
    near = did_you_mean(unknown[0], plan.evidence_by_id)
    return f"“{unknown[0]}” is not in the register of evidence. {near or 'The sheet “Evidence” lists the ids.'}"


def _status(text: str) -> str:
    words = [one.value for one in ObservationStatus if one.value]
    return "" if text in words else f"{shown(text)} is not a status. Choose from {listing(words, most=12)}."
