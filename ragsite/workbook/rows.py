"""The changed cells of the sheet of measures as the new text of `observations.csv`; all other lines stay."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ragsite.content.cells import split_rows
from ragsite.content.rows import COLUMNS
from ragsite.model.dates import parse_date
from ragsite.model.measures import Observation
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.workbook.book import MEASURES
from ragsite.workbook.measures import VALUE_COLUMNS, Line, lines
from ragsite.workbook.merge import Change

_LINE_END = re.compile(r"\r\n|\r|\n")
HEAD = ",".join(COLUMNS)


def observations_text(text: str, plan: Plan, report: Report, *, found: Iterable[Change]) -> str:
    """The text with the rows that the workbook changes or adds; `text` is empty where there is no file yet."""
    cells = _by_row(found)
    text = text or f"{HEAD}\n"
    for line in sorted(_lines(plan, report, cells), key=_place, reverse=True):
        text = _changed(text, line, cells[line.key])
    for line in _lines(plan, report, cells):
        if line.now is None:
            text = _added(text, line, cells[line.key])
    return text


def row_troubles(plan: Plan, report: Report, found: Iterable[Change]) -> Iterator[str]:
    """Values that say too little, that stand in the file already, or that somebody tries to take out."""
    cells = _by_row(found)
    for line in _lines(plan, report, cells):
        changed = cells[line.key]
        first = next(iter(changed.values()))
        values = {name: _value(line, changed, name) for name in VALUE_COLUMNS}
        if not any(values.values()):
            yield f"{first.cell.address}: a value is not taken out here. Take its line out of observations.csv."
        elif not values["period"]:
            yield f"{first.cell.address}: the value has no period. Say which time it is for, such as 2026-Q2."
        elif not any(values[name] for name in ("value", "status", "as_printed", "note")):
            yield f"{first.cell.address}: there is a period, but no value and no status that says why."
        elif "period" in changed and _is_there(plan, line, values["period"]):
            yield f"{changed['period'].cell.address}: there is a value of this measure for this period already."


def _by_row(found: Iterable[Change]) -> Mapping[str, dict[str, Change]]:
    cells: dict[str, dict[str, Change]] = defaultdict(dict)
    for change in found:
        if change.cell.sheet == MEASURES:
            cells[change.cell.key][change.cell.column] = change
    return cells


def _lines(plan: Plan, report: Report, cells: Mapping[str, object]) -> tuple[Line, ...]:
    return tuple(line for line in lines(plan, report) if line.key in cells)


def _place(line: Line) -> int:
    return line.now.written_at.line if line.now else 0


def _value(line: Line, changed: Mapping[str, Change], name: str) -> str:
    if name in changed:
        return changed[name].to
    return str(getattr(line.now, name) or "") if line.now else ""


def _is_there(plan: Plan, line: Line, period: str) -> bool:
    wanted = parse_date(period)
    return any(_is_same(row, line, (wanted.first, wanted.last)) for row in plan.observations)


def _is_same(row: Observation, line: Line, days: tuple[object, object]) -> bool:
    is_own = row.measure == line.measure.id and (row.series or "") == line.series and row is not line.now
    return is_own and row.period is not None and (row.period.first, row.period.last) == days


def _changed(text: str, line: Line, changed: Mapping[str, Change]) -> str:
    """The row of a value that is there already, with the cells that differ."""
    if line.now is None:
        return text
    rows = list(split_rows(text))
    header = [cell.text for cell in rows[0]]
    number = next(n for n, row in enumerate(rows) if row[0].line == line.now.written_at.line)
    pairs = zip(header, rows[number], strict=True)
    texts = [changed[name].to if name in changed else cell.text for name, cell in pairs]
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    start = starts[rows[number][0].line - 1]
    end = starts[rows[number + 1][0].line - 1] if number + 1 < len(rows) else len(text)
    kept = re.search(r"\s*\Z", text[start:end])
    return text[:start] + _csv(texts) + (kept[0] if kept else "") + text[end:]


def _added(text: str, line: Line, changed: Mapping[str, Change]) -> str:
    """A new row below the last one."""
    rows = split_rows(text)
    known = {"measure": line.measure.id, "series": line.series, **{name: one.to for name, one in changed.items()}}
    found = _LINE_END.search(text)
    line_end = found[0] if found else "\n"
    before = text if text.endswith(("\n", "\r")) else text + line_end
    return before + _csv([known.get(cell.text, "") for cell in next(rows)]) + line_end


def _csv(texts: Iterable[str]) -> str:
    return ",".join(_quoted(text) for text in texts)


def _quoted(text: str) -> str:
    needs = any(sign in text for sign in ',"\r\n') or text != text.strip()
    return '"' + text.replace('"', '""') + '"' if needs else text
