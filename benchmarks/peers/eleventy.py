"""Eleventy, from npm: the same Markdown pages in a small page shell."""

import json
import os
import shutil
from pathlib import Path

from benchmarks.peers.peer import Job, Peer
from benchmarks.source import Source

SHELL = Path(__file__).resolve().parents[1] / "shells" / "eleventy.liquid"
FOLDER = "RAGSITE_BENCH_NPM"
"""Names the folder in which npm has installed Eleventy."""
VERSION = "3.1.2"


def _program() -> Path:
    return Path(os.environ.get(FOLDER, "build/bench/npm")).absolute() / "node_modules" / ".bin" / "eleventy"


def _missing() -> str:
    return "" if _program().is_file() else f"npm install --prefix build/bench/npm @11ty/eleventy@{VERSION}"


def _prepare(source: Source, folder: Path) -> Job:
    shutil.copytree(source.markdown, folder / "pages")
    (folder / "pages" / "_includes").mkdir()
    shutil.copy(SHELL, folder / "pages" / "_includes" / "page.liquid")
    (folder / "pages" / "pages.json").write_text(
        json.dumps({"layout": "page.liquid", "templateEngineOverride": "md"}), encoding="utf-8"
    )
    command = (str(_program()), "--quiet", "--input=pages", "--output=out", "--formats=md")
    return Job(command, folder, folder / "out")


ELEVENTY = Peer("Eleventy", "The same Markdown pages, a small page shell", _missing, _prepare)
