"""A build depends on nothing but its content: no network, time zone, language, folder or chance."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ragsite.built.manifest import NAME
from tests.reliability import Reliability
from tests.safety.conftest import run_ragsite

NO_NETWORK = """
import socket, sys
def refuse(*_, **__):
    raise OSError("the network was asked for")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
from ragsite.cli import main
main()
"""
ELSEWHERE = (
    {"TZ": "Pacific/Kiritimati"},
    {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "1"},
    {"LC_ALL": "C", "PYTHONHASHSEED": "2"},
    {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "0", "PYTHONHASHSEED": "3"},
    {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"},
    {"HOME": "/nonexistent", "USER": "nobody", "HOSTNAME": "elsewhere"},
    {"PYTHONOPTIMIZE": "2"},
    {"SOURCE_DATE_EPOCH": "1893456000"},
)


@pytest.fixture
def copied(small: Path, tmp_path: Path) -> Path:
    """What the small site is built from, in a folder of another name."""
    folder = tmp_path / "another place ü"
    shutil.copytree(small, folder, ignore=shutil.ignore_patterns("site"))
    return folder


def differing(one: Path, other: Path) -> int:
    """How many bytes differ between two built sites; a file that only one has counts whole."""
    found = 0
    for name in sorted({path.relative_to(site).as_posix() for site in (one, other) for path in site.rglob("*")}):
        first, second = ((site / name).read_bytes() if (site / name).is_file() else b"" for site in (one, other))
        found += abs(len(first) - len(second)) + sum(a != b for a, b in zip(first, second, strict=False))
    return found


def test_the_same_bytes_wherever_it_is_built(small: Path, copied: Path, reliability: Reliability) -> None:
    tried, wrong = reliability.tries(2, len(ELSEWHERE)), []
    for changed in ELSEWHERE[-tried:]:
        done = run_ragsite(copied, "build", env=changed)
        assert done.returncode == 0, done.stderr
        wrong.extend([changed] if differing(small / "site", copied / "site") else [])
    name = "Builds with another time zone, locale, hash seed, folder or day"
    reliability.record(name, tried=tried, feared="differing bytes", happened=wrong)


def test_a_build_asks_nothing_of_the_network(small: Path, copied: Path) -> None:
    command = [sys.executable, "-c", NO_NETWORK, "build"]
    done = subprocess.run(
        command, cwd=copied, env={"PYTHONPATH": ":".join(sys.path), "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (copied / "site" / NAME).read_bytes() == (small / "site" / NAME).read_bytes()


def test_a_build_works_where_there_is_no_network_at_all(small: Path, copied: Path) -> None:
    cut_off = ["unshare", "--net", "--map-root-user"]
    if not shutil.which("unshare") or subprocess.run([*cut_off, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this computer does not let a program be cut off from the network")
    done = subprocess.run(
        [*cut_off, sys.executable, "-m", "ragsite", "build"], cwd=copied, env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (copied / "site" / NAME).read_bytes() == (small / "site" / NAME).read_bytes()
