"""The schemas that editors read: up to date, named by every content file, and agreeing with what is written there."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from ragsite.content.schemas import schema_text, schemas
from ragsite.model.base import PLACE_KEY

PROJECT = Path(__file__).resolve().parents[3]
CONTENT = PROJECT / "content"
SCHEMAS = schemas()
FILES = sorted(path for path in CONTENT.rglob("*.yml") if path.stem in SCHEMAS or path.parent.name == "reports")
KINDS = {"string": str, "number": int | float, "integer": int, "boolean": bool, "null": type(None)}


class CoreLoader(yaml.SafeLoader):
    """Reads plain values as editors do (YAML 1.2): no dates, and only `true` and `false` are truth values."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the name and kind are those of yaml


CoreLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:null|~|)\Z"), ["n", "~", ""])
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z"), list("tf"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+\Z"), list("-+0123456789"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]+\Z"), list("-+0123456789"))


def kind_of(path: Path) -> str:
    return "report" if path.parent.name == "reports" else path.stem


def name_of(path: Path) -> str:
    return path.relative_to(CONTENT).as_posix()


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_committed_schema_is_up_to_date(name: str) -> None:
    written = (CONTENT / ".schema" / f"{name}.json").read_text(encoding="utf-8")
    assert written == schema_text(SCHEMAS[name]), "run: ragsite schema"


def test_no_schema_is_left_behind() -> None:
    assert {path.stem for path in (CONTENT / ".schema").iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_content_file_begins_by_naming_its_schema(path: Path) -> None:
    target = Path(os.path.relpath(CONTENT / ".schema" / f"{kind_of(path)}.json", path.parent)).as_posix()
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={target}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_content_file_agrees_with_its_schema(path: Path) -> None:
    written = yaml.load(path.read_text(encoding="utf-8"), CoreLoader)
    schema = SCHEMAS[kind_of(path)]
    assert faults(written, schema, root=schema) == []


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_explains_itself_and_allows_no_other_keys(name: str) -> None:
    schema = SCHEMAS[name]
    assert schema["title"].endswith(".yml")
    assert schema["description"]
    for part in (schema, *schema["definitions"].values()):
        assert part["description"][0].isupper()
        assert part["type"] != "object" or part["additionalProperties"] is False or is_by_code(part)
    assert PLACE_KEY not in json.dumps(schema, ensure_ascii=False)


def is_by_code(part: dict[str, Any]) -> bool:
    """Settings of rules stand under their codes, and thresholds under their names; both say of what kind they are."""
    return part["title"] in ("Checks", "Rule setting") and isinstance(part["additionalProperties"], dict)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ({"topics": [{"id": "a", "title": "A", "summary": "B", "titel": "C"}]}, "topics.0: titel is not allowed"),
        ({"topics": [{"id": "a", "title": "A"}]}, "topics.0: summary is missing"),
        ({"topics": [{"id": "a", "title": ["A"], "summary": "B"}]}, "topics.0.title: is of the wrong kind"),
        ({"topics": {}}, "topics: is of the wrong kind"),
    ],
)
def test_a_fault_is_noticed(written: Any, fault: str) -> None:
    assert faults(written, SCHEMAS["topics"], root=SCHEMAS["topics"]) == [fault]


def test_words_that_are_not_allowed_are_noticed() -> None:
    schema = SCHEMAS["plan"]
    assert faults("lost", {"$ref": "#/definitions/Status"}, root=schema) == [": lost is not one of active, closed"]
    assert faults("closed", {"$ref": "#/definitions/Status"}, root=schema) == []


def faults(value: Any, schema: dict[str, Any], *, root: dict[str, Any], at: str = "") -> list[str]:
    """What a value has against a schema, as far as our schemas go (a reduced JSON Schema validator)."""
    if "$ref" in schema:
        return faults(value, root["definitions"][schema["$ref"].rpartition("/")[2]], root=root, at=at)
    if "anyOf" in schema:
        found = [faults(value, one, root=root, at=at) for one in schema["anyOf"]]
        return [] if [] in found else max(found, key=lambda told: max(map(len, told)))
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at}: {value} is not one of {', '.join(schema['enum'])}"]
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if isinstance(value, dict) and "object" in kinds:
        return _in_mapping(value, schema, root=root, at=at)
    if isinstance(value, list) and "array" in kinds:
        steps = ((f"{at}.{number}".lstrip("."), entry) for number, entry in enumerate(value))
        short = [f"{at}: is too short"] if len(value) < schema.get("minItems", 0) else []
        return short + [told for place, entry in steps for told in faults(entry, schema["items"], root=root, at=place)]
    fits = any(isinstance(value, KINDS[kind]) for kind in kinds if kind in KINDS)
    return [] if fits else [f"{at}: is of the wrong kind"]


def _in_mapping(value: dict[str, Any], schema: dict[str, Any], *, root: dict[str, Any], at: str) -> list[str]:
    known = schema["properties"]
    told = [f"{at}: {key} is missing" for key in schema.get("required", []) if key not in value]
    told += [f"{at}: {key} is not allowed" for key in value if str(key) not in known]
    for key, entry in value.items():
        if str(key) in known:
            told += faults(entry, known[str(key)], root=root, at=f"{at}.{key}".lstrip("."))
    return told
