"""The content folder to one typed site: which files there are, and what is read from each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ragsite.content.reader import read_record
from ragsite.content.rows import read_observations
from ragsite.model.base import Record
from ragsite.model.evidence import EvidenceFile
from ragsite.model.facts import PlanFacts
from ragsite.model.items import ItemsFile
from ragsite.model.measures import MeasuresFile, Observation
from ragsite.model.plan import Plan, order_of
from ragsite.model.reports import Report
from ragsite.model.site import AccessibilityFile, GlossaryFile, Settings, Site, TopicsFile
from ragsite.problems import Finding, Location, Severity, did_you_mean, listing

Model = TypeVar("Model", bound=Record)

SITE_FILES = {
    "site.yml": Settings,
    "topics.yml": TopicsFile,
    "glossary.yml": GlossaryFile,
    "accessibility.yml": AccessibilityFile,
}
PLAN_FILES: dict[str, type[Record] | None] = {
    "plan.yml": PlanFacts,
    "items.yml": ItemsFile,
    "measures.yml": MeasuresFile,
    "observations.csv": None,
    "evidence.yml": EvidenceFile,
}


@dataclass(frozen=True)
class Reading:
    """What was read: the site as far as it could be (None without settings), findings, ids per plan folder."""

    site: Site | None
    findings: tuple[Finding, ...]
    written_ids: dict[str, frozenset[str]]


def read_site(folder: Path) -> Reading:
    """Everything in the content folder; reads all files and tells all problems, whatever their number."""
    shelf = _Shelf(folder)
    if not folder.is_dir():
        shelf.tell("Y106", folder, f"There is no content folder “{folder.as_posix()}”.", "Check the name.")
        return Reading(None, tuple(shelf.findings), {})
    settings = shelf.read(folder / "site.yml", Settings, required=True)
    topics = shelf.read(folder / "topics.yml", TopicsFile)
    terms = shelf.read(folder / "glossary.yml", GlossaryFile)
    statement = shelf.read(folder / "accessibility.yml", AccessibilityFile)
    shelf.tell_strangers(folder, [*SITE_FILES, "plans"])
    ids: dict[str, frozenset[str]] = {}
    plans = []
    for plan_folder in _folders(folder / "plans"):
        shelf.ids = set()
        plan = _read_plan(shelf, plan_folder)
        ids[plan_folder.name] = frozenset(shelf.ids)
        plans.extend([plan] if plan else [])
    site = _site(settings, plans, topics, terms, statement) if settings else None
    return Reading(site, tuple(shelf.findings), ids)


def _site(
    settings: Settings,
    plans: Iterable[Plan],
    topics: TopicsFile | None,
    terms: GlossaryFile | None,
    statement: AccessibilityFile | None,
) -> Site:
    return Site(
        settings=settings,
        plans=tuple(sorted(plans, key=lambda plan: plan.id)),
        topics=topics.topics if topics else (),
        terms=terms.terms if terms else (),
        accessibility=statement,
    )


def _read_plan(shelf: "_Shelf", folder: Path) -> Plan | None:
    facts = shelf.read(folder / "plan.yml", PlanFacts, required=True)
    items = shelf.read(folder / "items.yml", ItemsFile, required=True)
    measures = shelf.read(folder / "measures.yml", MeasuresFile)
    observations = shelf.read_rows(folder / "observations.csv")
    evidence = shelf.read(folder / "evidence.yml", EvidenceFile)
    paths = sorted((folder / "reports").glob("*.yml"))
    reports = [report for path in paths if (report := shelf.read(path, Report))]
    shelf.tell_strangers(folder, [*PLAN_FILES, "reports"])
    if facts is None:
        return None
    return Plan(
        facts=facts,
        tree=items.items if items else (),
        reports=tuple(sorted(reports, key=order_of)),
        measures=measures.measures if measures else (),
        observations=observations,
        evidence=evidence.evidence if evidence else (),
    )


def _folders(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.is_dir() and path.name[0] not in "._")


class _Shelf:
    """Reads files one after another and gathers what is found and which ids are written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self.ids: set[str] = set()

    def read(self, path: Path, model: type[Model], *, required: bool = False) -> Model | None:
        raw = self._bytes(path, required=required)
        if raw is None:
            return None
        read = read_record(path.as_posix(), raw, model)
        self.findings.extend(read.findings)
        self.ids |= read.ids
        return read.model

    def read_rows(self, path: Path) -> tuple[Observation, ...]:
        raw = self._bytes(path, required=False)
        rows, findings = read_observations(path.as_posix(), raw) if raw is not None else ((), ())
        self.findings.extend(findings)
        return rows

    def tell(self, code: str, path: Path, message: str, fix: str) -> None:
        self.findings.append(Finding(code, Severity.ERROR, Location(path.as_posix()), message, fix))

    def tell_strangers(self, folder: Path, known: list[str]) -> None:
        """A file that nothing reads is a mistake: usually a misspelt name."""
        for path in sorted(folder.iterdir()):
            if path.name in known or path.name[0] in "._" or path.suffix.lower() in (".md", ".txt"):
                continue
            message = f"Nothing reads “{path.name}”. Files here are {listing(known, joiner='and', most=20)}."
            self.tell("Y107", path, message, did_you_mean(path.name, known) or "Rename it or take it out.")

    def _bytes(self, path: Path, *, required: bool) -> bytes | None:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            if required:
                self.tell("Y106", path, f"The file “{path.name}” is missing.", "Add it.")
        except OSError as error:
            self.tell("Y106", path, f"The file “{path.name}” cannot be opened: {error.strerror}.", "Mend that.")
        return None
