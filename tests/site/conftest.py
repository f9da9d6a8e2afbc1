"""Reading the built site: its pages as text, by address."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, str]:
    """Every page's HTML by its address (`/`, `/about/`, `/404.html`), in the order of the addresses."""
    files = built_site.rglob("*.html")
    found = {address(path, built_site): path.read_text(encoding="utf-8") for path in files}
    return dict(sorted(found.items()))


def address(path: Path, site: Path) -> str:
    return "/" + path.relative_to(site).as_posix().removesuffix("index.html")
