"""A site in which every text field of the model holds one given text: the models are walked, so none is forgotten."""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from urllib.parse import quote

from pydantic import BaseModel

from ragsite.model.dates import PartialDate
from ragsite.model.evidence import EvidenceFile
from ragsite.model.facts import PlanFacts
from ragsite.model.items import Item, ItemsFile
from ragsite.model.measures import MeasuresFile, Observation
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.site import AccessibilityFile, GlossaryFile, Settings, Site, TopicsFile

IDS = {
    "plan": "plan", "item": "item", "items": "item", "measure": "measure", "report": "2026-03", "level": "level",
    "scale": "scale", "topics": "topic", "evidence": "evidence", "answers": "inspection_recommendation",
    "added": "2026-03", "until": "2026-03", "merged_into": "item", "split_into": "item", "renamed_from": "former",
}  # fmt: skip
"""What an id field names, where that is not the record itself."""

LINKS = ("link", "url")
"""Addresses of web pages: the reader refuses all else, which has a test of its own."""

OWN = {"Report": "2026-03", "PlanFacts": "plan", "SourceDocument": "source"}
WAITING = {"hold", "embargoes", "withdrawn", "publish_from", "approvals"}
"""What keeps a record from being published: the attacked one is published whole."""

PLAIN = {*WAITING, "checks", "brand", "disclosure", "waivers", "unrated", "previous", "place"}
"""Fields that hold no text of their own, or that have a test of their own."""


def filled(model: type[BaseModel], text: str, depth: int = 0) -> dict[str, Any]:
    """A mapping for this model in which every field that can hold `text` does."""
    return dict(_fields(model, text, depth))


def text_fields() -> set[str]:
    """Every field that holds the text, as `Model.field`."""
    found: set[str] = set()
    for model in (Settings, PlanFacts, ItemsFile, Report, MeasuresFile, Observation, EvidenceFile, *SITE):
        _collect(model, found, set())
    return found


SITE = (TopicsFile, GlossaryFile, AccessibilityFile)


def site_of(text: str) -> Site:
    """A whole site of one plan with two reports, measures, evidence and all else, where every text is `text`."""
    settings = Settings.model_validate({**filled(Settings, text), "url": "https://site.example/"})
    topics, glossary, accessibility = (model.model_validate(filled(model, text)) for model in SITE)
    earlier = {**filled(Report, text), "id": "2025-12", "as_at": {"date": "2025-12"}}
    plan = Plan(
        facts=PlanFacts.model_validate(filled(PlanFacts, text)),
        tree=ItemsFile.model_validate(filled(ItemsFile, text)).items,
        reports=(Report.model_validate(earlier), Report.model_validate(filled(Report, text))),
        measures=MeasuresFile.model_validate(filled(MeasuresFile, text)).measures,
        observations=tuple(_observations(text)),
        evidence=EvidenceFile.model_validate(filled(EvidenceFile, text)).evidence,
    )
    assert isinstance(topics, TopicsFile)
    assert isinstance(glossary, GlossaryFile)
    assert isinstance(accessibility, AccessibilityFile)
    return Site(settings, (plan,), topics.topics, glossary.terms, accessibility)


def _observations(text: str) -> Iterator[Observation]:
    written = filled(Observation, text)
    for period in ("2025-09", "2025-12", "2026-03"):
        yield Observation.model_validate({**written, "period": {"printed": text, "means": period, "note": text}})
    yield Observation.model_validate({**written, "value": None, "numerator": None, "status": "words"})


def _fields(model: type[BaseModel], text: str, depth: int) -> Iterator[tuple[str, Any]]:
    for name, field in model.model_fields.items():
        if name in PLAIN:
            continue
        value = _value(model, name, field.annotation, text, depth)
        if value is not None:
            yield name, value


def _value(model: type[BaseModel], name: str, kind: Any, text: str, depth: int) -> Any:
    if name == "id":
        return OWN.get(model.__name__, _snake(model.__name__))
    if name in IDS and _is_text(kind):
        is_many = get_origin(_plain(kind)) is tuple
        return [IDS[name]] if is_many else IDS[name]
    if name in LINKS:
        return "https://x.example/?" + quote(text[:200])
    if name == "source":
        return "1-2"
    if name in ("rating", "rating_as_printed"):
        return "level"
    if model is Item and name in ("items", "merged_into", "split_into", "closed"):
        return None
    if name == "publish":
        return True
    if name == "owners" and model is PlanFacts:
        return "names"
    kind = _plain(kind)
    if get_origin(kind) is tuple:
        one = None if depth > 3 else _value(model, "", get_args(kind)[0], text, depth + 1)
        return [] if one is None else [one]
    return _single(kind, text, depth)


def _single(kind: Any, text: str, depth: int) -> Any:
    if kind is str:
        return text
    if kind is PartialDate:
        return {"printed": text, "means": "2026-03-31", "note": text}
    if kind in (int, Decimal):
        return "7"
    if kind is bool:
        return False
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(one.value for one in kind if one.value)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return None if depth > 3 else filled(kind, text, depth + 1)
    return None


def _plain(kind: Any) -> Any:
    """The type without its annotations, and without None."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, UnionType):
        return _plain(next(one for one in get_args(kind) if one is not type(None)))
    return kind


def _is_text(kind: Any) -> bool:
    kind = _plain(kind)
    return kind is str or (get_origin(kind) is tuple and _is_text(get_args(kind)[0]))


def _collect(model: type[BaseModel], found: set[str], seen: set[type]) -> None:
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        kind = _plain(field.annotation)
        kind = _plain(get_args(kind)[0]) if get_origin(kind) is tuple else kind
        if name in PLAIN or (name in IDS and _is_text(kind)) or name in ("id", "source", "rating", *LINKS):
            continue
        if kind is str or kind is PartialDate:
            found.add(f"{model.__name__}.{name}")
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            _collect(kind, found, seen)


def _snake(name: str) -> str:
    return "".join("_" + one.lower() if one.isupper() else one for one in name).lstrip("_")
