"""The floor: what Python must spend on writing the same bytes, and on one minimal template for each page."""

import shutil
import sys
from functools import partial
from pathlib import Path

from benchmarks.peers.peer import Job, Peer, nothing_missing
from benchmarks.source import Source

PROJECT = Path(__file__).resolve().parents[2]
SHELL = PROJECT / "benchmarks" / "shells" / "floor.html"


def write_bytes(site: Path, out: Path) -> None:
    """Reads each file of a site and writes it again."""
    for path in site.rglob("*"):
        if path.is_file():
            target = out / path.relative_to(site)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())


def render_pages(html: Path, out: Path) -> None:
    """Puts each page's ready HTML into one minimal template."""
    from jinja2 import Environment  # noqa: PLC0415 - only this floor needs it

    template = Environment(autoescape=False).from_string(SHELL.read_text(encoding="utf-8"))
    for path in html.rglob("*.html"):
        target = out / path.relative_to(html).with_suffix("") / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(template.render(title=path.stem, body=path.read_text(encoding="utf-8")), encoding="utf-8")


def _prepare(source: Source, folder: Path, *, kind: str) -> Job:
    given = source.site if kind == "bytes" else source.html
    shutil.copytree(given, folder / "given")
    command = (sys.executable, "-m", "benchmarks", "floor", kind, "given", "out")
    return Job(command, folder, folder / "out", {"PYTHONPATH": str(PROJECT)})


BYTES = Peer(
    "floor: the same bytes",
    "Every file of ragsite's site, written again",
    nothing_missing,
    partial(_prepare, kind="bytes"),
)
TEMPLATE = Peer(
    "floor: one template",
    "One minimal template for each page",
    nothing_missing,
    partial(_prepare, kind="pages"),
)
