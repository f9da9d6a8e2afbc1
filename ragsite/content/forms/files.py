"""The forms of a site: one for each file that people change, one for all reports of a plan."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ragsite.content.folder import read_site
from ragsite.content.forms.fields import Choice, Choices, Field, NoForm, fields_of
from ragsite.content.rewrite import values_in
from ragsite.content.schemas import schema_of
from ragsite.model.plan import Plan
from ragsite.refusal import Refused

OF_SITE = {"site": "The site", "topics": "Topics", "glossary": "Glossary", "accessibility": "Accessibility statement"}
OF_PLAN = {
    "plan": "The plan",
    "items": "Items",
    "measures": "Measures",
    "evidence": "Evidence",
    "waivers": "Accepted findings",
}


@dataclass(frozen=True)
class Form:
    """A file, or a folder of files of one kind, with its fields."""

    name: str
    label: str
    path: Path
    fields: tuple[Field, ...]
    is_folder: bool = False


@dataclass(frozen=True)
class Group:
    """Forms that stand together: those of the site, those of one plan."""

    name: str
    label: str
    forms: tuple[Form, ...]


@dataclass(frozen=True)
class Forms:
    """All forms, and in words which files have none, and why."""

    groups: tuple[Group, ...]
    left_out: tuple[str, ...]


def forms_of(content: Path) -> Forms:
    """The forms for the content as it is now; raises Refused where it cannot be read."""
    site = read_site(content).site
    if site is None:
        raise Refused(f"The content in “{content.as_posix()}” cannot be read. “ragsite check” says why.")
    left_out: list[str] = []
    groups = [Group("site", site.settings.title, tuple(_files(content, OF_SITE, "site", left_out)))]
    for plan in site.plans:
        folder = Path(plan.facts.written_at.path).parent
        forms = [*_files(folder, OF_PLAN, plan.id, left_out), *_reports(folder, plan, left_out)]
        groups.append(Group(_safe(plan.id), plan.facts.short_title or plan.facts.title, tuple(forms)))
    return Forms(tuple(group for group in groups if group.forms), tuple(left_out))


def _files(folder: Path, labels: dict[str, str], prefix: str, left_out: list[str]) -> Iterator[Form]:
    for kind, label in labels.items():
        path = folder / f"{kind}.yml"
        if path.is_file():
            form = Form(f"{_safe(prefix)}-{kind}", label, path, ())
            yield from _form(form, kind, [path], ({}, left_out))


def _reports(folder: Path, plan: Plan, left_out: list[str]) -> Iterator[Form]:
    """One form for all reports, with which new ones are begun too; where they are written differently, one for each."""
    paths = {report: Path(report.written_at.path) for report in plan.reports}
    name, choices, together = f"{_safe(plan.id)}-reports", _choices(plan), list[str]()
    whole = Form(name, "Reports", folder / "reports", (), is_folder=True)
    yield from _form(whole, "report", list(paths.values()), (choices, together))
    for report, path in paths.items() if together else ():
        single = Form(f"{name}-{_safe(report.id)}", report.label, path, ())
        yield from _form(single, "report", [path], (choices, left_out))


def _form(form: Form, kind: str, paths: list[Path], known: tuple[Choices, list[str]]) -> Iterator[Form]:
    choices, left_out = known
    values: list[Any] = [values_in(path.read_text(encoding="utf-8-sig")) or {} for path in paths]
    try:
        yield replace(form, fields=fields_of(schema_of(kind), values, choices))
    except NoForm as problem:
        left_out.append(f"{form.path.as_posix()}: {problem}")


def _choices(plan: Plan) -> Choices:
    """What may be chosen in a report: its items, ratings and scales."""
    ratings = {level.label: level.full_label for scale in plan.facts.scales for level in scale.levels}
    titles = {item.id: f"{item.ref} {item.title}".strip() for item in plan.items}
    scales = {scale.id: scale.title or scale.id for scale in plan.facts.scales}
    known = {"updates.item": titles, "updates.rating": ratings, "scale": scales}
    return {path: tuple(Choice(value, label) for value, label in words.items()) for path, words in known.items()}


def _safe(name: str) -> str:
    """A name that every editor takes: without dots."""
    return name.replace(".", "-")
