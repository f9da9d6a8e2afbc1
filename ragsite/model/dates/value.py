"""A partial date: what is printed, and the first and last day it may mean."""

from dataclasses import dataclass
from datetime import date

from ragsite.model.dates import wording
from ragsite.model.dates.precision import Precision


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as printed; `first` and `last` (inclusive) are both set, or both None when it is unresolved.

    `readings` holds the ISO texts of an ambiguous date, sorted with the full dates first. `words` are plain
    words where the two days do not say it all ("20 July" without a year, "15 and 22 March 2011").
    """

    printed: str
    precision: Precision
    first: date | None
    last: date | None
    note: str = ""
    readings: tuple[str, ...] = ()
    words: str = ""

    @property
    def is_resolved(self) -> bool:
        return self.first is not None

    @property
    def iso(self) -> str:
        """Canonical text that reads back to the same days and precision; "" when unresolved."""
        if self.first is None or self.last is None:
            return ""
        return wording.canonical_text(self.precision, (self.first, self.last))

    @property
    def label(self) -> str:
        """Plain British English, such as "30 September 2026" or "June (no year printed)"."""
        if self.first is None or self.last is None:
            return wording.unresolved_label(self.precision, self.printed, words=self.words)
        return self.words or wording.resolved_label(self.precision, (self.first, self.last))

    @property
    def sort_key(self) -> tuple[int, date, date]:
        """Orders by first day, then last day; unresolved dates come after all others."""
        if self.first is None or self.last is None:
            return 1, date.max, date.max
        return 0, self.first, self.last

    def is_before(self, day: date) -> bool:
        """Whether the whole period has passed on `day`; False when unresolved."""
        return self.last is not None and self.last < day
