"""Every text that a site's plans publish, with its place and whose it is: what rules on words and figures read."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from ragsite.checks.latest import kept_for_latest
from ragsite.checks.rule import Problem, named
from ragsite.content.fields import classes_in
from ragsite.model.base import Record
from ragsite.model.evidence import Evidence
from ragsite.model.items import Item, Owner
from ragsite.model.measures import Measure
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.site import Site
from ragsite.problems import Location, Place

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


class About(NamedTuple):
    """Whose texts are read: `owner` in words, and the ids of the plan, item, report and measure that it belongs to.

    `is_permitted` holds for a measure whose small counts are published as they are printed.
    """

    owner: str
    plan: str = ""
    item: str = ""
    report: str = ""
    measure: str = ""
    is_permitted: bool = False


class Said(NamedTuple):
    """One text: under which key of its file it stands (`progress`, `notes`, `name`), whose it is, and its place.

    A plan has many, and most of them are asked for their words alone: the rest is worked out when it is asked for.
    """

    text: str
    field: str
    is_note: bool
    about: About
    spot: tuple[Place, str, int | None]

    @property
    def owner(self) -> str:
        """Whose text it is, in words."""
        return self.about.owner

    @property
    def plan(self) -> str:
        """The id of the plan; empty for the site's own words."""
        return self.about.plan

    @property
    def item(self) -> str:
        """The id of the item that it speaks of, if any."""
        return self.about.item

    @property
    def report(self) -> str:
        """The id of the report that it stands in, if any."""
        return self.about.report

    @property
    def measure(self) -> str:
        """The id of the measure that it belongs to, if any."""
        return self.about.measure

    @property
    def is_permitted(self) -> bool:
        """True for a measure whose small counts are published as they are printed."""
        return self.about.is_permitted

    @property
    def is_quoted(self) -> bool:
        """True when the text is the source's own print, not this site's words."""
        return self.field in QUOTED

    @property
    def location(self) -> Location:
        """Where it is written."""
        place, key, index = self.spot
        return place.of(key, index)

    def problem(self, message: str, fix: str = "") -> Problem:
        """A problem at the place of this text."""
        about = self.about
        return Problem(self.location, message, fix, about.plan, about.item, about.report)


def texts(site: Site) -> tuple[Said, ...]:
    """All texts of all plans that are to be published, plan by plan in the order of their files.

    Data notes and remarks are among them (`is_note`); what is marked `publish: false` is not.
    """
    return tuple(chain.from_iterable(map(texts_of, site.plans)))


@kept_for_latest
def texts_of(plan: Plan) -> tuple[Said, ...]:
    """All texts of one plan that are to be published. One rule after another asks for those of the same plan."""
    found: list[Said] = []
    for record, about in _records(plan):
        _collect(found, record, about, spot=_NOWHERE)
    return tuple(found)


def site_texts(site: Site) -> tuple[Said, ...]:
    """The site's own words: how it describes itself, its topics and its glossary. They belong to no plan.

    The accessibility statement is not among them: whom it counts are those who tested the site.
    """
    settings = site.settings
    told: list[tuple[Record, str, tuple[str, ...]]] = [
        (settings, f"“{settings.title}”", ("tagline", "description", "about")),
        *((topic, f"The topic “{topic.title}”", ("summary",)) for topic in site.topics),
        *((term, f"The term “{term.term}”", ("meaning", "note")) for term in site.terms),
    ]
    found: list[Said] = []
    for record, owner, keys in told:
        own: list[Said] = []
        _collect(own, record, About(owner), spot=_NOWHERE)
        found += [said for said in own if said.field in keys]
    return tuple(found)


_NOWHERE = (Place("", 1, 1), "", None)


def _records(plan: Plan) -> Iterator[tuple[Record, About]]:
    """The records of a plan that are published, and whose texts they hold."""
    about = About(f"“{plan.facts.title}”", plan.id)
    yield plan.facts, about
    for root in plan.tree:
        yield from _items(root, about)
    yield from ((measure, _of_measure(measure, about)) for measure in plan.measures if measure.publish)
    owners = {key: _of_measure(measure, about) for key, measure in plan.measure_by_id.items() if measure.publish}
    yield from ((row, owners[row.measure]) for row in plan.observations if row.measure in owners)
    for piece in plan.evidence:
        if piece.publish:
            yield piece, about._replace(owner=f"Evidence “{piece.title}”", item=_first(piece))
    for report in plan.reports:
        if report.publish:
            yield from _of_report(plan, report, about)


def _items(item: Item, about: About) -> Iterator[tuple[Record, About]]:
    if item.publish:
        yield item, about._replace(owner=named(item), item=item.id)
        for child in item.items:
            yield from _items(child, about)


def _of_measure(measure: Measure, about: About) -> About:
    is_permitted = measure.disclosure.publish_as_printed is not None
    return About(f"Measure “{measure.name}”", about.plan, _first(measure), "", measure.id, is_permitted)


def _of_report(plan: Plan, report: Report, about: About) -> Iterator[tuple[Record, About]]:
    yield report, about._replace(owner=f"Report “{report.label}”", report=report.id)
    for update in report.updates:
        item = plan.item_by_id.get(update.item)
        if update.publish and item and item.publish:
            yield update, About(named(item), plan.id, item.id, report.id)


def _first(record: Measure | Evidence) -> str:
    return record.items[0] if record.items else ""


def _collect(
    found: list[Said],
    record: Record,
    about: About,
    *,
    spot: tuple[Place, str, int | None],
    field: str = "",
    is_note: bool = False,
) -> None:
    """Adds the texts of a record and of those in it; a record made of one text alone stands where it is listed."""
    place = record.place
    for key, is_remark in _keys(type(record)):
        value = getattr(record, key)
        if not value:
            continue
        name = field if key == "text" and field else key
        noted = is_note or is_remark
        for index, entry in enumerate(value) if type(value) is tuple else ((None, value),):
            where = (place, key, index) if place else spot
            if type(entry) is str:
                found.append(Said(entry, name, noted, about, where))
            elif isinstance(entry, Record):
                _collect(found, entry, about, spot=where, field=name, is_note=noted)


@lru_cache
def _keys(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The keys of a kind of record that can hold texts or records with texts, and whether they hold remarks."""
    wordless = WORDLESS | {"place"} | ({"name"} if kind is Owner else set())
    told = {name for name, field in kind.model_fields.items() if any(map(_is_told, classes_in(field.annotation)))}
    return tuple((key, key in NOTED) for key in kind.model_fields if key in told - wordless)


def _is_told(kind: type) -> bool:
    return kind is str or issubclass(kind, Record)
