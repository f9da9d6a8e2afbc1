"""What can be wrong, where, and how to mend it: the value that readers, checks and reporters share."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error stops the build, a warning is told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. `path` is relative to the project; `line` and `column` count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person should know or mend.

    `message` says what was found and what is allowed, naming the item by its own title; `fix` says how to
    mend it. Both are whole sentences. `plan`, `item` and `report` are ids, empty where they do not apply.
    `because` says why somebody accepts it, where a waiver covers it; `waived` holds until that waiver ends.
    """

    code: str
    severity: Severity
    location: Location
    message: str
    fix: str = ""
    plan: str = ""
    item: str = ""
    report: str = ""
    waived: bool = False
    because: str = ""

    @property
    def is_error(self) -> bool:
        """True when this finding stops a build."""
        return self.severity is Severity.ERROR and not self.waived


class Unacceptable(ValueError):
    """A value that a person wrote and the model refuses: what was found, what is allowed, how to mend it.

    `code` is the code of the finding; `key` names the part of a mapping that is meant, if only one is.
    """

    def __init__(self, found: str, *, allowed: str = "", fix: str = "", code: str = "Y208", key: str = "") -> None:
        super().__init__(found)
        self.found = found
        self.allowed = allowed
        self.fix = fix
        self.code = code
        self.key = key


class ContentError(Exception):
    """Content that cannot be published; carries every finding, the errors among them."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(f"{sum(finding.is_error for finding in self.findings)} errors in the content")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mapping of a content file stands, and where each of its values does.

    `fields` maps a key, or a (key, index) pair for an entry of a list of texts, to (line, column) from 1.
    """

    path: str
    line: int
    column: int
    fields: dict[str | tuple[str, int], tuple[int, int]] = field(default_factory=dict, compare=False)

    @property
    def location(self) -> Location:
        """Where the mapping begins."""
        return Location(self.path, self.line, self.column)

    def of(self, key: str, index: int | None = None) -> Location:
        """Where the value of `key` stands (or entry `index` of it); the mapping's start when unknown."""
        mark = self.fields.get(key if index is None else (key, index)) or self.fields.get(key)
        return Location(self.path, *mark) if mark else self.location


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without repeats, by file, line, column and code: the order in which people read them."""
    unique = {(f.location, f.code, f.message): f for f in findings}
    return tuple(unique[key] for key in sorted(unique))


def errors_among(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that stop a build."""
    return tuple(finding for finding in findings if finding.is_error)


def as_errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The same findings with every warning turned into an error, as `--strict` asks."""
    return tuple(replace(finding, severity=Severity.ERROR) for finding in findings)


def listing(words: Iterable[str], *, joiner: str = "or", most: int = 8) -> str:
    """Words as people list them: `a, b or c`; a long list ends with how many more there are."""
    known = list(words)
    if len(known) > most:
        return f"{', '.join(known[:most])} … ({len(known) - most} more)"
    if len(known) < 2:
        return "".join(known)
    return f"{', '.join(known[:-1])} {joiner} {known[-1]}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that proposes the nearest known word, or nothing when none is near."""
    near = nearest(word, known)
    return f"Did you mean “{near}”?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like this one, in whatever letter case; nothing when none is near."""
    candidates = {candidate.lower(): candidate for candidate in sorted(known)}
    near = get_close_matches(word.lower(), candidates, n=1, cutoff=0.6)
    return candidates[near[0]] if near else ""
