"""The same content in the form that each builder reads: project, Markdown pages, ready HTML, finished site."""

import json
import re
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.content import write_content
from benchmarks.peers.peer import Source

DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
FRONT = re.compile(r"---\ntitle: (?P<title>.*)\n---\n\n(?P<body>.*)", re.DOTALL)


def make_source(folder: Path, *, items: int, seed: int = 1) -> Source:
    """Writes synthetic content with `items` items below `folder`, and its pages in every form."""
    project, site = folder / "project", folder / "site"
    write_content(project, items=items, seed=seed)
    _ragsite(project, "pages", "--out", str(folder / "articles"))
    _ragsite(project, "build", "--site-dir", str(site))
    pages = tuple(sorted(_pages(folder)))
    return Source(project, folder / "markdown", folder / "html", site, pages)


def as_markdown(html: str) -> str:
    """An article as Markdown; its drawings stay as blocks of HTML, since Markdown has no other way to show them."""
    from markdownify import markdownify  # noqa: PLC0415 - the other parts of the benchmark do without

    drawings: list[str] = []

    def set_aside(found: re.Match[str]) -> str:
        drawings.append(" ".join(found[0].split()))
        return f"<p>drawing{len(drawings) - 1}end</p>"

    kept = DRAWING.sub(lambda found: set_aside(found) if "<title" in found[0] else "", html)
    text = markdownify(kept, heading_style="ATX", bullets="-")
    return re.sub(r"drawing(\d+)end", lambda found: f"\n\n{drawings[int(found[1])]}\n\n", text)


def _ragsite(project: Path, *arguments: str) -> None:
    subprocess.run((sys.executable, "-m", "ragsite", *arguments), cwd=project, check=True, stdout=subprocess.DEVNULL)


def _pages(folder: Path) -> list[str]:
    docs = folder / "articles" / "docs"
    pages = {_name(path.relative_to(docs)): path for path in docs.rglob("*.md")}
    with ProcessPoolExecutor() as processes:
        # Each part is waited for, so that what went wrong in one is heard.
        list(processes.map(partial(_convert, folder), pages, pages.values(), chunksize=50))
    return list(pages)


def _name(place: Path) -> str:
    is_index = place.name == "index.md" and len(place.parts) > 1
    return (place.parent if is_index else place.with_suffix("")).as_posix()


def _convert(folder: Path, name: str, path: Path) -> None:
    found = FRONT.fullmatch(path.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{path} is not a page with front matter.")
    head = f"---\ntitle: {json.dumps(json.loads(found['title']), ensure_ascii=False)}\n---\n\n"
    _write(folder / "html" / f"{name}.html", head + found["body"])
    _write(folder / "markdown" / f"{name}.md", head + as_markdown(found["body"]))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
