"""One import from file to content: read, understand, match, merge, write, and tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ragsite.content.folder import read_site
from ragsite.importers import memory as memories
from ragsite.importers.folder import PlanFolder
from ragsite.importers.layouts import propose_for
from ragsite.importers.mapping import Mapping, load_mapping, parse_mapping
from ragsite.importers.mapping_file import mapping_text, told_of
from ragsite.importers.plan_file import FILL_IN, SITE
from ragsite.importers.reading import read_book
from ragsite.importers.remarks import About, ImportProblem, Remark
from ragsite.importers.report import Outcome
from ragsite.importers.sheet import read_sheet
from ragsite.importers.staging import check_texts, save
from ragsite.importers.tables import Book
from ragsite.importers.update import update_plan
from ragsite.model.base import ID_PATTERN, as_id
from ragsite.model.plan import Plan
from ragsite.problems import ContentError, errors_among

MISSING = "Y106"
"""A file that is not there yet is made by the import."""


@dataclass(frozen=True)
class Request:
    """What a person asked for; empty where they left it to the file and its mapping."""

    file: Path
    content: Path
    mapping: Path | None = None
    plan: str = ""
    reports: tuple[str, ...] = ()
    is_dry: bool = False


@dataclass(frozen=True)
class Chosen:
    """The mapping to read by, the files that keep it, and what is to be told of it."""

    mapping: Mapping
    texts: dict[Path, str]
    remarks: tuple[Remark, ...] = ()


def import_file(request: Request) -> Outcome:
    """Imports a tracker into its plan; with `is_dry`, only says what would happen.

    Raises ImportProblem for a file that cannot be imported, and ContentError for a mapping or a plan with faults.
    """
    book = read_book(request.file)
    asked = load_mapping(request.mapping) if request.mapping else None
    place = request.content / "plans" / _plan_id(request, asked)
    plan = _plan(request.content, place.name)
    chosen = Chosen(asked, {}) if asked else _own_mapping(book, place)
    memory = memories.read_memory(place)
    digest = memories.file_digest(request.file.read_bytes())
    known = memory.report_of(digest)
    sheet = read_sheet(book, chosen.mapping, plan, asked=request.reports, known=known)
    folder = PlanFolder(place)
    outcome = update_plan(folder, sheet, chosen.mapping, plan, memory)
    memory.keep_file(book.name, digest, [one.id for one in sheet.editions])
    fresh = _fresh(request.content, {**chosen.texts, **_placed(place, folder, memory)})
    check_texts(place, fresh)
    if not request.is_dry:
        save(fresh)
    remarks = (*book.remarks, *chosen.remarks, *outcome.remarks, *_to_fill_in(fresh))
    files = tuple(path.as_posix() for path in fresh if path.name != memories.SEEN)
    return replace(outcome, files=files, is_dry=request.is_dry, remarks=remarks)


def _plan_id(request: Request, mapping: Mapping | None) -> str:
    """The plan that is named by the command, else by the mapping, else by the file."""
    key = request.plan or (mapping.plan if mapping and mapping.plan else "")
    if not key:
        stem = re.sub(r"(?:19|20)\d\d|\b\d{1,2}\b", " ", request.file.stem.replace("_", " "))
        key = as_id(stem) or as_id(request.file.stem)
    if not ID_PATTERN.fullmatch(key):
        fix = f"Write “--plan {as_id(key) or 'my-plan'}”."
        raise ImportProblem(f"“{key}” cannot be the id of a plan: it stands in web addresses.", fix)
    return key


def _plan(content: Path, key: str) -> Plan | None:
    """The plan as it is; ContentError when its files cannot be read, as writing into them could lose something."""
    if not (content / "plans" / key / "plan.yml").is_file():
        return None
    reading = read_site(content)
    faults = errors_among(one for one in reading.findings if one.plan == key and one.code != MISSING)
    if faults:
        raise ContentError(faults)
    return reading.site.plan_by_id.get(key) if reading.site else None


def _own_mapping(book: Book, place: Path) -> Chosen:
    """The mapping that the plan keeps; where it has none yet, a proposal that is kept from now on."""
    path = place / memories.FOLDER / memories.MAPPING
    if path.is_file():
        return Chosen(load_mapping(path), {}, (Remark(About.FILE, f"Read by the mapping {path.as_posix()}."),))
    proposal = propose_for(book)
    text = mapping_text(proposal, plan=place.name)
    kept = Remark(About.PROPOSED, f"It is saved in {path.as_posix()}, and used again for this plan.")
    return Chosen(parse_mapping(path.as_posix(), text.encode()), {path: text}, (*told_of(proposal), kept))


def _placed(place: Path, folder: PlanFolder, memory: memories.Memory) -> dict[Path, str]:
    kept = {place / memories.FOLDER / name: text for name, text in memories.written(memory).items()}
    return {**{place / name: text for name, text in folder.texts().items()}, **kept}


def _fresh(content: Path, texts: dict[Path, str]) -> dict[Path, str]:
    """The files that are to be written, in their order: those that differ from what is there."""
    settings = content / "site.yml"
    every = texts if settings.is_file() else {**texts, settings: SITE}
    return {path: text for path, text in sorted(every.items()) if _text_of(path) != text}


def _text_of(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8-sig") if path.is_file() else None


def _to_fill_in(texts: dict[Path, str]) -> Iterator[Remark]:
    for path, text in texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            if FILL_IN in line:
                yield Remark(About.FILL_IN, line.strip(), f"{path.as_posix()}:{number}")
