"""What the models say of a place in a file: which model stands there, and which field."""

from collections.abc import Iterable
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from ragsite.model.base import DATE_KEYS, checked_id
from ragsite.model.dates import PartialDate


def field_at(model: type[BaseModel], path: Iterable[Any]) -> FieldInfo | None:
    """The field that a path of keys and indexes leads to; None where there is none."""
    keys = [part for part in path if isinstance(part, str)]
    owner = model_at(model, keys[:-1])
    return _field(owner, keys[-1]) if owner and keys else None


def model_at(model: type[BaseModel], path: Iterable[Any]) -> type[BaseModel] | None:
    """The model of the mapping that a path of keys and indexes leads to; None where there is none."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int):
            continue
        field = _field(current, part) if current else None
        current = _model_in(field.annotation) if field else None
    return current


def keys_at(model: type[BaseModel], path: Iterable[Any]) -> tuple[str, ...] | None:
    """The keys that may stand in the mapping at a path, sorted; None where none or any may."""
    parts = list(path)
    owner = model_at(model, parts)
    if owner and _names_any(owner):
        return None
    if owner:
        return tuple(sorted(name for name in owner.model_fields if name != "place"))
    field = field_at(model, parts)
    return tuple(sorted(DATE_KEYS)) if field and _mentions(field.annotation, PartialDate) else None


def words_of(field: FieldInfo) -> list[str]:
    """The words that a field allows, when it is an enumeration."""
    found = next((kind for kind in classes_in(field.annotation) if issubclass(kind, Enum)), None)
    return [str(member.value) for member in found] if found else []


def classes_in(annotation: Any) -> list[type]:
    """The classes that a type is made of: of a tuple or a choice, those of its parts."""
    arguments = get_args(annotation)
    if arguments:
        return [kind for argument in arguments for kind in classes_in(argument)]
    return [annotation] if isinstance(annotation, type) else []


def is_id(field: FieldInfo) -> bool:
    """True for a field that holds one id."""
    marks = list(field.metadata)
    for argument in get_args(field.annotation) if get_origin(field.annotation) is not tuple else ():
        marks.extend(getattr(argument, "__metadata__", ()))
    return any(isinstance(mark, BeforeValidator) and mark.func is checked_id for mark in marks)


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    """The field of a model under a key; of one that takes any name, what stands under every name."""
    if key in model.model_fields or not _names_any(model):
        return model.model_fields.get(key)
    return FieldInfo.from_annotation(get_args(get_type_hints(model, include_extras=True)["__pydantic_extra__"])[1])


def _names_any(model: type[BaseModel]) -> bool:
    return model.model_config.get("extra") == "allow"


def _model_in(annotation: Any) -> type[BaseModel] | None:
    return next((kind for kind in classes_in(annotation) if issubclass(kind, BaseModel)), None)


def _mentions(annotation: Any, wanted: type) -> bool:
    return any(kind is wanted for kind in classes_in(annotation))
