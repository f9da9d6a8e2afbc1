"""The browser that is there is used; where none is, the right way to install one is taken."""

import os
from pathlib import Path

import pytest

from tools import browser


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any browser."""
    monkeypatch.setattr(browser, "PLACES", ())
    monkeypatch.setattr(browser, "playwright_browser", lambda: None)


def program(path: Path) -> Path:
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_browser_named_by_the_user_comes_first(tmp_path: Path) -> None:
    program(tmp_path / "chromium")
    named = program(tmp_path / "mine")
    environment = {"RAGSITE_CHROMIUM": str(named), "PATH": str(tmp_path)}
    assert browser.find_browser(environment) == named


def test_a_named_browser_that_is_not_there_is_not_replaced_in_silence(tmp_path: Path) -> None:
    program(tmp_path / "chromium")
    environment = {"RAGSITE_CHROMIUM": str(tmp_path / "none"), "PATH": str(tmp_path)}
    assert browser.find_browser(environment) is None


def test_chromium_is_preferred_to_chrome(tmp_path: Path) -> None:
    program(tmp_path / "google-chrome")
    chromium = program(tmp_path / "chromium")
    assert browser.find_browser({"PATH": str(tmp_path)}) == chromium


@pytest.mark.usefixtures("bare")
def test_no_browser_is_none(tmp_path: Path) -> None:
    assert browser.find_browser({"PATH": str(tmp_path)}) is None


@pytest.mark.usefixtures("bare")
def test_without_any_browser_the_user_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "find_browser", lambda: None)
    monkeypatch.setattr(browser, "debian_prefix", lambda: None)
    monkeypatch.setattr(browser, "run", lambda _command: False)
    assert browser.main() == 1
    assert "RAGSITE_CHROMIUM" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("release", "user", "prefix"),
    [
        ("NAME=Debian\nID=debian\n", 0, ["env", "DEBIAN_FRONTEND=noninteractive"]),
        ("ID=debian\n", 1000, ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]),
        ("ID=ubuntu\nID_LIKE=debian\n", 0, None),
    ],
)
def test_debians_package_is_used_on_debian_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, release: str, user: int, prefix: list[str] | None
) -> None:
    file = tmp_path / "os-release"
    file.write_text(release, encoding="utf-8")
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(browser.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(browser, "run", lambda command: command == ["sudo", "-n", "true"])
    assert browser.debian_prefix(file) == prefix
