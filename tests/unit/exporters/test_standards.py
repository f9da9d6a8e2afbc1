"""The data of the real plans, as the programs of the standards read it: no error and no warning."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ragsite.content.folder import read_site
from ragsite.exporters import csvw as described
from ragsite.exporters import data_package, dates, dcat, evidence, items, measures, observations, plan_json, ratings
from ragsite.exporters import schema as schemas
from ragsite.exporters.columns import TABLES
from ragsite.model.site import Site
from ragsite.publish import PublicSite, publish
from tests.factories import make_plan, make_public

CONTENT = Path(__file__).resolve().parents[3] / "content"
PLANS = sorted(folder.name for folder in (CONTENT / "plans").iterdir() if folder.is_dir())
TABLE_EXPORTERS = (items, ratings, dates, measures, observations, evidence, data_package, described)


@pytest.fixture(scope="module")
def public() -> PublicSite:
    site = read_site(CONTENT).site
    assert site
    return publish(site)


@pytest.fixture(scope="module")
def folder(public: PublicSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables and their descriptions, written as they are published."""
    root = tmp_path_factory.mktemp("data")
    for exporter in TABLE_EXPORTERS:
        for file in exporter.export(public):
            path = root / file.path.lstrip("/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
    return root


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_data_package_validates(name: str, folder: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    package = frictionless.Package(str(folder / "plans" / name / "data" / "datapackage.json"))
    found = package.validate()
    assert [error.message for task in found.tasks for error in task.errors] == []
    assert found.errors == []
    assert (found.valid, found.stats["tasks"], found.stats["warnings"]) == (True, len(TABLES), 0)


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_csv_on_the_web_validates(name: str, folder: Path) -> None:
    csvw = pytest.importorskip("csvw")
    group = csvw.CSVW(str(folder / "plans" / name / "data" / described.NAME), validate=True)
    assert group.is_valid
    assert [str(one.message) for one in group.warnings] == []
    assert [table.local_name for table in group.tables] == [table.file_name for table in TABLES]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_cell_that_breaks_its_description_is_found(folder: Path, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    source = folder / "plans" / PLANS[0] / "data"
    for path in source.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    broken = (source / "ratings.csv").read_bytes().replace(b",printed,", b",guessed,", 1)
    (tmp_path / "ratings.csv").write_bytes(broken)
    package = frictionless.Package(str(tmp_path / "datapackage.json"))
    assert not package.validate().valid


@pytest.fixture(scope="module")
def plan_schema(public: PublicSite) -> dict[str, Any]:
    (file,) = schemas.export(public)
    found: dict[str, Any] = json.loads(file.content)
    return found


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_plan_json_keeps_to_the_schema(plan_schema: dict[str, Any], public: PublicSite) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(plan_schema)
    validator.check_schema(plan_schema)
    bare = make_public(make_plan())
    for file in [*plan_json.export(public), *plan_json.export(bare)]:
        assert [error.message for error in validator.iter_errors(json.loads(file.content))] == [], file.path


def keys(value: Any, schema: dict[str, Any], definitions: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every key of a document that its schema does not name, with the name of the record."""
    options = schema.get("anyOf", [schema])
    known = [definitions[one["$ref"].rpartition("/")[2]] if "$ref" in one else one for one in options]
    if isinstance(value, list):
        inner = next(one["items"] for one in known if "items" in one)
        for entry in value:
            yield from keys(entry, inner, definitions)
    if isinstance(value, dict):
        properties = next(one["properties"] for one in known if "properties" in one)
        yield from ((str(schema), key) for key in value if key not in properties)
        for key in value.keys() & properties.keys():
            yield from keys(value[key], properties[key], definitions)


def test_the_schema_names_every_key_that_stands_in_a_plan_json(plan_schema: dict[str, Any], public: PublicSite) -> None:
    for file in plan_json.export(public):
        assert set(keys(json.loads(file.content), plan_schema, plan_schema["$defs"])) == set()


def test_every_reference_of_the_schema_leads_somewhere(plan_schema: dict[str, Any]) -> None:
    named = {part.split('"')[0] for part in json.dumps(plan_schema).split("#/$defs/")[1:]}
    assert named - {"PartialDate"} == plan_schema["$defs"].keys() - {"PartialDate"}


def test_the_catalogue_names_every_plan_with_every_file(public: PublicSite) -> None:
    site: Site = public.site
    found = json.loads(next(dcat.export(public)).content)
    assert [one["dct:identifier"] for one in found["dcat:dataset"]] == [plan.id for plan in site.plans]
    for dataset in found["dcat:dataset"]:
        names = [one["@id"].rpartition("/")[2] for one in dataset["dcat:distribution"]]
        assert names == [*(table.file_name for table in TABLES), "plan.json", "datapackage.json", "csv-metadata.json"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_catalogue_is_json_ld_that_a_library_reads(public: PublicSite) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=next(dcat.export(public)).content, format="json-ld")
    dcat_names = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    assert len(set(graph.subjects(rdflib.RDF.type, dcat_names.Dataset))) == len(PLANS)
    assert len(set(graph.subjects(dcat_names.downloadURL))) == len(PLANS) * 9
    for dataset in graph.subjects(rdflib.RDF.type, dcat_names.Dataset):
        assert (None, dcat_names.dataset, dataset) in graph
        for wanted in ("title", "description", "license", "publisher", "modified", "temporal"):
            assert list(graph.objects(dataset, rdflib.DCTERMS[wanted])), (dataset, wanted)
