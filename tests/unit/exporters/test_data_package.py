"""`datapackage.json` describes the CSV files beside it as they are."""

import csv
import io

from ragsite.exporters.columns import CSV_NOTE, TABLES
from tests.factories import item, make_plan, make_public
from tests.unit.exporters.reading import files, read_json

FIELD_TYPES = {"string", "integer", "number", "boolean", "date"}


def test_each_file_has_a_resource_with_its_columns_in_order() -> None:
    public = make_public(make_plan(items=[item("1")]))
    written = files(public)
    resources = read_json(public, "datapackage.json")["resources"]
    assert [one["path"] for one in resources] == [table.file_name for table in TABLES]
    for resource in resources:
        content = written[f"/plans/northmere-2026/data/{resource['path']}"].decode("utf-8")
        header = next(csv.reader(io.StringIO(content, newline="")))
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert {field["type"] for field in resource["schema"]["fields"]} <= FIELD_TYPES


def test_a_field_says_what_it_holds_and_which_values_are_allowed() -> None:
    ratings = read_json(make_public(make_plan()), "datapackage.json")["resources"][1]["schema"]
    fields = {field["name"]: field for field in ratings["fields"]}
    assert fields["basis"]["constraints"] == {"enum": ["printed", "narrative", "inferred"]}
    assert fields["item"]["constraints"] == {"required": True}
    assert "exactly as the source prints it" in fields["as_printed"]["description"]
    assert ratings["primaryKey"] == ["plan", "item", "report"]
    assert ratings["foreignKeys"] == [{"fields": "item", "reference": {"resource": "items", "fields": "item"}}]
    assert ratings["missingValues"] == [""]


def test_the_package_names_licence_publisher_sources_and_how_text_is_guarded() -> None:
    link = "https://example.org/paper.pdf"
    source = {"id": "paper", "title": "The paper", "publisher": "Northmere Council", "link": link}
    found = read_json(make_public(make_plan(sources=[source])), "datapackage.json")
    assert found["licenses"][0]["name"] == "OGL-UK-3.0"
    assert found["contributors"] == [{"title": "Northmere", "role": "publisher"}]
    assert found["sources"] == [{"title": "The paper, Northmere Council (Open Government Licence v3.0)", "path": link}]
    assert CSV_NOTE in found["description"]


def test_another_licence_is_named_as_it_is() -> None:
    licence = {"name": "House terms", "link": "https://example.org/terms"}
    found = read_json(make_public(make_plan(), licence=licence), "datapackage.json")
    assert found["licenses"] == [{"path": "https://example.org/terms", "title": "House terms"}]


def test_the_homepage_is_a_whole_address_or_absent() -> None:
    whole = read_json(make_public(make_plan(), url="https://example.org/"), "datapackage.json")
    assert whole["homepage"] == "https://example.org/plans/northmere-2026/data/"
    assert "homepage" not in read_json(make_public(make_plan()), "datapackage.json")


def test_the_name_is_one_that_the_standard_allows() -> None:
    found = read_json(make_public(make_plan(id="North.Mere_26")), "datapackage.json", plan="north.mere_26")
    assert found["name"] == "north.mere_26"
