"""The evidence register in use: which items and reports rest on each piece, and which pieces nobody uses."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ragsite.model.evidence import Evidence
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.views.kept import kept


@dataclass(frozen=True)
class Use:
    """One use of a piece: an item, and the report whose update names it.

    `report` is None where the register itself says that the piece supports the item, whatever the report.
    """

    piece: Evidence
    item: Item
    report: Report | None


@dataclass(frozen=True)
class Entry:
    """One piece of the register with its uses, in the order of the tree and then of the reports."""

    piece: Evidence
    uses: tuple[Use, ...]

    @property
    def is_used(self) -> bool:
        """True when an item or an update names the piece."""
        return bool(self.uses)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that use the piece, each once, in the order of the tree."""
        return tuple({use.item.id: use.item for use in self.uses}.values())


@dataclass(frozen=True)
class Register:
    """The whole register of a plan, in the order of its file."""

    entries: tuple[Entry, ...]

    @property
    def unused(self) -> tuple[Evidence, ...]:
        """The pieces that no item and no update names."""
        return tuple(entry.piece for entry in self.entries if not entry.is_used)

    @cached_property
    def uses_by_item(self) -> dict[str, tuple[Use, ...]]:
        """Uses by the id of the item, in the order of the register; an item without evidence is absent."""
        grouped: dict[str, list[Use]] = {}
        for entry in self.entries:
            for use in entry.uses:
                grouped.setdefault(use.item.id, []).append(use)
        return {item: tuple(uses) for item, uses in grouped.items()}

    def evidence_of(self, item: Item) -> tuple[Evidence, ...]:
        """The pieces that an item rests on in any report, each once, in the order of the register."""
        return tuple({use.piece.id: use.piece for use in self.uses_by_item.get(item.id, ())}.values())


@kept
def register(plan: Plan) -> Register:
    """The register of a plan; names of pieces or items that do not exist are passed over."""
    found = sorted(set(_named(plan)))
    uses: dict[str, list[Use]] = {}
    for item_number, report_number, piece_id in found:
        report = plan.reports[report_number] if report_number >= 0 else None
        use = Use(plan.evidence_by_id[piece_id], plan.items[item_number], report)
        uses.setdefault(piece_id, []).append(use)
    return Register(tuple(Entry(piece, tuple(uses.get(piece.id, ()))) for piece in plan.evidence))


def _named(plan: Plan) -> Iterator[tuple[int, int, str]]:
    """Every use as (number of the item in the tree, number of the report or -1, id of the piece)."""
    numbers = {item.id: number for number, item in enumerate(plan.items)}
    for piece in plan.evidence:
        yield from ((numbers[item], -1, piece.id) for item in piece.items if item in numbers)
    for report_number, report in enumerate(plan.reports):
        for update in report.updates:
            if update.item not in numbers:
                continue
            for piece_id in update.evidence:
                if piece_id in plan.evidence_by_id:
                    yield numbers[update.item], report_number, piece_id
