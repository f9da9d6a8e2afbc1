"""MkDocs itself builds a site that was looked through, whatever mkdocs.yml leaves out."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config

from ragsite.cli import ragsite
from ragsite.starter.write import write_site


@pytest.mark.parametrize("search", ["true", "false"])
def test_a_build_by_mkdocs_is_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, search: str) -> None:
    folder = write_site(tmp_path / "new")
    monkeypatch.chdir(folder)
    assert CliRunner().invoke(ragsite, ["build"]).exit_code == 0  # MkDocs keeps a plugin for the next build
    shutil.rmtree("site")
    settings = Path("mkdocs.yml").read_text(encoding="utf-8")
    Path("mkdocs.yml").write_text(
        settings.replace("  - ragsite\n", f"  - ragsite:\n      search: {search}\n"), encoding="utf-8"
    )
    config = load_config("mkdocs.yml")
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    assert "index.html" in json.loads(Path("site/manifest.json").read_text(encoding="utf-8"))["files"]
    assert Path("site/pagefind").is_dir() is (search == "true")
