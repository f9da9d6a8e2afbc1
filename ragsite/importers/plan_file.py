"""A new plan's `plan.yml`, and a `site.yml` where there is none: what can be known, and clear places to fill in."""

from collections.abc import Sequence
from typing import Any

from ragsite.importers.editions import Edition
from ragsite.importers.mapping import Mapping
from ragsite.model.base import as_id

FILL_IN = "TO FILL IN"
"""Stands at the beginning of every text that a person has to replace."""

_PLURALS = {"y": "ies", "s": "ses"}

SITE = f"""\
# yaml-language-server: $schema=.schema/site.json
title: "{FILL_IN}: the name of the site"
tagline: "{FILL_IN}: one line that says what it is about"
publisher: "{FILL_IN}: the council that publishes it"
description: "{FILL_IN}: two sentences on what readers find here"
contact:
  name: "{FILL_IN}: the team that answers questions about the site"
"""


def new_plan(key: str, title: str, *, mapping: Mapping, scales: Sequence[dict[str, Any]], file_name: str) -> Any:
    """The document of a new `plan.yml`."""
    short = title if len(title) <= 40 else title[:39].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
    organisation = mapping.organisation or f"{FILL_IN}: the organisation"
    return {
        "id": key,
        "title": title,
        "short_title": short,
        "organisation": organisation,
        "document": "Tracker",
        "status": "active",
        "summary": f"{FILL_IN}: two or three plain sentences on what the plan is and why it exists.",
        "structure": levels(mapping),
        "scales": [*scales],
        "sources": [source(file_name, organisation)],
    }


def levels(mapping: Mapping) -> list[dict[str, Any]]:
    """The levels of the tree, from the top: those above the items carry no ratings."""
    above = [mapping.sections] if mapping.sections else []
    above += [parent.kind or parent.column for parent in mapping.parents]
    kind = mapping.kind or "Action"
    made: list[dict[str, Any]] = [{"kind": one, "plural": plural(one), "rated": "false"} for one in above]
    return [*made, {"kind": kind, "plural": plural(kind)}]


def plural(kind: str) -> str:
    """The plural of a level's name: Priority, Priorities."""
    if kind.endswith(("ay", "ey", "oy")) or kind[-1] not in _PLURALS:
        return f"{kind}s"
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}es"


def source(file_name: str, publisher: str) -> dict[str, str]:
    """The entry of a tracker among a plan's sources."""
    key = as_id(file_name.rpartition(".")[0]) or "tracker"
    return {"id": key, "title": file_name, "publisher": publisher, "kind": "Tracker"}


def new_report(edition: Edition, *, scale: str, sequence: int | None) -> Any:
    """The document of a new report, without updates."""
    made: dict[str, Any] = {"id": edition.id, "label": edition.label}
    if sequence is not None:
        made["sequence"] = str(sequence)
    made["as_at"] = edition.as_at
    if edition.published:
        made["published"] = edition.published
    return {**made, "scale": scale, "updates": []}
