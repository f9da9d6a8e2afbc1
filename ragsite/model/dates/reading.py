"""From the text of a date to its meaning."""

import re
from dataclasses import replace

from ragsite.model.dates.forms import tidy
from ragsite.model.dates.iso import read_iso
from ragsite.model.dates.joined import read_joined
from ragsite.model.dates.numeric import read_numeric
from ragsite.model.dates.precision import Precision
from ragsite.model.dates.problem import DateProblem, impossible, unreadable, unresolved_meaning
from ragsite.model.dates.value import PartialDate
from ragsite.model.dates.worded import read_worded

_UNCONFIRMED = re.compile(r"(?:tbc|tba|to be confirmed)(?!\w).*|.*(?<!\w)(?:tbc|tba|to be confirmed)")


def parse_date(text: str) -> PartialDate:
    """Read one date as written or printed; raises DateProblem for impossible or unreadable text."""
    tidied = tidy(text)
    if _UNCONFIRMED.fullmatch(tidied):
        return PartialDate(text, Precision.TO_BE_CONFIRMED, None, None)
    try:
        found = _read_one(tidied) or read_joined(tidied, read_one=_read_one)
    except DateProblem as problem:
        raise impossible(text, problem.found) from None  # shows the text as printed, not as tidied
    if found is None:
        raise unreadable(text)
    return replace(found, printed=text)


def read_date(printed: str, *, means: str | None, note: str) -> PartialDate:
    """Read the mapping form: `printed` is kept, `means` (if given) says what it means and must be clear.

    Without `means`, text that is no date stays as printed, unreadable. Raises DateProblem for a `means` that
    is unreadable or leaves open what it means, and for an impossible date in ISO form.
    """
    if means is not None:
        return replace(_read_meaning(means), printed=printed, note=note)
    try:
        found = parse_date(printed)
    except DateProblem:
        if re.match(r"[0-9]{4}-[0-9]{2}", tidy(printed)):
            raise
        return PartialDate(printed, Precision.UNREADABLE, None, None, note)
    return replace(found, note=note or found.note)


def _read_one(tidied: str) -> PartialDate | None:
    return read_iso(tidied) or read_numeric(tidied) or read_worded(tidied)


def _read_meaning(means: str) -> PartialDate:
    found = parse_date(means)
    if not found.is_resolved:
        raise unresolved_meaning(means)
    return found
