"""The same content gives the same bytes: on another day, in another folder, in another process."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def digest(site: Path) -> dict[str, str]:
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def elsewhere(project: Path, tmp_path: Path) -> Path:
    """A copy of what a build reads, in a folder of another name."""
    copy = tmp_path / "another place"
    for name in ("content", "theme", "docs", "ragsite"):
        shutil.copytree(project / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(project / "mkdocs.yml", copy)
    return copy


def test_a_build_on_another_day_in_another_folder_gives_the_same_bytes(built_site: Path, elsewhere: Path) -> None:
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": "1893456000",  # 1 January 2030
        "PYTHONHASHSEED": "4711",
        "PYTHONPATH": str(elsewhere),
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
    }
    command = [sys.executable, "-m", "ragsite", "build", "--site-dir", "out"]
    done = subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert digest(elsewhere / "out") == digest(built_site)


def test_mkdocs_itself_builds_the_same_site_without_a_warning(
    built_site: Path, project: Path, tmp_path: Path
) -> None:
    command = [str(Path(sys.executable).with_name("mkdocs")), "build", "--strict", "--site-dir", str(tmp_path / "out")]
    environment = {name: value for name, value in os.environ.items() if name != "NO_MKDOCS_2_WARNING"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "WARNING" not in said
    assert "end of life" not in said
    assert digest(tmp_path / "out") == digest(built_site)
