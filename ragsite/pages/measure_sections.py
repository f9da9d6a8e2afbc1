"""The sections of a measure's page below its finding: targets, baseline, comparators, notes and sources."""

from collections.abc import Sequence

from ragsite.model.measures import Baseline, Comparator, Measure, Target
from ragsite.model.plan import Plan
from ragsite.pages.measures import standing_cell
from ragsite.pages.props import NOT_STATED, Props, printed_date
from ragsite.pages.sections import notes, sources
from ragsite.views.measures import Finding
from ragsite.views.targets import dated_target
from ragsite.views.values import period_words, target_words, value_words

_KINDS = {
    "national": "National",
    "region": "Region",
    "statistical-neighbours": "Statistical neighbours",
    "council": "Another council",
    "rank": "Rank",
    "other": "Other",
}


def sections_of(plan: Plan, finding: Finding) -> list[Props]:
    """Every section that has something to say, in reading order."""
    measure = finding.measure
    rows = finding.observations
    said = [
        _targets(finding),
        _started(measure, finding),
        _compared(measure),
        notes(plan, measure.notes),
        sources(plan, [measure.source, *(row.source for row in rows)]),
    ]
    return [section for section in said if section is not None]


def _targets(finding: Finding) -> Props | None:
    if not finding.targets:
        return _missing("targets", "Targets", "The source states no target for this measure.")
    unit = finding.measure.unit
    rows = [[_target(one.target, unit), _by(one.target), standing_cell(one)] for one in finding.targets]
    return _table(
        "targets",
        "Targets",
        ["Target", "By", "Target met?"],
        rows=rows,
        caption="Every target of this measure",
    )


def _target(target: Target, unit: str) -> Props:
    shown = target_words(target, unit)
    printed = target.printed.strip()
    notes = [
        f"For {target.series}." if target.series else None,
        f"Printed as “{printed}”." if printed and printed not in dated_target(target, unit) else None,
        target.note,
    ]
    return {"text": shown, "note": " ".join(note for note in notes if note) or None}


def _by(target: Target) -> Props:
    if target.by is None:
        return {"missing": "No date stated"}
    return {"text": target.by.label, "note": printed_date(target.by)}


def _started(measure: Measure, finding: Finding) -> Props | None:
    base = measure.baseline
    if base is None:
        return None
    said = f"The latest value is {finding.since_baseline}." if finding.since_baseline else None
    row = [_baseline(base, measure.unit), period_words(base.period), base.note or ""]
    columns = ["Value", "Period", *(["Note"] if base.note else [])]
    made = _table("baseline", "Where it started", columns, rows=[row[: len(columns)]], caption="Baseline")
    return {**made, "lede": said}


def _baseline(base: Baseline, unit: str) -> Props:
    printed = base.printed.strip()
    if base.value is None:
        return {"text": f"“{base.words or printed}”"} if base.words or printed else {"missing": NOT_STATED}
    shown = value_words(base.value, unit)
    return {"text": shown, "note": None if not printed or printed in shown else f"Printed as “{printed}”."}


def _compared(measure: Measure) -> Props | None:
    if not measure.comparators:
        return None
    rows = [_comparator(one, measure.unit) for one in measure.comparators]
    columns = ["Compared with", "Kind", "Value", "Period"]
    caption = "Values of others that the source prints beside this measure"
    return _table("comparators", "What others reached", columns, rows=rows, caption=caption)


def _comparator(one: Comparator, unit: str) -> list[object]:
    printed = one.printed.strip()
    is_rank = one.kind.value == "rank"
    shown = value_words(one.value, "" if is_rank else unit) if one.value is not None else f"“{one.words or printed}”"
    value = {"text": shown, "note": None if not printed or printed in shown else f"Printed as “{printed}”."}
    return [{"text": one.name, "note": one.note}, _KINDS[one.kind.value], value, period_words(one.period)]


def _table(
    name: str, title: str, columns: Sequence[object], *, rows: Sequence[Sequence[object]], caption: str
) -> Props:
    table = {"caption": caption, "columns": columns, "rows": rows}
    return {"part": "table", "id": name, "title": title, "table": table}


def _missing(name: str, title: str, text: str) -> Props:
    return {"part": "missing", "id": name, "title": title, "text": text}
