"""`/data/index.json` leads to every file of every plan."""

import json
import re
from typing import Any

from ragsite.publish import PublicSite
from tests.factories import make_plan, make_public, report
from tests.unit.exporters.reading import files


def index(public: PublicSite) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files(public)["/data/index.json"])
    return found


def test_every_plan_has_its_facts() -> None:
    public = make_public(
        make_plan(id="b", status="closed"), make_plan(id="a", reports=[report("2026-03"), report("2026-06")])
    )
    plans = index(public)["plans"]
    assert [(one["id"], one["status"], one["latest_report"]) for one in plans] == [
        ("a", "active", "2026-06"),
        ("b", "closed", None),
    ]
    assert plans[0]["as_at"]["date"]["value"] == "2026-06"
    assert (plans[0]["title"], plans[0]["organisation"]) == ("Northmere improvement plan", "Northmere Council")


def test_every_address_is_that_of_a_file_and_every_file_has_its_address() -> None:
    public = make_public(make_plan(id="a"), make_plan(id="b"))
    found = [path for plan in index(public)["plans"] for path in plan["files"].values()]
    assert sorted(found) == sorted(path for path in files(public) if re.match("/plans/[^/]*/data/", path))


def test_addresses_are_whole_where_the_site_knows_its_own() -> None:
    (plan,) = index(make_public(make_plan(id="a"), url="https://example.org/site/"))["plans"]
    assert plan["url"] == "https://example.org/site/plans/a/"
    assert plan["files"]["items.csv"] == "https://example.org/site/plans/a/data/items.csv"


def test_a_site_without_plans_has_an_empty_index() -> None:
    found = index(make_public())
    assert (found["schema_version"], found["plans"], found["publisher"]) == ("1", [], "Northmere")
