"""The linter, the type checker and the import contracts have nothing to say."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent
COMMANDS = {
    "ruff": ["check", "--output-format=concise", "ragsite", "tools", "benchmarks", "tests"],
    "mypy": [],
    "lint-imports": ["--no-cache"],
}


@pytest.mark.parametrize("program", sorted(COMMANDS))
def test_nothing_to_say(program: str) -> None:
    command = [str(PROGRAMS / program), *COMMANDS[program]]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{program} found:\n{done.stdout}{done.stderr}"
