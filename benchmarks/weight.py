"""`python -m benchmarks weight`: what a reader downloads from a site, and what a site takes on the disk."""

import argparse
import gzip
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.content import write_content
from benchmarks.figures import keep, kept
from benchmarks.searching import search

MOST = 8
"""How many of the largest kinds of page are told for each size."""

PARTS = re.compile(r'<(?:link[^>]+rel="(?:stylesheet|preload)"[^>]+href|script[^>]+src)="([^"]+)"')


LIMITS = {"a page": 300_000, "a first view, packed": 60_000, "an item page on average": 15_000}
"""In bytes, of the design: what no page, no first view and no average item page is to pass."""

PLACES = re.compile(r"(plans|items|reports|measures|changes|lists|topics)/(?!index\.html)[^/]+(?=/)")
PART = re.compile(r"part-\d+\.html$")


@dataclass(frozen=True)
class Weight:
    """Bytes at one size: an item page on average, a first view packed, the whole site, the largest page of each kind.

    `search` is what a search fetches (`searching.Fetched`), None where there is no browser to ask.
    """

    items: int
    plan_size: int
    pages: int
    item_page: float
    first_view: int
    site: int
    largest: dict[str, int]
    search: dict[str, int] | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """At which sizes."""
    parser.add_argument("items", type=int, nargs="+", metavar="N")
    parser.add_argument("--plan-size", type=int, default=200, help="items in one plan at most (default 200)")
    parser.add_argument("--out", type=Path, default=Path("build/bench/weight.json"))
    parser.set_defaults(run=measure)


def measure(asked: argparse.Namespace) -> None:
    """Builds a site of each size and weighs it; keeps the figures as JSON."""
    found = []
    for items in asked.items:
        with tempfile.TemporaryDirectory(prefix="ragsite-bench-") as name:
            write_content(Path(name), items=items, plan_size=asked.plan_size)
            command = (sys.executable, "-m", "ragsite", "build", "--site-dir", "out")
            subprocess.run(command, cwd=name, check=True, stdout=subprocess.DEVNULL)
            found.append(weigh(Path(name) / "out", items, plan_size=asked.plan_size))
        print(table(found[-1:]), flush=True)
        keep(asked.out, found)


def weigh(site: Path, items: int, *, plan_size: int) -> Weight:
    """The weights of a built site."""
    pages = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    of_items = sorted(name for name in pages if re.fullmatch(r"plans/[^/]+/items/[^/]+/index\.html", name))
    searched = search(site)
    return Weight(
        items=items,
        plan_size=plan_size,
        pages=len(pages),
        item_page=sum(pages[name] for name in of_items) / len(of_items),
        first_view=_first_view(site, of_items[len(of_items) // 2]),
        site=sum(path.stat().st_size for path in site.rglob("*") if path.is_file()),
        largest=_largest(pages),
        search=asdict(searched) if searched else None,
    )


def _largest(pages: Mapping[str, int]) -> dict[str, int]:
    """The size of the largest page of each kind, the largest kind first; the parts of a page are of its kind."""
    found: dict[str, int] = {}
    for name, size in pages.items():
        kind = "/" + PART.sub("", PLACES.sub(r"\1/…", name)).removesuffix("index.html")
        found[kind] = max(size, found.get(kind, 0))
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def table(weights: list[Weight]) -> str:
    """The figures in Markdown: sizes, the largest kinds of page, and which limits hold."""
    return "\n\n".join([_sizes(weights), _kinds(weights), "\n".join(f"- {said}" for said in _held(weights))])


def _sizes(weights: list[Weight]) -> str:
    head = (
        "| items | in one plan | pages | an item page, KB | first view of an item page, packed, KB | largest page, KB"
        " | search: program, KB | its overview, KB | a query, KB | whole site, MB |\n" + "|---" * 10 + "|"
    )
    rows = (
        f"| {one.items:,} | {min(one.plan_size, one.items):,} | {one.pages:,} | {one.item_page / 1000:.1f}"
        f" | {one.first_view / 1000:.1f} | {max(one.largest.values()) / 1000:.0f} | {_searched(one)}"
        f" | {one.site / 1e6:.1f} |"
        for one in weights
    )
    return "\n".join([head, *rows])


def _searched(one: Weight) -> str:
    if one.search is None:
        return "not measured | – | –"
    return " | ".join(f"{one.search[name] / 1000:.0f}" for name in ("program", "overview", "query"))


def _kinds(weights: list[Weight]) -> str:
    """A row for each kind of page that is among the largest at any size."""
    names = dict.fromkeys(kind for one in weights for kind in [*one.largest][:MOST])
    heads = "".join(f" | {one.items:,} items, {min(one.plan_size, one.items):,} in a plan" for one in weights)
    rows = [
        f"| `{kind}`" + "".join(f" | {one.largest.get(kind, 0) / 1000:.0f}" for one in weights) + " |"
        for kind in sorted(names, key=lambda kind: -max(one.largest.get(kind, 0) for one in weights))
    ]
    return "\n".join([f"| largest page of a kind, KB{heads} |", "|---" * (len(weights) + 1) + "|", *rows])


def _held(weights: list[Weight]) -> Iterator[str]:
    """Each limit with the most that was measured, and whether it holds."""
    most = {
        "a page": max(max(one.largest.values()) for one in weights),
        "a first view, packed": max(one.first_view for one in weights),
        "an item page on average": max(one.item_page for one in weights),
    }
    for name, limit in LIMITS.items():
        verdict = "holds" if most[name] <= limit else "**does not hold**"
        yield f"At most {limit / 1000:.0f} KB for {name}: {verdict}, {most[name] / 1000:.1f} KB."


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
