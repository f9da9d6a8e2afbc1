"""The plans of the content folder export whole, always to the same bytes, and the files alone tell the facts."""

from collections import Counter
from pathlib import Path

import pytest

from ragsite import addresses
from ragsite.content.folder import read_site
from ragsite.exporters import all_files
from ragsite.exporters.columns import DOCUMENTS, TABLES
from ragsite.model.facts import Owners
from ragsite.model.site import Site
from ragsite.publish import PublicSite, publish
from ragsite.views.ledger import ledger
from tests.unit.exporters.reading import read_table

CONTENT = Path(__file__).resolve().parents[3] / "content"
PLANS = sorted(path.name for path in (CONTENT / "plans").iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def site() -> Site:
    found = read_site(CONTENT).site
    assert found
    return found


@pytest.fixture(scope="module")
def public(site: Site) -> PublicSite:
    return publish(site)


def test_every_plan_has_every_file(public: PublicSite) -> None:
    names = [*DOCUMENTS, *(table.file_name for table in TABLES)]
    of_plans = [f"/plans/{plan}/data/{name}" for plan in PLANS for name in names]
    beside = ("feed.xml", "feed.json", "dates.ics", "badge.svg")
    of_plans += [f"/plans/{plan}/{name}" for plan in PLANS for name in beside]
    of_site = ["/data/index.json", "/data/catalogue.jsonld", "/data/plan.schema.json", "/feed.xml", "/feed.json"]
    paths = [file.path for file in all_files(public)]
    assert len(set(paths)) == len(paths)
    assert {*of_plans, *of_site} <= set(paths)


def test_every_rated_item_has_its_badge_its_card_and_its_frame(public: PublicSite) -> None:
    paths = {file.path for file in all_files(public)}
    for plan in public.site.plans:
        for item in plan.rated_items:
            page = addresses.item(plan.id, item.id)
            assert {f"{page}badge.svg", f"{page}card/", f"{page}oembed.json"} <= paths


def test_the_same_content_gives_the_same_bytes(public: PublicSite) -> None:
    again = publish(read_site(CONTENT).site or public.site)
    assert list(all_files(again)) == list(all_files(public))


def test_files_are_utf8_without_byte_order_mark_and_end_with_a_line_end(public: PublicSite) -> None:
    for file in all_files(public):
        assert not file.content.startswith(b"\xef\xbb\xbf")
        assert file.content.decode("utf-8").endswith("\r\n" if file.path.endswith(".csv") else "\n")


@pytest.mark.parametrize("name", PLANS)
def test_the_ratings_alone_give_the_counts_of_each_level_in_each_report(name: str, public: PublicSite) -> None:
    plan = public.site.plan_by_id[name]
    expected = Counter(
        (report.id, level.id if level else "")
        for report in plan.reports
        for item in plan.items_in(report)
        for level in [plan.rating(report, item).level]
    )
    rows = read_table(public, "ratings", plan=name)
    assert Counter((row["report"], row["level"]) for row in rows) == expected
    assert all(bool(row["level"]) != bool(row["not_rated_reason"]) for row in rows)
    assert {row["label"] for row in rows if not row["level"]} <= {"Not rated"}


@pytest.mark.parametrize("name", PLANS)
def test_the_dates_alone_give_the_moves_of_each_item(name: str, public: PublicSite) -> None:
    plan = public.site.plan_by_id[name]
    moves = {row["item"]: (int(row["moves"]), row["due"]) for row in read_table(public, "dates", plan=name)}
    ledgers = [ledger(plan, item) for item in plan.items]
    assert moves == {one.item.id: (one.moves, one.current.iso) for one in ledgers if one.current}


@pytest.mark.parametrize("name", PLANS)
def test_every_reference_from_one_file_to_another_leads_somewhere(name: str, public: PublicSite) -> None:
    tables = {table.name: read_table(public, table.name, plan=name) for table in TABLES}
    for table in TABLES:
        for link in table.links:
            known = {row[link.to] for row in tables[link.table or table.name]}
            assert {row[link.column] for row in tables[table.name]} - {""} <= known, (table.name, link.column)
        keys = [tuple(row[column] for column in table.key) for row in tables[table.name]]
        assert not table.key or len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", PLANS)
def test_cells_hold_only_what_their_column_allows(name: str, public: PublicSite) -> None:
    for table in TABLES:
        for row in read_table(public, table.name, plan=name):
            for column in table.columns:
                assert row[column.name] or not column.is_required, (table.name, column.name, row)
                assert not column.allowed or row[column.name] in ("", *column.allowed)


def test_no_owner_is_named_where_a_role_is_known(site: Site, public: PublicSite) -> None:
    for plan in site.plans:
        if plan.facts.owners is Owners.NAMES:
            continue
        kept_back = {owner.name for item in plan.items for owner in item.owners if owner.role and owner.name}
        shown = [row["owners"] for row in read_table(public, "items", plan=plan.id)]
        bare = {owner.name for item in plan.items for owner in item.owners if not owner.role}
        assert [text for text in shown for one in kept_back - bare if one in text] == []
