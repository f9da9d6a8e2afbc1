"""The published content and its data files, as anybody gets them, for tests that hold facts of the sources."""

import csv as csv_format
from collections.abc import Callable
from pathlib import Path

import pytest

from ragsite.content.folder import read_site
from ragsite.exporters import all_files
from ragsite.model.site import Site
from ragsite.publish import PublicSite, publish

Rows = list[dict[str, str]]


@pytest.fixture(scope="session")
def written(project: Path) -> Site:
    """The site as its editors wrote it, with what `publish` leaves out."""
    reading = read_site(project / "content")
    assert reading.site is not None, reading.findings
    return reading.site


@pytest.fixture(scope="session")
def public(written: Site) -> PublicSite:
    """What exporters take."""
    return publish(written)


@pytest.fixture(scope="session")
def site(public: PublicSite) -> Site:
    """The site as anybody may see it."""
    return public.site


@pytest.fixture(scope="session")
def files(public: PublicSite) -> dict[str, str]:
    """The text of every data file, by its address."""
    return {file.path: file.content.decode("utf-8") for file in all_files(public)}


@pytest.fixture(scope="session")
def csv(files: dict[str, str]) -> Callable[[str, str], Rows]:
    """`csv("leicestershire-2018", "ratings")`: the rows of a plan's CSV file, by the names of its columns."""

    def rows(plan: str, name: str) -> Rows:
        text = files[f"/plans/{plan}/data/{name}.csv"]
        return list(csv_format.DictReader(text.splitlines(keepends=True)))

    return rows
