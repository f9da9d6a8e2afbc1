"""A guide as a script: what it tells a reader to run and to write, in order, played in a site that was made just now.

Fenced `console` blocks hold commands after `$` with what they print below (parts of it; `…` stands for anything);
`sh` blocks hold commands alone. Between them stand remarks that readers do not see:
`<!-- by hand: … -->` is done by a function of `by_hand.py`; `<!-- write: PATH above|below LINE -->`, or `at the end`,
puts the next block into a file.
"""

import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from click.testing import CliRunner

from ragsite.cli import ragsite
from tests.command_lines import why_not

PROJECT = Path(__file__).resolve().parents[2]
PART = re.compile(
    r"<!-- (?P<what>by hand|write): (?P<told>.*?) -->|^```(?P<kind>\w*)[^\n]*\n(?P<block>.*?)^```",
    re.MULTILINE | re.DOTALL,
)


class Does(StrEnum):
    """What a step is."""

    RUN = "run"
    BY_HAND = "by hand"
    WRITE = "write"


@dataclass(frozen=True)
class Step:
    """One step: a command with what it prints, a change by hand, or a block (`prints`) that goes into a file."""

    does: Does
    told: str
    prints: tuple[str, ...] = ()


def steps(text: str) -> Iterator[Step]:
    """The steps of a guide, in order."""
    place = ""
    for part in PART.finditer(text):
        if part["what"] == "by hand":
            yield Step(Does.BY_HAND, part["told"])
        elif part["what"] == "write":
            place = part["told"]
        elif place:
            yield Step(Does.WRITE, place, (part["block"],))
            place = ""
        elif part["kind"] == "console":
            yield from _session(part["block"])
        elif part["kind"] == "sh":
            yield from (Step(Does.RUN, line) for line in part["block"].splitlines() if line.strip())


def write(folder: Path, place: str, block: str) -> None:
    """Puts a block into a file: above or below the line that a remark names, or at the end."""
    path, where, line = re.fullmatch(r"(\S+) (above|below|at) (.*)", place).groups()  # type: ignore[union-attr]
    lines = (folder / path).read_text(encoding="utf-8").splitlines(keepends=True)
    stripped = [one.strip() for one in lines]
    number = len(lines) if where == "at" else stripped.index(line.strip()) + (where == "below")
    (folder / path).write_text("".join([*lines[:number], block, *lines[number:]]), encoding="utf-8")


def run(command: str) -> str:
    """Runs a command of a guide in the working folder; what it printed. Fails where it fails."""
    words = shlex.split(command)
    if words[0] == "make":
        assert re.search(rf"^{words[1]}:", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE), command
        return ""
    if "pytest" in words:
        assert all((PROJECT / word).exists() for word in words[words.index("pytest") + 1 :]), command
        return ""
    if words[0] == "git":
        git(Path(), *words[1:])
        return ""
    assert words[0] == "ragsite", f"nothing runs “{command}”"
    assert why_not(command) == ""
    if words[1] == "serve":  # it would not end
        return ""
    done = CliRunner().invoke(ragsite, words[1:])
    assert done.exit_code == 0, f"{command}\n{done.output}"
    return done.output


def missing(output: str, expected: tuple[str, ...]) -> list[str]:
    """What a guide says that a command prints, and what it does not print in this order."""
    lacking, place = [], 0
    for line in expected:
        for part in filter(None, (one.strip() for one in line.split("…"))):
            found = output.find(part, place)
            lacking += [part] if found < 0 else []
            place = max(found, place)
    return lacking


def git(folder: Path, *arguments: str) -> None:
    """Runs git in a folder, as somebody."""
    who = ("-c", "user.name=Officer", "-c", "user.email=officer@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def _session(block: str) -> Iterator[Step]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *prints = part.splitlines()
        yield Step(Does.RUN, command, tuple(prints))
