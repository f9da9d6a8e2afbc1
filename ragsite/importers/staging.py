"""The files of an import, proved readable before any is written, and written whole."""

from collections.abc import Mapping
from pathlib import Path

from ragsite.content.reader import read_record
from ragsite.importers.mapping import Mapping as ColumnMapping
from ragsite.model.base import Record
from ragsite.model.evidence import EvidenceFile
from ragsite.model.facts import PlanFacts
from ragsite.model.items import ItemsFile
from ragsite.model.reports import Report
from ragsite.model.site import Settings
from ragsite.problems import ContentError, Finding

_MODELS: dict[str, type[Record]] = {
    "plan.yml": PlanFacts,
    "items.yml": ItemsFile,
    "evidence.yml": EvidenceFile,
    "site.yml": Settings,
    "mapping.yml": ColumnMapping,
}


def check_texts(plan: Path, texts: Mapping[Path, str]) -> None:
    """Raises ContentError when a file that is to be written could not be read again."""
    findings: list[Finding] = []
    for path, text in texts.items():
        model = Report if path.parent == plan / "reports" else _MODELS.get(path.name)
        if model:
            findings.extend(read_record(path.as_posix(), text.encode(), model).findings)
    if findings:
        raise ContentError(findings)


def save(texts: Mapping[Path, str]) -> None:
    """Writes every file whole: first beside its place, then into it."""
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.new")
        beside.write_bytes(text.encode())
    for path in texts:
        path.with_name(f"{path.name}.new").replace(path)
