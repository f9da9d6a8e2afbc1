"""The command `import` as a person runs it."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ragsite.cli import ragsite
from tests.importers.making import make_csv, make_docx, make_xlsx
from tests.importers.samples import TABLE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a tracker in it."""
    make_csv(tmp_path / "Improvement plan 2026-03.csv", TABLE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ragsite, ["import", *arguments])


def test_the_file_alone_is_enough(folder: Path) -> None:
    done = run("Improvement plan 2026-03.csv")
    assert done.exit_code == 0
    assert done.output.startswith("Improvement plan 2026-03.csv into the plan “improvement-plan”\n")
    assert (folder / "content/plans/improvement-plan/reports/2026-03.yml").is_file()
    assert "content/plans/improvement-plan/plan.yml:5: organisation: " in done.output
    assert done.output.endswith("Now run “ragsite check”, and look at the changes before you publish them.\n")


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    done = run("Improvement plan 2026-03.csv", "--dry-run")
    assert done.exit_code == 0
    assert "Files that would be written: content/plans/improvement-plan/_import/mapping.yml" in done.output
    assert not (folder / "content").exists()


def test_what_is_refused_is_told_without_a_traceback(folder: Path) -> None:
    done = run("nowhere.xlsx")
    assert (done.exit_code, done.output) == (1, "There is no file “nowhere.xlsx”. Check the name.\n")


@pytest.mark.parametrize("plan", ["Our Plan!", "../other"])
def test_an_id_that_cannot_stand_in_an_address_is_refused(folder: Path, plan: str) -> None:
    done = run("Improvement plan 2026-03.csv", "--plan", plan)
    assert done.exit_code == 1
    assert "cannot be the id of a plan: it stands in web addresses. Write “--plan o" in done.output.replace(
        "“other", "“o"
    )
    assert not (folder / "content").exists()


def test_faults_in_a_mapping_are_told_with_their_lines(folder: Path) -> None:
    (folder / "m.yml").write_text("columns: {titel: Action}\nkind: [a]\n", encoding="utf-8")
    done = run("Improvement plan 2026-03.csv", "--mapping", "m.yml")
    assert done.exit_code == 1
    assert "m.yml:1:11: error" in done.output
    assert "m.yml:2:7: error" in done.output
    assert done.output.endswith("Nothing was imported: mend the errors first.\n")


def test_a_mapping_that_is_not_there_is_told(folder: Path) -> None:
    done = run("Improvement plan 2026-03.csv", "--mapping", "m.yml")
    assert done.exit_code == 1
    assert "The mapping “m.yml” cannot be opened" in done.output


def test_too_many_reports_are_refused(folder: Path) -> None:
    done = run("Improvement plan 2026-03.csv", "--report", "2026-03", "--report", "2026-04")
    assert done.exit_code == 1
    assert "The tracker has one rating column, but several reports are named. Name one of them." in done.output


@pytest.mark.parametrize(("name", "package"), [("t.xlsx", "python_calamine"), ("t.docx", "docx")])
def test_without_the_extra_a_csv_file_is_read_and_others_say_what_is_needed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str
) -> None:
    make = make_xlsx if name == "t.xlsx" else make_docx
    make(folder / name, TABLE)
    monkeypatch.setitem(sys.modules, package, None)
    for module in ("ragsite.importers.xlsx", "ragsite.importers.docx"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    done = run(name)
    assert done.exit_code == 1
    assert f"To read “{name}”, ragsite needs more packages ({package})." in done.output
    assert 'pip install "ragsite[importers]"' in done.output
    assert run("Improvement plan 2026-03.csv").exit_code == 0
