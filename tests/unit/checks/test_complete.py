"""A plan of which something could not be read is not told what it lacks."""

from datetime import date
from pathlib import Path

import pytest

from ragsite.checks import all_rules
from ragsite.checks.rule import Context
from ragsite.content.folder import read_site

CASES = Path(__file__).resolve().parents[2] / "cases"
FOLDER = "content/plans/northmere-2026"


@pytest.mark.parametrize(
    ("left_out", "is_told"),
    [
        ({}, True),
        ({f"{FOLDER}/evidence.yml": frozenset()}, True),
        ({f"{FOLDER}/evidence.yml": frozenset({"evidence"})}, False),
        ({f"{FOLDER}/reports/2026-03.yml": frozenset({""})}, False),
        ({"content/topics.yml": frozenset({""}), "content/plans/other/plan.yml": frozenset({""})}, True),
    ],
)
def test_only_plans_read_in_full_are_told(
    left_out: dict[str, frozenset[str]], is_told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in (CASES / "_base", CASES / "R201-no-evidence"):
        for path in folder.rglob("*.*"):
            target = tmp_path / "content" / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    site = read_site(Path("content")).site
    assert site is not None
    (rule,) = [one for one in all_rules() if one.code == "R201"]
    assert bool(list(rule.run(Context(site, date(2026, 4, 1), {}, left_out)))) is is_told
