"""Files and functions stay small enough to read in one go."""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
PYTHON = sorted(path for folder in ("ragsite", "tools", "benchmarks") for path in (PROJECT / folder).rglob("*.py"))
TESTS = sorted((PROJECT / "tests").rglob("*.py"))
THEME = sorted(path for kind in ("html", "css", "js") for path in (PROJECT / "theme").rglob(f"*.{kind}"))


def name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@pytest.mark.parametrize("path", [*PYTHON, *TESTS, *THEME], ids=name)
def test_no_file_is_too_long(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE, f"{name(path)} has {lines} lines; split it by what its parts are about"


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_no_function_is_too_long(path: Path) -> None:
    assert long_functions(path.read_text(encoding="utf-8")) == []


def test_a_long_function_is_noticed() -> None:
    body = "\n".join("    x = 1" for _ in range(LONGEST_FUNCTION))
    assert long_functions(f"def fine():\n    pass\n\n\ndef long():\n{body}\n") == ["long (41 lines)"]


def long_functions(source: str) -> list[str]:
    """The functions over the limit, counted from `def` to their last line."""
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, FunctionKinds)]
    sizes = [(node.name, node.end_lineno - node.lineno + 1) for node in functions]
    return [f"{name} ({lines} lines)" for name, lines in sizes if lines > LONGEST_FUNCTION]


FunctionKinds = (ast.FunctionDef, ast.AsyncFunctionDef)
