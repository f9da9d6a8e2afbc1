"""Exporters (being written)."""

from collections.abc import Iterator
from typing import Any


def all_files(public: object) -> Iterator[Any]:
    """Nothing yet."""
    yield from ()
