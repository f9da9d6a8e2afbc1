"""The guide “Import a tracker”: its commands are run, and it leaves out no field and no key."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from ragsite.cli import ragsite
from ragsite.importers.fields import FIELDS
from ragsite.importers.mapping import Mapping, parse_mapping
from ragsite.model.base import Record
from tests.importers.making import make_xlsx
from tests.importers.samples import FIRST, SECOND, TABLE, THIRD

GUIDE = (Path(__file__).resolve().parents[2] / "docs/how-to/import-a-tracker.md").read_text(encoding="utf-8")


def test_its_commands_work_from_the_first_import_to_the_built_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CliRunner().invoke(ragsite, ["new", "site", str(tmp_path / "site")]).exit_code == 0
    monkeypatch.chdir(tmp_path / "site")
    make_xlsx(Path("tracker-march.xlsx"), TABLE)
    make_xlsx(Path("tracker-june.xlsx"), [TABLE[0], FIRST, (*SECOND[:4], "Green", "All trained"), THIRD])
    told = [
        run(command) for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL) for command in block.splitlines()
    ]
    assert "This was a trial: nothing was written." in told[0]
    assert "Report March 2026 (2026-03) is new: 3 items read, 3 new" in told[1]
    assert "0 errors" in told[2]
    assert "1 rating changed since March 2026" in told[3]
    run("ragsite build")
    assert "All trained" in Path("site/plans/children/items/2/index.html").read_text(encoding="utf-8")
    assert not list(Path("site").rglob("*mapping*"))


def run(command: str) -> str:
    """What a command tells; it must succeed."""
    done = CliRunner().invoke(ragsite, shlex.split(command)[1:])
    assert done.exit_code == 0, f"{command}: {done.output}"
    return done.output


def test_it_lists_every_field_and_every_key() -> None:
    listed = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", GUIDE, re.MULTILINE))
    assert {key: words for key, words in listed.items() if key in FIELDS and key != "title"} == {
        key: words for key, words in FIELDS.items() if key != "title"
    }
    named = set(re.findall(r"`(\w+)`", GUIDE))
    assert set(Mapping.model_fields) - set(Record.model_fields) - {"plan", "columns"} <= named


def test_the_mapping_it_shows_is_one() -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    mapping = parse_mapping("mapping.yml", shown.encode())
    assert mapping.columns.lead == ("Lead officer", "Deputy")
    assert mapping.ratings.by_word == {"Stalled": "Red", "Not yet due": "not rated"}
