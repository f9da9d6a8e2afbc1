"""The sheets that are only to be read: how to fill the workbook in, what each rating means, what evidence there is."""

from collections.abc import Iterator

from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Scale
from ragsite.problems import listing
from ragsite.workbook.book import MEASURES, Book

MEANINGS = "The sheet “Ratings” says what each means."
NO_MEANING = "No definition of this rating survives."
Table = tuple[tuple[str, ...], ...]
"""Rows of texts, the headings first."""


def guide_lines(plan: Plan, report: Report, book: Book) -> Iterator[tuple[str, str]]:
    """What to do, in order: a heading and a text each."""
    yield "What this is", f"The update of {plan.facts.organisation}: {plan.facts.title}. Report {report.label}."
    yield "What to do", "Fill in the white cells, in the columns named below. Grey ones are locked: they are to read."
    for grid in book.grids:
        headings = listing([one.heading for one in grid.columns if one.entry], most=len(grid.columns), joiner="and")
        yield f"On “{grid.name}”", f"Fill in {headings}."
    yield "Rating", f"On the sheet “Updates”, choose each from the list. {MEANINGS}"
    yield "Dates", "Give a new due date only where it moves, with the reason and who agreed. A day is best: 31/12/2026."
    yield "", "For a month alone, type an apostrophe first ('December 2026), or it becomes the first of the month."
    yield "Words", "One thought on each line; Alt and Enter begin a new line. No names of people, no telephone numbers."
    yield "Evidence", "Write ids from the sheet “Evidence”, one on each line. Ask for new evidence to be added first."
    if MEASURES in book.grid_by_name:
        yield "Measures", "On the sheet “Measures”, give the period and the value in digits, as on the line before it."
    yield "Rows and columns", "You may filter and widen. Do not delete rows, and do not change the headings."
    yield "Sending it back", "Save it as an Excel workbook (.xlsx) and send it to the communications team."


def ratings_table(scale: Scale) -> Table:
    """Every level from the best to the worst, then what is no rating."""
    levels = ((one.label, one.name or "", one.meaning or NO_MEANING) for one in reversed(scale.levels))
    other = ((one.printed, "Not a rating", one.reason) for one in scale.unrated if one.printed.strip())
    return (("Rating", "In short", "What it means"), *levels, *other)


def rating_help(scale: Scale, *, most: int) -> str:
    """Each rating with what it means, in so many signs at most: the shortest of three ways to say it that fits."""
    levels = tuple(reversed(scale.levels))
    whole = "\n".join(f"{one.label}: {one.meaning or one.name or NO_MEANING}" for one in levels)
    short = "\n".join(one.full_label for one in levels) + f"\n{MEANINGS}"
    return next((text for text in (whole, short) if len(text) <= most), MEANINGS)


def evidence_table(plan: Plan) -> Table:
    """The register of evidence."""
    rows = ((one.id, one.title, one.kind.value, one.date.label if one.date else "") for one in plan.evidence)
    return (("Id", "Title", "Kind", "Date"), *rows)


def choices(scale: Scale) -> tuple[str, ...]:
    """What the list of ratings offers, in the order of the sheet of ratings."""
    return tuple(row[0] for row in ratings_table(scale)[1:])
