"""One fault gives one finding: what follows only from a part that could not be read is not told."""

from datetime import date
from pathlib import Path

import pytest

from ragsite.checks import levels, references, repeats, structure
from ragsite.checks.rule import Context, plan_file
from ragsite.content.folder import read_site

RULES = (*levels.RULES, *references.RULES, *repeats.RULES, *structure.RULES)
BASE = Path(__file__).resolve().parents[2] / "cases" / "_base"
FOLDER = "plans/northmere-2026"
FILES = (
    *("site.yml", "topics.yml", "glossary.yml"),
    *(f"{FOLDER}/{name}.yml" for name in ("plan", "items", "measures", "evidence", "reports/2026-03")),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the base, to be broken."""
    for path in BASE.rglob("*"):
        if path.is_file():
            target = tmp_path / path.relative_to(BASE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return tmp_path


def codes(folder: Path) -> list[str]:
    """The codes of reading and structure that a folder gives."""
    reading = read_site(folder)
    assert reading.site is not None
    context = Context(reading.site, date(2026, 4, 1), reading.written_ids, reading.left_out)
    return sorted(
        [*(finding.code for finding in reading.findings), *(f.code for rule in RULES for f in rule.run(context))]
    )


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_gives_one_finding(folder: Path, name: str) -> None:
    (folder / name).write_text('a: "b\n', encoding="utf-8")
    assert codes(folder) == ["Y101"]


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("topics.yml", "id: supervision", "id: super/vision", "Y205"),
        (f"{FOLDER}/items.yml", "id: p1-a1", "id: p1 a1", "Y205"),
        (f"{FOLDER}/items.yml", "due: 2026-09", "added: 2026/01", "Y205"),
        (f"{FOLDER}/items.yml", "due: 2026-09", "closed: {report: 2026/01}", "Y205"),
        (f"{FOLDER}/measures.yml", "id: visits-on-time", "id: visits on time", "Y205"),
        (f"{FOLDER}/evidence.yml", "id: spring-audit", "id: spring audit", "Y205"),
        (f"{FOLDER}/plan.yml", "id: northmere-2026", "id: northmere 2026", "Y205"),
        (f"{FOLDER}/plan.yml", "id: rag", "id: r/g", "Y205"),
        (f"{FOLDER}/plan.yml", "id: paper", "id: the paper", "Y205"),
        (f"{FOLDER}/plan.yml", "label: Green", "label: {Green: dark}", "Y204"),
        (f"{FOLDER}/plan.yml", "rated: false", "rated: none", "Y204"),
        (f"{FOLDER}/reports/2026-03.yml", "id: 2026-03", "id: 03/2026", "Y205"),
        (f"{FOLDER}/reports/2026-03.yml", "scale: rag", "scale: r/g", "Y205"),
        (f"{FOLDER}/reports/2026-03.yml", "  date: 2026-03", "  date: 2026-33", "Y206"),
        (f"{FOLDER}/reports/2026-03.yml", "item: p1-a2", "item: p1/a2", "Y205"),
    ],
)
def test_a_part_that_cannot_be_read_gives_one_finding(folder: Path, name: str, old: str, new: str, code: str) -> None:
    change(folder, name, old, new)
    assert codes(folder) == [code]


def test_a_fault_does_not_hide_another_in_the_same_file(folder: Path) -> None:
    change(folder, f"{FOLDER}/items.yml", "id: p1-a2", "id: p1/a2")
    change(folder, f"{FOLDER}/items.yml", "- supervision", "- supervison")
    assert codes(folder) == ["S102", "Y205"]


def test_an_id_of_another_kind_is_no_excuse(folder: Path) -> None:
    change(folder, f"{FOLDER}/items.yml", "- supervision", "- spring-audit")
    assert codes(folder) == ["S102"]


def test_the_path_of_a_file_in_the_folder_of_a_plan(folder: Path) -> None:
    site = read_site(folder).site
    assert site is not None
    plan = site.plans[0]
    assert plan_file(plan, "items.yml") == (folder / FOLDER / "items.yml").as_posix()
    assert plan_file(plan, "../../topics.yml") == (folder / "topics.yml").as_posix()
