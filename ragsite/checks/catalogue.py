"""Every code that a check can give, explained: the reader's, and those of the rules from their docstrings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from inspect import getdoc

from ragsite.checks import FAMILIES
from ragsite.checks.rule import Rule
from ragsite.problems import Severity

READER = {
    "Y101": "A line cannot be read as YAML: indentation, quotation marks, brackets, a colon in a text, a second"
    " document.",
    "Y102": "A key is given twice in one place.",
    "Y103": "The file uses what content files do not need: aliases, anchors, tags, a list as a key, very deep nesting.",
    "Y104": "The file is not UTF-8, or holds an invisible control character.",
    "Y105": "The file is empty, or does not hold keys with values.",
    "Y106": "A file or folder that is needed is missing or cannot be opened.",
    "Y107": "A file lies where nothing reads it; its name may be misspelt.",
    "Y201": "A key is not known in this place.",
    "Y202": "A key that is needed is missing, or has no value.",
    "Y203": "A word is not one of those that are allowed.",
    "Y204": "A value is of the wrong kind: a list for a text, words for a number, nothing at all.",
    "Y205": "An id cannot be part of a web address.",
    "Y206": "A date is impossible or cannot be read, or its parts are at fault.",
    "Y207": "A source does not name lines of the source text.",
    "Y208": "Two values that are each allowed do not go together.",
    "Y209": "A comma in `{…}` has cut a text in two; the whole text needs quotation marks.",
    "Y210": "The brand colour is no colour, or white words cannot be read on it.",
    "Y211": "The crest is missing, too large, or no picture that the site can show.",
    "Y301": "The first line of `observations.csv` does not name the columns as it should.",
    "Y302": "A line of `observations.csv` has too many or too few cells, or a quotation mark that does not close.",
    "Y303": "A cell of `observations.csv` cannot be read.",
}
"""What the reader of files tells, by code; all of it is an error."""


@dataclass(frozen=True)
class Entry:
    """One code: the family of its rule, what is wrong in a sentence, more about it, an example of each kind."""

    code: str
    family: str
    severity: Severity
    title: str
    details: str = ""
    fails: str = ""
    passes: str = ""
    options: Mapping[str, int] = field(default_factory=dict)


def catalogue() -> tuple[Entry, ...]:
    """Every code once, in order."""
    read = [Entry(code, "reading", Severity.ERROR, text) for code, text in READER.items()]
    ruled = [explained(rule, family) for family, rules in FAMILIES.items() for rule in rules]
    return tuple(sorted((*read, *ruled), key=lambda entry: entry.code))


def explained(rule: Rule, family: str) -> Entry:
    """A rule by its docstring: `CODE: what is wrong.`, details, then `Fails: …` and `Passes: …`."""
    text = (getdoc(rule.look) or "").removeprefix(f"{rule.code}: ")
    told, *examples = re.split(r"\s*\b(Fails|Passes): ", text)
    by_kind = dict(zip(examples[::2], map(_one_line, examples[1::2]), strict=True))
    title, _, details = told.partition("\n\n")
    return Entry(
        code=rule.code,
        family=family,
        severity=rule.severity,
        title=_one_line(title[:1].upper() + title[1:]),
        details=_one_line(details),
        fails=by_kind.get("Fails", ""),
        passes=by_kind.get("Passes", ""),
        options=rule.options,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
