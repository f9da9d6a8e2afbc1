"""The same content in the form that each builder reads: project, Markdown pages, ready HTML, finished site."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cached_property
from pathlib import Path

from benchmarks.content import write_content

DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
FRONT = re.compile(r"---\ntitle: (?P<title>.*)\n---\n\n(?P<body>.*)", re.DOTALL)


class Source:
    """Synthetic content below `folder`, in each form that a builder reads: made when it is first asked for."""

    def __init__(self, folder: Path, *, items: int, seed: int = 1) -> None:
        self.folder = folder
        self.project = folder / "project"
        """`content/` and `mkdocs.yml`."""
        write_content(self.project, items=items, seed=seed)

    @cached_property
    def site(self) -> Path:
        """The site as ragsite builds it."""
        _ragsite(self.project, "build", "--no-cache", "--site-dir", str(self.folder / "site"))
        return self.folder / "site"

    @cached_property
    def markdown(self) -> Path:
        """One file for each page: `X.md` for the address `/X/`."""
        return self._converted("markdown", _write_markdown)

    @cached_property
    def html(self) -> Path:
        """The same as ready HTML: `X.html`."""
        return self._converted("html", _write_html)

    @cached_property
    def pages(self) -> dict[str, Path]:
        """Each page as `ragsite pages` writes it, by its name in the other forms, in order."""
        _ragsite(self.project, "pages", "--out", str(self.folder / "articles"))
        docs = self.folder / "articles" / "docs"
        return {_name(path.relative_to(docs)): path for path in sorted(docs.rglob("*.md"))}

    def _converted(self, form: str, write: Callable[[Path, Path], None]) -> Path:
        targets = [self.folder / form / name for name in self.pages]
        with ProcessPoolExecutor() as processes:
            # Each part is waited for, so that what went wrong in one is heard.
            list(processes.map(write, self.pages.values(), targets, chunksize=50))
        return self.folder / form


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


def _name(place: Path) -> str:
    is_index = place.name == "index.md" and len(place.parts) > 1
    return (place.parent if is_index else place.with_suffix("")).as_posix()


def _write_markdown(article: Path, target: Path) -> None:
    head, body = _parts(article)
    _write(target.with_name(f"{target.name}.md"), head + as_markdown(body))


def _write_html(article: Path, target: Path) -> None:
    _write(target.with_name(f"{target.name}.html"), "".join(_parts(article)))


def _parts(article: Path) -> tuple[str, str]:
    """The front matter of a page, and its HTML."""
    found = FRONT.fullmatch(article.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{article} is not a page with front matter.")
    return f"---\ntitle: {json.dumps(json.loads(found['title']), ensure_ascii=False)}\n---\n\n", found["body"]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
