"""The fingerprint of a report: over what it says, not over how its file is written."""

import pytest

from ragsite.model.reports import Report
from ragsite.release.meaning import changed_parts, fingerprint
from tests import factories
from tests.factories import item, report

UPDATES = [{"item": "1", "rating": "Red", "progress": "Two lines\nof one text."}, {"item": "2", "rating": "Green"}]
PLAN = factories.make_plan(items=[item("1"), item("2")])


def made(**more: object) -> Report:
    return Report.model_validate(report("2026-06", **{"updates": UPDATES, "summary": "All is well.", **more}))


@pytest.mark.parametrize(
    "same",
    [
        {"updates": [UPDATES[1], {**UPDATES[0], "progress": "Two lines of   one text.", "risks": []}]},
        {"publish": False},
        {"publish_from": "2026-10-06"},
        {"summary": ["All is well."]},
        {"embargoes": [{"fields": ["summary"], "publish_from": "2026-10-06"}]},
    ],
)
def test_the_same_meaning_has_the_same_fingerprint(same: dict[str, object]) -> None:
    assert fingerprint(made(**same)) == fingerprint(made())


@pytest.mark.parametrize(
    ("other", "parts"),
    [
        ({"summary": "All is not well."}, ["summary"]),
        ({"updates": [{**UPDATES[0], "rating": "Green"}, UPDATES[1]]}, ["of “Title of 1” (1): rating"]),
        ({"updates": UPDATES[:1]}, ["the update of “Title of 2” (2) went"]),
        ({"updates": [*UPDATES, {"item": "3"}]}, ["the update of the item “3” came"]),
        ({"updates": [{**UPDATES[0], "progress": "Two lines\n\nof one text."}, UPDATES[1]]},
         ["of “Title of 1” (1): progress"]),
        ({"updates": [{**UPDATES[0], "publish": False}, UPDATES[1]]}, ["of “Title of 1” (1): publish"]),
    ],
)  # fmt: skip
def test_another_meaning_has_another_and_is_told(other: dict[str, object], parts: list[str]) -> None:
    assert fingerprint(made(**other)) != fingerprint(made())
    assert list(changed_parts(made(), made(**other), PLAN)) == parts
