"""Broken content, case by case: the report is pinned to the letter, and stands at the lines that are marked.

A case is a folder named `<CODE>-<what>`. It holds only the files in which it differs from `_base`; `without.txt`
names files of `_base` that it lacks. A faulty line ends in `# <-- CODE`. `expected.txt` is what `ragsite check`
says of reading (Y), structure (S) and the case's own family; after a change of wording, write them anew with
`pytest tests/cases --update-golden` and read the diff.
"""

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ragsite.checks import check
from ragsite.content.folder import read_site
from ragsite.problems import Finding
from ragsite.reporters.text import listing

CASES = Path(__file__).parent
BASE = CASES / "_base"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir() and re.match("[A-Z][0-9]", path.name))
TODAY = date(2026, 4, 1)
NOT_CONTENT = ("expected.txt", "without.txt")
MARK = re.compile(rb"# <-- ((?:[A-Z]\d{3} ?)+)")
UNMARKABLE = {"Y105", "Y106", "Y107", "Y301"}
"""Codes of a whole file or folder, or of the first line of a CSV, which can bear no mark."""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the base as `content/` in an empty folder, which is the working folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BASE, tmp_path / "content")
    return Path("content")


def test_the_base_has_no_problem(content: Path) -> None:
    assert check(read_site(content), as_at=TODAY) == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_report_is_as_expected(name: str, content: Path, update_golden: bool) -> None:
    findings = findings_of(name, content)
    report = listing(findings)
    expected = CASES / name / "expected.txt"
    if update_golden:
        expected.write_text(report, encoding="utf-8")
    assert report == expected.read_text(encoding="utf-8")
    assert found(findings) == marked(content)
    assert name.partition("-")[0] in {finding.code for finding in findings}


def findings_of(name: str, content: Path) -> tuple[Finding, ...]:
    """What is found in the base with this case laid over it."""
    case = CASES / name
    without = case / "without.txt"
    for line in without.read_text(encoding="utf-8").splitlines() if without.exists() else []:
        (content / line).unlink()
    for path in sorted(case.rglob("*")):
        if path.is_file() and path.name not in NOT_CONTENT:
            target = content / path.relative_to(case)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    families = {"Y", "S", name[0]}
    findings = check(read_site(content), as_at=TODAY)
    return tuple(finding for finding in findings if finding.code[0] in families)


def found(findings: tuple[Finding, ...]) -> Counter[tuple[str, int, str]]:
    """Path, line and code of each finding whose line can bear a mark."""
    places = [(finding.location.path, finding.location.line, finding.code) for finding in findings]
    return Counter(place for place in places if place[2] not in UNMARKABLE)


def marked(content: Path) -> Counter[tuple[str, int, str]]:
    """Path, line and code of each mark."""
    return Counter(
        (path.as_posix(), number, code.decode())
        for path in sorted(content.rglob("*"))
        if path.is_file()
        for number, line in enumerate(path.read_bytes().splitlines(), start=1)
        for match in MARK.finditer(line)
        for code in match[1].split()
    )
