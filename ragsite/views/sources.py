"""Where facts come from: line numbers of the source texts, gathered from many places into few words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ragsite.model.base import SOURCE_PATTERN
from ragsite.model.facts import SourceDocument
from ragsite.model.plan import Plan

Range = tuple[int, int]
_JUST_AFTER = 1


@dataclass(frozen=True)
class Citation:
    """Lines of one source document: sorted ranges from first to last (inclusive), none touching another."""

    document: SourceDocument
    lines: tuple[Range, ...]

    @property
    def place(self) -> str:
        """The lines in words: `line 45` or `lines 45 to 47 and 60`; empty when no line is given."""
        texts = [str(first) if first == last else f"{first} to {last}" for first, last in self.lines]
        if not texts:
            return ""
        listed = texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"
        is_one = len(self.lines) == 1 and self.lines[0][0] == self.lines[0][1]
        return f"{'line' if is_one else 'lines'} {listed}"


def cite(plan: Plan, sources: Iterable[str | None]) -> tuple[Citation, ...]:
    """One citation per document that `sources` name, in the plan's order; no name means the first."""
    known = {document.id: document for document in plan.facts.sources}
    found: dict[str, list[Range]] = {}
    for source in sources:
        read = SOURCE_PATTERN.fullmatch(source or "")
        if read:
            name = read["document"] if read["document"] in known else plan.facts.sources[0].id
            found.setdefault(name, []).extend(_ranges(read["lines"]))
    return tuple(
        Citation(document, _merged(found[name])) for name, document in known.items() if name in found
    )


def _ranges(lines: str) -> list[Range]:
    pairs = re.findall(r"(\d+)(?:-(\d+))?", lines)
    return [(int(first), int(last or first)) for first, last in pairs]


def _merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    merged: list[Range] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1] + _JUST_AFTER:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return tuple(merged)
