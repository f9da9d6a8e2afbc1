"""What a rule is, and what it is given to look at."""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.site import Site
from ragsite.problems import Finding, Location, Severity

STRUCTURE = ("structure", "structure.rated")
"""The parts of plan.yml that say which levels a tree has, and which of them carry ratings."""

FIRM = ("H", "S", "X")
"""The first letters of codes on release, on how parts hold together and on settings, whose errors stay errors."""


@dataclass(frozen=True)
class Context:
    """The site to check, the day to check it as at, and what the reader knows of parts it could not read.

    `written_ids`: every id written in the files of each plan folder, and under "" in those of the site.
    `left_out`: of each file, by its path, the parts of which something is missing; "" is the whole file.
    `options`: the thresholds of the rule that looks. `rules`: every rule there is, for those on settings.
    `found`: what the other rules found, for those on waivers. `pages`: the addresses of other plans' pages.
    """

    site: Site
    as_at: date
    written_ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    left_out: Mapping[str, frozenset[str]] = field(default_factory=dict)
    options: Mapping[str, int] = field(default_factory=dict)
    rules: tuple["Rule", ...] = ()
    found: tuple[Finding, ...] = ()
    pages: frozenset[str] = frozenset()

    def is_written(self, plan: Plan, wanted: str) -> bool:
        """True when an id stands in the plan's or the site's files, though its entry may be left out."""
        folder = PurePosixPath(plan.facts.written_at.path).parent.name
        return any(wanted in self.written_ids.get(name, frozenset()) for name in (folder, ""))

    def lacks(self, path: str, *parts: str) -> bool:
        """True when any of these parts of a file, or the whole of it, could not be read in full."""
        missing = self.left_out.get(path)
        return missing is not None and ("" in missing or not missing.isdisjoint(parts))


@dataclass(frozen=True)
class Problem:
    """What a rule found in a plan or on the site; the rule's code and severity make it a finding."""

    location: Location
    message: str
    fix: str = ""
    plan: str = ""
    item: str = ""
    report: str = ""


@dataclass(frozen=True)
class Rule:
    """One rule: its stable code, how much it matters, and the function that looks (its docstring explains).

    `options` are thresholds by name, whole numbers with their default, which `site.yml` may set.
    """

    code: str
    severity: Severity
    look: Callable[[Context], Iterable[Problem]]
    options: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_firm(self) -> bool:
        """True for what pages cannot do without: no setting lowers it and no waiver covers it."""
        return self.severity is Severity.ERROR and self.code[0] in FIRM

    def run(self, context: Context) -> Iterable[Finding]:
        """The rule's findings."""
        for problem in self.look(replace(context, options=self.options)):
            yield Finding(
                code=self.code,
                severity=self.severity,
                location=problem.location,
                message=problem.message,
                fix=problem.fix,
                plan=problem.plan,
                item=problem.item,
                report=problem.report,
            )


def named(item: Item) -> str:
    """An item as messages call it: `“Seeing children promptly” (2)`."""
    return f"“{item.title}” ({item.ref or item.id})"


def plan_file(plan: Plan, name: str) -> str:
    """The path of a file in a plan's folder."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(plan.facts.written_at.path), name))
