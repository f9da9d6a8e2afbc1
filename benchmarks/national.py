"""`python -m benchmarks national`: what a site of every authority would cost, worked out from a few figures."""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

WORDS = Path(__file__).with_name("national.md")
"""What the figures mean, in words: written by hand, with a place for each table."""

PAGE = Path("docs/reference/at-national-size.md")
RUNNERS = (1, 4, 40)


@dataclass(frozen=True)
class Size:
    """How much there is; `items` and `reports` are those of one plan."""

    authorities: int = 150
    plans_each: int = 10
    items: int = 80
    reports: int = 40

    @property
    def plans(self) -> int:
        """All plans of the site."""
        return self.authorities * self.plans_each


@dataclass(frozen=True)
class Plan:
    """What one plan of that size costs, as measured: processor seconds, numbers of files, megabytes."""

    whole: float = 7.2
    shard: float = 7.1
    merge: float = 1.6
    search: float = 3.9
    start: float = 1.3
    pages: int = 683
    files: int = 1553
    site: float = 43
    kept: float = 38
    memory: float = 32
    search_memory: float = 98


@dataclass(frozen=True)
class Prices:
    """Public list prices in dollars, without taxes, discounts or free allowances, and how many readers there are."""

    runner_minute: float = 0.006
    processors: int = 2
    setup_minutes: float = 1.5
    mb_a_second: float = 100
    artifact_gb_day: float = 0.008
    stored_gb: float = 0.015
    writes_million: float = 4.50
    reads_million: float = 0.36
    views: int = 1_000_000
    requests_a_view: int = 4
    kb_a_view: int = 45
    missed: float = 1 / 5


@dataclass(frozen=True)
class Build:
    """One full build: minutes of one shard and of the merge, and dollars for all runners and for what they carry."""

    shard: float
    merge: float
    dollars: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the page goes."""
    parser.add_argument("--out", type=Path, default=PAGE)
    parser.set_defaults(run=write_page)


def write_page(asked: argparse.Namespace) -> None:
    """Fills the tables into the words."""
    asked.out.write_text(page(Size(), Plan(), Prices()), encoding="utf-8", newline="\n")
    print(f"Wrote {asked.out.as_posix()}.")


def page(size: Size, plan: Plan, prices: Prices) -> str:
    """The page as Markdown."""
    tables = {
        "measured": _measured(size, plan),
        "amounts": _amounts(size, plan),
        "builds": _builds(size, plan, prices),
        "prices": _prices(prices),
        "months": _months(size, plan, prices),
        **_without_search(size, plan, prices),
    }
    text = WORDS.read_text(encoding="utf-8")
    for name, table in tables.items():
        text = text.replace(f"{{{{ {name} }}}}", table)
    return text


def build(runners: int, size: Size, plan: Plan, prices: Prices) -> Build:
    """A full build on so many runners; one alone makes no shards."""

    def minutes(plans: float, shared: float, single: float) -> float:
        return prices.setup_minutes + (plan.start + plans * (shared / prices.processors + single)) / 60

    if runners == 1:
        alone = minutes(size.plans, plan.whole, plan.search)
        return Build(alone, 0, alone * prices.runner_minute)
    fetched = plan.kept / prices.mb_a_second
    shard = minutes(size.plans / runners, plan.shard, fetched)
    merge = minutes(size.plans, plan.merge, plan.search + fetched)
    carried = size.plans * plan.kept / 1000 * prices.artifact_gb_day
    return Build(shard, merge, (runners * shard + merge) * prices.runner_minute + carried)


def month(size: Size, plan: Plan, prices: Prices) -> dict[str, float]:
    """Dollars a month by what they are for; every plan changes once a quarter, and all of its files with it."""
    requests = prices.views * prices.requests_a_view
    return {
        "storing the site": size.plans * plan.site / 1000 * prices.stored_gb,
        "writing what changed": size.plans * plan.files / 3 / 1e6 * prices.writes_million,
        "reading what the CDN has not": requests * prices.missed / 1e6 * prices.reads_million,
    }


def _measured(size: Size, plan: Plan) -> str:
    return _table(
        (f"one plan of {size.items} items and {size.reports} reports", "measured"),
        (
            ("W: its part of a build by one machine without the search index, processor seconds", f"{plan.whole:.1f}"),
            ("S: making its shard, processor seconds", f"{plan.shard:.1f}"),
            ("M: its part of the merge without the search index, processor seconds", f"{plan.merge:.1f}"),
            ("X: its part of the search index, processor seconds", f"{plan.search:.1f}"),
            ("T: starting the program, processor seconds", f"{plan.start:.1f}"),
            ("pages", f"{plan.pages:,}"),
            ("files", f"{plan.files:,}"),
            ("of the site, MB", f"{plan.site:.0f}"),
            ("of its shard, MB", f"{plan.kept:.0f}"),
            ("memory that the merge needs for it without the search index, MB", f"{plan.memory:.0f}"),
            ("memory that Pagefind needs for its pages, MB", f"{plan.search_memory:.0f}"),
        ),
    )


def _amounts(size: Size, plan: Plan) -> str:
    rows = (
        ("plans", 1, 1),
        ("items", size.items, 1),
        ("ratings, at most", size.items * size.reports, 1),
        ("pages", plan.pages, 1),
        ("files", plan.files, 1),
        ("GB of site", plan.site, 1000),
        ("GB of shards", plan.kept, 1000),
        ("GB of memory for the merge", plan.memory, 1000),
        ("GB of memory for Pagefind", plan.search_memory, 1000),
    )
    many = (1, size.plans_each, size.plans)
    shown = ((name, *(_number(one * number / unit) for number in many)) for name, one, unit in rows)
    return _table(("", "one plan", "one authority", f"{size.authorities} authorities"), shown)


def _builds(size: Size, plan: Plan, prices: Prices) -> str:
    made = {runners: build(runners, size, plan, prices) for runners in RUNNERS}
    alone = made[1].shard
    rows = (
        (
            str(runners),
            f"{one.shard:.0f}",
            f"{one.merge:.0f}" if one.merge else "–",
            f"{one.shard + one.merge:.0f}",
            f"{alone / (one.shard + one.merge):.1f}",
            f"{one.dollars:.2f}",
        )
        for runners, one in made.items()
    )
    return _table(("runners", "a shard, min", "the merge, min", "in all, min", "times as fast", "dollars"), rows)


def _without_search(size: Size, plan: Plan, prices: Prices) -> dict[str, str]:
    made = (build(runners, size, replace(plan, search=0), prices) for runners in RUNNERS)
    names = ("quiet one", "quiet four", "quiet forty")
    return {name: f"{one.shard + one.merge:.0f}" for name, one in zip(names, made, strict=True)}


def _prices(prices: Prices) -> str:
    return _table(
        ("assumed", "dollars, or number"),
        (
            ("a minute of a Linux runner with 2 processors (GitHub's until 2025: 0.008)", f"{prices.runner_minute}"),
            ("processors of a runner", f"{prices.processors}"),
            ("minutes until a runner has checked out the content and installed ragsite", f"{prices.setup_minutes}"),
            ("MB that a runner sends or fetches in a second", f"{prices.mb_a_second:.0f}"),
            ("a GB that runners hand on, for a day", f"{prices.artifact_gb_day}"),
            ("a GB stored for a month (Cloudflare R2; Amazon S3 about 0.024)", f"{prices.stored_gb}"),
            ("a million files written (R2; S3 about 5.30)", f"{prices.writes_million:.2f}"),
            ("a million files read by the CDN (R2; S3 about 0.42)", f"{prices.reads_million}"),
            ("a GB sent to readers (R2: nothing; CloudFront in Europe: 0.085 after the first TB)", "0"),
            ("page views a month", f"{prices.views:,}"),
            ("requests for one view, and those of them that the CDN has not got", f"{prices.requests_a_view}, 1 in 5"),
            ("KB sent for one view", f"{prices.kb_a_view}"),
        ),
    )


def _months(size: Size, plan: Plan, prices: Prices) -> str:
    found = month(size, plan, prices)
    rows = [*found.items(), ("in all", sum(found.values()))]
    sent = prices.views * prices.kb_a_view / 1e6
    told = ("GB sent to readers", f"{sent:,.0f}")
    return _table(("each month", "dollars"), (*((name, f"{value:.2f}") for name, value in rows), told))


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.2f}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
