"""The commands `check` and `schema` as a person runs them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from ragsite.cli import COMMANDS, ragsite

BASE = Path(__file__).resolve().parents[1] / "cases" / "_base"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with good content in `content/`."""
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_good_content_is_clean(folder: Path) -> None:
    done = CliRunner().invoke(ragsite, ["check", "--as-at", "2026-04-01"])
    assert (done.exit_code, done.output) == (0, "No problems found.\n")


def test_errors_set_the_exit_status_and_stand_with_their_place(folder: Path) -> None:
    (folder / "content/topics.yml").write_text("topics: workforce\n", encoding="utf-8")
    done = CliRunner().invoke(ragsite, ["check"])
    assert done.exit_code == 1
    assert "content/topics.yml:1:9: error Y204: " in done.output


@pytest.mark.parametrize("arguments", [["elsewhere"], ["--content", "elsewhere"]])
def test_another_folder_can_be_named(folder: Path, arguments: list[str]) -> None:
    (folder / "content").rename(folder / "elsewhere")
    done = CliRunner().invoke(ragsite, ["check", "--as-at", "2026-04-01", *arguments])
    assert (done.exit_code, done.output) == (0, "No problems found.\n")


def test_a_folder_that_is_not_there_is_told(folder: Path) -> None:
    done = CliRunner().invoke(ragsite, ["check", "nowhere"])
    assert done.exit_code == 1
    assert "There is no content folder “nowhere”." in done.output


def test_json_is_nothing_but_json(folder: Path) -> None:
    (folder / "content/topics.yml").write_text("topics: [\n", encoding="utf-8")
    done = CliRunner().invoke(ragsite, ["check", "--format", "json"])
    assert done.exit_code == 1
    assert json.loads(done.output)["findings"][0]["path"] == "content/topics.yml"


def test_sarif_is_nothing_but_json(folder: Path) -> None:
    done = CliRunner().invoke(ragsite, ["check", "--format", "sarif", "--as-at", "2026-04-01"])
    assert (done.exit_code, json.loads(done.output)["version"]) == (0, "2.1.0")


def test_warnings_are_told_and_fail_only_when_asked(folder: Path) -> None:
    leave_a_gap(folder)
    done = CliRunner().invoke(ragsite, ["check", "--as-at", "2026-04-01"])
    assert done.exit_code == 0
    assert ": warning S114: " in done.output
    assert CliRunner().invoke(ragsite, ["check", "--as-at", "2026-04-01", "--strict"]).exit_code == 1


def test_a_waived_finding_is_told_and_never_fails(folder: Path) -> None:
    leave_a_gap(folder)
    (folder / "content/plans/northmere-2026/waivers.yml").write_text(
        "waivers:\n  - {code: S114, item: p1-a2, because: It is lost., by: Chair, until: 2026-12-31}\n",
        encoding="utf-8",
    )
    done = CliRunner().invoke(ragsite, ["check", "--as-at", "2026-04-01", "--strict"])
    assert done.exit_code == 0
    assert ": waived S114: " in done.output
    assert "Waived: It is lost. Accepted by Chair, until 31 December 2026." in done.output
    assert CliRunner().invoke(ragsite, ["check", "--as-at", "2027-01-01", "--strict"]).exit_code == 1


def test_a_rule_may_be_made_to_stop_the_site(folder: Path) -> None:
    leave_a_gap(folder)
    with (folder / "content/site.yml").open("a", encoding="utf-8") as site:
        site.write("checks: {S114: error}\n")
    assert CliRunner().invoke(ragsite, ["check", "--as-at", "2026-04-01"]).exit_code == 1


def leave_a_gap(folder: Path) -> None:
    """Numbers the second action 1.3, so that there is no 1.2."""
    path = folder / "content/plans/northmere-2026/items.yml"
    path.write_text(path.read_text(encoding="utf-8").replace('"1.2"', '"1.3"'), encoding="utf-8")


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--as-at", "soon"], ["a", "b"], ["--unknown"]])
def test_wrong_usage_has_a_status_of_its_own(folder: Path, arguments: list[str]) -> None:
    assert CliRunner().invoke(ragsite, ["check", *arguments]).exit_code == 2


def test_schemas_are_written_beside_the_content(folder: Path) -> None:
    done = CliRunner().invoke(ragsite, ["schema"])
    assert done.output == "Wrote 11 schemas into content/.schema/.\n"
    assert json.loads((folder / "content/.schema/plan.json").read_text(encoding="utf-8"))["title"] == "plan.yml"
    assert CliRunner().invoke(ragsite, ["check", "--as-at", "2026-04-01"]).output == "No problems found.\n"


def test_schemas_are_written_where_asked(folder: Path) -> None:
    CliRunner().invoke(ragsite, ["schema", "-o", "there"])
    assert len(list((folder / "there").iterdir())) == 11


def test_what_only_looks_at_content_loads_nothing_that_draws_pages() -> None:
    asked = "import sys; from ragsite.cli.checking import check; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout.split()
    assert "ragsite.checks" in loaded
    assert not {"jinja2", "ragsite.pages", "ragsite.exporters", "ragsite.pack"} & {*loaded}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_there_under_its_name(name: str) -> None:
    command = ragsite.get_command(click.Context(ragsite), name)
    assert command is not None
    assert command.name == name
