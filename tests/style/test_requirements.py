"""The locks hold what pyproject.toml asks for, every package with its hashes, and nothing about a machine."""

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
LOCKS = ("site", "test")
REQUIREMENT = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)")


@pytest.fixture(scope="module")
def settings() -> dict:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", LOCKS)
def test_every_pinned_package_has_hashes(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", text(name))
    without = [block.split("\n")[0] for block in blocks if "==" in block and "--hash=sha256:" not in block]
    assert without == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_an_address_or_a_folder(name: str) -> None:
    told = [line for line in text(name).splitlines() if re.search(r"://|index-url|find-links|file:|@ ", line)]
    assert told == []


def test_the_site_needs_what_the_project_depends_on(settings: dict) -> None:
    wanted = [*settings["project"]["dependencies"], *settings["build-system"]["requires"]]
    assert {package(line) for line in wanted} <= pinned("site").keys()


def test_the_tests_need_everything(settings: dict) -> None:
    extras = [line for lines in settings["project"]["optional-dependencies"].values() for line in lines]
    wanted = [*settings["project"]["dependencies"], *extras, *settings["dependency-groups"]["dev"]]
    assert {package(line) for line in wanted} <= pinned("test").keys()


def test_the_site_is_tested_with_the_packages_it_is_built_with() -> None:
    assert pinned("site").items() <= pinned("test").items()


def test_the_package_is_built_with_the_pinned_builder(settings: dict) -> None:
    assert settings["build-system"]["requires"] == settings["dependency-groups"]["build"]


def text(name: str) -> str:
    return (PROJECT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")


def pinned(name: str) -> dict[str, str]:
    found = (REQUIREMENT.match(line) for line in text(name).splitlines())
    return {match[1]: match[2] for match in found if match}


def package(requirement: str) -> str:
    """The name in a requirement, as locks write it: lower case, hyphens."""
    return re.sub(r"[._]", "-", re.match(r"[\w.-]+", requirement)[0]).lower()
