"""What stands in a pack: its chapters by scope, its cover, and an earlier report that knows nothing of later ones."""

from ragsite.pack.document import Picture, Table
from ragsite.pack.scope import Scope, read_scope
from tests.unit.pack.samples import cell_texts, pack_of, sample_site, texts

PUBLIC = sample_site()
PLAN = PUBLIC.site.plans[0]


def keys(**asked: object) -> list[str]:
    return [chapter.key for chapter in pack_of(PUBLIC, **asked).chapters]  # type: ignore[arg-type]


def test_the_whole_report_has_every_chapter() -> None:
    assert keys() == ["summary", "meanings", "exceptions", "changes", "items", "said", "measures", "notes", "sources"]


def test_exceptions_only() -> None:
    assert keys(scope=Scope(is_exceptions_only=True)) == ["summary", "meanings", "exceptions", "sources"]


def test_chosen_items_bring_their_own_rows_words_measures_and_notes() -> None:
    scope = read_scope(PLAN, PLAN.reports[-1], ["2"])
    assert keys(scope=scope) == ["summary", "meanings", "items", "said", "notes", "sources"]
    said = " ".join(texts(pack_of(PUBLIC, scope=scope)))
    assert "The page is torn." in said
    assert "Answer on time" not in said


def test_the_cover_says_what_when_and_who() -> None:
    cover = pack_of(PUBLIC).cover
    told = {label: " ".join(cell_texts(cell)) for label, cell in cover.facts}
    assert cover.organisation == "Northmere Council"
    assert told["Date"] == "Position at March 2026"
    assert told["Published"] == "2 April 2026"
    assert told["Overseen by"] == "Improvement board"
    assert told["Chair"] == "The chief executive"


def test_the_table_of_items_has_both_ratings_dates_and_owner() -> None:
    (items,) = [one for one in pack_of(PUBLIC).chapters if one.key == "items"]
    (table,) = [block for block in items.blocks if isinstance(block, Table)]
    row = [" ".join(cell_texts(cell)) for cell in table.rows[0].cells]
    told = dict(zip([column.text for column in table.columns], row, strict=True))
    assert told["Title"] == "1. Answer on time"
    assert told["Rating before"] == "Amber"
    assert told["Rating"] == "Red"
    assert told["Change"] == "Worse (was Amber)"
    assert told["Due"] == "September 2026 Moved once. First date: February 2026."
    assert told["Owner"] == "Head of care"
    assert items.is_wide


def test_an_earlier_report_tells_nothing_of_what_came_later() -> None:
    pack = pack_of(PUBLIC, at=0)
    said = " ".join(texts(pack))
    assert "A later report on this plan has been published since." in said
    assert "Staff left." not in said
    assert "September 2026" not in said
    assert not {"measures", "notes"} & {chapter.key for chapter in pack.chapters}


def test_a_measure_comes_with_its_chart_and_words_for_it() -> None:
    (measures,) = [one for one in pack_of(PUBLIC).chapters if one.key == "measures"]
    (picture,) = [block for block in measures.blocks if isinstance(block, Picture)]
    assert "61%" in picture.alternative
    assert "70%" in picture.alternative


def test_files_are_dated_by_the_report_not_by_the_clock() -> None:
    assert pack_of(PUBLIC).made.isoformat() == "2026-04-02"
