"""One import from file to content: read, understand, match, merge, write, and tell."""

import re
from dataclasses import dataclass
from pathlib import Path

from ragsite.content.folder import read_site
from ragsite.importers import memory as memories
from ragsite.importers.folder import PlanFolder
from ragsite.importers.layouts import propose_for
from ragsite.importers.mapping import Mapping, load_mapping, parse_mapping
from ragsite.importers.mapping_file import mapping_text
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


@dataclass(frozen=True)
class Request:
    """What a person asked for; empty where they left it to the file and its mapping."""

    file: Path
    content: Path
    mapping: Path | None = None
    plan: str = ""
    reports: tuple[str, ...] = ()
    is_dry: bool = False


def import_file(request: Request) -> Outcome:
    """Imports a tracker into its plan; with `is_dry`, only says what would happen.

    Raises ImportProblem for a file that cannot be imported, and ContentError for a mapping or a plan with faults.
    """
    book = read_book(request.file)
    asked = load_mapping(request.mapping) if request.mapping and request.mapping.is_file() else None
    key = _plan_id(request, asked)
    place = request.content / "plans" / key
    plan = _plan(request.content, key)
    memory = memories.read_memory(place)
    mapping, texts, remarks = _mapping(request, asked, book, place)
    digest = memories.file_digest(request.file.read_bytes())
    sheet = read_sheet(book, mapping, plan, asked=request.reports, known=memory.report_of(digest))
    folder = PlanFolder(place)
    outcome = update_plan(folder, sheet, mapping, plan, memory)
    memory.keep_file(book.name, digest, [one.id for one in sheet.editions])
    texts |= {place / name: text for name, text in folder.texts().items()}
    texts |= {place / memories.FOLDER / name: text for name, text in memories.written(memory).items()}
    texts |= _site(request.content)
    fresh = {path: text for path, text in sorted(texts.items()) if _text_of(path) != text}
    check_texts(place, fresh)
    if not request.is_dry:
        save(fresh)
    outcome.files = tuple(path.as_posix() for path in fresh if path.name != memories.SEEN)
    outcome.is_dry = request.is_dry
    outcome.remarks = (*book.remarks, *remarks, *outcome.remarks, *_to_fill_in(fresh))
    return outcome


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
    if not (content / "plans" / key).is_dir():
        return None
    reading = read_site(content)
    faults = errors_among(one for one in reading.findings if one.plan == key and one.code != "Y106")
    if faults:
        raise ContentError(faults)
    return reading.site.plan_by_id.get(key) if reading.site else None


def _mapping(
    request: Request, asked: Mapping | None, book: Book, place: Path
) -> tuple[Mapping, dict[Path, str], list[Remark]]:
    """The mapping to read by: the one that is named, else the plan's own, else a proposal that is saved."""
    own = place / memories.FOLDER / memories.MAPPING
    if asked is not None:
        return asked, {}, []
    if request.mapping is None and own.is_file():
        return load_mapping(own), {}, [Remark(About.FILE, f"Read by the mapping {own.as_posix()}.")]
    path = request.mapping or own
    proposal = propose_for(book)
    text = mapping_text(proposal, plan=place.name)
    names = proposal.data["columns"]
    remarks = [
        Remark(About.PROPOSED, f"{name} from {_named(names.get(name))}: {reason}" if name in names else f"{name}: {reason}")
        for name, reason in proposal.reasons.items()
    ]
    remarks.append(Remark(About.PROPOSED, f"It is saved in {path.as_posix()}, and used again for this plan."))
    return parse_mapping(path.as_posix(), text.encode()), {path: text}, remarks


def _named(names: object) -> str:
    return " and ".join(f"“{name}”" for name in names) if isinstance(names, list) else f"“{names}”"


def _site(content: Path) -> dict[Path, str]:
    path = content / "site.yml"
    return {} if path.is_file() else {path: SITE}


def _text_of(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8-sig") if path.is_file() else None


def _to_fill_in(texts: dict[Path, str]) -> list[Remark]:
    return [
        Remark(About.FILL_IN, line.strip(), f"{path.as_posix()}:{number}")
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if FILL_IN in line
    ]
