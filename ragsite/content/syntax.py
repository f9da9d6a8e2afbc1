"""YAML that cannot be read, or that says more than plain values: told in words, where it begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from ragsite.problems import Finding, Location, Severity

MAX_DEPTH = 40
"""Deeper nesting than any plan needs; composing a file made to exhaust the reader would crash Python."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Survey:
    """What a look at a file's events says: findings, and whether it can be composed into nodes."""

    findings: tuple[Finding, ...]
    can_compose: bool


def survey(path: str, text: str) -> Survey:
    """Looks for syntax errors (Y101), and for aliases, anchors, tags and nesting too deep (Y103)."""
    findings: list[Finding] = []
    depth = documents = 0
    last: yaml.Event | None = None
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            depth += _step(event)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if depth > MAX_DEPTH or documents > 1:
                findings.append(_too_much(path, event, many=documents > 1))
                return Survey(tuple(findings), can_compose=False)
            findings.extend(_refused(path, event))
            last = event
    except yaml.MarkedYAMLError as error:
        finding = _open_quote(path, error, last) or _syntax_finding(path, error, text)
        return Survey((*findings, finding), can_compose=False)
    return Survey(tuple(findings), can_compose=_is_composable(findings))


def _is_composable(findings: list[Finding]) -> bool:
    """Aliases make a file grow without end, and the composer stops at an anchor that is given twice."""
    anchors = [finding.message for finding in findings if finding.message.startswith("“&")]
    return len(set(anchors)) == len(anchors) and not any(finding.message.startswith("“*") for finding in findings)


def _step(event: yaml.Event) -> int:
    if isinstance(event, yaml.CollectionStartEvent):
        return 1
    return -1 if isinstance(event, yaml.CollectionEndEvent) else 0


def _too_much(path: str, event: yaml.Event, *, many: bool) -> Finding:
    if many:
        message, fix = "A second document begins here (“---”).", "Keep one document in each file: take the line out."
        return _finding("Y101", _where(path, event.start_mark), message, fix)
    message = f"The file is nested more than {MAX_DEPTH} levels deep here."
    return _finding("Y103", _where(path, event.start_mark), message, "Take the surplus brackets or dashes out.")


def _refused(path: str, event: yaml.Event) -> Iterator[Finding]:
    where = _where(path, event.start_mark)
    if isinstance(event, yaml.AliasEvent):
        message = f"“*{getattr(event, 'anchor', '')}” is read as a YAML alias, which content files do not use."
        yield _finding("Y103", where, message, _quote_or("write the value out in full", "*"))
        return
    if anchor := getattr(event, "anchor", None):
        message = f"“&{anchor}” is read as a YAML anchor, which content files do not use."
        yield _finding("Y103", where, message, _quote_or("take it out", "&"))
    if tag := getattr(event, "tag", None):
        tag = str(tag).replace("tag:yaml.org,2002:", "!!")
        message = f"“{tag}” is read as a YAML tag, which content files do not use."
        yield _finding("Y103", where, message, _quote_or("take it out", "!"))


def _quote_or(else_do: str, sign: str) -> str:
    return f"If it is text, put the whole text in quotation marks, as it begins with “{sign}”; else {else_do}."


def _open_quote(path: str, error: yaml.MarkedYAMLError, last: yaml.Event | None) -> Finding | None:
    """A quotation mark that was not closed swallows the lines up to the next one, where the parser stumbles."""
    if not (isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"') and error.problem_mark):
        return None
    start, end = last.start_mark, last.end_mark
    if start is None or end is None or start.line == end.line or error.problem_mark.line != end.line:
        return None
    message = f"The quotation mark that is opened here is closed only in line {end.line + 1}, by another one."
    return _finding("Y101", _where(path, start), message, _CLOSE_QUOTE[1])


def _syntax_finding(path: str, error: yaml.MarkedYAMLError, text: str) -> Finding:
    problem, context = str(error.problem or ""), str(error.context or "")
    lines = re.split(r"\r\n|\r|\n", text)
    for needle, at_context, message, fix in _WORDS:
        if needle in f"{context}: {problem}":
            mark = (error.context_mark if at_context else error.problem_mark) or error.problem_mark
            return _finding("Y101", _in_file(_where(path, mark), lines), message, fix)
    where = _in_file(_where(path, error.problem_mark or error.context_mark), lines)
    message, fix = _by_line(problem, lines[where.line - 1], where.column - 1)
    return _finding("Y101", where, message, fix)


def _in_file(where: Location, lines: list[str]) -> Location:
    """The parser counts a line more where the file's last line has no line end."""
    if where.line <= len(lines):
        return where
    return Location(where.path, len(lines), len(lines[-1]) + 1)


def _by_line(problem: str, line: str, column: int) -> tuple[str, str]:
    before = line[:column].rstrip()
    if "cannot start any token" in problem and line[column : column + 1] != "\t":
        return f"A text cannot begin with “{line[column : column + 1]}”.", "Put the whole text in quotation marks."
    if "\t" in line[: column + 1]:
        return "This line is indented with a tab.", "Indent it with spaces."
    if "mapping values are not allowed" in problem and re.search(r":\s", before):
        return "A colon inside this text is read as the end of a key.", _quoted(line)
    if before[-1:] in ("'", '"'):
        return "The text goes on after the quotation mark that closes it.", _QUOTE_FIX
    if before[-1:] in ("]", "}"):
        return f"Something follows the closing bracket “{before[-1]}”.", _BRACKET_FIX
    return "This line does not line up with the lines that it belongs with.", _INDENT_FIX


def _quoted(line: str) -> str:
    found = re.fullmatch(r"\s*(?:- )?(\w+): +([^\"]*?)(?:\s+#.*)?", line)
    fix = "Put the text in quotation marks"
    return f"{fix}: {found[1]}: \"{found[2]}\"" if found else f"{fix}."


_QUOTE_FIX = (
    "Put one pair of quotation marks around the whole text, and use the other kind inside it: \"the team's 'new' way\"."
)
_BRACKET_FIX = "Put the whole text in quotation marks if it begins with a bracket; else take out what follows."
_INDENT_FIX = (
    "Indent it with as many spaces as its neighbours. A text that runs over several lines is indented further than"
    " its key and holds no “: ”; begin it with “>-” if it must."
)
_CLOSE_QUOTE = (
    "A quotation mark is opened here and not closed.",
    "Close it at the end of the text. Inside '…' write an apostrophe twice, or use \"…\" around the text.",
)
_TAB = ("This line is indented with a tab.", "Indent it with spaces.")
_WORDS: tuple[tuple[str, bool, str, str], ...] = (
    ("found unexpected end of stream", True, *_CLOSE_QUOTE),
    ("found unexpected document indicator", True, *_CLOSE_QUOTE),
    ("tab character that violates indentation", False, *_TAB),
    (
        "could not find expected ':'",
        True,
        "This line is no key with a value (“key: …”).",
        "Add the key and a colon; a text that runs over several lines is indented further than its key.",
    ),
    (
        "scanning an alias",
        True,
        "A text cannot begin with “*”.",
        "Put the whole text in quotation marks.",
    ),
    ("scanning an anchor", True, "A text cannot begin with “&”.", "Put the whole text in quotation marks."),
    ("scanning a tag", True, "A text cannot begin with “!”.", "Put the whole text in quotation marks."),
    ("directive", True, "A line cannot begin with “%”.", "Put the text in quotation marks, after its key."),
    (
        "expected ',' or ']'",
        True,
        "A bracket “[” is opened here and not closed.",
        "Close it with “]”. If it is text that begins with a bracket, put the whole text in quotation marks.",
    ),
    (
        "expected ',' or '}'",
        True,
        "A bracket “{” is opened here and not closed.",
        "Close it with “}”. Put text that holds quotation marks, brackets or “: ” in quotation marks.",
    ),
    (
        "found unknown escape character",
        False,
        "A backslash inside \"…\" is read as a special sign.",
        "Use single quotation marks around the text, or write the backslash twice.",
    ),
    (
        "block sequence entries are not allowed",
        False,
        "A list cannot begin on the line of its key.",
        "Begin the list on the next line. If it is text that begins with “- ”, put it in quotation marks.",
    ),
    (
        "expected comment or line break",
        False,
        "Text stands on the same line as “>” or “|”.",
        "Begin the text on the next line. If it is text that begins with this sign, put it in quotation marks.",
    ),
    (
        "did not find expected node content",
        True,
        "A bracket is opened here, and what it holds is not complete.",
        "Close it. If it is text that begins with a bracket, put the whole text in quotation marks.",
    ),
    ("mapping keys are not allowed", False, "A text cannot begin with “? ”.", "Put the text in quotation marks."),
)


def _where(path: str, mark: Any) -> Location:
    return Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)


def _finding(code: str, where: Location, message: str, fix: str) -> Finding:
    return Finding(code, Severity.ERROR, where, message, fix)
