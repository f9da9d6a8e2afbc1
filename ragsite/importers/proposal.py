"""A mapping proposed from a tracker's own headers and cells, with the reason for each choice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from ragsite.importers.dates import likely_order, looks_like_date
from ragsite.importers.fields import FIELDS, ONCE, PARENT_WORDS, field_of, plain_key
from ragsite.importers.header import Layout
from ragsite.importers.periods import find_period
from ragsite.importers.rating_words import is_no_rating, known_word
from ragsite.importers.tables import Cell

NAMED = "the usual header"


@dataclass
class Proposal:
    """The mapping as it is to be written, and why: reasons by field."""

    data: dict[str, Any]
    reasons: dict[str, str] = field(default_factory=dict)


@dataclass
class _Column:
    name: str
    cells: list[Cell]

    @property
    def filled(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.text]

    def share(self, count: int) -> float:
        return count / max(len(self.cells), 1)

    @property
    def rated(self) -> float:
        """How much of the column is ratings, in words or in colours."""
        words = sum(known_word(cell.text) is not None for cell in self.filled)
        fills = sum(cell.fill is not None and not cell.text for cell in self.cells)
        others = sum(not known_word(cell.text) and not is_no_rating(cell.text) for cell in self.filled)
        return self.share(words + fills) if words + fills > others else 0

    @property
    def is_date(self) -> bool:
        return len(self.filled) > 0 and sum(map(looks_like_date, self.filled)) >= 0.6 * len(self.filled)

    @property
    def is_code(self) -> bool:
        texts = [cell.flat for cell in self.filled]
        short = all(len(text) <= 24 and " " not in text.strip() for text in texts)
        numbered = sum(any(sign.isdigit() for sign in text) for text in texts) >= 0.8 * len(texts)
        return short and numbered and len(set(texts)) == len(texts) >= 0.8 * len(self.cells) > 0 and not self.is_date


def propose(layout: Layout) -> Proposal:
    """What each column most likely is."""
    columns = _columns(layout)
    made: dict[str, list[str]] = {}
    reasons: dict[str, str] = {}
    titled = [column for column in columns if field_of(column.name) == "title"]
    if titled:
        made["title"] = [max(titled, key=_titledness).name]
        reasons["title"] = (
            NAMED if len(titled) == 1 else f"of {len(titled)} columns that may name the items, its cells differ most"
        )
    for column in columns:
        if name := _by_header(column, made, columns):
            made.setdefault(name, []).append(column.name)
            reasons.setdefault(name, NAMED)
    _keep_one_rating(made, reasons, columns)
    _by_content(columns, made, reasons)
    parents = _parents(columns, made)
    data: dict[str, Any] = {"columns": {name: _one_or_many(made[name]) for name in FIELDS if made.get(name)}}
    if layout.is_turned:
        data["transposed"] = "true"
        reasons["transposed"] = "the names of the fields stand down the side"
    if parents:
        data["parents"] = parents
        reasons["parents"] = "rows that follow each other share each of its values"
    if kind := _kind(made.get("title", [""])[0]):
        data["kind"] = kind
    _propose_orders(data, reasons, columns, made.get("due", ()))
    return Proposal(data, reasons)


def _columns(layout: Layout) -> list[_Column]:
    found: dict[str, _Column] = {}
    for place, name in enumerate(layout.names):
        cells = [row[place] for row in layout.body if any(cell.text for cell in row)]
        if name:
            found.setdefault(plain_key(name), _Column(name, [])).cells.extend(cells)
    return list(found.values())


def _by_header(column: _Column, made: dict[str, list[str]], columns: Sequence[_Column]) -> str:
    name = field_of(column.name)
    if name == "status" and column.rated >= 0.6 and not any(field_of(one.name) == "rating" for one in columns):
        name = "rating"
    if name == "rating" and not column.rated and column.is_date:
        return ""
    if name == "due" and column.filled and not any(map(looks_like_date, column.filled)) and _is_long(column):
        return "progress"
    if name == "id" and column.filled and _is_long(column):
        return "text"
    if name == "title":
        return "text" if column.name not in made["title"] and _is_long(column) else ""
    if name in ONCE and name != "rating" and made.get(name):
        return ""
    return name


def _is_long(column: _Column) -> bool:
    return sum(len(cell.text) for cell in column.filled) > 40 * max(len(column.filled), 1)


def _titledness(column: _Column) -> tuple[float, bool, bool]:
    """How well a column names the items: its cells differ, its header is not that of a level above, it holds words."""
    texts = [cell.flat for cell in column.filled]
    is_level = PARENT_WORDS.search(plain_key(column.name)) is not None
    return (round(column.share(len(set(texts))), 1), not is_level, not column.is_code)


def _keep_one_rating(made: dict[str, list[str]], reasons: dict[str, str], columns: Sequence[_Column]) -> None:
    """Several rating columns are several reports where each header names a period; else the fullest is the rating."""
    names = made.get("rating", [])
    if len(names) < 2:
        return
    periods = [name for name in names if find_period(name.split(" > ")[-1])]
    if len(periods) > 1:
        made["rating"] = periods
        reasons["rating"] = "each header names a period: each becomes a report"
        return
    best = max((one for one in columns if one.name in names), key=lambda one: one.rated)
    made["rating"] = [best.name]
    reasons["rating"] = f"of {len(names)} columns that may be ratings, this one holds most of them"


def _by_content(columns: Sequence[_Column], made: dict[str, list[str]], reasons: dict[str, str]) -> None:
    """Fields that no header named, found by what stands in the columns."""
    free = [one for one in columns if one.filled or one.rated]
    free = [one for one in free if not any(one.name in names for names in made.values())]

    def take(name: str, chosen: _Column | None, why: str) -> None:
        if chosen is not None and name not in made:
            made[name] = [chosen.name]
            reasons[name] = why
            free.remove(chosen)

    if "rating" not in made:
        take("rating", next((one for one in free if one.rated >= 0.6), None), "most of its cells are ratings")
    if "id" not in made and columns[:1] and columns[0] in free and columns[0].is_code:
        take("id", columns[0], "each of its cells is a short code of its own")
    if "due" not in made:
        dated = [one for one in free if one.is_date and field_of(one.name) == "" and not _is_start(one.name)]
        take("due", dated[0] if len(dated) == 1 else None, "most of its cells are dates")
    if "title" not in made:
        worded = [one for one in free if one.filled and not one.is_date and not one.rated and not one.is_code]
        worded = worded or [one for one in columns if one.name in made.get("text", ())]
        best = max(worded, key=_distinctness, default=None)
        if best is not None and best not in free:
            made["title"] = [best.name]
            made["text"].remove(best.name)
            reasons["title"] = "no other column names the items"
        else:
            take("title", best, "its cells differ from row to row and hold words")


def _distinctness(column: _Column) -> float:
    texts = [cell.flat for cell in column.filled]
    length = sum(map(len, texts)) / max(len(texts), 1)
    return column.share(len(set(texts))) * min(length, 60) / (1 if length < 160 else 3)


def _is_start(name: str) -> bool:
    return re.search(r"\b(?:start|begin|updated|created|completed|actual)", plain_key(name)) is not None


def _parents(columns: Sequence[_Column], made: dict[str, list[str]]) -> list[Any]:
    """A column that groups the rows under a priority or theme: merged or repeated, and named for such a level."""
    used = {name for names in made.values() for name in names}
    for column in columns:
        if column.name in made.get("title", ()):
            break
        texts = [cell.flat for cell in column.filled]
        groups, runs = len(set(texts)), sum(1 for _ in groupby(texts))
        is_grouping = 1 < groups == runs <= len(column.cells) / 2 and len(texts) == len(column.cells)
        if column.name not in used and is_grouping and PARENT_WORDS.search(plain_key(column.name)):
            return [{"column": column.name, "kind": _kind(column.name) or column.name}]
    return []


def _kind(header: str) -> str:
    words = re.sub(r"\b(?:name|title|no|number|description)\b", "", plain_key(header)).split()
    return " ".join(words).capitalize() if 0 < len(words) < 3 and all(word.isalpha() for word in words) else ""


def _propose_orders(
    data: dict[str, Any], reasons: dict[str, str], columns: Iterable[_Column], due: Sequence[str]
) -> None:
    for column in columns:
        order, shown, ambiguous = likely_order(column.cells)
        if column.name in due and order and ambiguous:
            data.setdefault("dates", {})[column.name] = order
            reasons["dates"] = f"{shown} of its dates can only be read so; {ambiguous} could be read either way"


def _one_or_many(names: Sequence[str]) -> Any:
    return names[0] if len(names) == 1 else list(names)
