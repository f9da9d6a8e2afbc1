"""Whatever stops a build, the old site stays whole, and the next build finds nothing in its way."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from ragsite.built.manifest import differences, hashed, write_manifest
from ragsite.swap import replaced, tidy
from tests.reliability import Reliability
from tests.safety.conftest import run_ragsite

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and limits are told the POSIX way")

SWAPS = """
import sys
from pathlib import Path
from ragsite import swap
from ragsite.built.manifest import hashed, write_manifest
if sys.argv[2] == "two renames":
    swap.exchange = lambda one, other: False
for number in range(10**6):
    with swap.replaced(Path(sys.argv[1])) as made:
        for name in ("index.html", "one.html", "two.html"):
            (made / name).write_text(f"{name} of site {number}")
        write_manifest(made, hashed(made))
    if number == 0:
        print("begun", flush=True)
"""
"""Swaps a small site for the next one, again and again, until killed."""


@pytest.fixture
def work(small: Path, tmp_path: Path) -> Path:
    """A copy of the small site, to be broken."""
    return shutil.copytree(small, tmp_path / "work")


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A program in a process group of its own, so that a kill takes the indexer with it."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, *arguments], cwd=folder, env=environment, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def test_a_build_killed_at_any_moment_leaves_the_old_site_whole(work: Path, reliability: Reliability) -> None:
    chance, tries, broken = random.Random(2026), reliability.tries(6, 30), []
    settings = work / "content" / "site.yml"
    written = settings.read_text(encoding="utf-8")
    begin = time.monotonic()
    subprocess.run([sys.executable, "-m", "ragsite", "build"], cwd=work, check=True, capture_output=True)
    longest = time.monotonic() - begin
    for number in range(tries):
        settings.write_text(written.replace("tagline: ", f"tagline: {number} ", 1), encoding="utf-8")
        process = started(work, "-m", "ragsite", "build")
        time.sleep(chance.uniform(0, longest))
        kill(process)
        if found := list(differences(work / "site")):
            broken.append((number, found))
    assert run_ragsite(work, "build").returncode == 0
    assert [path.name for path in work.iterdir() if path.name.startswith(".site")] == []
    name = "Builds killed (kill -9) at a random moment"
    reliability.record(name, tried=tries, feared="sites broken", happened=broken)


@pytest.mark.parametrize("way", ["one step", "two renames"])
def test_a_swap_killed_at_any_moment_leaves_a_whole_site(tmp_path: Path, way: str, reliability: Reliability) -> None:
    chance, tries, broken = random.Random(2027), reliability.tries(8, 150), []
    site = tmp_path / "site"
    for number in range(tries):
        process = started(tmp_path, "-c", SWAPS, str(site), way)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.03))
        kill(process)
        if way == "two renames":
            tidy(site)
        if found := list(differences(site)):
            broken.append((number, found))
    name = {
        "one step": "Swaps killed at a random moment",
        "two renames": "Swaps of two renames killed at a random moment, mended by the next build",
    }[way]
    reliability.record(name, tried=tries, feared="sites broken", happened=broken)


def test_a_reader_meets_a_whole_page_at_every_moment(tmp_path: Path, reliability: Reliability) -> None:
    site, missed, read, is_over = tmp_path / "site", [], [0], threading.Event()
    with replaced(site) as made:
        (made / "index.html").write_text("site 0" * 1000)

    def reader() -> None:
        while not is_over.is_set():
            read[0] += 1
            try:
                text = (site / "index.html").read_text()
            except FileNotFoundError as error:
                missed.append(error)
            else:
                missed.extend([] if len(set(text.split("site"))) == 2 else [text[:40]])

    watching = threading.Thread(target=reader)
    watching.start()
    for number in range(1, reliability.tries(100, 2000)):
        with replaced(site) as made:
            (made / "index.html").write_text(f"site {number}" * 1000)
    is_over.set()
    watching.join()
    name = "Readings of a page while sites are swapped"
    reliability.record(name, tried=read[0], feared="missing or mixed", happened=missed)


def test_no_limit_on_the_size_of_files_breaks_the_site(work: Path, reliability: Reliability) -> None:
    import resource  # noqa: PLC0415 - exists on POSIX only

    chance, tries, wrong = random.Random(2028), reliability.tries(3, 25), []
    for _ in range(tries):
        most = chance.randrange(500, 90_000)
        limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (most, most))
        done = run_ragsite(work, "build", preexec_fn=limit)
        wrong.extend(list(differences(work / "site")) or refused_badly(done.returncode, done.stdout + done.stderr))
    name = "Builds that may write no large file"
    reliability.record(name, tried=tries, feared="sites broken or no word why", happened=wrong)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk in memory of its own size, where this computer allows one to be made."""
    place = tmp_path / "disk"
    place.mkdir()
    yield place
    subprocess.run(["umount", str(place)], check=False, capture_output=True)


def mounted(place: Path, options: str) -> None:
    if shutil.which("mount") is None:
        pytest.skip("no disk can be mounted here")
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    done = subprocess.run(command, check=False, capture_output=True)
    if done.returncode:
        pytest.skip("no disk can be mounted here: that needs more rights")


def test_a_full_disk_leaves_the_old_site_whole(work: Path, tiny_disk: Path, reliability: Reliability) -> None:
    site = sum(path.stat().st_size // 4096 + 1 for path in (work / "site").rglob("*")) * 4
    tries, wrong = reliability.tries(3, 24), []
    mounted(tiny_disk, f"size={site * 3}k")
    assert run_ragsite(work, "build", "--site-dir", str(tiny_disk / "site")).returncode == 0
    for number in range(tries):
        room = site + (site * number) // tries
        subprocess.run(["mount", "-o", f"remount,size={room}k", str(tiny_disk)], check=True)
        done = run_ragsite(work, "build", "--site-dir", str(tiny_disk / "site"))
        wrong.extend(list(differences(tiny_disk / "site")))
        wrong.extend(refused_badly(done.returncode, done.stdout + done.stderr))
    name = "Builds on a disk that becomes full"
    reliability.record(name, tried=tries, feared="sites broken or no word why", happened=wrong)


def test_a_disk_that_can_only_be_read_is_told(work: Path, tiny_disk: Path) -> None:
    mounted(tiny_disk, "ro")
    done = run_ragsite(work, "build", "--site-dir", str(tiny_disk / "site"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "the disk can only be read. Nothing was published. Choose another folder and build again." in done.stderr


def test_a_folder_that_one_may_not_write_is_told(work: Path, tmp_path: Path) -> None:
    """The superuser may write anywhere, so the folder is locked by its own attribute where that can be set."""
    place = tmp_path / "locked"
    place.mkdir(mode=0o500)
    if os.geteuid() == 0 and subprocess.run(["chattr", "+i", str(place)], check=False, capture_output=True).returncode:
        pytest.skip("the superuser may write anywhere here")
    try:
        done = run_ragsite(work, "build", "--site-dir", str(place / "site"))
    finally:
        subprocess.run(["chattr", "-i", str(place)], check=False, capture_output=True)
    assert done.returncode == 1
    assert "could not be written: you may not write there. Nothing was published." in done.stderr


def test_builds_at_the_same_time_do_not_harm_each_other(work: Path, reliability: Reliability) -> None:
    rounds, wrong = reliability.tries(1, 12), []
    for _ in range(rounds):
        builds = [started(work, "-m", "ragsite", "build") for _ in range(3)]
        codes = [build.wait() for build in builds]
        [build.communicate() for build in builds]
        wrong.extend(list(differences(work / "site")) or ([] if 0 in codes and set(codes) <= {0, 1} else [codes]))
    reliability.record("Builds of one folder at the same time", tried=3 * rounds, feared="sites broken", happened=wrong)


def refused_badly(code: int, said: str) -> list[str]:
    """A build either succeeds, or says in words that the old site is as it was, or that nothing was published."""
    is_well = code == 0 or (code == 1 and ("is as it was" in said or "Nothing was published" in said))
    return [] if is_well and "Traceback" not in said else [f"exit {code}: {said}"]


def test_the_manifest_would_tell_a_broken_site(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("whole")
    write_manifest(tmp_path, hashed(tmp_path))
    assert list(differences(tmp_path)) == []
    (tmp_path / "index.html").write_text("hol")
    assert [found.code for found in differences(tmp_path)] == ["B303"]
