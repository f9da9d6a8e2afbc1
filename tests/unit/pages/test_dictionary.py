"""The data dictionary names every column and every key."""

from ragsite.exporters.columns import TABLES
from ragsite.exporters.schema import plan_schema
from ragsite.pages import dictionary
from tests.factories import make_plan, make_public
from tests.reading import said


def test_every_column_and_every_key_is_there_with_its_kind() -> None:
    public = make_public(make_plan())
    (page,) = dictionary.pages(public)
    words = said(page, public)
    schema = plan_schema(public.site.settings)
    keys = [key for record in [schema, *schema["$defs"].values()] for key in record["properties"]]
    names = [name for table in TABLES for name in table.names]
    assert [name for name in [*keys, *names] if name not in words] == []


def test_kinds_are_said_in_words() -> None:
    public = make_public(make_plan())
    (page,) = dictionary.pages(public)
    words = said(page, public)
    assert "owners list of Owner" in words
    assert "parent text or null" in words
    assert "schema_version always 1" in words
