"""Values that the content marks as suppressed are in no cell of the published data files."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from ragsite.built.tell import told_at
from ragsite.model.measures import Observation
from ragsite.model.site import Site
from ragsite.problems import Finding

Key = tuple[str, str, str, str]
"""Which value: plan, measure, period as written in ISO form, series."""

CELLS = ("value", "numerator", "denominator", "as_printed", "note")


def hidden_values(written: Site, public: Site) -> dict[Key, frozenset[str]]:
    """What each observation says in the content and does not say in public, by its plan, measure, period, series."""
    shown = {key: said for plan in public.plans for key, said in _observations(plan.id, plan.observations)}
    hidden = {
        key: said - shown.get(key, frozenset())
        for plan in written.plans
        for key, said in _observations(plan.id, plan.observations)
    }
    return {key: said for key, said in hidden.items() if said}


def shown_values(path: str, text: str, hidden: Mapping[Key, frozenset[str]]) -> Iterator[Finding]:
    """B204: a row of an `observations.csv` holds what its observation does not say in public."""
    for row in csv.DictReader(StringIO(text)):
        key = (row.get("plan") or "", row.get("measure") or "", row.get("period") or "", row.get("series") or "")
        for cell in CELLS:
            if row.get(cell) and row[cell] in hidden.get(key, ()):
                message = f"The {cell} of “{key[1]}” in “{key[2]}” is shown, though it is suppressed."
                fix = "Publish nothing, and report it: this is a fault of ragsite."
                yield told_at("B204", (path, text, text.find(key[1])), message, fix)


def _observations(plan: str, observations: tuple[Observation, ...]) -> Iterator[tuple[Key, frozenset[str]]]:
    for one in observations:
        key = (plan, one.measure, (one.period.iso or "") if one.period else "", one.series or "")
        said = (one.value, one.numerator, one.denominator, one.as_printed, one.note)
        yield key, frozenset(str(value) for value in said if value not in (None, ""))
