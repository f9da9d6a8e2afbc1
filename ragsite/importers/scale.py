"""The scale that an import reads ratings by: the plan's own, one that the mapping gives, or one from the cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ragsite.importers.fields import plain_key
from ragsite.importers.fills import KeyEntry, tone_of
from ragsite.importers.mapping import LevelSpec, ScaleSpec
from ragsite.importers.rating_words import COLOURS, ORDER, is_no_rating, is_rating_word, known_word
from ragsite.importers.remarks import ImportProblem
from ragsite.model.base import as_id
from ragsite.model.scales import Scale, Tone

OWN_SCALE = "tracker"
"""The id of a scale that is made from a tracker's own values."""


@dataclass(frozen=True)
class DraftLevel:
    """A level as it is to be written."""

    id: str
    label: str
    tone: Tone
    printed: tuple[str, ...] = ()
    meaning: str = ""


@dataclass
class Draft:
    """A scale with what an import adds to it: further prints of its levels, and printed values that are no ratings.

    `is_new`: the plan does not have it yet. `added_prints` are (level id, printed), `added_unrated` are (printed,
    reason), each in the order met.
    """

    id: str
    title: str
    levels: tuple[DraftLevel, ...]
    is_new: bool
    note: str = ""
    unrated: dict[str, str] = field(default_factory=dict)
    has_key: bool = False
    added_prints: list[tuple[str, str]] = field(default_factory=list)
    added_unrated: list[tuple[str, str]] = field(default_factory=list)

    def level(self, printed: str) -> DraftLevel | None:
        """The level that a text prints, by its label or one of its prints, in whatever letter case."""
        key = printed.strip().casefold()
        added = {text.strip().casefold(): one for one, text in self.added_prints}
        for level in self.levels:
            if key in {text.strip().casefold() for text in (level.label, *level.printed)} or added.get(key) == level.id:
                return level
        return None

    def level_by_name(self, name: str) -> DraftLevel | None:
        """The level of a common name (`Amber/Red`), an id or a label."""
        for level in self.levels:
            word = known_word(level.label)
            if name.casefold() in (level.id.casefold(), level.label.casefold()) or (word and word[0] == name):
                return level
        return None

    def says_unrated(self, printed: str) -> str:
        """Why a printed value is no rating, where the scale says so."""
        return self.unrated.get(printed.strip().casefold(), "")

    def add_print(self, level: DraftLevel, printed: str) -> None:
        """From now on this text prints this level too."""
        if self.level(printed) is None:
            self.added_prints.append((level.id, printed.strip()))

    def add_unrated(self, printed: str, reason: str) -> None:
        """From now on this text is known to be no rating."""
        key = printed.strip().casefold()
        if key not in self.unrated:
            self.unrated[key] = reason
            self.added_unrated.append((printed.strip(), reason))


def draft_of(scale: Scale) -> Draft:
    """A plan's scale, ready for additions."""
    levels = tuple(
        DraftLevel(one.id, one.label, one.tone, tuple(one.printed), one.meaning or "") for one in scale.levels
    )
    unrated = {one.printed.strip().casefold(): one.reason for one in scale.unrated}
    return Draft(scale.id, scale.title, levels, is_new=False, unrated=unrated)


def draft_from_spec(spec: ScaleSpec) -> Draft:
    """The scale that a mapping gives, from its worst level to its best; ImportProblem for a level without a tone."""
    levels = tuple(_level(one) for one in spec.levels)
    title = spec.title or ", ".join(level.label for level in levels)
    has_key = any(level.meaning for level in levels)
    return Draft(spec.id, title, levels, is_new=True, has_key=has_key)


def draft_from_cells(printed: Iterable[str], key: Sequence[KeyEntry]) -> Draft:
    """A scale of what the tracker shows: its key, and the ratings it prints; else red, amber and green."""
    found: dict[str, DraftLevel] = {}
    for entry in key:
        word = known_word(entry.label)
        tone = word[1] if word else tone_of(entry.colour) if entry.colour else None
        if tone and not is_no_rating(entry.label):
            name = word[0] if word else entry.label
            found.setdefault(name, _named(entry.label if len(entry.label) > 2 else name, tone, meaning=entry.meaning))
    for text in printed:
        word = known_word(text)
        if word and word[0] not in found:
            found[word[0]] = _named(_label(text.strip(), word[0]), word[1])
    if not found or (set(found) & set(COLOURS) and not key):
        for name, tone in COLOURS.items():
            found.setdefault(name, _named(name, tone))
    levels = tuple(sorted(found.values(), key=lambda level: (ORDER.index(level.tone), level.label)))
    title = ", ".join(level.label for level in levels)
    return Draft(OWN_SCALE, title, levels, is_new=True, has_key=any(one.meaning for one in levels))


def written(draft: Draft) -> dict[str, Any]:
    """A new scale as it stands in `plan.yml`."""
    made: dict[str, Any] = {
        "id": draft.id,
        "title": draft.title,
        "tones": "printed",
        "key": "printed" if draft.has_key else "lost",
        "levels": [_written_level(draft, level) for level in draft.levels],
    }
    if draft.note:
        made["note"] = draft.note
    if draft.added_unrated:
        made["unrated"] = [{"printed": printed, "reason": reason} for printed, reason in draft.added_unrated]
    return made


def _label(text: str, name: str) -> str:
    """The label of a level: a word of another language as it is printed, else the common name."""
    key = plain_key(text)
    is_word = is_rating_word(text) and any(len(part) > 1 for part in key.split())
    return text if is_word and key != plain_key(name) else name


def _named(label: str, tone: Tone, *, meaning: str = "") -> DraftLevel:
    label = label[0].upper() + label[1:] if label.islower() else label.capitalize() if label.isupper() else label
    return DraftLevel(as_id(label) or tone.value, label, tone, meaning=meaning)


def _level(spec: LevelSpec) -> DraftLevel:
    word = known_word(spec.label)
    tone = spec.tone or (word[1] if word else None)
    if tone is None:
        listed = ", ".join(one.value for one in Tone)
        raise ImportProblem(
            f"The mapping does not say which tone the level “{spec.label}” has.",
            f"Write {{label: {spec.label}, tone: …}} under “levels”; tones are {listed}.",
        )
    return DraftLevel(spec.id or as_id(spec.label) or tone.value, spec.label, tone, spec.printed, spec.meaning or "")


def _written_level(draft: Draft, level: DraftLevel) -> Mapping[str, Any]:
    made: dict[str, Any] = {"id": level.id, "label": level.label}
    printed = [*level.printed, *(text for one, text in draft.added_prints if one == level.id)]
    if printed:
        made["printed"] = printed
    made["tone"] = level.tone.value
    if level.meaning:
        made["meaning"] = level.meaning
    return made
