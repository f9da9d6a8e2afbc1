"""A faulty part is told and left out; all else is read, at its right place."""

import pytest

from ragsite.content.reader import read_record
from ragsite.model.base import UNREAD
from ragsite.model.items import ItemsFile
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Tone
from ragsite.problems import Location


def items(text: str) -> tuple[ItemsFile, list[str]]:
    read = read_record("items.yml", text.encode(), ItemsFile)
    assert read.model is not None
    return read.model, [finding.code for finding in read.findings]


@pytest.mark.parametrize("written", ["1.10", "01", "2A", "NO", "1e3", "0x1F", "2018-01-01"])
def test_ids_and_references_stay_text(written: str) -> None:
    text = f"items:\n  - {{id: {written}, ref: {written}, title: x, topics: [{written}], merged_into: {written}}}\n"
    model, codes = items(text)
    item = model.items[0]
    assert codes == []
    assert {item.id, item.ref, *item.topics, item.merged_into} == {written}


def test_a_faulty_entry_of_a_list_is_left_out_and_the_others_keep_their_places() -> None:
    model, codes = items("items:\n  - id: 4\n    title: x\n    topics: [a, b c, d]\n")
    item = model.items[0]
    assert codes == ["Y205"]
    assert item.topics == ("a", "d")
    assert item.written_at.of("topics", 1) == Location("items.yml", 4, 22)


def test_an_item_without_title_keeps_what_is_below_it() -> None:
    model, codes = items("items:\n  - id: 4\n    items:\n      - {id: 4-1, title: y}\n")
    assert codes == ["Y202"]
    assert [item.id for root in model.items for item in root.walk()] == ["4", "4-1"]


def test_an_item_with_a_faulty_id_stays_under_a_stand_in() -> None:
    read = read_record("items.yml", b"items:\n  - {id: 4/1, title: x}\n", ItemsFile)
    assert read.model is not None
    assert read.model.items[0].id == UNREAD
    assert {"4/1", "4-1", UNREAD} <= read.ids


def test_what_is_left_out_is_named_by_its_keys() -> None:
    text = "id: a\nlabel: A\nas_at: {date: 2018}\nscale: s\nupdates:\n  - {rating: Red}\n  - {item: x, due: [y]}\n"
    read = read_record("a.yml", text.encode(), Report)
    assert read.model is not None
    assert [update.item for update in read.model.updates] == [UNREAD, "x"]
    assert read.left_out == {"updates.item", "updates.due"}


def test_a_report_whose_date_cannot_be_read_is_still_read() -> None:
    text = "id: a\nlabel: A\nas_at: {date: 2018-13}\nscale: s\nupdates:\n  - {item: x, rating: Red}\n"
    read = read_record("a.yml", text.encode(), Report)
    assert read.model is not None
    assert len(read.model.updates) == 1
    assert [finding.code for finding in read.findings] == ["Y206"]


def test_a_misspelt_word_stands_for_the_nearest_while_the_file_is_checked() -> None:
    from ragsite.model.scales import Scale  # noqa: PLC0415 - only here

    text = "id: s\ntitle: S\ntones: printed\nkey: lost\nlevels:\n  - {id: g, label: G, tone: gren}\n"
    read = read_record("s.yml", text.encode(), Scale)
    assert read.model is not None
    assert read.model.levels[0].tone is Tone.GREEN
    assert [finding.code for finding in read.findings] == ["Y203"]


def test_what_cannot_be_saved_gives_no_model_and_ends() -> None:
    read = read_record("a.yml", b"id: a\nlabel: A\nscale: s\n", Report)
    assert [finding.code for finding in read.findings] == ["Y202"]
    assert read.model is not None  # as_at has a stand-in
    read_plan = read_record("plan.yml", b"scales: []\n", type(_facts()))
    assert read_plan.model is None
    assert read_plan.left_out == {""}


def test_updates_are_called_by_the_title_of_their_item() -> None:
    text = "id: a\nlabel: A\nas_at: {date: 2018}\nscale: s\nupdates:\n  - {item: x, ratng: Red}\n"
    read = read_record("a.yml", text.encode(), Report, names={"x": "“Seeing children” (4)"})
    assert read.findings[0].message.startswith("“Seeing children” (4): “ratng” is not a key")


def _facts() -> object:
    from tests.factories import make_plan  # noqa: PLC0415 - only here

    plan: Plan = make_plan()
    return plan.facts
