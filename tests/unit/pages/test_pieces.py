"""Cutting props: nothing is lost, nothing is told twice, each piece keeps to its room and says what it holds."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ragsite.pages.pieces import is_longer, pieces, rows, size

CELLS = st.lists(st.text(max_size=60), min_size=1, max_size=3)
TABLE = st.builds(lambda rows: {"caption": "Items", "rows": rows, "note": None}, st.lists(CELLS, max_size=12))
SECTION = st.one_of(
    st.builds(lambda table: {"title": "A table", "table": table}, TABLE),
    st.builds(lambda entries: {"title": "Entries", "entries": entries}, st.lists(st.text(max_size=90), max_size=9)),
    st.builds(lambda text: {"title": "Prose", "text": text}, st.text(max_size=200)),
)
PAGE = st.builds(lambda sections: {"sections": sections, "pager": None}, st.lists(SECTION, max_size=8))


def leaves(props: dict[str, Any]) -> list[object]:
    """Every row, entry and section of prose, in reading order."""
    found: list[object] = []
    for section in props["sections"]:
        within = section.get("entries") if "entries" in section else (section.get("table") or {}).get("rows")
        found.extend([section["text"]] if "text" in section else within or [])
    return found


@given(PAGE, st.integers(200, 3000))
def test_pieces_hold_every_entry_once_and_in_order(props: dict[str, Any], room: int) -> None:
    found = list(pieces(props, room=room))
    assert [leaf for piece in found for leaf in leaves(dict(piece))] == leaves(props)


@given(PAGE, st.integers(200, 3000))
def test_a_piece_is_longer_than_its_room_only_where_one_entry_is(props: dict[str, Any], room: int) -> None:
    for piece in pieces(props, room=room):
        assert size(piece) <= room + 400 or len(leaves(dict(piece))) <= 1


@given(PAGE)
def test_what_fits_is_not_touched(props: dict[str, Any]) -> None:
    assert list(pieces(props, room=10**9)) == [props]
    assert not is_longer(props, 10**9)


def table(number: int, **more: Any) -> dict[str, Any]:
    return {"caption": "Items", "columns": ["A"], "rows": [[f"row {place}"] for place in range(number)], **more}


def cut(section: dict[str, Any], room: int = 600) -> list[dict[str, Any]]:
    return [dict(piece["sections"][0]) for piece in pieces({"sections": [section]}, room=room)]


def test_a_table_that_is_cut_says_which_rows_it_holds_and_goes_on_under_its_heading() -> None:
    first, *_, last = cut({"id": "items", "title": "Items", "table": table(30, fold="Show all 30")})
    held = len(first["table"]["rows"])
    assert first["title"] == "Items"
    assert last["title"] == "Items (continued)"
    assert first["table"]["caption"] == f"Items, rows 1 to {held} of 30"
    assert last["table"]["fold"].endswith(" to 30 of 30")
    assert last["table"]["columns"] == ["A"]


def test_rows_that_go_on_within_a_group_begin_with_its_heading() -> None:
    rows = [{"cells": [f"row {place}"], "group": "Area 1" if place == 0 else None} for place in range(30)]
    found = cut({"title": "Items", "table": {"caption": "Items", "rows": rows}}, room=900)
    assert len(found) > 2
    assert [piece["table"]["rows"][0]["group"] for piece in found[1:]] == ["Area 1 (continued)"] * (len(found) - 1)


def test_parts_of_a_page_that_come_later_are_absent_before_and_gone_after() -> None:
    areas = {"title": "Areas", "entries": ["a"]}
    props = {"parts": {"listed": {"title": "Listed", "table": table(30)}, "areas": areas}}
    first, *_, last = pieces(props, room=600)
    assert first["parts"]["areas"] is None
    assert last["parts"]["areas"] == areas
    assert list(pieces({"index": None, "sections": []}, room=10)) == [{"index": None, "sections": []}]


def test_a_table_without_rows_is_kept_as_it_says_so() -> None:
    empty = {"title": "Nothing", "table": table(0, empty="None.")}
    found = list(pieces({"sections": [{"title": "Items", "table": table(30)}, empty]}, room=600))
    assert found[-1]["sections"][-1] == empty
    assert sum(empty in piece["sections"] for piece in found) == 1


def test_rows_count_what_grows_wherever_it_stands() -> None:
    entry = {"title": "R1", "table": table(3)}
    assert rows({"index": {"title": "All", "entries": [entry, {"title": "R2", "table": None}]}, "hero": [1, 2]}) == 4


def test_samples_find_a_long_list_and_near_its_room_all_is_measured() -> None:
    props = {"rows": [["x" * 100]] * 80}
    assert is_longer(props, size(props) - 1)
    assert not is_longer(props, size(props))
    assert not is_longer({"rows": [["x" * 100], *([["x"]] * 99)]}, 2500)
