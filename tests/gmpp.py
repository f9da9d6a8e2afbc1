"""A plan of four real yearly reports: the Government Major Projects Portfolio, 2020 to 2023, read from its CSV files.

The files are not part of the project. `found()` says whether they are at hand, `portfolio()` makes the plan.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from ragsite.model.plan import Plan
from tests.factories import Written, make_plan

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "trackers" / "gmpp"
YEARS = (2020, 2021, 2022, 2023)
UNDEFINED = b"\x9d"
"""The one byte in the files that has no meaning in cp1252."""

needs_gmpp = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the GMPP files are not here: ../shared/trackers/gmpp is absent"
)

FIVE = (("Red", "red"), ("Amber/Red", "amber-red"), ("Amber", "amber"), ("Amber/Green", "amber-green"))
THREE = (("Red", "red"), ("Amber", "amber"))
NEVER_GIVEN = {
    "Reset": "Not published: the project was being reset.",
    "No DCA": "Not published: no delivery confidence assessment was made.",
}
"""Values that other years of the portfolio print in place of a rating."""


@dataclass(frozen=True)
class Row:
    """One project in one year, as printed; `project` is its number in one spelling."""

    project: str
    number: str
    name: str
    department: str
    rating: str
    comment: str
    end: str


def rows(year: int) -> Iterator[Row]:
    """The projects of one year, in the order of the file."""
    text = (FOLDER / f"uk_{year}.csv").read_bytes().replace(UNDEFINED, b"").decode("cp1252")
    table = csv.reader(io.StringIO(text, newline=""), delimiter="," if year == 2020 else ";")
    head = next(table)
    ratings = [place for place, name in enumerate(head) if name == "colour_rating"]
    for cells in table:
        known = dict(zip(head, cells, strict=True))
        # From 2022 there are two columns with this name; a project's rating stands in one, or the same in both.
        printed = {cells[place] for place in ratings} - {""}
        assert len(printed) == 1, known["project_number"]
        yield Row(
            known["project_number"].upper(),
            known["project_number"],
            known["project_name"].strip(),
            known["department"],
            printed.pop(),
            known["rating_comment"].strip(),
            known["end_date"].strip(),
        )


@cache
def editions() -> dict[int, dict[str, Row]]:
    """The rows of every year by project; a number in other case is the same project."""
    return {year: {row.project: row for row in rows(year)} for year in YEARS}


@cache
def portfolio() -> Plan:
    """The plan: a report for each year, an item for each project, followed by its number through every name."""
    found = editions()
    projects = sorted({project for year in YEARS for project in found[year]})
    return make_plan(
        id="gmpp",
        title="Government Major Projects Portfolio",
        short_title="Major projects",
        organisation="UK Government",
        structure=[{"kind": "Project", "plural": "Projects"}],
        scales=[_scale("five", FIVE, years=YEARS[:2]), _scale("three", THREE, years=YEARS[2:])],
        sources=[
            {"id": f"gmpp-{year}", "title": f"GMPP data {year}", "publisher": "Infrastructure and Projects Authority"}
            for year in YEARS
        ],
        items=[_item({year: found[year][project] for year in YEARS if project in found[year]}) for project in projects],
        reports=[_report(year) for year in YEARS],
    )


def names(project: str) -> tuple[str, ...]:
    """The names that a project has had, each once, the oldest first."""
    return tuple(dict.fromkeys(found[project].name for found in editions().values() if project in found))


def end_date(printed: str) -> Written | None:
    """A date in any of the forms of the files, with its meaning; None for words that give no date."""
    iso = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", printed)
    if iso:
        return {"printed": printed, "means": printed}
    dotted = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d\d)?(\d\d)", printed)
    if not dotted:
        return None
    day, month, _, year = dotted.groups()
    return {"printed": printed, "means": f"20{year}-{month}-{day}"}


def _scale(key: str, levels: tuple[tuple[str, str], ...], *, years: tuple[int, ...]) -> Written:
    given = {row.rating.strip() for year in years for row in editions()[year].values()}
    labels = [*(label for label, _ in levels), "Green"]
    withheld = sorted(printed for printed in given if printed.casefold() not in {one.casefold() for one in labels})
    reasons = {_folded(printed): (printed, not_published(printed)) for printed in withheld}
    return {
        "id": key,
        "title": f"Delivery confidence, {len(labels)} levels",
        "tones": "printed",
        "key": "lost",
        "levels": [{"id": tone, "label": label, "tone": tone} for label, tone in (*levels, ("Green", "green"))],
        "unrated": [
            *({"printed": printed, "reason": reason} for printed, reason in reasons.values()),
            *({"printed": printed, "reason": reason} for printed, reason in NEVER_GIVEN.items()),
        ],
    }


def not_published(printed: str) -> str:
    """The reason for a withheld rating, in the words of the file."""
    return f"Not published. The source prints “{' '.join(printed.split())}”."


def _folded(printed: str) -> str:
    return printed.strip().casefold()


def _item(rows: dict[int, Row]) -> Written:
    first, last = min(rows), max(rows)
    latest = rows[last]
    pairs = [(rows[year], rows[year + 1], year + 1) for year in rows if year + 1 in rows]
    return {
        "id": latest.project,
        "ref": latest.number,
        "title": latest.name,
        "former_titles": [{"title": was.name, "until": str(year)} for was, now, year in pairs if was.name != now.name],
        "owners": [{"role": latest.department}],
        "due": end_date(rows[first].end),
        "added": str(first) if first != YEARS[0] else None,
        "closed": {"report": str(last)} if last != YEARS[-1] else None,
    }


def _report(year: int) -> Written:
    return {
        "id": str(year),
        "label": str(year),
        "as_at": {"date": str(year)},
        "scale": "five" if year <= 2021 else "three",
        "updates": [_update(row) for row in editions()[year].values()],
    }


def _update(row: Row) -> Written:
    due = end_date(row.end)
    return {
        "item": row.project,
        "rating": row.rating,
        "rating_reason": row.comment or None,
        "due": {"date": due} if due else None,
    }
