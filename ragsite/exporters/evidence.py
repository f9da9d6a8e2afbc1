"""`evidence.csv`: one row per use of a piece of evidence, and one per piece that nothing uses."""

from collections.abc import Iterator

from ragsite.exporters.column import Row
from ragsite.exporters.columns import EVIDENCE
from ragsite.exporters.csv_file import csv_files
from ragsite.exporters.file import File
from ragsite.model.evidence import Evidence
from ragsite.model.plan import Plan
from ragsite.publish import PublicSite
from ragsite.views.evidence import register


def export(public: PublicSite) -> Iterator[File]:
    """One `evidence.csv` per plan."""
    return csv_files(public, EVIDENCE, rows)


def rows(plan: Plan) -> Iterator[Row]:
    """Piece by piece in the order of the register, each through its items and their reports."""
    for entry in register(plan).entries:
        piece = _piece(entry.piece)
        if not entry.is_used:
            yield {"plan": plan.id, "item": None, "report": None, **piece}
        for use in entry.uses:
            report = use.report.id if use.report else None
            yield {"plan": plan.id, "item": use.item.id, "report": report, **piece}


def _piece(piece: Evidence) -> Row:
    return {
        "evidence": piece.id,
        "kind": piece.kind.value,
        "title": piece.title,
        "date": piece.date.iso if piece.date else None,
        "shows": piece.shows,
        "does_not_show": piece.does_not_show,
        "link": piece.link,
        "date_as_written": piece.date.printed if piece.date else None,
        "held_by": piece.held_by,
        "source": piece.source,
    }
