"""What a column and a table of the open data are."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

Cell = str | int | Decimal | bool | None
"""The value of one cell before it is written; None where there is none."""

Row = Mapping[str, Cell]
"""One row: its cells by the name of their column."""


class Type(StrEnum):
    """The kinds of column, by their names in a Frictionless Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, in plain words; `allowed` lists its values where only some are allowed."""

    name: str
    description: str
    type: Type = Type.STRING
    allowed: tuple[str, ...] = ()
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Columns of one table whose values stand in a column of another (or, without `table`, of the same)."""

    column: str
    table: str
    to: str


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file: its name without ending, what it holds, what one row is, and its columns in order."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def file_name(self) -> str:
        """The name of the file: `items.csv`."""
        return f"{self.name}.csv"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)
