"""What the guides tell people to do by hand, done for them."""

import shutil
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

from tests.guides.guide import git
from tests.importers.making import make_xlsx
from tests.importers.samples import FIRST, SECOND, TABLE, THIRD

PLANS = Path("content/plans")
REPORTS = PLANS / "northmere-2026/reports"


def fill_in_the_workbook(folder: Path) -> None:
    made = load_workbook(folder / "update-september.xlsx")
    open_rows = [row for row in made["Updates"].iter_rows(min_row=2) if not row[5].protection.locked]
    for row, rating in zip(open_rows, ("Amber", "Amber", "Green", "Complete"), strict=True):
        row[5].value = rating
    made.save(folder / "update-september.xlsx")


def take_out_the_hold(folder: Path) -> None:
    path = folder / REPORTS / "2026-09.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("publish: false")]
    assert len(kept) == len(lines) - 1
    path.write_text("".join(kept), encoding="utf-8")


def change_a_rating_in_the_workbook(folder: Path) -> None:
    made = load_workbook(folder / "update.xlsx")
    made["Updates"]["F3"].value = "Green"
    made.save(folder / "update.xlsx")


def change_a_rating(folder: Path) -> None:
    path = folder / REPORTS / "2026-06.yml"
    text = path.read_text(encoding="utf-8")
    assert "rating: Amber\n" in text
    path.write_text(text.replace("rating: Amber\n", "rating: Green\n", 1), encoding="utf-8")


def copy_the_plan(folder: Path) -> None:
    new = folder / PLANS / "northmere-2027"
    new.mkdir()
    shutil.copy(folder / PLANS / "northmere-2026/items.yml", new)
    facts = (folder / PLANS / "northmere-2026/plan.yml").read_text(encoding="utf-8")
    (new / "plan.yml").write_text(facts.replace("id: northmere-2026", "id: northmere-2027"), encoding="utf-8")


def add_a_crest(folder: Path) -> None:
    crest = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M1 1h6v6H1z"/></svg>\n'
    (folder / "content/crest.svg").write_text(crest, encoding="utf-8")


def commit_a_change(folder: Path) -> None:
    change_a_rating(folder)
    git(folder, "commit", "-qam", "A better rating")


def send_two_trackers(folder: Path) -> None:
    make_xlsx(folder / "tracker-march.xlsx", TABLE)
    make_xlsx(folder / "tracker-june.xlsx", [TABLE[0], FIRST, (*SECOND[:4], "Green", "All trained"), THIRD])


BY_HAND: dict[str, Callable[[Path], None]] = {
    "the officers fill in the workbook": fill_in_the_workbook,
    "take out the line publish: false": take_out_the_hold,
    "an officer changes one rating": change_a_rating_in_the_workbook,
    "the rating of action 1.1 becomes Green": change_a_rating,
    "copy the made-up plan as northmere-2027": copy_the_plan,
    "put crest.svg beside site.yml": add_a_crest,
    "commit a change of a rating": commit_a_change,
    "the officers send tracker-march.xlsx and tracker-june.xlsx": send_two_trackers,
}
"""Each by the words of its remark in a guide."""
