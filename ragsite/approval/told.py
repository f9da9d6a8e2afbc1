"""Any record of the content as words, field by field, so that nothing that is published can differ unseen."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from ragsite.approval.sheet import Aspect, Difference
from ragsite.model.base import Passage, Record
from ragsite.model.dates import PartialDate
from ragsite.model.facts import DataNote
from ragsite.model.items import Owner
from ragsite.model.reports import DateMove
from ragsite.model.scales import Rating, Scale

Told = Mapping[str, object]
"""What is told of something: the value of each field that says anything, by the field's name."""

APART = frozenset({"id", "place", "items", "updates", "publish", "publish_from", "embargoes", "withdrawn"})
"""Fields that are told in their own place, or to nobody."""

ASPECTS = {
    Aspect.RATING: ("rating", "previous", "status", "rating_reason"),
    Aspect.DATE: ("due", "milestones"),
    Aspect.WORDS: (
        *("progress", "next_steps", "risks", "evaluation", "decision", "developments", "key_risks"),
        *("summary", "key_developments", "sections", "background", "text", "aim", "success", "notes", "about"),
    ),
    Aspect.EVIDENCE: ("evidence", "shows", "does_not_show", "held_by"),
    Aspect.MEASURE: ("baseline", "targets", "comparators", "polarity", "unit", "definition", "values"),
}
LABELS = {
    "as_at": "Date of the position",
    "due": "Due date",
    "ref": "Reference",
    "notes": "Data notes",
    "previous": "Previous rating, as stated",
    "rating_reason": "Why the rating changed",
    "status": "Status word",
    "source": "Lines of the source",
    "under": "Stands under",
}
_ASPECT_BY_FIELD = {name: aspect for aspect, names in ASPECTS.items() for name in names}


def told(record: Record | None, *, apart: frozenset[str] = APART) -> Told:
    """The fields of a record that say something."""
    if record is None:
        return {}
    fields = ((name, getattr(record, name)) for name in type(record).model_fields if name not in apart)
    extra = (record.__pydantic_extra__ or {}).items()
    return {name: value for name, value in (*fields, *extra) if value not in (None, (), "")}


def differences(was: Told, now: Told, *, report: str = "", scale: Scale | None = None) -> Iterator[Difference]:
    """One difference for each field that says something else, or that only one side has."""
    for name in dict.fromkeys((*now, *was)):
        before, after = was.get(name), now.get(name)
        if plain(before) == plain(after):
            continue
        shown = (tuple(words(before, scale=scale)), tuple(words(after, scale=scale)))
        if shown[0] == shown[1]:
            shown = (tuple(details(before)), tuple(details(after)))
        aspect = _ASPECT_BY_FIELD.get(name, Aspect.FACT)
        yield Difference(aspect, label(name), *shown, report)


def label(name: str) -> str:
    """A field's name in words: `next_steps` is “Next steps”."""
    return LABELS.get(name) or name.replace("_", " ").capitalize()


def plain(value: object) -> object:
    """A value without its place in a file, so that two values are equal when they say the same."""
    if isinstance(value, Record):
        return {name: plain(one) for name, one in told(value, apart=frozenset({"place"})).items()}
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def words(value: object, *, scale: Scale | None = None) -> Iterator[str]:
    """A value as a reader meets it, without the lines of the source."""
    if isinstance(value, tuple):
        for one in value:
            yield from words(one, scale=scale)
    elif isinstance(value, Rating):
        yield rating_words(value, scale)
    elif isinstance(value, Passage | DataNote):
        yield value.text
    elif isinstance(value, Owner):
        yield f"{value.label} ({value.kind.value})"
    elif isinstance(value, DateMove):
        yield f"{value.date.label}. {move_words(value.reason, value.agreed_by)}"
    elif isinstance(value, Record):
        yield "; ".join(f"{label(name).lower()}: {', '.join(words(one))}" for name, one in told(value).items())
    elif value is not None:
        yield _scalar(value)


def details(value: object) -> Iterator[str]:
    """A value with everything in it, for two that read alike and are not."""
    if isinstance(value, tuple):
        for one in value:
            yield from details(one)
    elif isinstance(value, Record):
        found = told(value, apart=frozenset({"place"})).items()
        yield "; ".join(f"{label(name).lower()}: {', '.join(details(one))}" for name, one in found)
    elif isinstance(value, PartialDate):
        yield "; ".join(part for part in (value.label, f"printed: {value.printed}", value.note) if part)
    elif value is not None:
        yield _scalar(value)


def rating_words(rating: Rating, scale: Scale | None) -> str:
    """A rating by its label, with what is printed where that differs: `Green (printed: G)`."""
    read = rating.read(scale) if scale else None
    if read is None or read.level is None:
        why = f": {read.reason}" if read and read.reason else ""
        return f"not rated (printed: “{rating.printed}”){why}" if rating.printed.strip() else f"not rated{why}"
    same = rating.printed.strip().casefold() == read.level.label.casefold()
    shown = "" if same else f" (printed: “{rating.printed}”)"
    return f"{read.level.full_label}{shown}" + (f" ({read.basis.value}: {read.reason})" if read.reason else "")


def move_words(reason: str | None, agreed_by: str | None) -> str:
    """Why a date moved and who agreed, or that nobody says so."""
    return f"Reason: {reason or 'not stated'}. Agreed by: {agreed_by or 'not stated'}.".replace("..", ".")


def _scalar(value: Any) -> str:
    if isinstance(value, PartialDate):
        return f"{value.label} ({value.note})" if value.note else value.label
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value) if isinstance(value, Enum) else str(value)
