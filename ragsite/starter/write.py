"""Writes the beginnings: a report into its plan's folder, a site into a folder that is new or empty."""

import shutil
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from ragsite.content.choice import plan_called
from ragsite.content.folder import read_site
from ragsite.content.schemas import write_schemas
from ragsite.model.dates import DateProblem, PartialDate, parse_date
from ragsite.refusal import Refused
from ragsite.starter.report import EXAMPLES, NewReport, next_report

TEMPLATE = "template"


@dataclass(frozen=True)
class Written:
    """What was written, and where."""

    path: Path
    report: NewReport


def write_report(content: Path, plan_id: str, *, as_at: str) -> Written:
    """Writes the next report of a plan; raises Refused, with nothing written, where it cannot be."""
    plan = plan_called(read_site(content).site, plan_id)
    made = next_report(plan, _date(as_at))
    folder = Path(plan.facts.written_at.path).parent / "reports"
    path = folder / f"{made.id}.yml"
    there = [known for known in sorted(folder.glob("*")) if known.stem.lower() == made.id.lower()]
    if there:
        raise Refused(f"There is a file {there[0].as_posix()} already. Nothing was written.")
    folder.mkdir(exist_ok=True)
    path.write_text(made.text, encoding="utf-8", newline="\n")
    return Written(path, made)


def write_site(folder: Path) -> Path:
    """Writes a small working site into `folder`; raises Refused where something is there already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"“{folder.as_posix()}” is there already and is not empty. Name a new folder.")
    with as_file(files("ragsite.starter") / TEMPLATE) as template:
        shutil.copytree(template, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
    write_schemas(folder / "content" / ".schema")
    return folder


def _date(text: str) -> PartialDate:
    try:
        return parse_date(text)
    except DateProblem as problem:
        raise Refused(f"{problem.found} {EXAMPLES}") from None
