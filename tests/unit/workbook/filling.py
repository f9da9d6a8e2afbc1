"""A starter site with its workbook, as an officer meets them: opened with openpyxl, filled in, brought back."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

import ragsite.starter
from ragsite.content.folder import read_site
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.workbook.book import Book
from ragsite.workbook.carry import Brought, bring, send
from ragsite.workbook.contents import book_of

STARTER = Path(ragsite.starter.__file__).parent / "template" / "content"
PLAN = "northmere-2026"


@dataclass(frozen=True)
class Desk:
    """A content folder and the workbook of its latest report."""

    content: Path
    file: Path
    name: str = PLAN

    @property
    def plan(self) -> Plan:
        site = read_site(self.content).site
        assert site is not None
        return site.plan_by_id[self.name]

    @property
    def report(self) -> Report:
        latest = self.plan.latest
        assert latest is not None
        return latest

    @property
    def book(self) -> Book:
        """What the workbook would hold if it were exported now."""
        return book_of(self.plan, self.report)

    @property
    def report_file(self) -> Path:
        return self.content / "plans" / self.name / "reports" / "2026-06.yml"

    @property
    def rows_file(self) -> Path:
        return self.content / "plans" / self.name / "observations.csv"

    def bytes(self) -> dict[str, bytes]:
        """Every file of the content."""
        paths = (path for path in self.content.rglob("*") if path.is_file())
        return {path.relative_to(self.content).as_posix(): path.read_bytes() for path in sorted(paths)}

    def export(self) -> None:
        self.file.unlink(missing_ok=True)
        send(self.content, self.name, report_id=None, out=self.file)

    def fill(self, values: dict[str, Any], formats: dict[str, str] | None = None) -> None:
        """Writes values into cells by their address (`Updates!F2`), as a person would."""
        made = load_workbook(self.file)
        for address, value in values.items():
            sheet, _, cell = address.partition("!")
            made[sheet][cell].value = value
            if formats and address in formats:
                made[sheet][cell].number_format = formats[address]
        made.save(self.file)

    def bring(self) -> Brought:
        return bring(self.content, self.file)

    def address(self, sheet: str, key: str, column: str) -> str:
        """Where a cell stands in a workbook that was exported just now."""
        grid = self.book.grid_by_name[sheet]
        row = [one.key for one in grid.rows].index(key) + 2
        place = [one.name for one in grid.columns].index(column)
        return f"{sheet}!{chr(ord('A') + place)}{row}"


def desk(folder: Path) -> Desk:
    """A new desk in an empty folder, with the workbook exported."""
    shutil.copytree(STARTER, folder / "content")
    made = Desk(folder / "content", folder / "update.xlsx")
    made.export()
    return made
