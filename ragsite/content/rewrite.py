"""A YAML file written anew with other values: only what differs is touched, so every comment and line break stays."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

import yaml

from ragsite.content.scalars import WIDTH, Value, entry_lines, flow, key_lines, under_key

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile(r"\r\n|\r|\n")


class NotRewritten(Exception):
    """A file whose new text would not read back as the values that were asked for; nothing is written."""


def values_in(text: str) -> Any:
    """A YAML text as plain values: texts, lists and mappings; None is a key with nothing after it."""
    return _plain(yaml.compose(text, Loader=_LOADER))


def rewrite(text: str, wanted: Value) -> str:
    """`text` changed so that it holds `wanted`; the same text where it holds that already.

    Raises NotRewritten where the result does not read back exactly so.
    """
    root = yaml.compose(text, Loader=_LOADER)
    if root is None or _plain(root) == wanted:
        return text
    page = _Page(text)
    made = text
    for splice in sorted(_differences(page, root, wanted), key=lambda one: (one.start, *one.order), reverse=True):
        made = made[: splice.start] + splice.text + made[splice.end :]
    if values_in(made) != wanted:
        raise NotRewritten("The changed file would not read back as it should.")
    return made


@dataclass(frozen=True)
class _Splice:
    """Text to put in place of the signs from `start` to `end`; at one place what stands deeper comes first."""

    start: int
    end: int
    text: str
    order: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class _Page:
    """A text with its lines."""

    text: str

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    @cached_property
    def line_end(self) -> str:
        """How the lines of this file end."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def at(self, mark: Any) -> int:
        """The place of a mark, counted in signs; the marks of the two loaders count them differently."""
        return self.starts[int(mark.line)] + int(mark.column)

    def end_of_line(self, place: int) -> int:
        """Where the line of a place ends, before its line break."""
        found = _LINE_END.search(self.text, place)
        return found.start() if found else len(self.text)

    def start_of_line(self, place: int) -> int:
        """Where the line of a place begins."""
        return self.starts[bisect_right(self.starts, place) - 1]

    def end(self, node: Any) -> int:
        """Where a node's own text ends; the marks of the reader go on to the next node, over comments."""
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            start, end = self.at(node.start_mark), self.at(node.end_mark)
            return start + len(self.text[start:end].rstrip())
        if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
            return self.at(node.end_mark)
        last = node.value[-1]
        return self.end(last[1] if isinstance(last, tuple) else last)

    def join(self, lines: Sequence[str]) -> str:
        """Lines as they stand in this file."""
        return self.line_end.join(lines)


def _plain(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(entry) for entry in node.value]
    if node is None or (not node.style and node.value == ""):
        return None
    return str(node.value)


def _differences(page: _Page, node: yaml.Node, wanted: Any) -> Iterator[_Splice]:
    if isinstance(node, yaml.MappingNode) and not node.flow_style and isinstance(wanted, Mapping):
        yield from _in_mapping(page, node, wanted)
    elif isinstance(node, yaml.SequenceNode) and not node.flow_style and isinstance(wanted, Sequence):
        yield from _in_list(page, node, list(wanted))
    else:
        raise NotRewritten("The file is not written as keys on lines of their own.")


def _in_mapping(page: _Page, node: yaml.MappingNode, wanted: Mapping[str, Any]) -> Iterator[_Splice]:
    column = int(node.start_mark.column)
    pairs = {str(key.value): (key, value) for key, value in node.value}
    for key, (key_node, value_node) in pairs.items():
        if key not in wanted:
            start = page.start_of_line(page.at(key_node.start_mark))
            end = page.end_of_line(page.end(value_node))
            yield _Splice(start, _after_break(page, end), "")
        elif _plain(value_node) != wanted[key]:
            after = page.text.index(":", page.at(key_node.end_mark)) + 1
            yield from _value(page, value_node, wanted[key], column=column, after=after)
    place = page.end_of_line(page.at(node.start_mark)) if node.value else len(page.text)
    for number, (key, value) in enumerate(wanted.items()):
        if key in pairs:
            place = page.end_of_line(page.end(pairs[key][1]))
        else:
            lines = page.join(key_lines(key, value, column=column))
            yield _Splice(place, place, page.line_end + lines, (-column, number))


def _in_list(page: _Page, node: yaml.SequenceNode, wanted: list[Any]) -> Iterator[_Splice]:
    column = int(node.start_mark.column)
    known = [_plain(entry) for entry in node.value]
    matcher = SequenceMatcher(None, [_name(one) for one in known], [_name(one) for one in wanted], autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        new = wanted[first:last]
        if end - start == len(new):
            for place, value in zip(range(start, end), new, strict=True):
                if known[place] != value:
                    yield from _entry(page, node.value[place], value, column=column)
            continue
        lines = [line for value in new for line in entry_lines(value, column)]
        if start == end:
            place = page.end_of_line(page.end(node.value[start - 1])) if start else _before(page, node)
            joined = page.join(lines)
            added = page.line_end + joined if start else joined + page.line_end
            yield _Splice(place, place, added, (-column, 0))
            continue
        begin = page.start_of_line(page.at(node.value[start].start_mark))
        finish = page.end_of_line(page.end(node.value[end - 1]))
        yield _Splice(begin, finish, page.join(lines)) if new else _Splice(begin, _after_break(page, finish), "")


def _name(entry: Any) -> str:
    """What an entry is recognised by: its id, or the item that it is about, else all that it says."""
    named = next((entry[key] for key in ("id", "item") if isinstance(entry, Mapping) and key in entry), None)
    return repr(entry if named is None else named)


def _before(page: _Page, node: yaml.SequenceNode) -> int:
    return page.start_of_line(page.at(node.start_mark))


def _entry(page: _Page, node: yaml.Node, wanted: Any, *, column: int) -> Iterator[_Splice]:
    if _is_alike(node, wanted):
        yield from _differences(page, node, wanted)
        return
    start = page.at(node.start_mark)
    lines = entry_lines(wanted, column)
    yield _put(page, start, node, (lines[0][column + 2 :], *lines[1:]))


def _value(page: _Page, node: yaml.Node, wanted: Any, *, column: int, after: int) -> Iterator[_Splice]:
    if _is_alike(node, wanted):
        yield from _differences(page, node, wanted)
        return
    is_below = page.starts[node.start_mark.line] > after
    taken = after - page.start_of_line(after)
    is_short = isinstance(node, yaml.SequenceNode) and node.flow_style and taken + len(flow(wanted)) < WIDTH
    lines = (f" {flow(wanted)}",) if is_short else under_key(wanted, column, taken=taken)
    comment = page.text[after : page.end_of_line(after)].strip() if is_below else ""
    head = f"{lines[0]}  {comment}" if comment.startswith("#") else lines[0]
    yield _put(page, after, node, (head, *lines[1:]))


def _put(page: _Page, start: int, node: yaml.Node, lines: tuple[str, ...]) -> _Splice:
    """A remark behind the old value stays on the first line, since below a sign for folded text it would be text."""
    end = page.end(node)
    remark = page.text[end : page.end_of_line(end)]
    block = re.match(r"[|>][^\n\r#]*?(\s+#[^\n\r]*)", page.text[page.at(node.start_mark) : end])
    kept = block[1] if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">") and block else ""
    if len(lines) > 1 and remark.strip().startswith("#"):
        return _Splice(start, end + len(remark), page.join((lines[0] + remark.rstrip(), *lines[1:])))
    return _Splice(start, end, page.join((lines[0] + kept, *lines[1:])))


def _is_alike(node: Any, wanted: Any) -> bool:
    """True when the parts of a value can be changed one by one; a key that goes must not share its line with a dash."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value or not wanted:
        return False
    if isinstance(node, yaml.MappingNode):
        first = str(node.value[0][0].value)
        return isinstance(wanted, Mapping) and first in wanted and next(iter(wanted)) == first
    return isinstance(wanted, Sequence) and not isinstance(wanted, str)


def _after_break(page: _Page, place: int) -> int:
    found = _LINE_END.match(page.text, place)
    return found.end() if found else place
