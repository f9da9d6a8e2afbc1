"""The page on rules is what the rules say, and its counts are what they find on the project's own plans."""

import pytest

from ragsite.checks import FAMILIES
from tools import reference


def test_the_page_is_up_to_date() -> None:
    counts = reference.judged(reference.JUDGED.read_text(encoding="utf-8"))
    assert reference.PAGE.read_text(encoding="utf-8") == reference.page(counts), "run: make docs"


def test_the_counts_are_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reference.PROJECT)
    counts = reference.judged(reference.JUDGED.read_text(encoding="utf-8"))
    assert {code: found for code, (found, _) in counts.items()} == reference.found_on_plans(), "run: make docs"
    assert all(true is None or true <= found for found, true in counts.values())


def test_every_family_has_a_heading() -> None:
    assert set(reference.FAMILIES) == set(FAMILIES)


def test_a_judgement_holds_while_its_count_does() -> None:
    before = {"A1": (3, 2), "A2": (1, 1), "A3": (1, None)}
    assert reference.recounted(before, {"A1": 3, "A2": 2, "A4": 1}) == {"A1": (3, 2), "A2": (2, None), "A4": (1, None)}


def test_the_counts_survive_being_written() -> None:
    counts = {"A1": (3, 2), "A2": (1, None)}
    assert reference.judged(reference.judged_text(counts)) == counts
