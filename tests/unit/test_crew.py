"""Work on plans is shared among processes: results in order, faults told as without them, nobody left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.content import write_content
from benchmarks.edits import NOW
from ragsite import crew as crews
from ragsite.built.manifest import NAME, hashed
from ragsite.built.sought import look_for
from ragsite.built.whole import finish
from ragsite.content.folder import plan_folders
from ragsite.crew import Alone, Crew, Elsewhere, at_work, shares
from ragsite.prepare import prepare, weights
from ragsite.problems import ContentError
from ragsite.refusal import Refused
from ragsite.store import Store
from ragsite.write import Written, write_site

PARTS = ("a", "b", "c", "d", "e")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


@pytest.fixture
def crew(monkeypatch: pytest.MonkeyPatch) -> Iterator[Crew]:
    """Two processes for five parts."""
    monkeypatch.setattr(crews, "LEAST", 1)
    with at_work(Store(), [1] * len(PARTS), processes=2) as made:
        yield made


def slow_first(_store: Store, part: str) -> tuple[str, int]:
    time.sleep(0.1 if part == "a" else 0)
    return part, os.getpid()


def remember(store: Store, part: str) -> str:
    store.hold(part, "key", f"held of {part}")
    return part


def recall(store: Store, part: str) -> str:
    return str(store.held_value(part, "key"))


def fail(_store: Store, part: str) -> str:
    if part in "bd":
        time.sleep(0.1 if part == "b" else 0)
        raise OSError(28, f"no room for {part}")
    return part


def fail_oddly(_store: Store, _part: str) -> str:
    raise LookupError(lambda: None)


def end(_store: Store, part: str) -> str:
    if part == "c":
        os.kill(os.getpid(), signal.SIGKILL)
    return part


def sleep(_store: Store, _part: str) -> None:
    time.sleep(60)


class TestCrew:
    def test_results_come_in_order_whatever_is_done_first(self, crew: Crew) -> None:
        found = list(crew.each(slow_first, PARTS))
        assert tuple(part for part, _ in found) == PARTS
        others = {process for _, process in found}
        assert len(others) == 2
        assert os.getpid() not in others

    def test_a_part_stays_with_the_process_that_remembers_it(self, crew: Crew) -> None:
        list(crew.each(remember, PARTS))
        assert list(crew.each(recall, PARTS)) == [f"held of {part}" for part in PARTS]

    def test_how_far_it_is_is_told_as_parts_are_done(self, crew: Crew) -> None:
        told: list[tuple[str, int, int]] = []
        list(crew.each(slow_first, PARTS, what="Resting", tell=lambda *given: told.append(given)))
        assert told == [("Resting", done, len(PARTS)) for done in range(len(PARTS) + 1)]

    def test_the_first_fault_in_order_is_raised_with_where_it_arose(self, crew: Crew) -> None:
        with pytest.raises(OSError, match="no room for b") as raised:
            list(crew.each(fail, PARTS))
        assert raised.value.errno == 28
        assert isinstance(raised.value.__cause__, Elsewhere)
        assert "in fail" in str(raised.value.__cause__)

    def test_a_fault_that_cannot_cross_is_told_by_its_words(self, crew: Crew) -> None:
        with pytest.raises(RuntimeError, match="LookupError"):
            list(crew.each(fail_oddly, PARTS))

    def test_a_process_that_is_killed_is_told_in_words(self, crew: Crew) -> None:
        with pytest.raises(Refused, match="ended from outside"):
            list(crew.each(end, PARTS))

    def test_a_crew_of_one_works_here(self) -> None:
        with at_work(Store(), [10**9], processes=4) as crew:
            assert isinstance(crew, Alone)
            assert list(crew.each(slow_first, "a")) == [("a", os.getpid())]

    def test_little_content_is_not_worth_a_process(self) -> None:
        with at_work(Store(), [1000, 1000], processes=4) as crew:
            assert isinstance(crew, Alone)

    def test_nobody_is_left_when_the_work_is_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(crews, "LEAST", 1)
        processes = []
        with suppress(KeyboardInterrupt), at_work(Store(), [1, 1], processes=2) as crew:
            processes = [process for _, process in crew.each(slow_first, ("a", "b"))]
            crew.each(sleep, ("a", "b"))
            raise KeyboardInterrupt
        assert len(processes) == 2
        assert not any(map(is_alive, processes))


PARENT = """
import os, sys, time
from ragsite import crew
from ragsite.store import Store
crew.LEAST = 1
sys.path.insert(0, sys.argv[1])
from tests.unit.test_crew import sleep, slow_first
with crew.at_work(Store(), [1, 1], processes=2) as made:
    print(*(process for _, process in made.each(slow_first, ("a", "b"))), flush=True)
    list(made.each(sleep, ("a", "b")))
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_crew_ends_with_its_parent(how: signal.Signals, project: Path) -> None:
    """Otherwise it could write into the folder that the next build makes."""
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(project)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert parent.stdout is not None
    processes = [int(one) for one in parent.stdout.readline().split()]
    assert len(processes) == 2
    parent.send_signal(how)
    parent.communicate()
    for _ in range(200):
        if not any(map(is_alive, processes)):
            return
        time.sleep(0.05)
    pytest.fail("the processes live on")


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@given(weights=st.lists(st.integers(0, 50), min_size=1, max_size=12), number=st.integers(1, 4))
def test_shares_are_fair(weights: list[int], number: int) -> None:
    """No process has more than the one with the least and one plan."""
    given_to = shares(weights, number)
    loads = [sum(weight for weight, who in zip(weights, given_to, strict=True) if who == one) for one in range(number)]
    assert len(given_to) == len(weights)
    assert max(loads) - min(loads) <= max(weights)


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three small plans, for which more than one process is worth its start."""
    monkeypatch.setattr(crews, "LEAST", 1)
    write_content(tmp_path, items=6, plan_size=2)
    return tmp_path / "content"


def built(content: Path, folder: Path, store: Store, *, processes: int, harm: str = "") -> tuple[object, ...]:
    """What a build by so many processes finds, writes and draws; `harm` gets into a plan's page on its way."""
    with at_work(store, weights(plan_folders(content)), processes=processes) as crew:
        prepared = prepare(content, now=NOW, store=store, crew=crew)
        sought = look_for(prepared)
        written = write_site(prepared, folder)
        with (folder / "plans/plan-002/index.html").open("a", encoding="utf-8") as page:
            page.write(harm)
        finish(folder, prepared, sought, expected=written.files)
    files = {path: (folder / path).read_bytes() for path in (*hashed(folder), NAME)}
    return prepared.findings, prepared.kept_back, written, files


def test_a_site_is_the_same_whoever_builds_it(content: Path, tmp_path: Path) -> None:
    (content / "plans/plan-002/item.yml").write_text("items: []\n", "utf-8")
    report = sorted((content / "plans/plan-003/reports").glob("*.yml"))[-1]
    report.write_text(f"publish_from: 2030-01-01\n{report.read_text('utf-8')}", "utf-8")
    alone, *others = (
        built(content, tmp_path / f"by-{number}", Store(tmp_path / f"cache-{number}" if number > 1 else None),
              processes=number)
        for number in (1, 2, 3)
    )  # fmt: skip
    assert alone[0]
    assert alone[1]
    assert others == [alone, alone]
    (findings, kept_back, written, files) = built(
        content, tmp_path / "again", Store(tmp_path / "cache-3"), processes=2
    )
    assert (findings, kept_back, files) == (alone[0], alone[1], alone[3])
    assert isinstance(written, Written)
    assert written.drawn == 0


def test_what_leaks_into_a_page_is_found_whoever_looks(content: Path, tmp_path: Path) -> None:
    told = []
    for number in (1, 2):
        with pytest.raises(ContentError) as refused:
            built(content, tmp_path / f"by-{number}", Store(), processes=number, harm="<p>j.hill@northmere.gov.uk")
        told.append(refused.value.findings)
    assert told[0] == told[1]
    assert [found.location.path for found in told[0]] == ["plans/plan-002/index.html"]
