"""Sections that several kinds of page have in common: notes, meanings of ratings, sources, statements."""

from collections.abc import Iterable, Sequence

from ragsite import addresses
from ragsite.model.base import Passage
from ragsite.model.facts import DataNote, Section
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, StatedPeriod, Statement
from ragsite.model.scales import Key, Scale
from ragsite.pages.props import (
    Props,
    badge,
    colour_note,
    data_notes,
    passage_sources,
    ref_words,
    source_credits,
    source_lines,
    texts,
)
from ragsite.render import relative

MANY = 12
"""More figures than these stand closed, as they are not what most readers come for."""


def contents(sections: Iterable[Props]) -> tuple[Props, ...]:
    """Links for "On this page"."""
    return tuple({"text": section["title"], "href": f"#{section['id']}"} for section in sections)


def notes(plan: Plan, found: Iterable[DataNote], *, title: str = "Data notes") -> Props | None:
    """Oddities that were met in the source."""
    shown = data_notes(plan, found)
    if not shown:
        return None
    heading = "Found when reading the source"
    return {"part": "notes", "id": "notes", "title": title, "heading": heading, "notes": shown}


def meanings(plan: Plan, scale: Scale) -> Props:
    """The levels of a scale with their meanings, from the best to the worst."""
    lost = "The source has no key to its ratings." if scale.key is Key.LOST else None
    return {
        "part": "scale",
        "id": "meanings",
        "title": "What the ratings mean in this plan",
        "levels": [badge(level) for level in reversed(scale.levels)],
        "notes": [note for note in (lost, scale.note, colour_note(scale)) if note],
        "unrated": [
            {"term": f"“{one.printed}”" if one.printed else "A blank cell", "text": one.reason}
            for one in scale.unrated
        ],
        "sources": source_lines(plan, [scale.source]),
    }


def sources(plan: Plan, lines: Iterable[str | None]) -> Props:
    """The source documents with licence and credit, and the lines that a page rests on."""
    return {
        "part": "sources",
        "id": "sources",
        "title": "Where this comes from",
        "lines": source_lines(plan, lines),
        "credits": source_credits(plan),
    }


def titled(title: str, passages: Sequence[Passage]) -> list[Props]:
    """Passages under a heading of their own, for `ui.passages`; an empty list when there are none."""
    return [{"title": title, "text": "\n\n".join(texts(passages))}] if passages else []


def narrative(plan: Plan, sections: Iterable[Section]) -> list[Props]:
    """Titled sections of a document for `ui.passages`, each with its source."""
    return [_narrative(plan, section) for section in sections]


def _narrative(plan: Plan, section: Section) -> Props:
    lines = source_lines(plan, [section.source, *passage_sources(section.text)])
    return {
        "title": section.title,
        "text": "\n\n".join(texts(section.text)),
        "source": lines[0] if len(lines) == 1 else None,
    }


def key_points(plan: Plan, report: Report) -> Props | None:
    """Key developments and key risks of the plan as a whole, as one report tells them."""
    parts = [
        *titled("Key developments", report.key_developments),
        *titled("Key risks", report.key_risks),
    ]
    if not parts:
        return None
    named = [(report.key_developments, "key developments"), (report.key_risks, "key risks")]
    return {
        "part": "passages",
        "id": "key-points",
        "title": " and ".join(name for found, name in named if found).capitalize(),
        "lede": f"As told in the report {report.label}.",
        "passages": parts,
        "sources": source_lines(plan, passage_sources([*report.key_developments, *report.key_risks])),
    }


def statements(plan: Plan, report: Report, *, here: str) -> Props | None:
    """Totals, averages and shares that the document itself states, as printed and unchecked."""
    if not report.statements:
        return None
    number = len(report.statements)
    return {
        "part": "table",
        "id": "statements",
        "title": "What the paper states",
        "lede": "These figures are the paper's own, as it prints them. They are not worked out here.",
        "table": {
            "caption": f"Totals, averages and shares stated in the report {report.label}",
            "columns": ["Figure", "As printed", "About", "Source"],
            "rows": [_statement(plan, one, here=here) for one in report.statements],
            "fold": f"Show all {number} figures" if number > MANY else None,
        },
    }


def _statement(plan: Plan, statement: Statement, *, here: str) -> list[Props]:
    notes = " ".join(note.text for note in statement.notes)
    earlier = " (previous report's column)" if statement.period is StatedPeriod.PREVIOUS else ""
    places = [line["place"] for line in source_lines(plan, [statement.source])]
    return [
        {"text": f"{statement.label}{earlier}", "note": notes or None},
        {"text": f"“{statement.printed}”"},
        _about(plan, statement, here=here),
        {"text": " and ".join(places).replace(" of the text extract", "").capitalize() or "Not given"},
    ]


def _about(plan: Plan, statement: Statement, *, here: str) -> Props:
    item = plan.item_by_id.get(statement.item or "")
    if item is None:
        return {"text": "The whole plan"}
    above = [ref_words(plan, one) for one in plan.ancestors(item) if one.ref]
    text = ", ".join([*above, ref_words(plan, item)]) if item.ref else item.title
    return {"text": text, "href": relative(here, addresses.item(plan.id, item.id))}
