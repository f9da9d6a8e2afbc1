"""Values as the YAML that people of this project write: plain where that is safe, folded where it is long."""

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

Value = str | Sequence[Any] | Mapping[str, Any] | None
"""What a content file can hold: texts, lists and groups of keys; None is a key with nothing after it."""

WIDTH = 112
"""How long a line may become before a text is folded."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_TEXT = tuple(f"tag:yaml.org,2002:{kind}" for kind in ("int", "float", "bool", "null", "merge", "value"))
_NUMBER = re.compile(r"|[-+]?[0-9][0-9_.]*(?:[eE][-+]?[0-9]+)?")
_UNTYPEABLE = re.compile("[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def under_key(value: Value, column: int, *, taken: int = 0) -> tuple[str, ...]:
    """The lines of a value whose key stands at `column`: the first goes after the colon, the rest below it.

    `taken` is how much of the first line is written already.
    """
    if value is None:
        return ("",)
    if isinstance(value, str):
        head, *rest = scalar(value, column + 2, taken=taken + 1)
        return (f" {head}", *rest)
    short = flow(value)
    if not value or (taken + len(short) < WIDTH and _is_flat(value)):
        return (f" {short}",)
    if isinstance(value, Mapping):
        return ("", *(line for pair in value.items() for line in key_lines(*pair, column=column + 2)))
    return ("", *(line for entry in value for line in entry_lines(entry, column + 2)))


def key_lines(key: str, value: Value, *, column: int) -> tuple[str, ...]:
    """The lines of a key with its value, the key at `column`."""
    head = f"{' ' * column}{_one_line(key, is_flow=False)}:"
    first, *rest = under_key(value, column, taken=len(head))
    return (head + first, *rest)


def entry_lines(value: Value, column: int) -> tuple[str, ...]:
    """The lines of an entry of a list, its dash at `column`."""
    dash = f"{' ' * column}-"
    if isinstance(value, Mapping) and value and not (_is_flat(value) and column + len(flow(value)) < WIDTH):
        lines = [line for pair in value.items() for line in key_lines(*pair, column=column + 2)]
        return (f"{dash} {lines[0][column + 2 :]}", *lines[1:])
    if isinstance(value, Sequence) and not isinstance(value, str):
        return (f"{dash} {flow(value)}",)
    first, *rest = under_key(value, column, taken=len(dash))
    return (dash + first, *rest)


def scalar(text: str, column: int, *, taken: int = 0) -> tuple[str, ...]:
    """The lines of a text: on one line, or folded below a sign, indented to `column`."""
    line = _one_line(text, is_flow=False)
    if _UNTYPEABLE.search(text) or (taken + len(line) <= WIDTH and "\n" not in text):
        return (line,)
    folded = _folded(text, column) if "\n" not in text else _literal(text, column)
    return folded if folded and _reads_as("\n".join(folded), text) else (line,)


def flow(value: Value) -> str:
    """A value on one line, with brackets where it is a list or a group of keys."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _one_line(value, is_flow=True)
    if isinstance(value, Mapping):
        return f"{{{', '.join(_pair(key, one) for key, one in value.items())}}}"
    return f"[{', '.join(flow(one) for one in value)}]"


def _pair(key: str, value: Value) -> str:
    """A key with its value; a text of no-break spaces is a value too, so that only the sign's own space goes."""
    return f"{_one_line(key, is_flow=True)}: {flow(value)}".rstrip(" ")


def _is_flat(value: Sequence[Any] | Mapping[str, Any]) -> bool:
    """True for a group of plain texts, or for a list of single words such as ids."""
    if isinstance(value, Mapping):
        return all(isinstance(one, str) and "\n" not in one for one in value.values())
    return all(isinstance(one, str) and not re.search(r"\s", one) for one in value)


def _one_line(text: str, *, is_flow: bool) -> str:
    wrapped = f"{{k: {text}, l: 1}}" if is_flow else f"k: {text}"
    return text if "\n" not in text and _is_plain(wrapped, text) else _quoted(text)


def _is_plain(wrapped: str, text: str) -> bool:
    """True when a text needs no quotation marks, and no program could take it for a number or for true or false."""
    try:
        root = yaml.compose(wrapped, Loader=_LOADER)
    except yaml.YAMLError:
        return False
    node = root.value[0][1] if isinstance(root, yaml.MappingNode) and len(root.value) < 3 else None
    is_text = isinstance(node, yaml.ScalarNode) and not node.style and node.tag not in _NOT_TEXT
    return is_text and node is not None and node.value == text and not _NUMBER.fullmatch(text)


def _quoted(text: str) -> str:
    return _UNTYPEABLE.sub(lambda sign: json.dumps(sign[0])[1:-1], json.dumps(text, ensure_ascii=False))


def _folded(text: str, column: int) -> tuple[str, ...]:
    lines = textwrap.wrap(text, WIDTH - column, break_long_words=False, break_on_hyphens=False)
    return (">-", *(" " * column + line for line in lines))


def _literal(text: str, column: int) -> tuple[str, ...]:
    return ("|-", *((" " * column + line).rstrip() for line in text.split("\n")))


def _reads_as(value: str, text: str) -> bool:
    try:
        root = yaml.compose(f"k: {value}\n", Loader=_LOADER)
    except yaml.YAMLError:
        return False
    return isinstance(root, yaml.MappingNode) and root.value[0][1].value == text
