"""The data dictionary, made from the tables and the models: every column of the CSV files, every key of plan.json."""

from collections.abc import Iterator
from typing import Any

from ragsite import addresses
from ragsite.exporters.column import Column, Table
from ragsite.exporters.columns import TABLES
from ragsite.exporters.schema import plan_schema
from ragsite.pages.page import Page
from ragsite.pages.props import Props, breadcrumb
from ragsite.pages.sections import contents
from ragsite.publish import PublicSite
from ragsite.render import relative

HERE = addresses.DATA_DICTIONARY
LEDE = f"What each column and each key holds. The files are in the [catalogue]({relative(HERE, addresses.DATA)})."

_TYPES = {"string": "Text", "integer": "Whole number", "number": "Number", "boolean": "true or false", "date": "Day"}
_WORDS = {**{name: words.lower() for name, words in _TYPES.items()}, "object": "record", "null": "null"}


def pages(public: PublicSite) -> Iterator[Page]:
    """The one dictionary of the site."""
    schema = plan_schema(public.site.settings)
    sections = [_tables(), _document(schema)]
    yield Page(
        path=HERE,
        template="pages/dictionary.html",
        title="Data dictionary",
        description="What every column of the CSV files and every key of plan.json holds, in plain words.",
        section=addresses.DATA,
        breadcrumb=breadcrumb(HERE, [("Data", addresses.DATA)], last="Dictionary"),
        hero={"title": "Data dictionary", "lede": LEDE},
        on_this_page=contents(sections),
        props={"sections": sections},
    )


def columns_of(table: Table) -> Props:
    """The columns of one CSV file as a table, with what each holds."""
    return {
        "summary": f"Columns of {table.file_name}",
        "about": table.description,
        "table": {
            "caption": f"Columns of {table.file_name}, in order",
            "columns": ["Column", "What it holds", "Kind"],
            "rows": [[column.name, _meaning(column), _TYPES[column.type.value]] for column in table.columns],
        },
    }


def _meaning(column: Column) -> Props:
    allowed = f"One of: {', '.join(column.allowed)}." if column.allowed else None
    return {"text": column.description, "note": allowed}


def _tables() -> Props:
    return {
        "id": "tables",
        "title": "CSV files",
        "lede": "Each plan has the same files with the same columns.",
        "tables": [columns_of(table) for table in TABLES],
    }


def _document(schema: dict[str, Any]) -> Props:
    records = [("plan.json", schema), *schema["$defs"].items()]
    return {
        "id": "document",
        "title": "plan.json",
        "lede": f"One document per plan. Its [JSON Schema]({relative(HERE, addresses.PLAN_SCHEMA)}) says the same for "
        "programs.",
        "tables": [_record(name, one) for name, one in records],
    }


def _record(name: str, schema: dict[str, Any]) -> Props:
    properties: dict[str, Any] = schema["properties"]
    return {
        "summary": f"Keys of {name}" if name == "plan.json" else f"Keys of a record: {name}",
        "about": schema["description"],
        "table": {
            "caption": f"Keys of {name}",
            "columns": ["Key", "Kind"],
            "rows": [[key, _value(one)] for key, one in properties.items()],
        },
    }


def _value(schema: dict[str, Any]) -> Props:
    allowed = schema.get("enum")
    listed = f"One of: {', '.join(word or 'empty' for word in allowed)}." if allowed else None
    return {"text": _kind(schema), "note": listed or schema.get("description")}


def _kind(schema: dict[str, Any]) -> str:
    """A schema in words: `text`, `text or null`, `list of Owner`."""
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"])
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "const" in schema:
        return f"always {schema['const']}"
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'])}"
    kinds = schema.get("type", "object")
    return " or ".join(_WORDS[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds))
