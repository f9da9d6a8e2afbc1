"""The content folder to one typed site: which files there are, and what is read from each."""

from collections import ChainMap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from ragsite.content.crest import read_crest
from ragsite.content.reader import WHOLE_FILE, read_record
from ragsite.content.rows import read_observations
from ragsite.garbage import uncollected
from ragsite.model.approval import Approval, ApprovalsFile
from ragsite.model.base import UNREAD, Record
from ragsite.model.evidence import EvidenceFile
from ragsite.model.facts import PlanFacts
from ragsite.model.items import Item, ItemsFile
from ragsite.model.measures import MeasuresFile, Observation
from ragsite.model.plan import Plan, order_of
from ragsite.model.reports import Report
from ragsite.model.site import AccessibilityFile, Brand, Contact, GlossaryFile, Settings, Site, TopicsFile
from ragsite.model.waivers import WaiversFile
from ragsite.problems import Finding, Location, Severity, did_you_mean, listing, nearest

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
    "waivers.yml": WaiversFile,
}


_UNREAD_SETTINGS = Settings(
    title=UNREAD, tagline=UNREAD, publisher=UNREAD, description=UNREAD, contact=Contact(name=UNREAD)
)
"""Stands in for settings that could not be read, so that the plans are still checked; never published."""


@dataclass(frozen=True)
class Reading:
    """What was read: the site as far as it could be (None without a folder), and every finding.

    `written_ids` holds the ids written in each plan folder, read or not; those of the site's own files are
    under the empty name. `left_out` says which parts of files could not be read (see `Read`), by the path of each
    file that has some.
    """

    site: Site | None
    findings: tuple[Finding, ...]
    written_ids: dict[str, frozenset[str]]
    left_out: dict[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """What was read of one plan folder: the plan (None where it could not be), and the rest as in `Reading`."""

    folder: str
    plan: Plan | None
    findings: tuple[Finding, ...]
    ids: frozenset[str]
    left_out: dict[str, frozenset[str]]


def read_site(folder: Path) -> Reading:
    """Everything in the content folder; reads all files and tells all problems, whatever their number."""
    return joined(read_frame(folder), [read_plan(one) for one in plan_folders(folder)])


def joined(frame: Reading, parts: Iterable[Part]) -> Reading:
    """The site's own files and its plans, read apart, as one."""
    if frame.site is None:
        return frame
    parts = tuple(parts)
    plans = sorted((part.plan for part in parts if part.plan), key=lambda plan: plan.id)
    return Reading(
        replace(frame.site, plans=tuple(plans)),
        (*frame.findings, *(finding for part in parts for finding in part.findings)),
        frame.written_ids | {part.folder: part.ids for part in parts},
        dict(ChainMap(frame.left_out, *(part.left_out for part in parts))),
    )


def plan_folders(folder: Path) -> tuple[Path, ...]:
    """The folders of the plans in the content folder, in the order of their names."""
    return tuple(_folders(folder / "plans"))


def read_frame(folder: Path) -> Reading:
    """The files of the site as a whole; its plans are read apart, by `read_plan`."""
    shelf = _Shelf("")
    if not folder.is_dir():
        shelf.tell("Y106", folder, f"There is no content folder “{folder.as_posix()}”.", "Check the name.")
        return Reading(None, tuple(shelf.findings), {})
    settings = shelf.read(folder / "site.yml", Settings, required=True)
    topics = shelf.read(folder / "topics.yml", TopicsFile)
    terms = shelf.read(folder / "glossary.yml", GlossaryFile)
    statement = shelf.read(folder / "accessibility.yml", AccessibilityFile)
    brand = settings.brand if settings else Brand()
    crest, faults = read_crest(folder, brand)
    shelf.findings.extend(faults)
    shelf.tell_strangers(folder, [*SITE_FILES, "plans"], also=brand.crest)
    shelf.tell_strange_plans(folder / "plans")
    site = Site(
        settings=settings or _UNREAD_SETTINGS,
        topics=topics.topics if topics else (),
        terms=terms.terms if terms else (),
        accessibility=statement,
        crest=crest,
    )
    return Reading(site, tuple(shelf.findings), {"": frozenset(shelf.ids)}, shelf.left_out)


@uncollected()
def read_plan(folder: Path) -> Part:
    """One plan, from its folder; what it says depends on no other."""
    shelf = _Shelf(folder.name)
    plan = _read_plan(shelf, folder)
    return Part(folder.name, plan, tuple(shelf.findings), frozenset(shelf.ids), shelf.left_out)


def _read_plan(shelf: "_Shelf", folder: Path) -> Plan | None:
    facts = shelf.read(folder / "plan.yml", PlanFacts, required=True)
    items = shelf.read(folder / "items.yml", ItemsFile, required=True)
    measures = shelf.read(folder / "measures.yml", MeasuresFile)
    observations = shelf.read_rows(folder / "observations.csv")
    evidence = shelf.read(folder / "evidence.yml", EvidenceFile)
    waivers = shelf.read(folder / "waivers.yml", WaiversFile)
    shelf.names = {item.id: _named(item) for root in (items.items if items else ()) for item in root.walk()}
    reports = _read_reports(shelf, folder / "reports")
    approvals = _read_approvals(shelf, folder / "approvals")
    shelf.tell_strangers(folder, [*PLAN_FILES, "reports", "approvals"])
    if facts is None:
        return None
    return Plan(
        facts=facts,
        tree=items.items if items else (),
        reports=tuple(sorted(reports, key=order_of)),
        measures=measures.measures if measures else (),
        observations=observations,
        evidence=evidence.evidence if evidence else (),
        waivers=waivers.waivers if waivers else (),
        approvals=approvals,
    )


def _read_reports(shelf: "_Shelf", folder: Path) -> list[Report]:
    paths = sorted(folder.glob("*.yml")) if folder.is_dir() else []
    shelf.ids |= {path.stem for path in paths}
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path not in paths and not _is_ignored(path):
            message = f"Nothing reads “{path.name}”. Each report is a file whose name ends in “.yml”."
            shelf.tell("Y107", path, message, f"Call it “{path.stem}.yml” if it is a report, or take it out.")
    return [report for path in paths if (report := shelf.read(path, Report))]


def _read_approvals(shelf: "_Shelf", folder: Path) -> dict[str, tuple[Approval, ...]]:
    """By the id of their report. What they repeat of it counts as written nowhere."""
    written = frozenset(shelf.ids)
    paths = sorted(folder.glob("*.yml")) if folder.is_dir() else []
    read = [(path.stem, shelf.read(path, ApprovalsFile)) for path in paths]
    shelf.ids = set(written)
    return {name: file.approvals for name, file in read if file}


def _named(item: Item) -> str:
    return f"“{item.title}” ({item.ref or item.id})"


def _is_ignored(path: Path) -> bool:
    return path.name[0] in "._" or path.suffix.lower() in (".md", ".txt")


def _folders(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.is_dir() and path.name[0] not in "._")


class _Shelf:
    """Reads files one after another and gathers what is found, which ids are written and what is left out."""

    def __init__(self, plan: str) -> None:
        """What is read belongs to the plan in the folder of this name; none is the site itself."""
        self.plan = plan
        self.findings: list[Finding] = []
        self.left_out: dict[str, frozenset[str]] = {}
        self.ids: set[str] = set()
        self.names: dict[str, str] = {}

    def read(self, path: Path, model: type[Model], *, required: bool = False) -> Model | None:
        raw = self._bytes(path, required=required)
        if raw is None:
            if required or path.exists():
                self.left_out[path.as_posix()] = frozenset({WHOLE_FILE})
            return None
        read = read_record(path.as_posix(), raw, model, names=self.names)
        self._take_over(read.findings)
        self.ids |= read.ids
        if read.left_out:
            self.left_out[path.as_posix()] = read.left_out
        return read.model

    def read_rows(self, path: Path) -> tuple[Observation, ...]:
        raw = self._bytes(path, required=False)
        rows, findings = read_observations(path.as_posix(), raw) if raw is not None else ((), ())
        self._take_over(findings)
        return rows

    def tell(self, code: str, path: Path, message: str, fix: str) -> None:
        self._take_over([Finding(code, Severity.ERROR, Location(path.as_posix()), message, fix)])

    def tell_strangers(self, folder: Path, known: list[str], *, also: str | None = None) -> None:
        """A file that nothing reads is a mistake: usually a misspelt name. `also` is one that is known here."""
        for path in sorted(folder.iterdir()):
            if path.name not in (*known, also) and not _is_ignored(path):
                near = nearest(path.name, known)
                if near and not (folder / near).exists():
                    self.left_out[(folder / near).as_posix()] = frozenset({WHOLE_FILE})
                message = f"Nothing reads “{path.name}”. Files here are {listing(known, joiner='and', most=20)}."
                self.tell("Y107", path, message, did_you_mean(path.name, known) or "Rename it or take it out.")

    def tell_strange_plans(self, folder: Path) -> None:
        """Every plan is a folder; a file beside them is a mistake."""
        for path in sorted(folder.iterdir()) if folder.is_dir() else []:
            if not path.is_dir() and not _is_ignored(path):
                message = f"Nothing reads “{path.name}”. Each plan is a folder of its own here."
                self.tell("Y107", path, message, "Move it into the folder of its plan, or take it out.")

    def _take_over(self, findings: Iterable[Finding]) -> None:
        self.findings.extend(replace(finding, plan=self.plan) for finding in findings)

    def _bytes(self, path: Path, *, required: bool) -> bytes | None:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            if required:
                fix = f"Add it, or call it “{path.name}” if it has another name."
                self.tell("Y106", path, f"The file “{path.name}” is missing.", fix)
        except OSError as error:
            message = f"The file “{path.name}” cannot be opened: {error.strerror}."
            self.tell("Y106", path, message, "Put a file that may be read in its place.")
        return None
