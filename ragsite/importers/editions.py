"""Which reports a tracker brings, and which of its columns speak of each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ragsite.importers.fields import field_of
from ragsite.importers.header import Layout
from ragsite.importers.mapping import Mapping, ReportSpec
from ragsite.importers.periods import Period, find_period, period_of
from ragsite.importers.remarks import ImportProblem
from ragsite.model.base import ID_PATTERN, as_id

FIRST = "report-1"
"""The id of a first report of which nothing says when it is."""

GIVEN = "Given when the tracker was imported."
READ = "Taken from the header of the rating's column."

ITEM_FIELDS = ("text", "aim", "success", "origin", "owner", "lead", "responsible", "role", "note")
"""Fields that belong to the item whatever the report."""


@dataclass(frozen=True)
class Edition:
    """A report that is to be written: what is known of it, and the headers its fields are read from."""

    id: str
    label: str
    as_at: dict[str, Any]
    published: Any = None
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)


def editions_of(
    layout: Layout, mapping: Mapping, *, asked: Sequence[str], file_name: str, known: str, has_reports: bool
) -> tuple[Edition, ...]:
    """The reports in the order of their columns; ImportProblem where it cannot be told which report this is."""
    specs = mapping.editions or _by_headers(mapping)
    if not specs:
        single = _single(layout, asked=asked, file_name=file_name, known=known, has_reports=has_reports)
        return (_with_columns(single, mapping.columns.used, {}),)
    if asked and len(asked) != len(specs):
        raise ImportProblem(
            f"The tracker has {len(specs)} rating columns, but {len(asked)} reports are named.",
            "Name one report for each, from left to right, or none.",
        )
    made = (
        [_asked(name) for name in asked]
        if asked
        else [_from_spec(spec, note=GIVEN if mapping.editions else READ) for spec in specs]
    )
    return _shared(mapping, specs, made)


def _by_headers(mapping: Mapping) -> tuple[ReportSpec, ...]:
    """A report for each rating column, where the headers give each its period."""
    names = mapping.columns.rating
    periods = {name: find_period(name.split(" > ")[-1]) or find_period(name) for name in names}
    ids = [period.id for period in periods.values() if period]
    if len(ids) != len(names) or len(set(ids)) != len(ids) or (len(names) < 2):
        return ()
    return tuple(
        ReportSpec.model_validate({"id": period.id, "label": period.label, "rating": [name], **_dated(period)})
        for name, period in periods.items()
        if period
    )


def _dated(period: Period) -> dict[str, str]:
    return {"date": period.date} if period.date else {}


def _single(layout: Layout, *, asked: Sequence[str], file_name: str, known: str, has_reports: bool) -> Edition:
    if len(asked) > 1:
        raise ImportProblem("The tracker has one rating column, but several reports are named.", "Name one of them.")
    if asked:
        return _asked(asked[0])
    if known:
        return _asked(known)
    sources = [(f"the name of the file, {file_name}", file_name.rpartition(".")[0])]
    sources += [("the header of the rating", name) for name in layout.names if field_of(name) == "rating"]
    sources += [("the text above the table", cell.flat) for row in layout.above for cell in row if cell.text]
    for source, text in sources:
        if (period := find_period(text)) and period.date:
            note = f"Taken from {source}."
            return Edition(period.id, period.label, {"date": period.date, "basis": "inferred", "note": note})
    if has_reports:
        raise ImportProblem(
            "Nothing in the file says which report this is.",
            "Say it: add “--report 2026-03” with the month, quarter or day the figures speak of.",
        )
    return Edition(FIRST, "First report", {"basis": "not stated"})


def _asked(name: str) -> Edition:
    period = period_of(name)
    key = name if ID_PATTERN.fullmatch(name) else as_id(name)
    if not key:
        raise ImportProblem(f"“{name}” cannot be the id of a report.", "Write it like 2026-03.")
    if period is None:
        return Edition(key, name, {"basis": "not stated"})
    return Edition(key, period.label, {"date": period.date, "basis": "inferred", "note": GIVEN})


def _from_spec(spec: ReportSpec, *, note: str) -> Edition:
    date = spec.date.printed if spec.date else (found.date if (found := period_of(spec.id)) else "")
    label = spec.label or (found.label if (found := period_of(date)) else spec.id)
    as_at = {"date": date, "basis": "inferred", "note": note} if date else {"basis": "not stated"}
    return Edition(spec.id, label, as_at, spec.published.printed if spec.published else None)


def _shared(mapping: Mapping, specs: Sequence[ReportSpec], made: Sequence[Edition]) -> tuple[Edition, ...]:
    """The columns for each report: its own; those whose header names its period; and for the last, all others."""
    general = {name: names for name, names in mapping.columns.used.items() if name not in ITEM_FIELDS}
    if any(spec.rating or spec.columns.rating for spec in specs):
        general.pop("rating", None)
    shares: list[dict[str, tuple[str, ...]]] = [{} for _ in specs]
    for name, headers in general.items():
        for header in headers:
            share = shares[_place_of(header, made)]
            share[name] = (*share.get(name, ()), header)
    own = [{**spec.columns.used, **({"rating": spec.rating} if spec.rating else {})} for spec in specs]
    return tuple(_with_columns(one, share, mine) for one, share, mine in zip(made, shares, own, strict=True))


def _place_of(header: str, made: Sequence[Edition]) -> int:
    period = find_period(header)
    ids = [one.id for one in made]
    return ids.index(period.id) if period and period.id in ids else len(made) - 1


def _with_columns(edition: Edition, share: dict[str, tuple[str, ...]], own: dict[str, tuple[str, ...]]) -> Edition:
    columns = {name: names for name, names in {**share, **own}.items() if name not in ITEM_FIELDS}
    return Edition(edition.id, edition.label, edition.as_at, edition.published, columns)
