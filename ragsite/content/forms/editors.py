"""The settings of each form editor, as its file holds them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from ragsite.content.forms.fields import Field, Kind
from ragsite.content.forms.files import Form, Forms, forms_of

HEAD = """\
# Made by “ragsite schema --editor {name}”: make it anew after a change of the plans or of ragsite.
# A form editor writes a file anew as a whole: remarks in it are lost. The checks read whatever it writes.
"""
_WORDS = {
    Kind.LINE: "string", Kind.TEXT: "text", Kind.NUMBER: "number", Kind.YES_NO: "boolean", Kind.CHOICE: "select",
    Kind.GROUP: "object",
}  # fmt: skip


def sveltia(forms: Forms) -> str:
    """`admin/config.yml` of Sveltia CMS, which Decap CMS reads too."""
    collections: list[dict[str, Any]] = []
    for group in forms.groups:
        files = [_sveltia_file(form) for form in group.forms if not form.is_folder]
        if files:
            collections.append({"name": group.name, "label": group.label, "files": files})
        collections += [_sveltia_folder(form, group.label) for form in group.forms if form.is_folder]
    backend = {"name": "github", "repo": "your-organisation/your-repository", "branch": "main"}
    return _text("sveltia", {"backend": backend, "media_folder": "content", "collections": collections})


def pages_cms(forms: Forms) -> str:
    """`.pages.yml` of Pages CMS."""
    content = [_pages_entry(form, group.label) for group in forms.groups for form in group.forms]
    return _text("pages-cms", {"content": content, "settings": {"content": {"merge": True}}})


EDITORS: dict[str, tuple[Path, Callable[[Forms], str]]] = {
    "pages-cms": (Path(".pages.yml"), pages_cms),
    "sveltia": (Path("admin/config.yml"), sveltia),
}
"""Each editor: where it looks for its settings, and what they are."""


def write_settings(content: Path, folder: Path, *, editor: str) -> tuple[Path, Forms]:
    """Writes an editor's settings where it looks for them below `folder`; where, and the forms they hold."""
    place, made = EDITORS[editor]
    forms = forms_of(content)
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(made(forms), encoding="utf-8", newline="\n")
    return path, forms


def _sveltia_file(form: Form) -> dict[str, Any]:
    file = {"name": form.name, "label": form.label, "file": form.path.as_posix(), "format": "yaml"}
    return {**file, "fields": [_sveltia_field(field) for field in form.fields]}


def _sveltia_folder(form: Form, group: str) -> dict[str, Any]:
    return {
        "name": form.name,
        "label": f"{group}: {form.label}",
        "folder": form.path.as_posix(),
        "create": True,
        "delete": False,
        "extension": "yml",
        "format": "yaml",
        "slug": "{{fields.id}}",
        "identifier_field": "label",
        "fields": [_sveltia_field(field) for field in form.fields],
    }


def _sveltia_field(field: Field) -> dict[str, Any]:
    made: dict[str, Any] = {"name": field.name, "label": field.label, "widget": _WORDS[field.kind]}
    if field.kind is Kind.NUMBER:
        made["value_type"] = "float"
    if field.kind is Kind.CHOICE:
        made["options"] = [{"label": one.label, "value": one.value} for one in field.choices]
    if field.kind is Kind.GROUP:
        made["fields"] = [_sveltia_field(inner) for inner in field.fields]
    if field.many and field.kind is Kind.GROUP:
        made["widget"] = "list"
    elif field.many:
        made = {"name": field.name, "label": field.label, "widget": "list", "field": made}
    return {**made, "required": field.required}


def _pages_entry(form: Form, group: str) -> dict[str, Any]:
    made = {"name": form.name, "label": f"{group}: {form.label}", "path": form.path.as_posix(), "format": "yaml"}
    fields = [_pages_field(field) for field in form.fields]
    if not form.is_folder:
        return {**made, "type": "file", "fields": fields}
    view = {"fields": ["label", "published"], "primary": "label"}
    return {**made, "type": "collection", "filename": "{fields.id}.yml", "view": view, "fields": fields}


def _pages_field(field: Field) -> dict[str, Any]:
    made: dict[str, Any] = {"name": field.name, "label": field.label, "type": _WORDS[field.kind]}
    if field.kind is Kind.CHOICE:
        made["options"] = {"values": [one.value for one in field.choices]}
    if field.kind is Kind.GROUP:
        made["fields"] = [_pages_field(inner) for inner in field.fields]
    return {**made, "required": field.required, **({"list": True} if field.many else {})}


def _text(name: str, settings: dict[str, Any]) -> str:
    return HEAD.format(name=name) + yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=110)
