"""Writes docs/reference/rules.md from the rules themselves, and counts what they find on this project's plans.

    python tools/reference.py

`docs/reference/judged.csv` keeps, for each code, how many findings it has on the plans in content/ and how many of
them a person found true by reading the source. A changed count has to be judged anew, so it loses its judgement.
"""

import csv
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path

from ragsite.checks import check
from ragsite.checks.catalogue import Entry, catalogue
from ragsite.checks.published import HEADINGS, UNPUBLISHED
from ragsite.content.folder import read_site

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "docs" / "reference" / "rules.md"
JUDGED = PROJECT / "docs" / "reference" / "judged.csv"
DAY = date(2026, 12, 1)
"""The day as at which the plans are checked, so that the page is the same whenever it is made."""

Counts = Mapping[str, tuple[int, int | None]]
"""By code: how many findings there are, and how many of them were judged true; None where nobody has judged."""

FAMILIES = {
    "ratings": "Rating policy",
    "dates": "Dates",
    "totals": "Totals",
    "arithmetic": "Arithmetic",
    "measures": "Measures",
    "evidence": "Evidence",
    "disclosure": "Disclosure",
    "words": "Words",
    "sequence": "Numbering",
    "orphans": "What belongs to nothing",
    "unfilled": "Still to be filled in",
    "staleness": "Staleness",
    "release": "Release",
    "repeats": "Repeats",
    "references": "References",
    "structure": "Structure",
    "levels": "How ratings are written",
    "configuration": "Settings of rules",
    "waivers": "Waivers",
}

INTRODUCTION = """\
# Rules

<!-- Made by `make docs` from the docstrings of the rules. Do not edit it here. -->

What each rule of `ragsite check` looks for, with an example of what fails and what passes. [Findings](findings.md)
tells how findings read and lists what the reader of files tells; [Content files](content-files.md) tells how a rule is
set in `site.yml` and how a finding is waived.

“On the five plans” is how many findings a rule has on the plans in `content/`, and how many of them somebody judged
true by reading the source. A rule that cries wolf is mended, not muted.
"""


def main() -> None:
    """Counts the findings, and writes both files."""
    os.chdir(PROJECT)
    counts = recounted(judged(JUDGED.read_text(encoding="utf-8")), found_on_plans())
    JUDGED.write_text(judged_text(counts), encoding="utf-8", newline="\n")
    PAGE.write_text(page(counts), encoding="utf-8", newline="\n")


def found_on_plans() -> Counter[str]:
    """How many findings each code has on the project's own plans."""
    return Counter(finding.code for finding in check(read_site(PROJECT / "content"), as_at=DAY))


def judged(text: str) -> dict[str, tuple[int, int | None]]:
    """The counts that judged.csv keeps."""
    rows = csv.DictReader(StringIO(text))
    return {row["code"]: (int(row["found"]), int(row["true"]) if row["true"] else None) for row in rows}


def recounted(before: Counts, found: Mapping[str, int]) -> Counts:
    """The counts as they are now; a judgement holds only while its count does."""
    known = {code: before.get(code, (0, None)) for code in found}
    return {code: (number, known[code][1] if known[code][0] == number else None) for code, number in found.items()}


def judged_text(counts: Counts) -> str:
    """judged.csv, in order of the codes."""
    rows = [f"{code},{number},{'' if true is None else true}" for code, (number, true) in sorted(counts.items())]
    return "\n".join(["code,found,true", *rows]) + "\n"


def page(counts: Counts) -> str:
    """The page on rules: each family under a heading, each rule under its code."""
    entries = catalogue()
    parts = [INTRODUCTION]
    for family, title in FAMILIES.items():
        parts.append(f"## {title}\n")
        parts += ["\n".join(_lines(entry, counts)) + "\n" for entry in entries if entry.family == family]
    return "\n".join(parts)


def _lines(entry: Entry, counts: Counts) -> Iterator[str]:
    yield f"### {entry.code}\n"
    yield " ".join(part for part in (f"**{entry.title}**", entry.details) if part) + "\n"
    yield from (f"- {kind}: {text}" for kind, text in (("Fails", entry.fails), ("Passes", entry.passes)) if text)
    yield f"- Severity: {entry.severity}. {_published(entry)}"
    yield from (f"- Threshold `{name}`: {value}" for name, value in sorted(entry.options.items()))
    yield f"- On the five plans: {_counted(*counts.get(entry.code, (0, None)))}"


def _published(entry: Entry) -> str:
    families = {family for heading in HEADINGS for family in heading.families}
    is_published = entry.family in families and entry.code not in UNPUBLISHED
    return "Published as a data note." if is_published else "Not published."


def _counted(found: int, true: int | None) -> str:
    if not found:
        return "nothing found."
    said = f"{found} finding{'' if found == 1 else 's'}"
    if true is None:
        return f"{said}, not judged yet."
    return f"{said}, {'all' if true == found else true} judged true."


if __name__ == "__main__":
    main()
