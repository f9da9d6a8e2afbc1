"""Out and back: an untouched workbook changes nothing, and every edit comes back as exactly that change."""

import shutil
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ragsite.workbook.book import MEASURES, REPORT, UPDATES, Book, Entry
from tests.reading import CONTENT
from tests.unit.workbook.filling import PLAN, Desk, desk

REAL = tuple(sorted(path.name for path in (CONTENT / "plans").iterdir()))


@pytest.fixture
def out(tmp_path: Path) -> Desk:
    return desk(tmp_path)


@pytest.mark.parametrize("name", [PLAN, *REAL])
def test_an_untouched_workbook_changes_nothing(name: str, tmp_path: Path) -> None:
    made = desk(tmp_path) if name == PLAN else real_desk(tmp_path, name)
    before = made.bytes()
    assert made.bring().changes == ()
    made.fill({})  # saved again by another program
    assert made.bring().written == ()
    assert made.bytes() == before


@pytest.mark.parametrize("name", REAL)
@given(data=st.data())
@settings(max_examples=2, suppress_health_check=list(HealthCheck))
def test_one_edited_cell_of_a_real_plan_comes_back_as_exactly_that_change(name: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = real_desk(Path(folder), name)
        before, files = made.book, made.bytes()
        places = [
            (grid.name, row.key, column.name)
            for grid in before.grids
            for row in grid.rows
            for column in grid.columns
            if column.entry in (Entry.RATING, Entry.PASSAGES) and column.name not in row.closed
        ]
        place = data.draw(st.sampled_from(places))
        entry = before.grid_by_name[place[0]].column_by_name[place[2]].entry
        levels = [level.label for level in made.plan.scale_of(made.report).levels]
        typed = data.draw(st.sampled_from(levels) if entry is Entry.RATING else TEXTS)
        made.fill({made.address(*place): typed})
        told = made.bring().changes
        was = before.grid_by_name[place[0]].row_by_key[place[1]].cells[place[2]]
        assert [(one.cell.sheet, one.cell.key, one.cell.column, one.to) for one in told] == (
            [(*place, typed)] if typed != was else []
        )
        assert differences(before, made.book) == ({place: typed} if typed != was else {})
        assert len([path for path, raw in made.bytes().items() if files[path] != raw]) == len(told)


def real_desk(folder: Path, name: str) -> Desk:
    """A desk with one of the five plans, and its workbook exported."""
    made = Desk(folder / "content", folder / "update.xlsx", name)
    shutil.copytree(CONTENT, made.content, ignore=lambda _, names: set(names) & set(REAL) - {name})
    made.export()
    return made


def differences(before: Book, after: Book) -> dict[tuple[str, str, str], str]:
    """The cells in which two workbooks differ, with what the second says."""
    old, new = cells(before), cells(after)
    return {place: new.get(place, "") for place in old | new if new.get(place) != old.get(place)}


def cells(book: Book) -> dict[tuple[str, str, str], str]:
    return {(g.name, row.key, n): text for g in book.grids for row in g.rows for n, text in row.cells.items()}


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
    "rating": Entry.RATING, "rating_reason": Entry.TEXT, "due": Entry.DATE, "due_reason": Entry.TEXT,
    "due_agreed": Entry.TEXT, "progress": Entry.PASSAGES,
    "next_steps": Entry.PASSAGES, "risks": Entry.PASSAGES, "evidence": Entry.EVIDENCE,
}  # fmt: skip
DATED = ("p1-a2",)  # a reason or an agreement stands only beside a date
ITEMS = ("p1-a1", "p1-a2", "p2-a1", "p2-a2")
ONE_CELL = st.sampled_from(sorted(COLUMNS)).flatmap(
    lambda name: st.tuples(
        st.tuples(st.sampled_from(DATED if name.startswith("due_") else ITEMS), st.just(name)), VALUES[COLUMNS[name]]
    )
)
CELLS = st.lists(ONE_CELL, min_size=1, max_size=6, unique_by=lambda one: one[0]).map(dict)


def as_shown(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value or ""


@given(typed=CELLS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_every_edit_comes_back_as_exactly_that_change(typed: dict[tuple[str, str], Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = desk(Path(folder))
        before, files = made.book, made.bytes()
        made.fill({made.address(UPDATES, *place): value for place, value in typed.items()})
        brought = made.bring()
        wanted = {(UPDATES, *place): as_shown(value) for place, value in typed.items()}
        wanted = {place: text for place, text in wanted.items() if cells(before)[place] != text}
        assert differences(before, made.book) == wanted
        told = {(one.cell.sheet, one.cell.key, one.cell.column) for one in brought.changes}
        assert told == set(wanted)
        other = {name for name, raw in made.bytes().items() if files[name] != raw}
        assert other <= {f"plans/{PLAN}/reports/2026-06.yml"}
        assert made.bring().changes == ()


NUMBERS = st.decimals(-1000, 1000, places=1).map(lambda value: float(value + 0))
FIGURES = st.fixed_dictionaries(
    {},
    optional={
        "value": NUMBERS,
        "numerator": st.integers(0, 10_000),
        "denominator": st.integers(1, 10_000),
        "status": st.sampled_from(["provisional", "revised", "words"]),
        "as_printed": TEXTS,
        "note": TEXTS,
    },
).filter(bool)


@given(figures=FIGURES)
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
def test_every_figure_comes_back_as_exactly_that_change(figures: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = desk(Path(folder))
        key, files = "complaints-in-time|", made.bytes()
        before = made.book.grid_by_name[MEASURES].row_by_key
        made.fill({made.address(MEASURES, key, name): value for name, value in figures.items()})
        made.bring()
        texts = {name: value if isinstance(value, str) else f"{value:g}" for name, value in figures.items()}
        after = made.book.grid_by_name[MEASURES].row_by_key
        assert {**before[key].cells, **texts} == after[key].cells
        assert {name: row for name, row in before.items() if name != key} == {
            name: row for name, row in after.items() if name != key
        }
        written = {name for name, raw in made.bytes().items() if files.get(name) != raw}
        assert written <= {f"plans/{PLAN}/observations.csv"}


@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
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
