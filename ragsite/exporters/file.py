"""What an exporter makes: a file of the public site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """One file: `path` is its site address, such as `/plans/x/data/items.csv`."""

    path: str
    content: bytes
