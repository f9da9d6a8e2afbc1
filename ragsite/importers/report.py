"""The report of an import: what will change, what was read, and everything that was not understood, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ragsite.importers.records import Counts, Kind
from ragsite.importers.remarks import About, Remark, grouped


@dataclass
class EditionSummary:
    """What an import did to one report."""

    label: str
    id: str
    is_new: bool
    items: int
    changed_ratings: int
    moved_dates: int
    compared_with: str = ""


@dataclass
class Outcome:
    """The result of an import: what was read, what is written, what is to be told."""

    file_name: str
    plan: str
    is_dry: bool
    files: tuple[str, ...] = ()
    editions: list[EditionSummary] = field(default_factory=list)
    new: int = 0
    missing: tuple[str, ...] = ()
    renamed: int = 0
    reopened: int = 0
    texts: Mapping[str, int] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)
    hidden: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()

    @property
    def questions(self) -> int:
        """How many questions wait for an answer."""
        return len(grouped(self.remarks).get(About.QUESTION, ()))


def write_report(outcome: Outcome) -> str:
    """The report as text, the summary first."""
    return "\n".join((*_summary(outcome), *_read(outcome), *_remarks(outcome.remarks), *_files(outcome))) + "\n"


def _summary(outcome: Outcome) -> Iterator[str]:
    yield f"{outcome.file_name} into the plan “{outcome.plan}”"
    for one in outcome.editions:
        yield f"  Report {one.label} ({one.id}){' is new' if one.is_new else ''}: {_changes(one, outcome)}."
    if outcome.renamed:
        yield f"  {_count(outcome.renamed, 'item')} renamed; the earlier titles are kept."
    if outcome.reopened:
        yield f"  {_count(outcome.reopened, 'closed item')} open again."
    if outcome.missing:
        yield f"  Missing from the sheet: {'; '.join(outcome.missing)}."
    if not outcome.files:
        yield "  Nothing changes: the content says all of this already."


def _changes(one: EditionSummary, outcome: Outcome) -> str:
    parts = [f"{_count(one.items, 'item')} read"]
    against = f" since {one.compared_with}" if one.compared_with else ""
    if one.compared_with or not one.is_new:
        parts.append(f"{_count(one.changed_ratings, 'rating')} changed{against}")
    if one.moved_dates:
        parts.append(f"{_count(one.moved_dates, 'target date')} moved")
    if one is outcome.editions[-1]:
        parts += [f"{outcome.new} new", f"{len(outcome.missing)} missing from the sheet"]
        parts += [f"{_count(number, 'text')} changed ({name})" for name, number in sorted(outcome.texts.items())]
    return ", ".join(parts)


def _read(outcome: Outcome) -> Iterator[str]:
    counts = outcome.counts.by_kind
    skipped = {kind: number for kind, number in counts.items() if kind not in (Kind.ITEM, Kind.MORE)}
    yield ""
    yield (
        f"Rows: {counts.get(Kind.ITEM, 0)} read as items"
        + (f", {counts[Kind.MORE]} joined to the row above" if counts.get(Kind.MORE) else "")
        + (f", {outcome.hidden} of them hidden" if outcome.hidden else "")
    )
    if skipped:
        yield "Other rows: " + ", ".join(f"{kind.value} ({number})" for kind, number in sorted(skipped.items())) + "."
    yield "Columns: " + "; ".join(f"{name} from {header}" for name, header in outcome.columns.items()) + "."


def _remarks(remarks: Iterable[Remark]) -> Iterator[str]:
    for about, found in grouped(remarks).items():
        yield ""
        yield f"{about.value} ({len(found)})"
        for text, places in _by_text(found):
            shown = (
                places
                if about is not About.COLOUR or len(places) <= 12
                else [*places[:6], f"and {len(places) - 6} more cells"]
            )
            yield f"  {_places(shown)}{text}"


def _by_text(remarks: Sequence[Remark]) -> Iterator[tuple[str, list[str]]]:
    """Remarks that say the same, together with all their places."""
    places: dict[str, list[str]] = {}
    for remark in remarks:
        places.setdefault(remark.text, []).append(remark.where)
    yield from places.items()


def _places(places: Sequence[str]) -> str:
    """Places in a row, a sheet's name said once: `Updates!F14, F16`."""
    shown: list[str] = []
    sheet = ""
    for place in filter(None, places):
        name, mark, cell = place.rpartition("!")
        shown.append(cell if mark and name == sheet else place)
        sheet = name
    return f"{', '.join(shown)}: " if shown else ""


def _files(outcome: Outcome) -> Iterator[str]:
    yield ""
    if outcome.is_dry:
        yield "This was a trial: nothing was written."
    if outcome.files:
        yield f"Files {'that would be written' if outcome.is_dry else 'written'}: {', '.join(outcome.files)}"
    if outcome.questions:
        yield f"{_count(outcome.questions, 'question')} above: answer in the mapping and import the same file again."
    if not outcome.is_dry and outcome.files:
        yield "Now run “ragsite check”, and look at the changes before you publish them."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
