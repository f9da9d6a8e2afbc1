"""What every test may use: the project folder, the real site built once per run, and the golden-file flag."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import settings

from tests.reliability import Reliability

PROJECT = Path(__file__).resolve().parent.parent
MARKED_FOLDERS = ("site", "browser", "style")
BUILD_SECONDS = 600

# The same examples on every run in CI; new ones on a developer's machine. Shared machines are slow at times.
settings.register_profile("developer", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "developer")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--reliability-out", type=Path, help="try in full, and write what was tried into this folder")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with its folder and with what it records, so that `-m` chooses among them."""
    for item in items:
        folder = item.path.relative_to(PROJECT).parts[1]
        if folder in MARKED_FOLDERS:
            item.add_marker(folder)
        if "reliability" in getattr(item, "fixturenames", ()):
            item.add_marker("reliability")


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the project."""
    return PROJECT


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def reliability(request: pytest.FixtureRequest) -> Reliability:
    """Where a test tells what it tried and what got through (tests/reliability.py)."""
    out = request.config.getoption("--reliability-out")
    page = PROJECT / "docs" / "reference" / "reliability.md"
    return Reliability(request.node.nodeid, page, full=out is not None, out=out)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built by `ragsite build` once per run for all workers. Do not write in it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    site, log = shared / "site", shared / "site.log"
    if is_first(shared / "site.started"):
        write_whole(log, build(site))
    output = wait_for(log)
    if not (site / "index.html").is_file():
        pytest.fail(f"`ragsite build` made no site. It said:\n{output}", pytrace=False)
    return site


def is_first(marker: Path) -> bool:
    """Whether this worker is the one that builds: making a folder succeeds for one of them only."""
    try:
        marker.mkdir()
    except FileExistsError:
        return False
    return True


def build(site: Path) -> str:
    """Build the project's site as a user would; what was printed, with the exit code when it is not 0."""
    command = [sys.executable, "-m", "ragsite", "build", "--no-cache", "--site-dir", str(site)]
    try:
        done = subprocess.run(
            command, cwd=PROJECT, capture_output=True, text=True, timeout=BUILD_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"Nothing was built within {BUILD_SECONDS} seconds."
    return f"{done.stdout}{done.stderr}" + (f"(exit code {done.returncode})\n" if done.returncode else "")


def write_whole(path: Path, text: str) -> None:
    """Write a file that nobody sees half written."""
    partial = path.with_suffix(".partial")
    partial.write_text(text, encoding="utf-8")
    partial.replace(path)


def wait_for(log: Path) -> str:
    for _ in range(BUILD_SECONDS * 4):
        if log.is_file():
            return log.read_text(encoding="utf-8")
        time.sleep(0.25)
    pytest.fail("Another worker began to build the site and did not finish.", pytrace=False)
