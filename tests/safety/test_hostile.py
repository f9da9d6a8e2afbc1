"""Files made to crash or hang the reader: every one ends in findings with a place, and in good time."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from ragsite import checking, cli
from ragsite.content.reader import read_record
from ragsite.content.rows import COLUMNS, read_observations
from ragsite.model.dates import DateProblem, read_date
from ragsite.model.facts import PlanFacts
from ragsite.model.items import ItemsFile
from ragsite.model.measures import MeasuresFile
from ragsite.model.reports import Report
from ragsite.model.site import Settings
from ragsite.model.waivers import WaiversFile
from ragsite.problems import Finding, Unacceptable
from tests.reliability import Reliability

SECONDS = 20
"""A file of the size tried here is read in a few milliseconds; a shared machine may stand still for a while."""

MODELS = (Settings, PlanFacts, ItemsFile, Report, MeasuresFile, WaiversFile)
PARTS = [
    *"{}[]:,-?&*!|>'\"%@`#~\n\t \\=<", "\n  ", "\n- ", "\n    ", ": ", "- ", "? ",
    "--- ", "...", "<<: ", "*a ", "&a ", "!!python/object ",
    "id", "items", "title", "updates", "publish", "due", "printed", "means", "rating",
    "as_at", "scale", "1e999", "0x1F", "NaN", ".inf", "null",
    "2026-02-30", "\u2028", "\x00", "\ud7ff", "\ufeff", "é", "١٢", "\U0001f4a3", "a" * 300,
    "[" * 30, "{a: " * 30, "9" * 400,
]  # fmt: skip
SOUP = st.lists(st.sampled_from(PARTS), max_size=60).map("".join)
BOMBS = {
    "aliases": "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)),
    "alias of itself": "a: &a [*a]\n",
    "merge keys": "a: &a {x: 1}\nb: {<<: [*a, *a]}\n",
    "brackets": "[" * 100_000,
    "braces": "{a: " * 50_000,
    "dashes": "- " * 50_000,
    "indents": "".join(" " * n + "a:\n" for n in range(1500)),
    "one long line": "title: " + "x" * 5_000_000,
    "one long key": "x" * 1_000_000 + ": y",
    "many keys": "".join(f"k{n}: 1\n" for n in range(20_000)),
    "many entries": "items:\n" + "- {id: a, title: b}\n" * 3_000,
    "a great number": "items: [{id: a, title: b, due: " + "9" * 100_000 + "}]",
    "python": "!!python/object/apply:os.system ['touch pwned']\n",
    "binary": "!!binary aGVsbG8=\n",
    "quotes": "'" * 100_001,
    "comments": "#" * 1_000_000,
}


@contextmanager
def in_time(seconds: int = SECONDS) -> Iterator[None]:
    """Fails when the block hangs. Elsewhere than on POSIX pytest's own limit has to do."""
    if sys.platform == "win32":
        yield
        return

    def stop(*_: object) -> None:
        raise TimeoutError("it hangs")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def placed(findings: tuple[Finding, ...]) -> bool:
    return all(one.location.line >= 1 and one.location.column >= 1 and one.message for one in findings)


def fuzz(test: Callable[[str], None], reliability: Reliability, *, name: str, short: int, full: int) -> None:
    """Runs a test of one text with many random ones, and tells how many."""
    tried: list[None] = []

    def once(text: str) -> None:
        tried.append(None)
        with in_time():
            test(text)

    given(SOUP)(settings(max_examples=reliability.tries(short, full), deadline=None)(once))()
    reliability.record(name, tried=len(tried), feared="crashes or hangs")


def test_no_yaml_crashes_or_hangs_the_reader(reliability: Reliability) -> None:
    def read(text: str) -> None:
        for model in MODELS:
            assert placed(read_record("x.yml", text.encode("utf-8", "surrogatepass"), model).findings)

    fuzz(read, reliability, name="Random texts read as YAML", short=150, full=10_000)


def test_no_bytes_crash_the_reader(reliability: Reliability) -> None:
    tried: list[None] = []

    @settings(max_examples=reliability.tries(100, 5_000), deadline=None)
    @given(st.binary(max_size=300))
    def read(raw: bytes) -> None:
        tried.append(None)
        assert placed(read_record("x.yml", raw, ItemsFile).findings)
        assert placed(read_observations("x.csv", raw)[1])

    read()
    reliability.record("Random bytes read as YAML and CSV", tried=len(tried), feared="crashes or hangs")


def test_no_csv_crashes_or_hangs_the_reader(reliability: Reliability) -> None:
    header = ",".join(COLUMNS) + "\n"

    def read(text: str) -> None:
        for said in (text, header + text.replace(":", ",")):
            assert placed(read_observations("x.csv", said.encode("utf-8", "surrogatepass"))[1])

    fuzz(read, reliability, name="Random texts read as CSV", short=150, full=10_000)


def test_no_date_crashes_or_hangs_the_parser(reliability: Reliability) -> None:
    words = ["2026", "Q1", "Sep", "31", "February", "TBC", "end of", "autumn", "٣", "²", "9" * 50]
    parts = st.sampled_from([*"0123456789/-–. ,'()", *words])
    tried: list[None] = []

    @settings(max_examples=reliability.tries(300, 50_000), deadline=None)
    @given(st.lists(parts, max_size=12).map("".join), st.none() | st.lists(parts, max_size=6).map("".join))
    def read(printed: str, means: str | None) -> None:
        tried.append(None)
        with suppress(DateProblem, Unacceptable):
            assert read_date(printed, means=means, note="").printed == printed

    with in_time(600):
        read()
    reliability.record("Random texts read as dates", tried=len(tried), feared="crashes or hangs")


@pytest.mark.parametrize("name", BOMBS)
def test_no_bomb_goes_off(name: str, reliability: Reliability, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with in_time():
        for model in (Settings, ItemsFile):
            read = read_record("x.yml", BOMBS[name].encode(), model)
            assert read.findings or name == "many entries"
            assert placed(read.findings)
    assert list(tmp_path.iterdir()) == []
    reliability.record("Files made to exhaust the reader", tried=len(MODELS[:2]), feared="crashes or hangs")


def test_a_fault_of_our_own_is_told_without_a_path_or_a_word_of_the_content(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("/home/jane/content/plans/x.yml: “Close the northern office”")

    monkeypatch.setattr(checking, "find_problems", fail)
    monkeypatch.setattr(sys, "argv", ["ragsite", "check"])
    monkeypatch.delenv("RAGSITE_TRACEBACK", raising=False)
    with pytest.raises(SystemExit) as left:
        cli.main()
    said = capsys.readouterr()
    assert left.value.code == cli.BUG
    assert "ragsite itself failed (RuntimeError). Nothing was published." in said.err
    assert "Please report it" in said.err
    assert not {word for word in ("jane", "northern", "Traceback") if word in said.err + said.out}


def test_a_content_folder_of_nonsense_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("site.yml", "plans/p/plan.yml", "plans/p/items.yml", "plans/p/observations.csv"):
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\xff\xfe[{&a *a")
    done = CliRunner().invoke(cli.ragsite, ["check"])
    assert done.exit_code == 1
    assert done.output.count("error Y104") >= 4
