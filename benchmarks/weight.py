"""`python -m benchmarks weight`: what a reader downloads from a site, and what a site takes on the disk."""

import argparse
import gzip
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.content import write_content
from benchmarks.figures import keep, kept

PARTS = re.compile(r'<(?:link[^>]+rel="(?:stylesheet|preload)"[^>]+href|script[^>]+src)="([^"]+)"')


@dataclass(frozen=True)
class Weight:
    """Bytes at one size: an item page on average, the largest page, a first view packed, the whole site."""

    items: int
    item_page: float
    largest: int
    largest_page: str
    first_view: int
    search_first: int
    """What a first search downloads: Pagefind's program and index of indexes, packed as they are."""
    site: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """At which sizes."""
    parser.add_argument("items", type=int, nargs="+", metavar="N")
    parser.add_argument("--out", type=Path, default=Path("build/bench/weight.json"))
    parser.set_defaults(run=measure)


def measure(asked: argparse.Namespace) -> None:
    """Builds a site of each size and weighs it; keeps the figures as JSON."""
    found = []
    for items in asked.items:
        with tempfile.TemporaryDirectory(prefix="ragsite-bench-") as name:
            write_content(Path(name), items=items)
            command = (sys.executable, "-m", "ragsite", "build", "--site-dir", "out")
            subprocess.run(command, cwd=name, check=True, stdout=subprocess.DEVNULL)
            found.append(weigh(Path(name) / "out", items))
        print(table(found[-1:]), flush=True)
        keep(asked.out, found)


def weigh(site: Path, items: int) -> Weight:
    """The weights of a built site."""
    pages = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    of_items = sorted(name for name in pages if re.fullmatch(r"plans/[^/]+/items/[^/]+/index\.html", name))
    largest = max(pages, key=lambda name: (pages[name], name))
    return Weight(
        items=items,
        item_page=sum(pages[name] for name in of_items) / len(of_items),
        largest=pages[largest],
        largest_page=largest.removesuffix("index.html"),
        first_view=_first_view(site, of_items[len(of_items) // 2]),
        search_first=_search_first(site),
        site=sum(path.stat().st_size for path in site.rglob("*") if path.is_file()),
    )


def table(weights: list[Weight]) -> str:
    """The figures in Markdown."""
    head = (
        "| items | an item page, KB | largest page, KB | which | first view of an item page, packed, KB"
        " | first search, KB | whole site, MB |\n|---|---|---|---|---|---|---|"
    )
    rows = (
        f"| {one.items:,} | {one.item_page / 1000:.1f} | {one.largest / 1000:.0f} | `/{one.largest_page}`"
        f" | {one.first_view / 1000:.1f} | {one.search_first / 1000:.0f} | {one.site / 1e6:.1f} |"
        for one in weights
    )
    return "\n".join([head, *rows])


def read_weights(path: Path) -> list[Weight]:
    """What `measure` kept."""
    return [Weight(**one) for one in kept(path)]


def _first_view(site: Path, page: str) -> int:
    """A page with its style sheets, scripts and preloaded font, packed as a host would; fonts are so already."""
    path = site / page
    parts = {(path.parent / address).resolve() for address in PARTS.findall(path.read_text(encoding="utf-8"))}
    return sum(_packed([path, *sorted(part for part in parts if part.is_file())]))


def _packed(paths: Iterable[Path]) -> Iterable[int]:
    for path in paths:
        raw = path.read_bytes()
        yield len(raw) if path.suffix == ".woff2" else len(gzip.compress(raw, 6, mtime=0))


def _search_first(site: Path) -> int:
    folder = site / "pagefind"
    names = ("pagefind.js", "pagefind-entry.json", "*.pagefind", "*.pf_meta")
    return sum(path.stat().st_size for name in names for path in folder.glob(name))
