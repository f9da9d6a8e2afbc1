"""A proposed mapping as a file that a person can read and correct: each choice with its reason beside it."""

from collections.abc import Mapping as Dict
from typing import Any

from ragsite.importers import write
from ragsite.importers.proposal import Proposal

_HEAD = """\
# What is what in this tracker. Proposed by “ragsite import” from its headers; correct it, and import again.
# On the left stand the fields of the plan, on the right the headers of the tracker. The guide “Import a tracker”
# lists every field.
"""


def mapping_text(proposal: Proposal, *, plan: str) -> str:
    """The text of the mapping's file."""
    data: dict[str, Any] = {"plan": plan, **_without(proposal.data, "columns")}
    data["columns"] = proposal.data["columns"]
    document = write.value(data)
    for name, reason in proposal.reasons.items():
        holder = document["columns"] if name in document["columns"] else document
        if name in holder and isinstance(holder[name], str):
            write.note(holder, name, reason)
    return _HEAD + write.write(document)


def _without(data: Dict[str, Any], key: str) -> dict[str, Any]:
    return {name: part for name, part in data.items() if name != key}
