"""The small props that many pages share: badges, dates, sources, notes, owners, trail and period strip."""

from collections.abc import Iterable, Mapping
from typing import Any

from ragsite import addresses
from ragsite.model.base import Passage
from ragsite.model.dates import PartialDate
from ragsite.model.facts import DataNote, SourceDocument
from ragsite.model.items import Owner
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Basis, Level, Rated, Scale, Tones
from ragsite.render import relative
from ragsite.views import names
from ragsite.views.sources import Citation, cite

Props = Mapping[str, Any]

NOT_RATED: Props = {"tone": "none", "label": "Not rated"}
NOT_STATED = "Not stated in the source"
TITLE_LENGTH = 60

# The words for plans, items and dates of reports are those of feeds and files; pages find them here.
as_at_words = names.as_at_words
full_title = names.full_title
next_report_words = names.next_report_words
plan_name = names.plan_name
ref_words = names.ref_words


def badge(level: Level | None) -> Props:
    """The badge of a level in its plan's own words; of no level: not rated."""
    if level is None:
        return NOT_RATED
    return {"tone": level.tone.value, "label": level.label, "name": level.name, "meaning": level.meaning}


def short_badge(level: Level | None) -> Props:
    """The badge for dense tables: only the label is shown; its few words are for screen readers."""
    if level is None:
        return NOT_RATED
    return {**badge(level), "short": level.label if level.name else None}


def printed_note(rated: Rated) -> str | None:
    """What the source prints, where that says something else than the level's label."""
    printed = rated.printed.strip()
    if rated.level is None:
        return f"The source prints “{printed}”." if printed else None
    if rated.basis is not Basis.PRINTED:
        return f"The source prints “{printed}” in its place." if printed else "The rating cell is blank."
    same = printed.casefold() == rated.level.label.casefold()
    return None if same or not printed else f"Printed as “{printed}”."


def basis_note(rated: Rated) -> str | None:
    """How a rating is known where no printed cell says it, with what says it."""
    said = {
        Basis.NARRATIVE: "This rating stands in the text of the report, not in a rating cell.",
        Basis.INFERRED: "This rating is worked out from the report. It is not printed as a rating.",
    }.get(rated.basis)
    return None if said is None or rated.level is None else said


def colour_note(scale: Scale) -> str:
    """Whose colours these are."""
    if scale.tones is Tones.PRINTED:
        return "The source names these colours itself."
    return "The source prints no colours. The colours and shapes are this site's own."


def date_text(date: PartialDate | None) -> str:
    """A date in words, resolved or not; says so when there is none."""
    return date.label if date else NOT_STATED


def printed_date(date: PartialDate | None) -> str | None:
    """How the source prints a date, where its words do not already show that; with the reader's note."""
    if date is None:
        return None
    shown = {date.label.casefold(), date.iso.casefold()}
    said = date.printed.strip().casefold().removeprefix("0")
    is_told = said in shown or date.printed in date.iso or f"printed {date.printed}" in date.label
    printed = "" if is_told or not date.printed.strip() else f"Printed as “{date.printed}”."
    return " ".join(part for part in (printed, date.note) if part) or None


def machine_date(date: PartialDate | None) -> str | None:
    """The text for `<time datetime>`: a day, a month or a year; None for everything else."""
    if date is None or date.precision.value not in ("day", "month", "year"):
        return None
    return date.iso or None


def date_cell(date: PartialDate | None) -> Props:
    """A table cell for a date: its words, or that the source states none."""
    if date is None:
        return {"missing": NOT_STATED}
    return {"text": date.label, "datetime": machine_date(date)}


def date_fact(label: str, date: PartialDate | None, *, note: str | None = None) -> Props:
    """A fact for a date, with how it is printed."""
    notes = " ".join(part for part in (printed_date(date), note) if part)
    return {"label": label, "value": date_text(date), "datetime": machine_date(date), "note": notes or None}


def period(plan: Plan, report: Report | None) -> Props:
    """The strip under the masthead: which report this is, its date, and when the next one comes."""
    if report is None:
        return {"label": "No report published yet", "facts": [next_report_words(plan)]}
    published = [f"Published {report.published.label}"] if report.published else []
    return {
        "label": f"Report: {report.label}",
        "facts": [as_at_words(report), *published, next_report_words(plan)],
    }


def breadcrumb(here: str, trail: Iterable[tuple[str, str]], *, last: str) -> tuple[Props, ...]:
    """The way to the page at `here`: the overview, then (text, address) pairs, then the page's own name."""
    steps = [("Overview", addresses.HOME), *trail]
    links = [{"text": shorten(text), "href": relative(here, address)} for text, address in steps]
    return (*links, {"text": shorten(last)})


def shorten(text: str, length: int = TITLE_LENGTH) -> str:
    """`text`, cut at a word and marked with an ellipsis when longer than `length`."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def owner_words(owners: Iterable[Owner]) -> str:
    """All owners in one line; the same person twice is named once, with both duties."""
    duties: dict[str, list[str]] = {}
    for owner in owners:
        kinds = duties.setdefault(owner.label, [])
        kinds.extend([] if owner.kind.value in kinds else [owner.kind.value])
    return "; ".join(f"{label} ({' and '.join(kinds)})" for label, kinds in duties.items())


def texts(passages: Iterable[Passage]) -> list[str]:
    """Passages as Markdown texts for `ui.passages`; a run of three or more becomes one list."""
    found = [passage.text for passage in passages]
    if len(found) < 3 or any(_is_block(text) for text in found):
        return found
    return ["\n".join(f"- {text}" for text in found)]


def _is_block(text: str) -> bool:
    return "\n" in text.strip() or text.lstrip().startswith(("- ", "* "))


def source_lines(plan: Plan, sources: Iterable[str | None]) -> list[Props]:
    """Props for `ui.source_line`: one per source document that the given line numbers belong to."""
    return [_source(citation) for citation in cite(plan, sources)]


def short_source_lines(plan: Plan, sources: Iterable[str | None]) -> list[Props]:
    """As `source_lines`, without the document where the plan has only one: for pages that name it at their foot."""
    lines = source_lines(plan, sources)
    return [{"text": line["place"]} for line in lines] if len(plan.facts.sources) == 1 else lines


def passage_sources(passages: Iterable[Passage]) -> list[str | None]:
    """The line numbers of passages, for `source_lines`."""
    return [passage.source for passage in passages]


def _source(citation: Citation) -> Props:
    document = citation.document
    return {
        "text": document.title,
        "href": document.link,
        "place": f"{citation.place} of the text extract",
    }


def source_credits(plan: Plan) -> list[Props]:
    """Every source document of a plan: publisher, date, licence, and what its line numbers count in."""
    return [_credit(document) for document in plan.facts.sources]


def _credit(document: SourceDocument) -> Props:
    dated = f" Dated {document.date.label}." if document.date else ""
    kind = f" {document.kind}." if document.kind else ""
    extract = f" Line numbers count in the text extract {document.extract}." if document.extract else ""
    note = f" {document.note}" if document.note else ""
    return {
        "title": document.title,
        "href": document.link,
        "meta": f"{document.publisher}.{kind}{dated} {document.licence}.",
        "shows": None,
        "note": f"{extract}{note}".strip() or None,
    }


def data_notes(plan: Plan, notes: Iterable[DataNote]) -> list[Props]:
    """Data notes for `ui.data_notes`, each with its lines of the source."""
    return [{"text": note.text, "source": _places(plan, note.source)} for note in notes]


def _places(plan: Plan, source: str | None) -> str | None:
    places = [citation.place for citation in cite(plan, [source])]
    words = ", ".join(place for place in places if place)
    return f"Source, {words}." if words else None
