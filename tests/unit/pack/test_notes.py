"""The chapter of data notes: one row for each thing, with all its notes and their places in the source."""

from ragsite.pack.document import Cell, Document, Listing, Paragraph, Table, text_of
from ragsite.pack.scope import Scope
from tests.factories import item, make_plan, make_public, report
from tests.unit.pack.samples import pack_of

NOTES = [{"text": "The page is *torn*.", "source": "7"}, {"text": "No date is printed."}]
PLAN = make_plan(
    items=[item("1", title="Answer on time", notes=NOTES), item("2", title="Visit weekly", notes=NOTES[:1])],
    reports=[report("2026-01", {"1": "A", "2": "G"})],
)


def items_table(document: Document) -> Table:
    notes = next(one for one in document.chapters if one.key == "notes")
    tables = [one for one in notes.blocks if isinstance(one, Table)]
    return next(one for one in tables if one.caption.startswith("Items"))


def lines_of(cell: Cell) -> list[str]:
    lines = [
        entry.line
        for block in cell.blocks
        for entry in (block.entries if isinstance(block, Listing) else [block])
        if not isinstance(entry, Listing)
    ]
    return [text_of(line) for line in lines]


def test_all_notes_on_a_thing_stand_in_one_row_with_their_places() -> None:
    table = items_table(pack_of(make_public(PLAN)))
    assert [column.text for column in table.columns] == ["Concerns", "Data note, with its place in the source"]
    assert [(lines_of(row.cells[0])[0], lines_of(row.cells[1])) for row in table.rows] == [
        ("1. Answer on time", ["The page is torn. Line 7.", "No date is printed."]),
        ("2. Visit weekly", ["The page is torn. Line 7."]),
    ]


def test_a_single_note_is_a_paragraph_and_several_are_a_list() -> None:
    first, second = items_table(pack_of(make_public(PLAN))).rows
    assert isinstance(first.cells[1].blocks[0], Listing)
    assert isinstance(second.cells[1].blocks[0], Paragraph)


def test_chosen_items_bring_their_own_notes_only() -> None:
    public = make_public(PLAN)
    chosen = Scope(items=(public.site.plans[0].items[1],))
    table = items_table(pack_of(public, scope=chosen))
    assert [lines_of(row.cells[0])[0] for row in table.rows] == ["2. Visit weekly"]
