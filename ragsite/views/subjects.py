"""What a finding is about: the measure, the evidence, the item or the report, told from where it stands."""

from bisect import bisect_right
from collections.abc import Iterable
from pathlib import PurePosixPath

from ragsite.model.base import Record
from ragsite.model.evidence import Evidence
from ragsite.model.items import Item
from ragsite.model.measures import Measure
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.problems import Finding

Subject = Item | Measure | Evidence | Report | None
"""What a finding is about; None: the plan, or many things of it."""

Starts = tuple[list[int], list[Record]]
"""The lines at which records begin, in order, and the records."""

MEASURE_FILES = ("measures.yml", "observations.csv")
EVIDENCE_FILES = ("evidence.yml",)


class Subjects:
    """Looks up what findings of one plan are about."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.starts = {
            "measures.yml": _starts(plan.measures),
            "observations.csv": _starts(plan.observations),
            "evidence.yml": _starts(plan.evidence),
        }
        self.said = {report.written_at.path: _starts((*report.statements, *report.updates)) for report in plan.reports}

    def of(self, finding: Finding) -> Subject:
        """The thing that a finding is about. A message that begins with a number tells of many things."""
        if self.measure(finding):
            return self.plan.measure_by_id.get(self.measure(finding))
        if self.evidence(finding):
            return self.plan.evidence_by_id.get(self.evidence(finding))
        return self.plan.item_by_id.get(finding.item) or self.plan.report_by_id.get(finding.report)

    def measure(self, finding: Finding) -> str:
        """The id of the one measure that a finding is about; empty when it is about none, or about many."""
        name = file_name(finding)
        if name not in MEASURE_FILES:
            return ""
        return self._at(name, finding, key="measure" if name == "observations.csv" else "id")

    def evidence(self, finding: Finding) -> str:
        """The id of the one piece of evidence that a finding is about; empty when it is about none, or about many."""
        name = file_name(finding)
        return self._at(name, finding, key="id") if name in EVIDENCE_FILES else ""

    def source(self, finding: Finding) -> str | None:
        """The lines of the source behind what a finding is about; None when it is about many things."""
        starts = self.said.get(finding.location.path) or self.starts.get(file_name(finding))
        record = _record_at(starts, finding) if starts else self.plan.item_by_id.get(finding.item)
        return getattr(record, "source", None)

    def _at(self, name: str, finding: Finding, *, key: str) -> str:
        return str(getattr(_record_at(self.starts[name], finding), key, ""))


def file_name(finding: Finding) -> str:
    """The name of the file in which a finding stands, without its folders."""
    return PurePosixPath(finding.location.path).name


def _record_at(starts: Starts, finding: Finding) -> Record | None:
    """The record in which a finding stands; None when it tells of many."""
    lines, records = starts
    place = bisect_right(lines, finding.location.line)
    return records[place - 1] if place and not finding.message[:1].isdigit() else None


def _starts(records: Iterable[Record]) -> Starts:
    """The lines at which records begin, in order, and the records."""
    ordered = sorted(records, key=lambda record: record.written_at.line)
    return [record.written_at.line for record in ordered], ordered
