"""MkDocs with the Material theme, and Zensical, which reads the same settings."""

import shutil
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks.peers.peer import Job, Peer, nothing_missing
from benchmarks.source import Source

SETTINGS = """site_name: Synthetic improvement plans
site_url: https://ragsite.example/
docs_dir: docs
site_dir: out
validation:
  links: {{not_found: ignore, absolute_links: ignore, unrecognized_links: ignore, anchors: ignore}}
theme:
  name: material
  font: false
  features: [{features}]
plugins: [{plugins}]
markdown_extensions: [tables, attr_list, md_in_html, toc]
"""


def _prepare(source: Source, folder: Path, *, command: tuple[str, ...], prune: bool, search: bool) -> Job:
    shutil.copytree(source.markdown, folder / "docs")
    settings = SETTINGS.format(features="navigation.prune" if prune else "", plugins="search" if search else "")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return Job(command, folder, folder / "out", {"NO_MKDOCS_2_WARNING": "1"})


def _zensical_missing() -> str:
    return "" if find_spec("zensical") else "pip install zensical"


_mkdocs = partial(_prepare, command=(sys.executable, "-m", "mkdocs", "build", "--quiet"))

STOCK = Peer(
    "mkdocs-material as it comes",
    "Plain Markdown, every page in the navigation, search on",
    nothing_missing,
    partial(_mkdocs, prune=False, search=True),
    limit=1_000,
    once_above=100,
)
PRUNED = Peer(
    "mkdocs-material, navigation pruned",
    "Plain Markdown, `navigation.prune`, search on",
    nothing_missing,
    partial(_mkdocs, prune=True, search=True),
    limit=5_000,
    once_above=100,
)
ZENSICAL = Peer(
    "Zensical",
    "The same Markdown and settings as mkdocs-material, navigation pruned",
    _zensical_missing,
    partial(_prepare, command=(sys.executable, "-m", "zensical", "build", "--clean"), prune=True, search=True),
    limit=5_000,
    once_above=100,
)
