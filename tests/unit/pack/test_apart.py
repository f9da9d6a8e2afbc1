"""Packs that are made in two processes are those that one process makes, whatever becomes of the other."""

import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence

import pytest

from ragsite.pack import apart
from ragsite.pack.offer import PackFile, pack_files
from ragsite.progress import silent
from tests.factories import item, make_plan, make_public, report

NAMES = ("committee-pack.docx",)


def files_of(name: str) -> Iterator[PackFile]:
    plan = make_plan(id=name, items=(item("1", title=f"Do {name}"),), reports=(report("2026-01", {"1": "G"}),))
    return pack_files(make_public(plan), NAMES)


FILES = tuple(file for name in ("one", "two", "three") for file in files_of(name))
ALONE = {file.address: file.make() for file in FILES}
GONE = "import sys; sys.exit(1)"
CUT_OFF = "import sys; sys.stdin.buffer.read(1); sys.stdout.buffer.write(b'half'); sys.exit(0)"


def together(files: Sequence[PackFile]) -> dict[str, bytes]:
    with apart.begun(files) as finish:
        return finish(silent)


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "processors", lambda: 2)


def test_the_other_process_makes_the_same_bytes() -> None:
    work, other = apart._Work(deque(FILES)), apart._start()
    apart._feed(work, other)
    other.communicate()
    assert (work.made, list(work.left)) == (ALONE, [])


@pytest.mark.usefixtures("two_processors")
def test_two_processes_together_make_the_same_bytes() -> None:
    assert together(FILES) == ALONE


def test_one_processor_makes_all_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "processors", lambda: 1)
    monkeypatch.setattr(apart, "_start", lambda: pytest.fail("another process was started"))
    assert together(FILES) == ALONE


@pytest.mark.usefixtures("two_processors")
@pytest.mark.parametrize("program", [GONE, CUT_OFF])
def test_where_the_other_process_fails_its_work_is_done_here(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    command = [sys.executable, "-c", program]
    pipe = subprocess.PIPE
    monkeypatch.setattr(apart, "_start", lambda: subprocess.Popen(command, stdin=pipe, stdout=pipe))
    assert together(FILES) == ALONE


@pytest.mark.usefixtures("two_processors")
def test_a_build_that_is_stopped_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = apart._start

    def begin() -> subprocess.Popen[bytes]:
        started.append(start())
        return started[-1]

    monkeypatch.setattr(apart, "_start", begin)
    with pytest.raises(KeyboardInterrupt), apart.begun(FILES):
        raise KeyboardInterrupt
    assert started[0].returncode is not None


def test_the_other_process_ends_when_nobody_asks_any_more() -> None:
    other = apart._start()
    assert other.communicate(timeout=120) == (b"", None)
    assert other.returncode == 0
