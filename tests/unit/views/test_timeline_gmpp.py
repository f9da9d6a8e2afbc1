"""Dates that really moved: four yearly reports of the Government Major Projects Portfolio."""

from collections import Counter

from ragsite.views.ledger import ledger
from ragsite.views.timeline import former_places, timeline
from tests.gmpp import YEARS, editions, end_date, needs_gmpp, portfolio

pytestmark = needs_gmpp


def printed_ends(project: str) -> list[str]:
    """The clear end dates that the yearly files give for a project, each change once."""
    ends = [end_date(editions()[year][project].end) for year in YEARS if project in editions()[year]]
    known = [end["means"] for end in ends if end]
    return [end for number, end in enumerate(known) if number == 0 or end != known[number - 1]]


def test_every_project_of_2023_has_its_last_date_and_its_moves() -> None:
    plan = portfolio()
    found = timeline(plan, plan.latest)
    expected = {project: len(printed_ends(project)) - 1 for project in editions()[2023] if printed_ends(project)}
    assert {one.item.id: one.entry.moves for one in (*found.dated, *found.unclear)} == expected
    assert len(found.moved) == sum(moves > 0 for moves in expected.values()) > 90


def test_former_dates_are_the_first_ones_printed() -> None:
    plan = portfolio()
    found = timeline(plan, plan.latest)
    firsts = Counter(ledger(plan, one.item).entries[0].due.last for one in found.moved)
    assert not Counter(former_places(found)) - firsts
    back = sum(one.entry.first_due.last == one.entry.due.last for one in found.moved)
    assert sum(firsts.values()) == len(list(former_places(found))) + back
