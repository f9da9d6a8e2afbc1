"""Reading the built site: its pages as text, by address."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def documents(built_site: Path) -> dict[str, str]:
    """Every HTML document by its address (`/`, `/about/`, `/404.html`), in the order of the addresses."""
    files = built_site.rglob("*.html")
    found = {address(path, built_site): path.read_text(encoding="utf-8") for path in files}
    return dict(sorted(found.items()))


@pytest.fixture(scope="session")
def pages(documents: dict[str, str]) -> dict[str, str]:
    """Every page."""
    return {address: html for address, html in documents.items() if not is_card(address)}


@pytest.fixture(scope="session")
def cards(documents: dict[str, str]) -> dict[str, str]:
    """Every card: the small form of a page, which other sites show in a frame."""
    return {address: html for address, html in documents.items() if is_card(address)}


def is_card(address: str) -> bool:
    return address.endswith("/card/")


def address(path: Path, site: Path) -> str:
    return "/" + path.relative_to(site).as_posix().removesuffix("index.html")
