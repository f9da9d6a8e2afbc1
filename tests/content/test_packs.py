"""The packs of the five plans hold the words and figures of the views, read back from the files themselves."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from ragsite.commands import open_content
from ragsite.model.plan import Plan
from ragsite.pack import pdf
from ragsite.pack.word import write_word
from ragsite.publish import PublicSite
from ragsite.views.exceptions import exceptions
from ragsite.views.history import travel
from ragsite.views.ledger import ledger
from ragsite.views.measures import find
from ragsite.views.rollup import roll_up
from ragsite.views.telling import PROSE
from ragsite.views.verdict import report_verdict
from tests.unit.pack.samples import pack_of, squeezed, texts, word_text, words_of_pdf

CONTENT = Path(__file__).resolve().parents[2] / "content"
PLANS = sorted(path.name for path in (CONTENT / "plans").iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def public() -> PublicSite:
    return open_content(CONTENT, now=datetime(2026, 11, 1, tzinfo=UTC)).public


@pytest.fixture(scope="module", params=PLANS)
def plan(request: pytest.FixtureRequest, public: PublicSite) -> Plan:
    return public.site.plan_by_id[request.param]


@pytest.fixture(scope="module")
def word(plan: Plan, public: PublicSite) -> Any:
    return docx.Document(BytesIO(write_word(pack_of(public, plan_id=plan.id))))


@pytest.fixture(scope="module")
def words(word: Any) -> str:
    return squeezed(word_text(word.element.body))


def test_counts_have_their_denominators(plan: Plan, word: Any) -> None:
    assert plan.latest
    tables = [rows_of(table) for table in word.tables]
    for rollup in roll_up(plan, plan.latest):
        counted = next(rows for rows in tables if rows[0][:2] == ["Rating", f"Number of {rollup.kind.plural.lower()}"])
        found = [(row[0], squeezed(row[1])) for row in counted[1:]]
        said = [
            (count.level.full_label if count.level else "Not rated", f"{count.number}of{rollup.total}")
            for count in rollup.counts
            if count.number or any(one.level and one.number for one in rollup.counts)
        ]
        assert found == said


def test_every_item_has_its_row_with_rating_before_and_due_date(plan: Plan, word: Any) -> None:
    report = plan.latest
    assert report
    rows = next(rows for rows in map(rows_of, word.tables) if rows[0][0] == "Title" and "As printed" in rows[0])
    heads, items = rows[0], plan.items_in(report)
    found = [row for row in rows[1:] if len(row) == len(heads) and len(set(row)) > 1]
    assert len(found) == len(items)
    for item, row in zip(items, found, strict=True):
        told, level = dict(zip(heads, row, strict=True)), plan.rating(report, item).level
        assert item.title in told["Title"]
        assert told["Rating"].startswith(level.full_label if level else "Not rated")
        previous, due = travel(plan, report, item).previous, ledger(plan, item).entry_in(report)
        before = next((told[head] for head in heads if "before" in head), "")
        if previous and previous.level:
            assert before.startswith(previous.level.full_label)
        if due:
            assert due.due.label in told["Due"]


def test_verdict_narrative_and_findings_are_there(plan: Plan, words: str) -> None:
    report = plan.latest
    assert report
    assert squeezed(report_verdict(plan, report)) in words
    said = [one.text for update in report.updates for name in PROSE for one in getattr(update, name)]
    plain = [text for text in said if not set(text) & set("*_[]`\\#<>&")]
    assert len(plain) >= len(said) * 0.9
    assert [text for text in plain if squeezed(text.strip()) not in words] == []
    headlines = [find(plan, measure).headline for measure in plan.measures]
    assert [text for text in headlines if squeezed(text) not in words] == []


def test_what_is_off_track_is_listed(plan: Plan, words: str) -> None:
    assert plan.latest
    found = exceptions(plan, plan.latest)
    rulings = [ruling.words for one in found.listed for ruling in one.rulings]
    assert [text for text in rulings if squeezed(text) not in words] == []


@pytest.mark.skipif(not pdf.is_ready(), reason="WeasyPrint's system libraries (Pango) are not installed")
def test_pdf_and_word_say_the_same(public: PublicSite) -> None:
    document = pack_of(public, plan_id="brighton-hove-2017")
    printed = words_of_pdf(pdf.write_pdf(document), document)
    assert [text for text in texts(document) if squeezed(text) not in printed] == []


def rows_of(table: Any) -> list[list[str]]:
    """The texts of a table, row by row."""
    return [[cell_text(cell) for cell in row.tc_lst] for row in table._tbl.tr_lst]


def cell_text(cell: Any) -> str:
    return " ".join(word_text(paragraph) for paragraph in cell.p_lst)
