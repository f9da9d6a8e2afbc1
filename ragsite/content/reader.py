"""One content file to one typed model; what cannot be read is left out, told, and the rest still read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from ragsite.content.nodes import Document, position, read_yaml
from ragsite.content.salvage import Salvage, independent
from ragsite.content.unvalued import findings_without_value
from ragsite.content.wording import findings_from
from ragsite.model.base import Record, as_id
from ragsite.problems import Finding, Location, Severity

Model = TypeVar("Model", bound=Record)

MANY = 500
"""Problems in one file from which on it is not what it should be: only the first are told, and it is not read on."""

FIRST = 25
MAX_ROUNDS = 12
"""How often faulty parts are taken out before the file is given up."""

WHOLE_FILE = ""
"""Stands for a whole file in `Read.left_out`."""


@dataclass(frozen=True)
class Read(Generic[Model]):
    """What a file holds: its model (None when nothing could be saved), the findings, every id written in it.

    `left_out` names the parts of which something is missing, by their keys (`updates`, `scales.levels`), so
    that checks do not tell of consequences. Findings of an update call its item as `names` does.
    """

    model: Model | None
    findings: tuple[Finding, ...]
    ids: frozenset[str]
    left_out: frozenset[str]


def read_record(path: str, raw: bytes, model: type[Model], *, names: Mapping[str, str] | None = None) -> Read[Model]:
    """The record in `raw`. Faulty parts are dropped after being told, so that checks can still see the rest."""
    document = read_yaml(path, raw)
    if not isinstance(document.data, dict):
        told = (*document.findings, *_not_a_mapping(document))
        return Read(None, told, frozenset(), frozenset({WHOLE_FILE}))
    ids = frozenset(_ids_in(document.data))
    findings = [*document.findings, *findings_without_value(document, model, names or {})]
    salvage = Salvage(document, model)
    for _ in range(MAX_ROUNDS):
        try:
            made = model.model_validate(document.data)
            return Read(made, tuple(findings), ids | salvage.made_ids, frozenset(salvage.left_out))
        except ValidationError as error:
            problems = independent(error.errors(include_url=False))
            if len(problems) > MANY:
                findings.extend(findings_from(document, model, problems[:FIRST], names or {}))
                break
            fresh = [problem for problem in problems if salvage.is_fresh(problem)]
            findings.extend(findings_from(document, model, fresh, names or {}))
            if not salvage.mend(problems):
                break
    return Read(None, tuple(findings), ids, frozenset({WHOLE_FILE}))


def _not_a_mapping(document: Document) -> tuple[Finding, ...]:
    if document.findings:
        return ()
    where = Location(document.path)
    fix = "Begin with a line such as “title: …”; the page on content files shows each file."
    if document.root is None or document.data is None:
        return (Finding("Y105", Severity.ERROR, where, "The file is empty.", fix),)
    where = Location(document.path, *position(document.root))
    kind = "a list" if isinstance(document.data, list) else "a text"
    message = f"The file holds {kind}, but keys are expected (“key: value”)."
    return (Finding("Y105", Severity.ERROR, where, message, fix),)


def _ids_in(data: dict[str, Any]) -> Iterator[str]:
    """Every id, as written and as it would be written, so that a faulty id is not missed elsewhere."""
    waiting: list[Any] = [data]
    while waiting:
        value = waiting.pop()
        if type(value) is list:
            waiting.extend(value)
        elif type(value) is dict:
            waiting.extend(value.values())
            if type(own := value.get("id")) is str:
                yield own
                yield as_id(own)
