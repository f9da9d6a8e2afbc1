"""A rating cell to what the content says of it: the words as printed, a colour read by the key, or not rated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ragsite.importers.fills import PLAIN, KeyEntry, nearest_colour, tone_of
from ragsite.importers.rating_words import is_no_rating, known_word
from ragsite.importers.remarks import About, Remark
from ragsite.importers.scale import Draft, DraftLevel
from ragsite.importers.tables import Cell, Fill
from ragsite.model.scales import Tone
from ragsite.problems import listing, nearest

NOT_RATED = "not rated"
BLANK = "The cell is blank."
BLANK_AND_PLAIN = "The cell is blank and has no colour."


@dataclass
class RatingReader:
    """Reads rating cells by one scale; what it meets for the first time is added to the draft and told.

    `words` and `colours` are what the mapping says of printed values and of colours; `reads_colours` is true
    where the tracker's ratings are colours, at least in part.
    """

    draft: Draft
    words: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    key: Sequence[KeyEntry] = ()
    reads_colours: bool = False
    remarks: list[Remark] = field(default_factory=list)

    def read(self, cells: Sequence[tuple[str, Cell]]) -> Any:
        """The `rating` of an update from its cells (address and cell): a text, or a mapping with its reason."""
        filled = [(where, cell) for where, cell in cells if cell.text]
        if not filled:
            return self._unprinted(cells)
        where, cell = filled[0]
        for other_where, other in filled[1:]:
            if other.flat.casefold() != cell.flat.casefold():
                text = f"Two ratings: “{cell.flat}” and, in {other_where}, “{other.flat}”. The first was taken."
                self.remarks.append(Remark(About.CONFLICT, text, where))
        return self._printed(cell, where)

    def _printed(self, cell: Cell, where: str) -> str:
        printed = cell.text.strip()
        level = self._level(printed)
        if level:
            self._compare_with_colour(cell, level, where)
            return printed
        if self.draft.says_unrated(printed):
            self._tell_unrated(printed, where)
            return printed
        if self._is_declared_unrated(printed) or is_no_rating(printed) or len(printed.split()) > 3:
            self.draft.add_unrated(printed, f"Not rated. The source prints “{cell.flat}”.")
            self._tell_unrated(printed, where)
            return printed
        self.draft.add_unrated(printed, f"The source prints “{cell.flat}”, which is not a level of its scale.")
        self.remarks.append(Remark(About.RATING, self._unknown(cell.flat), where))
        return printed

    def _level(self, printed: str) -> DraftLevel | None:
        told = self._told(printed)
        if told:
            level = self.draft.level_by_name(told)
            if level:
                self.draft.add_print(level, printed)
            return level
        level = self.draft.level(printed)
        if level or self.draft.says_unrated(printed):
            return level
        word = known_word(printed)
        level = self.draft.level_by_name(word[0]) if word else None
        if level:
            self.draft.add_print(level, printed)
        return level

    def _told(self, printed: str) -> str:
        words = {word.strip().casefold(): meaning for word, meaning in self.words.items()}
        return words.get(printed.strip().casefold(), "")

    def _is_declared_unrated(self, printed: str) -> bool:
        return self._told(printed).casefold() == NOT_RATED

    def _tell_unrated(self, printed: str, where: str) -> None:
        self.remarks.append(Remark(About.UNRATED, f"“{' '.join(printed.split())}”", where))

    def _unknown(self, printed: str) -> str:
        labels = [level.label for level in self.draft.levels]
        guess = nearest(printed, labels)
        meant = f" Did you mean “{guess}”?" if guess else ""
        known = listing(labels, joiner="and", most=12)
        return (
            f"“{printed}” is not a level of the scale ({known}).{meant} It is kept as not rated."
            f" To say what it means, add to the mapping: ratings: {{{printed}: {guess or 'the level'}}}."
        )

    def _unprinted(self, cells: Sequence[tuple[str, Cell]]) -> Any:
        errors = [(where, cell) for where, cell in cells if cell.trouble]
        if errors:
            about = About.ERROR if errors[0][1].trouble.startswith("#") else About.FORMULA
            self.remarks.append(
                Remark(about, f"The rating shows “{errors[0][1].trouble}”; it is not rated.", errors[0][0])
            )
            return {"printed": "", "reason": f"The cell shows “{errors[0][1].trouble}” instead of a rating."}
        filled = [(where, cell.fill) for where, cell in cells if cell.fill]
        if filled and self.reads_colours:
            return self._coloured(*filled[0])
        return {"printed": "", "reason": BLANK_AND_PLAIN if self.reads_colours else BLANK}

    def _coloured(self, where: str, fill: Fill) -> Any:
        name = f"#{fill.colour}" if fill.colour else "a colour that cannot be told"
        told = self._mapped(fill)
        if not told and fill.pattern != "solid":
            self._ask(where, fill, f"The cell is hatched ({fill.pattern}) and holds no words.")
            return {
                "printed": "",
                "reason": "The cell is hatched and holds no words; the source does not say what that means.",
            }
        label = told or nearest_colour(fill.colour, self.by_colour) if fill.colour else told
        level = self.draft.level_by_name(label) or self.draft.level(label) if label else None
        if level is None:
            if label.casefold() == NOT_RATED:
                return {"printed": "", "reason": f"The cell is coloured {name} and holds no words: not rated."}
            self._ask(
                where, fill, f"The cell is coloured {name} and holds no words; no entry of the key has this colour."
            )
            return {
                "printed": "",
                "reason": f"The cell is coloured {name}, and the source does not say what that means.",
            }
        by = (
            "as the sheet's key shows"
            if self.key and not told
            else "as set for this import"
            if told
            else "by its colour"
        )
        self.remarks.append(Remark(About.COLOUR, f"{name} is read as {level.label}, {by}.", where))
        reason = f"The cell holds no words; its colour ({name}) is {level.label}, {by}."
        return {"printed": "", "level": level.id, "basis": "inferred", "reason": reason}

    def _mapped(self, fill: Fill) -> str:
        given = {key.strip("# ").upper(): meaning for key, meaning in self.colours.items()}
        return given.get(fill.pattern.upper(), "") if fill.pattern != "solid" else given.get(fill.colour, "")

    @property
    def by_colour(self) -> dict[str, str]:
        """The label of each colour that is known: by the key, or the standard colours where there is none."""
        keyed = {entry.colour: entry.label for entry in self.key if entry.colour}
        if keyed:
            return keyed
        labels = {level.tone: level.label for level in reversed(self.draft.levels)}
        return {colour: labels[tone] for colour, tone in PLAIN.items() if tone in labels}

    def _ask(self, where: str, fill: Fill, found: str) -> None:
        name = fill.colour if fill.pattern == "solid" else fill.pattern
        fix = f'To say what it means, add to the mapping: colours: {{"{name}": the level}}.'
        self.remarks.append(Remark(About.QUESTION, f"{found} It is kept as not rated. {fix}", where))

    def _compare_with_colour(self, cell: Cell, level: DraftLevel, where: str) -> None:
        if not cell.fill or cell.fill.pattern != "solid" or not cell.fill.colour:
            return
        tone = tone_of(cell.fill.colour)
        if tone and _are_far(tone, level.tone):
            text = f"It says “{cell.flat}”, but its colour (#{cell.fill.colour}) is another. The words were taken."
            self.remarks.append(Remark(About.CONFLICT, text, where))


def _are_far(one: Tone, other: Tone) -> bool:
    """Whether a colour cannot be a shade of a level's own: neighbours on the scale may be."""
    order = (Tone.RED, Tone.AMBER_RED, Tone.AMBER, Tone.AMBER_GREEN, Tone.GREEN)
    if Tone.COMPLETE in (one, other):
        return one is not other and Tone.GREEN not in (one, other)
    return abs(order.index(one) - order.index(other)) > 1
