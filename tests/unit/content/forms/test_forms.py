"""Settings for form editors: every field of the models is there, the choices are right, what is written fits."""

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from pydantic import BaseModel

import ragsite.starter
from ragsite.cli import ragsite as command
from ragsite.cli.papers import schema
from ragsite.content.fields import words_of
from ragsite.content.forms.editors import EDITORS, pages_cms, sveltia
from ragsite.content.forms.fields import Choice, Field, Kind, NoForm, fields_of
from ragsite.content.forms.files import Form, forms_of
from ragsite.content.rewrite import values_in
from ragsite.content.schemas import _MODELS, schema_of
from tests.reading import CONTENT

STARTER = Path(ragsite.starter.__file__).parent / "template/content"
OPEN = {"Checks"}
"""Mappings whose keys anybody may invent: no form shows them."""


@pytest.fixture(scope="module")
def starter() -> tuple[Form, ...]:
    return tuple(form for group in forms_of(STARTER).groups for form in group.forms)


@pytest.mark.parametrize("name", sorted(_MODELS))
def test_every_field_of_every_model_is_in_its_form(name: str) -> None:
    assert missing(_MODELS[name], fields_of(schema_of(name), [], {}), ()) == []


def missing(model: type[BaseModel], fields: tuple[Field, ...], above: tuple[type, ...]) -> list[str]:
    """The fields of a model, and of the models within it, that a form lacks or for which it offers other choices."""
    by_name = {field.name: field for field in fields}
    lacking = []
    for name, info in model.model_fields.items():
        inner = model_in(info.annotation)
        if name == "place" or (inner and (inner in (*above, model) or inner.__name__ in OPEN)):
            continue
        field = by_name.get(name)
        if field is None:
            lacking.append(f"{model.__name__}.{name}")
        elif field.kind is Kind.CHOICE:
            lacking += [] if [one.value for one in field.choices] == words_of(info) else [f"choices of {name}"]
        elif words_of(info):
            lacking.append(f"{model.__name__}.{name} offers no choice")
        elif field.kind is Kind.GROUP and inner:
            lacking += missing(inner, field.fields, (*above, model))
        if field and field.required is not info.is_required():
            lacking.append(f"{model.__name__}.{name} required")
    return lacking


def model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and not issubclass(annotation, Enum):
        return annotation
    return next((found for one in getattr(annotation, "__args__", ()) if (found := model_in(one))), None)


def test_the_starter_has_a_form_for_every_file() -> None:
    made = forms_of(STARTER)
    assert made.left_out == ()
    paths = {form.path for group in made.groups for form in group.forms}
    files = {path if path.parent.name != "reports" else path.parent for path in STARTER.rglob("*.yml")}
    assert paths == files


@pytest.mark.parametrize("content", [STARTER, CONTENT], ids=["starter", "five plans"])
def test_what_is_written_fits_the_form_that_shows_it(content: Path) -> None:
    for group in forms_of(content).groups:
        for form in group.forms:
            for path in sorted(form.path.glob("*.yml")) if form.is_folder else [form.path]:
                assert list(misfits(form.fields, values_in(path.read_text(encoding="utf-8")))) == [], path


def misfits(fields: tuple[Field, ...], values: dict[str, Any]) -> Iterator[str]:
    by_name = {field.name: field for field in fields}
    for name, value in values.items():
        field = by_name.get(name)
        if field is None:
            yield f"{name} has no field"
            continue
        for one in value if field.many else [value]:
            if field.kind is Kind.GROUP:
                yield from misfits(field.fields, one) if isinstance(one, dict) else [f"{name} is no group"]
            elif not isinstance(one, str | None):
                yield f"{name} is no text"
            elif field.kind is Kind.CHOICE and one and one not in [choice.value for choice in field.choices]:
                yield f"{one} cannot be chosen for {name}"


def test_a_file_that_no_form_can_show_is_told_and_has_none() -> None:
    made = forms_of(CONTENT)
    shown = {form.path.as_posix() for group in made.groups for form in group.forms}
    assert made.left_out
    for told in made.left_out:
        assert "a form cannot" in told
        assert told.partition(": ")[0] not in shown


@pytest.mark.parametrize(
    ("updates", "path"),
    [
        ([{"item": "1", "progress": "A"}, {"item": "2", "progress": ["B"]}], "updates.progress"),
        ([{"item": "1", "rating": "R"}, {"item": "2", "rating": {"printed": ""}}], "updates.rating"),
    ],
)
def test_a_field_that_is_written_in_two_ways_is_named(updates: list[dict[str, Any]], path: str) -> None:
    with pytest.raises(NoForm, match=f"“{path}”"):
        fields_of(schema_of("report"), [{"updates": updates}], {})


def test_a_field_takes_the_way_in_which_it_is_written() -> None:
    def progress(value: Any) -> Field:
        made = fields_of(schema_of("report"), [{"updates": [{"item": "1", "progress": value}]}], {})
        updates = next(field for field in made if field.name == "updates")
        return next(field for field in updates.fields if field.name == "progress")

    assert (progress("A").kind, progress("A").many) == (Kind.TEXT, False)
    assert (progress(["A"]).kind, progress(["A"]).many) == (Kind.LINE, True)
    assert (progress([{"text": "A"}]).kind, progress([{"text": "A"}]).many) == (Kind.GROUP, True)


def test_ratings_and_items_are_chosen_by_what_the_plan_has(starter: tuple[Form, ...]) -> None:
    reports = next(form for form in starter if form.is_folder)
    updates = next(field for field in reports.fields if field.name == "updates")
    by_name = {field.name: field for field in updates.fields}
    assert [one.value for one in by_name["rating"].choices] == ["Red", "Amber", "Green", "Complete"]
    assert Choice("p1-a1", "1.1 Answer complaints within ten working days") in by_name["item"].choices


def test_a_rating_outside_the_scale_keeps_its_field_open() -> None:
    known = {"updates.rating": (Choice("Red", "Red"),)}
    made = fields_of(schema_of("report"), [{"updates": [{"item": "1", "rating": "exempt"}]}], known)
    updates = next(field for field in made if field.name == "updates")
    assert next(field for field in updates.fields if field.name == "rating").kind is Kind.LINE


def test_the_settings_of_sveltia_name_every_field(starter: tuple[Form, ...]) -> None:
    made = yaml.safe_load(sveltia(forms_of(STARTER)))
    files = {one["file"]: one["fields"] for group in made["collections"] for one in group.get("files", ())}
    folders = {one["folder"]: one["fields"] for one in made["collections"] if "folder" in one}
    for form in starter:
        shown = (folders if form.is_folder else files)[form.path.as_posix()]
        assert [one["name"] for one in shown] == [field.name for field in form.fields]
        assert all(one["widget"] in WIDGETS for one in walk(shown))
        assert all(one["options"] for one in walk(shown) if one["widget"] == "select")


def test_the_settings_of_pages_cms_name_every_field(starter: tuple[Form, ...]) -> None:
    made = yaml.safe_load(pages_cms(forms_of(STARTER)))
    assert made["settings"]["content"]["merge"] is True  # what a form does not show stays in the file
    shown = {one["path"]: one["fields"] for one in made["content"]}
    for form in starter:
        assert [one["name"] for one in shown[form.path.as_posix()]] == [field.name for field in form.fields]
        assert all(one["type"] in WIDGETS for one in walk(shown[form.path.as_posix()]))


WIDGETS = {"string", "text", "number", "boolean", "select", "object", "list"}


def walk(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from walk(field.get("fields", []))


@pytest.mark.parametrize("editor", sorted(EDITORS))
def test_the_command_writes_where_the_editor_looks(editor: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        command, ["schema", "--editor", editor, "--content", str(STARTER), "-o", str(tmp_path)]
    )
    assert done.exit_code == 0, done.output
    assert yaml.safe_load((tmp_path / EDITORS[editor][0]).read_text(encoding="utf-8"))
    assert done.output == f"Wrote {(tmp_path / EDITORS[editor][0]).as_posix()}.\n"


def test_the_command_offers_every_editor() -> None:
    option = next(one for one in schema.params if one.name == "editor")
    assert sorted(option.type.choices) == sorted(EDITORS)  # type: ignore[attr-defined]
