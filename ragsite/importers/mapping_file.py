"""A proposed mapping as a file that a person can read and correct: each choice with its reason beside it."""

from collections.abc import Iterator

from ragsite.importers import write
from ragsite.importers.proposal import Proposal
from ragsite.importers.remarks import About, Remark

_HEAD = """\
# What is what in this tracker. Proposed by “ragsite import” from its headers; correct it, and import again.
# On the left stand the fields of the plan, on the right the headers of the tracker. The guide “Import a tracker”
# lists every field.
"""


def mapping_text(proposal: Proposal, *, plan: str) -> str:
    """The text of the mapping's file."""
    return _HEAD + write.new_text({"plan": plan, **proposal.data}, notes=proposal.reasons)


def told_of(proposal: Proposal) -> Iterator[Remark]:
    """What is proposed, and why."""
    columns = proposal.data["columns"]
    by_reason: dict[str, list[str]] = {}
    for name, reason in proposal.reasons.items():
        source = f" from {_named(columns[name])}" if name in columns else ""
        by_reason.setdefault(reason, []).append(f"{name}{source}")
    for reason, found in by_reason.items():
        yield Remark(About.PROPOSED, f"{', '.join(found)}: {reason}.")


def _named(names: str | list[str]) -> str:
    return f"“{names}”" if isinstance(names, str) else " and ".join(f"“{name}”" for name in names)
