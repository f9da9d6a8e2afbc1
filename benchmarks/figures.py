"""Figures kept as JSON between a measurement and the page that shows them."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any


def keep(path: Path, figures: Sequence[Any]) -> None:
    """Writes frozen records; called after each size, so that a run that is cut off keeps what it has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(one) for one in figures], indent=1) + "\n", encoding="utf-8")


def kept(path: Path) -> list[dict[str, Any]]:
    """What `keep` wrote, as plain values."""
    read: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return read
