"""The key of the program itself: its code, its templates, and the versions of what it is built on."""

import sys
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from ragsite.store import digest, digest_of_files

PACKAGE = Path(__file__).resolve().parent
THEME = PACKAGE.parent / "theme"


def program_key() -> str:
    """A digest that differs whenever another version of anything could make another page."""
    return digest(installed(), digest_of_files(PACKAGE, PACKAGE.rglob("*.py")), digest_of_files(THEME, _files(THEME)))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@cache
def installed() -> str:
    """The version of Python, and of every package that is installed, one a line."""
    found = sorted({f"{one.name} {one.version}" for one in distributions()})
    return "\n".join([f"Python {sys.version}".replace("\n", " "), *found])
