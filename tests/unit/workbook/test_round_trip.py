"""Out and back: an untouched workbook changes nothing, and every edit comes back as exactly that change."""

import shutil
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ragsite.workbook.book import MEASURES, REPORT, UPDATES, Entry
from ragsite.workbook.carry import bring, send
from tests.reading import CONTENT
from tests.unit.workbook.filling import PLAN, Desk, desk


@pytest.fixture
def out(tmp_path: Path) -> Desk:
    return desk(tmp_path)


@pytest.mark.parametrize("name", [PLAN, *sorted(path.name for path in (CONTENT / "plans").iterdir())])
def test_an_untouched_workbook_changes_nothing(name: str, tmp_path: Path) -> None:
    made = desk(tmp_path)
    if name != PLAN:
        shutil.rmtree(made.content / "plans" / PLAN)
        shutil.copytree(CONTENT / "plans" / name, made.content / "plans" / name)
    before = made.bytes()
    send(made.content, name, report_id=None, out=made.file)
    assert bring(made.content, made.file).changes == ()
    made.fill({})  # saved again by another program
    assert bring(made.content, made.file).written == ()
    assert made.bytes() == before


def test_the_same_content_makes_the_same_bytes(out: Desk) -> None:
    first = out.file.read_bytes()
    out.export()
    assert out.file.read_bytes() == first


TYPED = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=60)
TEXTS = TYPED.map(str.strip).filter(bool).filter(lambda text: not text.startswith("="))
VALUES: dict[Entry, st.SearchStrategy[Any]] = {
    Entry.RATING: st.sampled_from(["Red", "Amber", "Green", "Complete", "", None]),
    Entry.TEXT: TEXTS,
    Entry.PASSAGES: st.lists(TEXTS, min_size=1, max_size=4).map("\n".join),
    Entry.EVIDENCE: st.lists(st.sampled_from(["complaints-audit", "training-record"]), unique=True).map("\n".join),
    Entry.DATE: st.one_of(
        st.dates(date(1991, 1, 1), date(2099, 1, 1)).map(lambda day: datetime(day.year, day.month, day.day)),  # noqa: DTZ001
        st.sampled_from(["2026-12", "December 2026", "TBC", "2027-Q1", "Spring 2027"]),
    ),
}
COLUMNS = {
    "rating": Entry.RATING, "rating_reason": Entry.TEXT, "due": Entry.DATE, "progress": Entry.PASSAGES,
    "next_steps": Entry.PASSAGES, "risks": Entry.PASSAGES, "evidence": Entry.EVIDENCE,
}  # fmt: skip
ITEMS = ("p1-a1", "p1-a2", "p2-a1", "p2-a2")
ONE_CELL = st.sampled_from(sorted(COLUMNS)).flatmap(
    lambda name: st.tuples(st.tuples(st.sampled_from(ITEMS), st.just(name)), VALUES[COLUMNS[name]])
)
CELLS = st.lists(ONE_CELL, min_size=1, max_size=6, unique_by=lambda one: one[0]).map(dict)


def as_shown(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value or ""


@given(cells=CELLS)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_every_edit_comes_back_as_exactly_that_change(cells: dict[tuple[str, str], Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = desk(Path(folder))
        before, files = made.book, made.bytes()
        made.fill({made.address(UPDATES, *place): value for place, value in cells.items()})
        brought = made.bring()
        expected = {
            (grid.name, row.key, name): text
            for grid in before.grids
            for row in grid.rows
            for name, text in row.cells.items()
        }
        wanted = expected | {(UPDATES, *place): as_shown(value) for place, value in cells.items()}
        after = {(g.name, r.key, n): text for g in made.book.grids for r in g.rows for n, text in r.cells.items()}
        assert after == wanted
        told = {(one.cell.sheet, one.cell.key, one.cell.column) for one in brought.changes}
        assert told == {place for place in wanted if wanted[place] != expected[place]}
        other = {name for name, raw in made.bytes().items() if files[name] != raw}
        assert other <= {f"plans/{PLAN}/reports/2026-06.yml"}
        assert made.bring().changes == ()


@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_words_on_the_whole_report_come_back(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = desk(Path(folder))
        made.fill({made.address(REPORT, "key_risks", "text"): "\n".join(texts)})
        made.bring()
        assert made.book.grid_by_name[REPORT].row_by_key["key_risks"].cells["text"] == "\n".join(texts)


def test_remarks_and_untouched_lines_of_the_file_stay(out: Desk) -> None:
    text = out.report_file.read_text(encoding="utf-8")
    text = text.replace("  - item: p2-a1\n", "  # ask the team again\n  - item: p2-a1   # the yearly report\n")
    text = text.replace("rating: Green\n", "rating: Green  # as agreed on Monday\n")
    out.report_file.write_text(text, encoding="utf-8")
    out.export()
    out.fill({out.address(UPDATES, "p2-a1", "rating"): "Amber", out.address(UPDATES, "p1-a1", "progress"): "New."})
    out.bring()
    expected = text.replace("rating: Green  #", "rating: Amber  #")
    old = "progress: Every service has named one person who answers complaints."
    expected = expected.replace(old, "progress: New.")
    assert out.report_file.read_text(encoding="utf-8") == expected


def test_a_thought_that_stays_keeps_its_source(out: Desk) -> None:
    text = out.report_file.read_text(encoding="utf-8")
    line = "    progress: The first yearly report is being written.\n"
    own = '    progress:\n      - {text: "Kept, as it is.", source: 45}   # line 45\n      - Goes.\n'
    out.report_file.write_text(text.replace(line, own), encoding="utf-8")
    out.export()
    out.fill({out.address(UPDATES, "p2-a1", "progress"): "Before.\nKept, as it is."})
    out.bring()
    written = '    progress:\n      - Before.\n      - {text: "Kept, as it is.", source: 45}   # line 45\n'
    assert written in out.report_file.read_text(encoding="utf-8")


def test_an_item_without_an_update_gets_one(out: Desk) -> None:
    text = out.report_file.read_text(encoding="utf-8")
    out.report_file.write_text(text[: text.index("  - item: p2-a2")], encoding="utf-8")
    out.export()
    out.fill({out.address(UPDATES, "p2-a2", "rating"): "Complete", out.address(UPDATES, "p1", "progress"): "All well."})
    out.bring()
    written = out.report_file.read_text(encoding="utf-8")
    assert "  - {item: p2-a2, rating: Complete}\n" in written
    assert "  - {item: p1, progress: All well.}\n" in written


def test_a_date_that_is_taken_back_goes_with_its_reason(out: Desk) -> None:
    places = [out.address(UPDATES, "p1-a2", name) for name in ("due", "due_reason", "due_agreed")]
    out.fill(dict.fromkeys(places))
    out.bring()
    assert "due:" not in out.report_file.read_text(encoding="utf-8")


def test_a_new_value_is_added_below_and_an_old_one_changed_in_its_line(out: Desk) -> None:
    before = out.rows_file.read_text(encoding="utf-8")
    out.fill(
        {
            out.address(MEASURES, "complaints-in-time|", "value"): 78.5,
            out.address(MEASURES, "complaints-in-time|", "as_printed"): "78.5%, revised",
        }
    )
    assert len(out.bring().changes) == 2
    changed = before.replace("2026-Q2,,77,,,,77%,,", '2026-Q2,,78.5,,,,"78.5%, revised",,')
    assert out.rows_file.read_text(encoding="utf-8") == changed


def test_the_value_of_a_new_report_is_added_below(out: Desk) -> None:
    new = out.report_file.read_text(encoding="utf-8").replace("2026-06", "2026-09").replace("June", "September")
    out.report_file.with_name("2026-09.yml").write_text(new, encoding="utf-8")
    before = out.rows_file.read_text(encoding="utf-8")
    out.export()
    key = "managers-trained|"
    out.fill({out.address(MEASURES, key, "period"): "2026-Q3", out.address(MEASURES, key, "value"): "98"})
    out.bring()
    assert out.rows_file.read_text(encoding="utf-8") == before + "managers-trained,2026-Q3,,98,,,,,,\n"
    assert out.bring().changes == ()


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (datetime(2027, 3, 1), "mmm-yy", "2027-03"),  # noqa: DTZ001
        (datetime(2027, 3, 1), "dd/mm/yyyy", "2027-03-01"),  # noqa: DTZ001
        (2027, "General", "2027"),
        ("31/12/2026", "@", "31/12/2026"),
    ],
)
def test_a_date_means_what_its_cell_shows(out: Desk, value: object, form: str, shown: str) -> None:
    place = out.address(UPDATES, "p1-a2", "due")
    out.fill({place: value}, {place: form})
    out.bring()
    assert f"      date: {shown}\n".replace("date: 2027\n", 'date: "2027"\n') in out.report_file.read_text("utf-8")


def test_a_percentage_is_the_number_that_is_shown(out: Desk) -> None:
    place = out.address(MEASURES, "complaints-in-time|", "value")
    out.fill({place: 0.785}, {place: "0.0%"})
    out.bring()
    assert "2026-Q2,,78.5," in out.rows_file.read_text(encoding="utf-8")
