"""Somebody who has only the CSV files can work out every count, rating history and date ledger that the site shows."""

from collections import Counter
from pathlib import Path

import pytest

from ragsite.content.folder import read_site
from ragsite.model.plan import Plan
from ragsite.publish import PublicSite, publish
from ragsite.views.history import path
from ragsite.views.ledger import ledger
from ragsite.views.rollup import Rollup, roll_up, roll_up_below
from tests.factories import item, make_plan, make_public, report
from tests.unit.exporters.reading import Cells, picked, read_table

CONTENT = Path(__file__).resolve().parents[3] / "content"
PLANS = sorted(folder.name for folder in (CONTENT / "plans").iterdir() if folder.is_dir())
TABLES = ("items", "ratings", "dates")
MADE = "northmere-2026"

Tables = dict[str, list[Cells]]
Counts = dict[tuple[str, str, str], int]
"""How many, by report, kind and level; the level is empty for items that are not rated."""


def made() -> Plan:
    """What the real plans do not have: moves, a date taken back, items that join and leave, formulas as text."""
    moved = [{"date": "2026-09", "reason": "=Late", "agreed_by": "The board"}, {"date": {"printed": "TBC"}}]
    return make_plan(
        items=[
            item("1", due="2026-05", items=[item("1.1"), item("1.2", added="2026-06")]),
            item("2", closed={"report": "2026-06"}),
        ],
        structure=[{"kind": "Area", "plural": "Areas"}, {"kind": "Action", "plural": "Actions"}],
        reports=[
            report("2026-03", {"1": "A", "1.1": "-", "2": "G"}),
            report("2026-06", {"1.1": "G", "2": "R"}, updates=[{"item": "1", "rating": "R", "due": moved[0]}]),
            report("2026-09", {"1.1": "0", "1.2": "A"}, updates=[{"item": "1", "rating": "G", "due": moved[1]}]),
        ],
    )


@pytest.fixture(scope="module")
def sites() -> dict[str, PublicSite]:
    real = read_site(CONTENT).site
    assert real
    return {**dict.fromkeys(PLANS, publish(real)), MADE: make_public(made())}


@pytest.fixture(scope="module", params=[*PLANS, MADE])
def both(request: pytest.FixtureRequest, sites: dict[str, PublicSite]) -> tuple[Plan, Tables]:
    """A plan as the site knows it, and its tables as a reader of the files does."""
    name: str = request.param
    public = sites[name]
    return public.site.plan_by_id[name], {table: read_table(public, table, plan=name) for table in TABLES}


def counted(tables: Tables, among: frozenset[str]) -> Counts:
    kinds = dict(picked(tables["items"], "item", "kind"))
    rows = [row for row in tables["ratings"] if row["item"] in among]
    return dict(Counter((row["report"], kinds[row["item"]], row["level"]) for row in rows))


def shown(report_id: str, rollups: tuple[Rollup, ...]) -> Counts:
    return {
        (report_id, rollup.kind.slug, count.level.id if count.level else ""): count.number
        for rollup in rollups
        for count in rollup.counts
        if count.number
    }


def below(tables: Tables, item_id: str) -> frozenset[str]:
    """The ids of all items below one, by the column `parent`."""
    children = [child for child, parent in picked(tables["items"], "item", "parent") if parent == item_id]
    return frozenset(children).union(*(below(tables, child) for child in children))


def test_every_count_of_every_report(both: tuple[Plan, Tables]) -> None:
    plan, tables = both
    expected: Counts = {}
    for one in plan.reports:
        expected |= shown(one.id, roll_up(plan, one))
    assert counted(tables, frozenset(row["item"] for row in tables["items"])) == expected


def test_every_count_below_an_item(both: tuple[Plan, Tables]) -> None:
    plan, tables = both
    for root in plan.tree:
        expected: Counts = {}
        for one in plan.reports:
            expected |= shown(one.id, roll_up_below(plan, one, root))
        assert counted(tables, below(tables, root.id)) == expected


def test_every_rating_history(both: tuple[Plan, Tables]) -> None:
    plan, tables = both
    members = {one.id: {item.id for item in plan.items_in(one)} for one in plan.reports}
    told: dict[str, list[tuple[str, ...]]] = {}
    for row in tables["ratings"]:
        told.setdefault(row["item"], []).append(picked([row], "report", "scale", "level", "as_printed")[0])
    for one in plan.items:
        steps = path(plan, one)
        assert told.get(one.id, []) == [
            (step.report.id, step.report.scale, step.rated.level.id if step.rated.level else "", step.rated.printed)
            for step in steps
            if one.id in members[step.report.id]
        ]
        assert not any(step.rated.is_rated for step in steps if one.id not in members[step.report.id])


def test_every_date_ledger(both: tuple[Plan, Tables]) -> None:
    plan, tables = both
    columns = ("item", "report", "due", "precision", "as_printed", "first_due", "moves", "reason", "agreed_by", "words")
    assert picked(tables["dates"], *columns) == [
        (
            one.id,
            entry.report.id if entry.report else "",
            entry.due.iso,
            entry.due.precision.value,
            entry.due.printed,
            entry.first_due.iso,
            str(entry.moves),
            entry.reason or "",
            entry.agreed_by or "",
            entry.due.label,
        )
        for one in plan.items
        for entry in ledger(plan, one).entries
    ]


def test_whether_each_item_was_overdue_in_each_report(both: tuple[Plan, Tables]) -> None:
    plan, tables = both
    words = {True: "true", False: "false", None: ""}
    for row in tables["ratings"]:
        expected = ledger(plan, plan.item_by_id[row["item"]]).is_overdue(plan.report_by_id[row["report"]])
        assert row["overdue"] == words[expected]


def test_the_made_plan_has_what_it_is_made_for(sites: dict[str, PublicSite]) -> None:
    dates = read_table(sites[MADE], "dates")
    assert [row["moves"] for row in dates] == ["0", "1", "2"]
    assert dates[1]["reason"] == "=Late"
    assert len(read_table(sites[MADE], "ratings")) == 10
