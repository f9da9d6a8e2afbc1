"""The props of a long page in pieces: lists that grow with a plan or the site are cut, and all else is kept whole."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Props = Mapping[str, Any]

GROWING = frozenset(
    (
        *("charts", "closing", "corrections", "entries", "groups", "index", "kinds", "lists", "parts", "rows"),
        *("scales", "sections", "table", "tables"),  # of any page
        *("areas", "improved", "listed", "rules", "unresolved"),  # of the report by exception
        *("best", "cards", "compare", "gaps", "marks", "plans", "questions", "ways"),  # of the site as a whole
    )
)
"""The names under which props hold what there is more of in a larger plan or site, wherever they stand."""

LEAVES = frozenset(("rows", "charts"))
"""The names of lists whose entries hold no such list themselves."""

SAMPLED = 8
NEAR = 0.7
"""One entry in how many is measured first, and from which part of the room on all are."""

PER_VALUE = 15
PER_RECORD = 35
BADGE = 40
"""In characters, as measured on built pages: what markup adds to a text and to a mapping, and how long a badge is,
whose meaning is not shown."""


def pieces(props: Props, *, room: int) -> Iterator[Props]:
    """`props` as one or more props of the same shape, each of about `room` characters of markup at most.

    Lists under the names of `GROWING` are dealt out in reading order. What is cut goes on in the next piece under the
    same heading, which says so; a table tells which of its rows a piece holds. A single entry is never cut.
    """
    rest: Props | None = props
    while rest is not None:
        piece, rest, _ = _taken(rest, room, must=True)
        yield piece


def rows(props: Props) -> int:
    """How many entries of growing lists there are; those that hold such lists themselves count with theirs."""
    return sum(_rows(name, value) for name, value in props.items() if name in GROWING and value)


def _rows(name: str, value: object) -> int:
    if name in LEAVES:
        return len(_listed(value))
    if isinstance(value, dict):
        return rows(value)
    return sum(max(1, rows(one)) if isinstance(one, dict) else 1 for one in _listed(value))


def _listed(value: object) -> Sequence[Any]:
    return value if isinstance(value, (list, tuple)) else ()


def is_longer(props: Props, room: int) -> bool:
    """Whether `props` become more than `room` characters; few samples of each list tell, unless it is near."""
    told = size(props, every=SAMPLED)
    return told > room * NEAR and size(props) > room


def size(value: object, *, every: int = 1) -> int:
    """About how many characters of markup a value becomes, reckoned from one in `every` entries of long lists."""
    if isinstance(value, str):
        return len(value) + PER_VALUE
    if isinstance(value, dict):
        return PER_RECORD + sum([_size_of(name, one, every) for name, one in value.items()])
    if isinstance(value, (list, tuple)):
        return _size_of_list(value, every)
    return PER_VALUE // 2 if value is None or isinstance(value, (int, float)) else len(repr(value))


def _size_of(name: str, value: object, every: int) -> int:
    return BADGE if value and name.endswith("badge") else size(value, every=every)


def _size_of_list(listed: Sequence[Any], every: int) -> int:
    if every == 1 or len(listed) < every * 4:
        return sum([size(one, every=every) for one in listed])
    taken = listed[::every]
    return sum([size(one, every=every) for one in taken]) * len(listed) // len(taken)


def _taken(props: Props, room: int, *, must: bool) -> tuple[Props, Props | None, int]:
    """The first piece of `props`, what remains of it, and the room that is left; with `must` it holds something."""
    head, tail = dict(props), dict(props)
    left = room - _own_size(props)
    is_cut = False
    for name, value in props.items():
        if name not in GROWING or not value:
            continue
        if is_cut:
            head[name] = _nothing(value)
            continue
        head[name], rest, left = _cut(value, left, must=must)
        tail[name] = _nothing(value) if rest is None else rest
        must, is_cut = must and not head[name], rest is not None
    return (*_told(props, head, tail), left) if is_cut else (_numbered(head), None, left)


def _nothing(value: object) -> object:
    return None if isinstance(value, dict) else []


def _cut(value: object, room: int, *, must: bool) -> tuple[Any, Any, int]:
    if isinstance(value, dict):
        if not must and room < _size_of_first(value):
            return None, value, room
        return _taken(value, room, must=must)
    if not isinstance(value, (list, tuple)):
        return value, None, room - size(value)
    return _cut_list(value, room, must=must)


def _cut_list(listed: Sequence[Any], room: int, *, must: bool) -> tuple[Any, Any, int]:
    head: list[Any] = []
    for place, one in enumerate(listed):
        is_first = must and not head
        if not is_first and room < _size_of_first(one):
            return head, listed[place:], room
        if not isinstance(one, dict) or not rows(one):
            head.append(one)
            room -= size(one)
            continue
        taken, rest, room = _taken(one, room, must=is_first)
        head.append(taken)
        if rest is not None:
            return head, [rest, *listed[place + 1 :]], room
    return head, None, room


def _size_of_first(value: object) -> int:
    """The least room that a first piece of a value takes: its own texts, and the first entry of what grows in it."""
    if not isinstance(value, dict) or not rows(value):
        return size(value)
    first = next(one for name, one in value.items() if name in GROWING and one and _rows(name, one))
    return _own_size(value) + (_size_of_first(first) if isinstance(first, dict) else _size_of_first(_listed(first)[0]))


def _own_size(props: Props) -> int:
    """What every piece of `props` holds, whatever of its lists it has."""
    return PER_RECORD + sum(_size_of(name, value, 1) for name, value in props.items() if name not in GROWING)


def _told(whole: Props, head: dict[str, Any], tail: dict[str, Any]) -> tuple[Props, Props]:
    """The two sides of a cut, where both say what they hold."""
    title = whole.get("title")
    if isinstance(title, str) and not title.endswith(CONTINUED):
        tail["title"] = title + CONTINUED
    if whole.get("rows"):
        first, total = whole.get("first_row", 1), whole.get("all_rows", len(whole["rows"]))
        head |= {"first_row": first, "all_rows": total}
        tail |= {"first_row": first + len(head["rows"]), "all_rows": total, "rows": _headed(head["rows"], tail["rows"])}
    return _numbered(head), tail


CONTINUED = " (continued)"


def _headed(before: Sequence[Any], after: Sequence[Any]) -> Sequence[Any]:
    """Rows that go on within a group begin with the group's heading."""
    groups = [row["group"] for row in before if isinstance(row, dict) and row.get("group")]
    first = after[0]
    if not groups or not isinstance(first, dict) or first.get("group"):
        return after
    return [{**first, "group": groups[-1].removesuffix(CONTINUED) + CONTINUED}, *after[1:]]


def _numbered(table: dict[str, Any]) -> Props:
    """A table that was cut tells which rows it holds; what unfolds it does so too."""
    if "first_row" not in table:
        return table
    first = table["first_row"]
    said = f", rows {first} to {first + len(table['rows']) - 1} of {table['all_rows']}"
    return {**table, **{name: f"{table[name]}{said}" for name in ("caption", "fold") if table.get(name)}}
