"""Carries a workbook out and back: the only part of the round trip that touches files."""

from dataclasses import dataclass
from pathlib import Path

from ragsite.content.choice import plan_called, report_called
from ragsite.content.folder import read_site
from ragsite.content.reader import read_record
from ragsite.content.rewrite import NotRewritten
from ragsite.content.rows import read_observations
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.site import Site
from ragsite.problems import errors_among
from ragsite.refusal import Refused
from ragsite.workbook.book import MEASURES, Book
from ragsite.workbook.contents import book_of
from ragsite.workbook.entries import troubles
from ragsite.workbook.merge import Change, changes
from ragsite.workbook.report_file import due_troubles, report_text
from ragsite.workbook.rows import observations_text, row_troubles

MISSING = (
    "Workbooks need packages that are not installed here ({name}). Install ragsite with its extra “importers”:"
    ' pip install "ragsite[importers]".'
)

THERE = (
    "There is a file {path} already. Officers may have filled it in, so it was not written over. Give another name, or"
    " delete it first."
)


@dataclass(frozen=True)
class Brought:
    """What came back with a workbook: the files that were written, and every change by its address."""

    report: Path
    written: tuple[Path, ...]
    changes: tuple[Change, ...]


def send(content: Path, plan_id: str, *, report_id: str | None, out: Path) -> Report:
    """Writes the workbook of a report (the latest where none is named).

    Raises Refused where there is none, and rather than write over a file, which officers may have filled in.
    """
    try:
        from ragsite.workbook.paint import paint  # noqa: PLC0415 - an extra that need not be installed
    except ModuleNotFoundError as missing:
        raise Refused(MISSING.format(name=missing.name)) from None
    plan = plan_called(read_site(content).site, plan_id)
    report = report_called(plan, report_id)
    if out.exists():
        raise Refused(THERE.format(path=out.as_posix()))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(paint(book_of(plan, report), plan, report))
    return report


def bring(content: Path, file: Path) -> Brought:
    """Writes what the officers changed into the content; raises Refused, with nothing written, where that cannot be."""
    try:
        from ragsite.workbook.opened import cells_of, load  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as missing:
        raise Refused(MISSING.format(name=missing.name)) from None
    loaded = load(file)
    plan, report = _meant(read_site(content).site, loaded.base)
    now = book_of(plan, report)
    opened = cells_of(loaded, now.grid_by_name)
    found = changes(opened, now)
    filled = {(cell.key, cell.column): cell.text for cell in opened.cells}
    wrong = (
        *troubles(plan, plan.scale_of(report), found),
        *due_troubles(found, filled),
    ) or tuple(row_troubles(plan, report, found))
    if wrong:
        raise Refused("Nothing was imported. Mend these places in the workbook first:", tuple(wrong))
    return Brought(Path(report.written_at.path), _write(plan, report, found), found)


def _meant(site: Site | None, base: Book) -> tuple[Plan, Report]:
    if site and base.plan not in site.plan_by_id:
        raise Refused(f"This workbook is of the plan “{base.plan}”, which this content folder does not have.")
    plan = plan_called(site, base.plan)
    if base.report not in plan.report_by_id:
        raise Refused(f"This workbook is of the report “{base.report}”, which the plan “{plan.id}” does not have now.")
    return plan, plan.report_by_id[base.report]


def _write(plan: Plan, report: Report, found: tuple[Change, ...]) -> tuple[Path, ...]:
    """Makes every text before it writes any, so that the content is never changed by half."""
    made: dict[Path, str] = {}
    path = Path(report.written_at.path)
    rows = path.parent.parent / "observations.csv"
    try:
        made[path] = report_text(_read(path), (one for one in found if one.cell.sheet != MEASURES))
    except NotRewritten as problem:
        raise Refused(f"Nothing was imported: {path.as_posix()} cannot be changed by itself. {problem}") from None
    if any(one.cell.sheet == MEASURES for one in found):
        made[rows] = observations_text(_read(rows) if rows.exists() else "", plan, report, found=found)
    _refuse_what_does_not_read(made, path, rows)
    changed = {path: text for path, text in made.items() if not path.exists() or text != _read(path)}
    for target, text in changed.items():
        whole = target.with_name(f".{target.name}.part")
        mark = "\ufeff" if target.exists() and target.read_bytes().startswith(b"\xef\xbb\xbf") else ""
        whole.write_bytes((mark + text).encode())
        whole.replace(target)
    return tuple(sorted(changed))


def _refuse_what_does_not_read(made: dict[Path, str], path: Path, rows: Path) -> None:
    findings = list(read_record(path.as_posix(), made[path].encode(), Report).findings)
    if rows in made:
        findings += read_observations(rows.as_posix(), made[rows].encode())[1]
    wrong = errors_among(findings)
    if wrong:
        lines = tuple(f"{one.location}: {one.message} {one.fix}" for one in wrong)
        raise Refused("Nothing was imported: the files would not read any more.", lines)


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")
