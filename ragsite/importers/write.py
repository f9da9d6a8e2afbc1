"""YAML files written so that comments, order and quotation marks survive; the only place that knows ruamel.yaml."""

import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

_NO_TEXT = re.compile(
    r"[-+.]?[0-9][0-9_,.:eExX+/-]*|[-+]?\.(?:inf|nan)|~|null|true|false|yes|no|on|off|y|n|=|<<|[0-9].*", re.IGNORECASE
)
"""Texts that other YAML readers take for numbers, dates and the like; written in quotation marks."""

_SHORT = 90
_FLOWING = frozenset({"printed", "means", "note", "date", "basis", "role", "name", "kind", "plural", "rated"})


class _TextResolver(VersionedResolver):
    """Every plain value is text; only a key with nothing after it is empty, as the content reader has it."""

    @property
    def versioned_resolver(self) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
        return {"": [("tag:yaml.org,2002:null", re.compile("^$"))]}


def read(text: str) -> CommentedMap:
    """The mapping in a YAML text, ready to be changed and written again."""
    return _yaml().load(text)  # type: ignore[no-any-return]


def write(document: Mapping[str, Any]) -> str:
    """The text of a mapping; one that was read and not changed gives the text it was read from."""
    out = io.StringIO()
    _yaml().dump(document, out)
    return out.getvalue()


def value(plain: Any) -> Any:
    """A plain value as it is written into a file: texts in quotation marks where they need them, short parts on a line."""
    if isinstance(plain, Mapping):
        made = CommentedMap((key, value(part)) for key, part in plain.items())
        if plain and set(plain) <= _FLOWING and _length(plain) <= _SHORT:
            made.fa.set_flow_style()
        return made
    if isinstance(plain, str):
        return _text(plain)
    if isinstance(plain, Sequence):
        listed = CommentedSeq(value(part) for part in plain)
        if all(isinstance(part, str) for part in plain) and _length(plain) <= 60 and len(plain) > 1:
            listed.fa.set_flow_style()
        return listed
    return plain


def plain(written: Any) -> Any:
    """A value of a file as plain mappings, lists and texts, to compare by."""
    if isinstance(written, Mapping):
        return {str(key): plain(part) for key, part in written.items()}
    if isinstance(written, str):
        return str(written)
    if isinstance(written, Sequence):
        return [plain(part) for part in written]
    return written


def note(document: CommentedMap, key: str, words: str) -> None:
    """Adds a comment at the end of a key's line."""
    document.yaml_add_eol_comment(words, key, column=0)


def _text(text: str) -> str:
    quoted = not text or _NO_TEXT.fullmatch(text) or re.search(r"[\x00-\x1f\x7f-\x9f]|^[\s'\"]|\s$|, |[{}\[\]]|: | #", text)
    return DoubleQuotedScalarString(text) if quoted else text


def _length(part: Any) -> int:
    if isinstance(part, Mapping):
        return sum(len(key) + 4 + _length(one) for key, one in part.items())
    if isinstance(part, str):
        return 1000 if "\n" in part else len(part)
    if isinstance(part, Sequence):
        return sum(_length(one) + 2 for one in part)
    return 5


def _yaml() -> YAML:
    made = YAML()
    made.Resolver = _TextResolver
    made.preserve_quotes = True
    made.width = 1_000_000
    made.indent(mapping=2, sequence=4, offset=2)
    return made
