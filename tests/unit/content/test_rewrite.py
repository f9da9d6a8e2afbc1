"""A file written anew: it holds what was asked for, and every line that did not need to change is as it was."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from ragsite.content.rewrite import rewrite, values_in
from ragsite.content.scalars import flow, scalar
from tests.reading import CONTENT

FILE = """\
# At the head
id: 2026-03   # the id
summary: >-
  A folded
  text.
updates:
  # first
  - item: a       # about a
    rating: "4"
    progress:
      - One.   # said on Monday
      - {text: "Two, and more.", source: 45}
    due: {date: 2026-09, reason: Late}

  # second
  - {item: b, rating: Red, evidence: [x, y]}
  - item: c
    rating:
      printed: ""   # blank
      level: red
# At the foot
"""

PROGRESS = ' progress:\n      - One.   # said on Monday\n      - {text: "Two, and more.", source: 45}'
SECOND = "  - {item: b, rating: Red, evidence: [x, y]}"

SIGNS = st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029")
TEXTS = st.text(SIGNS, max_size=200)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(st.sampled_from("abcdef"), inner, min_size=1)
    ),
    max_leaves=12,
)


def edited(path: tuple[Any, ...], value: Any) -> str:
    """The file with one value set, or taken out where it is None."""
    data = values_in(FILE)
    owner = data
    for part in path[:-1]:
        owner = owner[part]
    if value is None:
        del owner[path[-1]]
    elif isinstance(path[-1], int) and path[-1] == len(owner):
        owner.append(value)
    else:
        owner[path[-1]] = value
    made = rewrite(FILE, data)
    assert values_in(made) == data
    return made


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yml")), ids=lambda path: path.name)
def test_a_file_that_holds_it_already_stays_as_it_is(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert rewrite(text, values_in(text)) == text


@pytest.mark.parametrize(
    ("path", "value", "was", "now"),
    [
        (("id",), "2026-06", "id: 2026-03   # the id", "id: 2026-06   # the id"),
        (("summary",), "Short.", ">-\n  A folded\n  text.", "Short."),
        (("updates", 0, "rating"), "3", 'rating: "4"', 'rating: "3"'),
        (("updates", 0, "rating"), "", 'rating: "4"', 'rating: ""'),
        (("updates", 0, "progress", 0), "Won.", "- One.   # said", "- Won.   # said"),
        (("updates", 0, "progress"), "All.", PROGRESS, " progress: All."),
        (("updates", 0, "progress", 1), None, '      - {text: "Two, and more.", source: 45}\n', ""),
        (("updates", 0, "progress", 2), "New.", "source: 45}\n", "source: 45}\n      - New.\n"),
        (("updates", 0, "due", "date"), "2026-12", "{date: 2026-09, reason", "{date: 2026-12, reason"),
        (("updates", 0, "due"), None, "    due: {date: 2026-09, reason: Late}\n", ""),
        (("updates", 0, "status"), "Open", "reason: Late}\n", "reason: Late}\n    status: Open\n"),
        (("updates", 1, "rating"), "Green", SECOND, "  - item: b\n    rating: Green\n    evidence: [x, y]"),
        (("updates", 2, "rating", "level"), "green", "level: red", "level: green"),
        (("updates", 2, "rating"), "Red", ' rating:\n      printed: ""   # blank\n      level: red', " rating: Red"),
        (("updates", 2), None, '  - item: c\n    rating:\n      printed: ""   # blank\n      level: red\n', ""),
        (("updates", 3), {"item": "d", "rating": ""}, "level: red\n", 'level: red\n  - {item: d, rating: ""}\n'),
        (("label",), "March", "level: red\n", "level: red\nlabel: March\n"),
    ],
)  # fmt: skip
def test_only_the_lines_of_the_change_differ(path: tuple[Any, ...], value: Any, was: str, now: str) -> None:
    assert FILE.count(was) == 1
    assert edited(path, value) == FILE.replace(was, now)


def test_a_remark_beside_a_text_never_becomes_part_of_it() -> None:
    long = "Many words " * 20
    assert f">-   # the id\n  {long[:20]}" in edited(("id",), long.strip())


def test_the_line_breaks_of_the_file_are_kept() -> None:
    text = FILE.replace("\n", "\r\n")
    data = values_in(text)
    data["updates"][0]["risks"] = ["One.", "Two " * 60 + "end."]
    made = rewrite(text, data)
    assert made.count("\n") == made.count("\r\n") > text.count("\r\n")


def test_a_last_line_without_a_break_is_no_trouble() -> None:
    assert rewrite("a: b", {"a": "b", "c": ["d"]}) == "a: b\nc: [d]"


@example(value={"a": "\xa0"}, place=("summary",))
@given(value=VALUES, place=st.sampled_from([("summary",), ("updates", 0, "progress"), ("updates", 1, "x"), ("new",)]))
def test_any_value_reads_back(value: Any, place: tuple[Any, ...]) -> None:
    data = values_in(FILE)
    owner = data
    for part in place[:-1]:
        owner = owner[part]
    owner[place[-1]] = value
    made = rewrite(FILE, data)
    assert values_in(made) == data
    assert made.startswith("# At the head\n")
    assert made.endswith("# At the foot\n") or "new" in place
    assert rewrite(made, data) == made


@given(text=TEXTS)
def test_a_text_is_written_so_that_it_reads_as_itself(text: str) -> None:
    assert values_in("k: " + "\n".join(scalar(text, 2)) + "\n") == {"k": text}
    assert values_in(f"[{flow(text)}]") == [text]


@pytest.mark.parametrize("text", ["1.10", "NO", "~", "01", "true", "null", "=", "<<", "0x1f", "1e3", "4"])
def test_what_programs_take_for_something_else_is_quoted(text: str) -> None:
    assert scalar(text, 0) == (f'"{text}"',)
    assert yaml.safe_load(scalar(text, 0)[0]) == text


@pytest.mark.parametrize("text", ["2026-03", "Green", "p1-a1", "Done, all of it.", "99%", "it's"])
def test_plain_words_stay_plain(text: str) -> None:
    assert scalar(text, 0) == (text,)
