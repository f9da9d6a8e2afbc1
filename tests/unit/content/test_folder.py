"""The content folder: what belongs to it is read, what does not is told, and findings know their plan."""

import shutil
from pathlib import Path

import pytest

from ragsite.content.folder import read_site

BASE = Path(__file__).resolve().parents[2] / "cases" / "_base"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "content"))


def test_the_whole_folder_becomes_one_site(folder: Path) -> None:
    reading = read_site(folder)
    assert reading.findings == ()
    assert reading.site is not None
    plan = reading.site.plan_by_id["northmere-2026"]
    assert [item.id for item in plan.items] == ["p1", "p1-a1", "p1-a2"]
    assert (len(plan.reports), len(plan.measures), len(plan.observations), len(plan.evidence)) == (1, 1, 1, 1)


def test_without_a_folder_there_is_no_site() -> None:
    reading = read_site(Path("nowhere"))
    assert reading.site is None
    assert [finding.code for finding in reading.findings] == ["Y106"]


def test_findings_name_the_plan_they_are_about(folder: Path) -> None:
    (folder / "plans/northmere-2026/items.yml").write_text("items: 4\n", encoding="utf-8")
    (folder / "topics.yml").write_text("topic: []\n", encoding="utf-8")
    assert {(finding.code, finding.plan) for finding in read_site(folder).findings} == {
        ("Y204", "northmere-2026"),
        ("Y201", ""),
    }


def test_plans_are_read_though_the_settings_cannot_be(folder: Path) -> None:
    (folder / "site.yml").write_text('title: "x\n', encoding="utf-8")
    reading = read_site(folder)
    assert reading.site is not None
    assert len(reading.site.plans) == 1
    assert [finding.code for finding in reading.findings] == ["Y101"]


@pytest.mark.parametrize("name", ["notes.md", "note.txt", ".schema/plan.json", "plans/_drafts/x.yml", "plans/.old/y"])
def test_notes_and_hidden_files_may_lie_there(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x", encoding="utf-8")
    assert read_site(folder).findings == ()


def test_files_that_are_not_needed_may_be_missing(folder: Path) -> None:
    for name in ("topics.yml", "glossary.yml"):
        (folder / name).unlink()
    shutil.rmtree(folder / "plans/northmere-2026/reports")
    assert read_site(folder).findings == ()
