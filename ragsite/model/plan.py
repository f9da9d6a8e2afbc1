"""A whole plan: its facts, tree, reports, measures and evidence, with the look-ups that everything else needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ragsite.model.approval import Approval
from ragsite.model.evidence import Evidence
from ragsite.model.facts import Kind, PlanFacts
from ragsite.model.items import Item
from ragsite.model.measures import Measure, Observation
from ragsite.model.release import Gone
from ragsite.model.reports import Report, Update
from ragsite.model.scales import Rated, Rating, Scale
from ragsite.model.waivers import Waiver

NO_UPDATE = "The report gives no update for this item."
_SILENT = Rated(None, "", Rating().basis, NO_UPDATE)


@dataclass(frozen=True)
class Plan:
    """Everything one plan folder says; `reports` run from the first to the latest.

    `approvals` are by the id of their report. `withdrawn` is told in the public form alone.
    """

    facts: PlanFacts
    tree: tuple[Item, ...] = ()
    reports: tuple[Report, ...] = ()
    measures: tuple[Measure, ...] = ()
    observations: tuple[Observation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    approvals: Mapping[str, tuple[Approval, ...]] = field(default_factory=dict)
    withdrawn: tuple[Gone, ...] = ()

    def __getstate__(self) -> dict[str, object]:
        """What is kept on disk: what was read, without what was worked out of it."""
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

    @property
    def id(self) -> str:
        """The plan's id, which is its folder's name."""
        return self.facts.id

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item at every level, in the order of the source."""
        return tuple(item for root in self.tree for item in root.walk())

    @cached_property
    def item_by_id(self) -> dict[str, Item]:
        """Items by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def parent_by_id(self) -> dict[str, Item]:
        """The parent of each item that has one, by the item's id."""
        return {child.id: item for item in self.items for child in item.items}

    @cached_property
    def kind_by_id(self) -> dict[str, Kind]:
        """The level of the tree that each item stands on, by the item's id."""
        return dict(self._kinds(self.tree, 0))

    @cached_property
    def rated_items(self) -> tuple[Item, ...]:
        """The items of those levels that carry ratings."""
        return tuple(item for item in self.items if self.kind_by_id[item.id].rated)

    @cached_property
    def report_by_id(self) -> dict[str, Report]:
        """Reports by id."""
        return {report.id: report for report in self.reports}

    @cached_property
    def place_by_report(self) -> dict[str, int]:
        """The place of each report among all, from 0 for the first, by the report's id."""
        return {report.id: place for place, report in enumerate(self.reports)}

    @cached_property
    def scale_by_id(self) -> dict[str, Scale]:
        """Versions of the scale by id."""
        return {scale.id: scale for scale in self.facts.scales}

    @cached_property
    def measure_by_id(self) -> dict[str, Measure]:
        """Measures by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def evidence_by_id(self) -> dict[str, Evidence]:
        """Pieces of evidence by id."""
        return {piece.id: piece for piece in self.evidence}

    @cached_property
    def observations_by_measure(self) -> dict[str, tuple[Observation, ...]]:
        """Observations by measure id, in the order of the file."""
        grouped: dict[str, list[Observation]] = {}
        for observation in self.observations:
            grouped.setdefault(observation.measure, []).append(observation)
        return {measure: tuple(rows) for measure, rows in grouped.items()}

    @cached_property
    def measures_by_item(self) -> dict[str, tuple[Measure, ...]]:
        """Measures by the id of the item they belong to."""
        grouped: dict[str, list[Measure]] = {}
        for measure in self.measures:
            for item in measure.items:
                grouped.setdefault(item, []).append(measure)
        return {item: tuple(measures) for item, measures in grouped.items()}

    @property
    def latest(self) -> Report | None:
        """The most recent report."""
        return self.reports[-1] if self.reports else None

    def ancestors(self, item: Item) -> tuple[Item, ...]:
        """The items above `item`, from the root down."""
        parent = self.parent_by_id.get(item.id)
        return (*self.ancestors(parent), parent) if parent else ()

    def scale_of(self, report: Report) -> Scale:
        """The version of the scale that a report used."""
        return self.scale_by_id.get(report.scale) or self.facts.scales[0]

    def update(self, report: Report, item: Item) -> Update | None:
        """What a report says of an item, if anything."""
        return report.update_by_item.get(item.id)

    def rating(self, report: Report, item: Item) -> Rated:
        """An item's rating in a report; not rated, with the reason, when there is none."""
        known = self._ratings.get(id(report))
        return (self._read(report) if known is None else known).get(item.id, _SILENT)

    @cached_property
    def _ratings(self) -> dict[int, dict[str, Rated]]:
        """By the identity of the report: a former version of it, as approvals hold, has the same id."""
        return {id(report): self._read(report) for report in self.reports}

    def _read(self, report: Report) -> dict[str, Rated]:
        scale = self.scale_of(report)
        updates = report.update_by_item.values()
        return {update.item: update.rating.read(scale) for update in updates if update.rating is not None}

    def is_in(self, report: Report, item: Item) -> bool:
        """True when an item was part of the plan in a report: added by then, not closed before."""
        place = self.place_by_report
        added = place.get(item.added, 0) if item.added else 0
        closed = place.get(item.closed.report, len(place)) if item.closed else len(place)
        return added <= place[report.id] <= closed

    def title_in(self, report: Report, item: Item) -> str:
        """The title that an item had in a report; a former title where the item was renamed later."""
        place = self.place_by_report
        later = [one for one in item.former_titles if place.get(one.until, -1) > place[report.id]]
        return min(later, key=lambda one: place[one.until]).title if later else item.title

    def items_in(self, report: Report) -> tuple[Item, ...]:
        """The rated-level items of a report, and those of other levels that it rates, in source order."""
        return self._items_by_report[report.id]

    @cached_property
    def _items_by_report(self) -> dict[str, tuple[Item, ...]]:
        return {report.id: tuple(self._items_in(report)) for report in self.reports}

    def _items_in(self, report: Report) -> Iterator[Item]:
        for item in self.items:
            if self.is_in(report, item) and (self.kind_by_id[item.id].rated or self._is_rated(report, item)):
                yield item

    def _is_rated(self, report: Report, item: Item) -> bool:
        update = self.update(report, item)
        return update is not None and update.rating is not None

    def _kinds(self, items: tuple[Item, ...], depth: int) -> Iterator[tuple[str, Kind]]:
        structure = self.facts.structure
        for item in items:
            yield item.id, structure[min(depth, len(structure) - 1)]
            yield from self._kinds(item.items, depth + 1)


def order_of(report: Report) -> tuple[int, date, str]:
    """Where a report stands among a plan's reports: by its sequence, else by its date, else by its id."""
    as_at = report.as_at.date
    last = as_at.last if as_at and as_at.last else date.min
    return (report.sequence or 0, last, report.id)
