"""The environment is made when it must be, left alone when nothing changed, and refuses in plain words."""

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tools import environment


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project whose environment for `test` is ready; returns the environment's folder."""
    (tmp_path / "requirements").mkdir()
    for name in ("requirements/site.lock", "requirements/test.lock", "requirements/bench.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "works", lambda folder: folder.is_dir())
    folder = tmp_path / ".venv"
    folder.mkdir()
    environment.mark_ready(folder, "test")
    return folder


def test_the_packages_for_the_tests_are_enough_to_build_the_site(ready: Path) -> None:
    assert environment.is_ready(ready, "test")
    assert environment.is_ready(ready, "site")


def test_the_packages_for_the_site_are_not_enough_for_the_tests(ready: Path) -> None:
    environment.stamp_path(ready, "test").unlink()
    environment.mark_ready(ready, "site")
    assert environment.is_ready(ready, "site")
    assert not environment.is_ready(ready, "test")


@pytest.mark.parametrize("changed", ["requirements/test.lock", "pyproject.toml"])
def test_a_changed_file_installs_anew(ready: Path, changed: str) -> None:
    (ready.parent / changed).write_text("changed", encoding="utf-8")
    assert not environment.is_ready(ready, "test")


def test_nothing_is_run_when_all_is_there(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "run", lambda command: pytest.fail(f"ran {command}"))
    assert environment.main(["site"]) == 0


def test_a_failed_installation_is_told_and_tried_again(
    ready: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (ready.parent / "pyproject.toml").write_text("changed", encoding="utf-8")
    monkeypatch.setattr(environment, "run", lambda command: "--editable" in command)
    assert environment.main(["test"]) == 1
    assert "could not be installed" in capsys.readouterr().err
    assert not environment.is_ready(ready, "test")


def test_every_package_is_checked_against_its_hash(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(environment, "run", lambda command: not commands.append(command))
    assert environment.install(ready, "site")
    locked, own = commands
    assert "--require-hashes" in locked
    assert {"--no-deps", "--no-build-isolation"} <= set(own)


def test_an_environment_whose_python_is_gone_does_not_work(tmp_path: Path) -> None:
    assert not environment.works(tmp_path)


def test_an_old_python_is_told_which_one_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    assert environment.python_problem().startswith("This is Python 3.9. ragsite needs Python 3.11 or newer.")


def test_a_python_without_ensurepip_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        environment.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find_spec(name)
    )
    assert "sudo apt-get install python3." in environment.python_problem()


@pytest.mark.parametrize("arguments", [[], ["all"], ["site", "test"]])
def test_other_words_get_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert environment.main(arguments) == 1
    assert "site|test" in capsys.readouterr().err
