"""Every text that a site's plans publish, with its place and whose it is: what rules on words and figures read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from ragsite.checks.rule import Problem, named
from ragsite.model.base import Record
from ragsite.model.evidence import Evidence
from ragsite.model.items import Item, Owner
from ragsite.model.measures import Measure
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.site import Site
from ragsite.problems import Location

WORDLESS = frozenset(
    {
        *("id", "ref", "source", "link", "extract", "unit", "measure", "item", "items", "updates", "scale", "level"),
        *("topics", "answers", "evidence", "added", "until", "split_into", "merged_into", "report", "publisher"),
        "licence",
        "disclosure",
    }
)
"""Keys that hold no sentence of their own: ids, links, names of units, and records that are read by themselves."""

QUOTED = frozenset({"printed", "as_printed"})
NOTED = frozenset({"note", "notes"})


@dataclass(frozen=True, slots=True)
class Said:
    """One text: where it stands, under which key of its file (`progress`, `notes`, `name`), and whose it is.

    `is_permitted` holds for a measure whose small counts are published as they are printed.
    """

    text: str
    location: Location
    field: str
    owner: str
    plan: str
    item: str = ""
    report: str = ""
    is_note: bool = False
    measure: str = ""
    is_permitted: bool = False

    @property
    def is_quoted(self) -> bool:
        """True when the text is the source's own print, not this site's words."""
        return self.field in QUOTED

    def problem(self, message: str, fix: str = "") -> Problem:
        """A problem at the place of this text."""
        return Problem(self.location, message, fix, self.plan, self.item, self.report)


def texts(site: Site) -> tuple[Said, ...]:
    """All texts of all plans that are to be published, plan by plan in the order of their files.

    Data notes and remarks are among them (`is_note`); what is marked `publish: false` is not.
    """
    return tuple(chain.from_iterable(map(texts_of, site.plans)))


def texts_of(plan: Plan) -> tuple[Said, ...]:
    """All texts of one plan that are to be published. One rule after another asks for those of the same plan."""
    return _texts(_Same(plan))


def site_texts(site: Site) -> tuple[Said, ...]:
    """The site's own words: how it describes itself, its topics and its glossary. They belong to no plan.

    The accessibility statement is not among them: whom it counts are those who tested the site.
    """
    settings = site.settings
    own = Said("", Location(""), "", f"“{settings.title}”", "")
    told: list[tuple[Record, Said, tuple[str, ...]]] = [(settings, own, ("tagline", "description", "about"))]
    told += [(topic, replace(own, owner=f"The topic “{topic.title}”"), ("summary",)) for topic in site.topics]
    told += [(term, replace(own, owner=f"The term “{term.term}”"), ("meaning", "note")) for term in site.terms]
    return tuple(said for record, about, keys in told for said in _within(record, about) if said.field in keys)


class _Same:
    """A plan as the key of a cache: the same object, since comparing two plans by value takes as long as reading."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.plan is self.plan


@lru_cache(maxsize=1)
def _texts(same: _Same) -> tuple[Said, ...]:
    return tuple(_of_plan(same.plan))


def _of_plan(plan: Plan) -> Iterator[Said]:
    about = Said("", Location(""), "", f"“{plan.facts.title}”", plan.id)
    yield from _within(plan.facts, about)
    for root in plan.tree:
        yield from _of_item(root, about)
    for measure in plan.measures:
        if measure.publish:
            yield from _within(measure, _of_measure(measure, about))
    for row in plan.observations:
        owner = plan.measure_by_id.get(row.measure)
        if owner and owner.publish:
            yield from _within(row, _of_measure(owner, about))
    for piece in plan.evidence:
        if piece.publish:
            yield from _within(piece, replace(about, owner=f"Evidence “{piece.title}”", item=_first(piece)))
    for report in plan.reports:
        if report.publish:
            yield from _of_report(plan, report, about)


def _of_measure(measure: Measure, about: Said) -> Said:
    permit = measure.disclosure.publish_as_printed
    owner = f"Measure “{measure.name}”"
    return replace(about, owner=owner, item=_first(measure), measure=measure.id, is_permitted=permit is not None)


def _of_item(item: Item, about: Said) -> Iterator[Said]:
    if item.publish:
        yield from _within(item, replace(about, owner=named(item), item=item.id))
        for child in item.items:
            yield from _of_item(child, about)


def _of_report(plan: Plan, report: Report, about: Said) -> Iterator[Said]:
    here = replace(about, owner=f"Report “{report.label}”", report=report.id)
    yield from _within(report, here)
    for update in report.updates:
        item = plan.item_by_id.get(update.item)
        if update.publish and item and item.publish:
            yield from _within(update, replace(here, owner=named(item), item=item.id))


def _within(record: Record, about: Said) -> Iterator[Said]:
    """The texts of a record and of those in it; a record made of one text alone stands where it is listed."""
    for key in _keys(type(record)):
        value = getattr(record, key)
        if not value or not isinstance(value, str | tuple | Record):
            continue
        field = about.field if key == "text" and about.field else key
        is_note = about.is_note or key in NOTED
        for index, entry in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            where = record.written_at.of(key, index) if record.place else about.location
            if type(entry) is str:
                yield replace(about, text=entry, location=where, field=field, is_note=is_note)
            elif isinstance(entry, Record):
                inner = replace(about, location=where, field=field, is_note=is_note)
                yield from _within(entry, inner)


@lru_cache
def _keys(kind: type[Record]) -> tuple[str, ...]:
    wordless = WORDLESS | {"place"} | ({"name"} if kind is Owner else set())
    return tuple(key for key in kind.model_fields if key not in wordless)


def _first(record: Measure | Evidence) -> str:
    return record.items[0] if record.items else ""
