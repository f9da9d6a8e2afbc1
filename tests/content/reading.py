"""The content files read as plain YAML, so that tests can work out what a view must say without the views' help."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

PLANS = Path(__file__).resolve().parents[2] / "content" / "plans"
Written = dict[str, Any]


@cache
def read(path: str) -> Any:
    """A file below `content/plans`; every value is text, as the content format reads it."""
    return yaml.load((PLANS / path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def items(plan: str) -> list[Written]:
    """Every item of a plan at every level, in the order of the file; `above` are the ids over it."""
    return list(_walk(read(f"{plan}/items.yml")["items"], ()))


def _walk(found: list[Written], above: tuple[str, ...]) -> Iterator[Written]:
    for item in found:
        yield {**item, "above": above}
        yield from _walk(item.get("items") or [], (*above, item["id"]))


def ratings(plan: str, report: str) -> dict[str, str]:
    """The printed ratings of a report by item."""
    updates = read(f"{plan}/reports/{report}.yml")["updates"]
    found = {update["item"]: update["rating"] for update in updates if update.get("rating")}
    return {item: one if isinstance(one, str) else one.get("printed", "") for item, one in found.items()}
