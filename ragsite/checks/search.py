"""Looking ids up in one plan, and how a reference that leads nowhere is told."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ragsite.checks.rule import Context, Problem, plan_file
from ragsite.model.base import UNREAD, Record
from ragsite.model.plan import Plan
from ragsite.problems import did_you_mean, listing

_FILES = {
    "item": ("items.yml",),
    "recommendation": ("items.yml", "plan.yml"),
    "measure": ("measures.yml",),
    "piece of evidence": ("evidence.yml",),
    "topic": ("../../topics.yml",),
}
"""Where a thing stands in a plan's folder; all others stand in plan.yml."""


@dataclass(frozen=True)
class Reference:
    """What a record names: under which key, what it should be, which ids are known, and the record's own title.

    `known` is best a mapping or a set where there are many, as every reference is looked up in it.
    """

    record: Record
    key: str
    what: str
    known: Collection[str]
    owner: str
    item: str = ""
    report: str = ""


class Search:
    """Looks ids up in one plan; what is written but was left out as faulty is not told again."""

    def __init__(self, context: Context, plan: Plan) -> None:
        self.context = context
        self.plan = plan

    def one(self, reference: Reference, wanted: str | None) -> Iterator[Problem]:
        """A problem when the one id that is named does not exist."""
        if wanted is not None and self._is_missing(reference, wanted):
            yield missing(reference, wanted, plan=self.plan.id)

    def many(self, reference: Reference, wanted: Iterable[str]) -> Iterator[Problem]:
        """A problem for each id of a list that does not exist."""
        for index, one in enumerate(wanted):
            if self._is_missing(reference, one):
                yield missing(reference, one, plan=self.plan.id, index=index)

    def _is_missing(self, reference: Reference, wanted: str) -> bool:
        if wanted in reference.known or wanted == UNREAD:
            return False
        return not self._may_be_unread(reference.what, wanted)

    def _may_be_unread(self, what: str, wanted: str) -> bool:
        """True when such a thing may stand in a part of a file that could not be read."""
        parts = [part for path in self._paths(what) for part in self.context.left_out.get(path, ())]
        if any(part == "" or part.endswith(".id") for part in parts):
            return True
        return bool(parts) and self.context.is_written(self.plan, wanted)

    def _paths(self, what: str) -> list[str]:
        if what == "report":
            folder = plan_file(self.plan, "reports") + "/"
            return [path for path in self.context.left_out if path.startswith(folder)]
        return [plan_file(self.plan, name) for name in _FILES.get(what, ("plan.yml",))]


def missing(reference: Reference, wanted: str, *, plan: str = "", index: int | None = None) -> Problem:
    """The problem of a reference that leads nowhere, with what there is instead."""
    there = f"Known: {listing(reference.known, joiner='and')}." if reference.known else "None is known."
    return Problem(
        reference.record.written_at.of(reference.key, index),
        f"{reference.owner} names the {reference.what} “{wanted}”, which does not exist. {there}",
        did_you_mean(wanted, reference.known) or f"Add the {reference.what}, or take the reference out.",
        plan,
        reference.item,
        reference.report,
    )
