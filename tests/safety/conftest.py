"""A small working site to be broken: made by `ragsite new site`, built in about two seconds."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ragsite.starter.write import write_site


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site's folder, with the site built in `site/`. Do not write in it: take `copied`."""
    folder = tmp_path_factory.mktemp("small") / "work"
    write_site(folder)
    done = run_ragsite(folder, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def run_ragsite(folder: Path, *arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """Runs the command in a folder as a person would; `more` goes to `subprocess.run`, `env` beside the own one."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **more.pop("env", {})}
    command = [sys.executable, "-m", "ragsite", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300, **more
    )
