"""JSON Schemas of the content files, made from the models, so that an editor helps while people write."""

import json
import re
from pathlib import Path
from typing import Any

from ragsite.model.approval import ApprovalsFile
from ragsite.model.base import PLACE_KEY, Record
from ragsite.model.evidence import EvidenceFile
from ragsite.model.facts import PlanFacts
from ragsite.model.items import ItemsFile
from ragsite.model.measures import MeasuresFile
from ragsite.model.reports import Report
from ragsite.model.site import AccessibilityFile, GlossaryFile, Settings, TopicsFile
from ragsite.model.waivers import WaiversFile

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What editors read; the newer dialects are not read by all of them."""

_MODELS: dict[str, type[Record]] = {
    "accessibility": AccessibilityFile,
    "approvals": ApprovalsFile,
    "evidence": EvidenceFile,
    "glossary": GlossaryFile,
    "items": ItemsFile,
    "measures": MeasuresFile,
    "plan": PlanFacts,
    "report": Report,
    "site": Settings,
    "topics": TopicsFile,
    "waivers": WaiversFile,
}
_FOLDERS = {"approvals": "approvals/<report>.yml", "report": "reports/<report>.yml"}
"""Kinds of file of which a plan has one for each report."""

_NUMBER = {"type": "number"}


def schemas() -> dict[str, dict[str, Any]]:
    """Each kind of file by name, with its JSON Schema; titles and descriptions are those of the models."""
    return {name: schema_of(name) for name in sorted(_MODELS)}


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file."""
    model = _MODELS[name]
    made = model.model_json_schema()
    definitions = made.pop("$defs", {})
    definitions.pop("Place", None)
    return {
        "$schema": DIALECT,
        **_tidied(made),
        "title": _FOLDERS.get(name, f"{name}.yml"),
        "description": _plain(model.__doc__ or ""),
        "definitions": {key: _definition(key, value) for key, value in sorted(definitions.items())},
    }


def schema_text(schema: dict[str, Any]) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> int:
    """Writes each schema into a folder; how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (folder / f"{name}.json").write_text(schema_text(schema), encoding="utf-8", newline="\n")
    return len(_MODELS)


def _definition(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    tidied = _tidied(schema)
    title = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
    return {**tidied, "title": title, "description": _plain(str(schema.get("description", "")))}


def _tidied(value: Any) -> Any:
    """Without the reader's own key and without titles that only repeat a field's name."""
    if isinstance(value, list):
        return [_tidied(entry) for entry in value]
    if not isinstance(value, dict):
        return value.replace("#/$defs/", "#/definitions/") if isinstance(value, str) else value
    if _NUMBER in value.get("anyOf", []):
        value = {**value, "anyOf": [kind for kind in value["anyOf"] if kind.get("type") != "string"]}
    return {key: _tidied(entry) for key, entry in value.items() if key != PLACE_KEY and not _is_noise(key, entry)}


def _is_noise(key: str, entry: Any) -> bool:
    """A title of a schema is a text, while a property that is called title is a schema; defaults that say nothing."""
    return (key == "title" and isinstance(entry, str)) or (key == "default" and entry in (None, [], ""))


def _plain(docstring: str) -> str:
    """A docstring's first paragraph in one line, without the file's name, which is the title."""
    first = " ".join(docstring.strip().partition("\n\n")[0].split())
    words = re.sub(r"^`[^`]*`: ", "", first)
    return words[:1].upper() + words[1:]
