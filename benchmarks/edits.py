"""Random edits of a small site: after each one, a build with the cache must give the bytes of a clean build."""

import argparse
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.content import write_content
from benchmarks.disturbances import change_program, change_template, harm, meddle, own_program
from benchmarks.words import sentence, title
from ragsite.built.sought import look_for
from ragsite.built.whole import finish
from ragsite.prepare import prepare
from ragsite.problems import ContentError, Finding, errors_among
from ragsite.store import Store
from ragsite.swap import replaced
from ragsite.write import write_site

NOW = datetime(2026, 1, 1, tzinfo=UTC)
Edit = Callable[[Path, Random], None]
Site = tuple[tuple[Finding, ...], dict[str, bytes]]


class Differs(AssertionError):
    """A build with the cache told or wrote something else than a clean one."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command `edits N`."""
    parser.add_argument("number", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.set_defaults(run=_edits)


def _edits(asked: argparse.Namespace) -> None:
    kinds = Counter(try_edits(asked.number, seed=asked.seed))
    for name, number in sorted(kinds.items()):
        print(f"{number:6} {name}")
    print(f"After each of {kinds.total()} edits, the build with the cache gave the bytes of a clean build.")


def try_edits(number: int, *, seed: int = 1) -> Iterator[str]:
    """Makes edits one upon another and compares after each; yields the name of each, Differs at a difference."""
    chance = Random(seed)
    with tempfile.TemporaryDirectory() as made, own_program(Path(made)):
        folder = Path(made)
        content, cache = folder / "content", folder / "cache"
        write_content(folder, items=12, plan_size=6, seed=seed)
        store = Store(cache)
        for step in range(number):
            edit = chance.choice(EDITS)
            edit(content, chance)
            if chance.random() < 0.3:
                harm(cache, chance)
            store = store if chance.random() < 0.2 else Store(cache)
            now = NOW + timedelta(days=chance.choice((0, 0, 45, 90)))
            kept = build(content, folder / "kept", store, now=now)
            told = compare(kept, build(content, folder / "clean", Store(), now=now))
            if told:
                raise Differs(f"seed {seed}, edit {step + 1} ({edit.__name__}): {', '.join(told)}")
            yield edit.__name__


def build(content: Path, folder: Path, store: Store, *, now: datetime = NOW) -> Site:
    """What a build finds and writes at a moment; the site before stays where there are errors."""
    prepared = prepare(content, now=now, store=store)
    if errors_among(prepared.findings):
        return prepared.findings, {}
    try:
        with replaced(folder, aside=store.site_before) as made:
            written = write_site(prepared, made)
            finish(made, prepared, look_for(prepared), expected=written.files)
    except ContentError as error:
        return error.findings, {}
    files = (path for path in folder.rglob("*") if path.is_file() or not any(path.iterdir()))
    return prepared.findings, {path.relative_to(folder).as_posix(): _bytes(path) for path in files}


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b"an empty folder"


def compare(kept: Site, clean: Site) -> list[str]:
    """The files that differ, or what else does."""
    differing = sorted(path for path in kept[1].keys() | clean[1].keys() if kept[1].get(path) != clean[1].get(path))
    return differing if kept[0] == clean[0] else ["the findings", *differing]


def rate_anew(content: Path, chance: Random) -> None:
    """Another rating in a report."""
    with _changed(chance.choice(_reports(content))) as report:
        chance.choice(report["updates"])["rating"] = chance.choice(("R", "A", "G", "C"))


def reword(content: Path, chance: Random) -> None:
    """Another sentence of progress."""
    with _changed(chance.choice(_reports(content))) as report:
        chance.choice(report["updates"])["progress"] = sentence(chance)


def retitle(content: Path, chance: Random) -> None:
    """Another title of an item."""
    with _changed(_plan(content, chance) / "items.yml") as items:
        chance.choice(_items(items))["title"] = title(chance)


def add_item(content: Path, chance: Random) -> None:
    """An item more, with its updates."""
    plan = _plan(content, chance)
    name = f"new-{chance.randrange(10**6)}"
    with _changed(plan / "items.yml") as items:
        items["items"][0]["items"].append({"id": name, "title": title(chance), "text": sentence(chance), "source": "9"})
    for path in sorted(plan.glob("reports/*.yml")):
        with _changed(path) as report:
            report["updates"].append({"item": name, "rating": "A", "source": "9"})


def remove_item(content: Path, chance: Random) -> None:
    """An item less; where it is still named, that is an error, which both builds must tell."""
    plan = _plan(content, chance)
    with _changed(plan / "items.yml") as items:
        below = items["items"][0]["items"]
        gone = below.pop()["id"] if len(below) > 2 else None
    for path in sorted(plan.glob("reports/*.yml")):
        with _changed(path) as report:
            report["updates"] = [one for one in report["updates"] if one["item"] != gone]


def rename_item(content: Path, chance: Random) -> None:
    """Another id, with a page at the old address."""
    plan = _plan(content, chance)
    with _changed(plan / "items.yml") as items:
        item = chance.choice(items["items"][0]["items"])
        old, new = item["id"], f"renamed-{chance.randrange(10**6)}"
        item.update(id=new, renamed_from=[*item.get("renamed_from", []), old])
    for path in (*sorted(plan.glob("reports/*.yml")), plan / "measures.yml"):
        text = path.read_text("utf-8")
        path.write_text(text.replace(f"item: {old}\n", f"item: {new}\n").replace(f"- {old}\n", f"- {new}\n"), "utf-8")


def add_report(content: Path, chance: Random) -> None:
    """The next report, as the last one was."""
    plan = _plan(content, chance)
    last = sorted(plan.glob("reports/*.yml"))[-1]
    name = f"{int(last.stem[:4]) + 1}-{last.stem[5:]}"
    shutil.copy(last, last.with_name(f"{name}.yml"))
    with _changed(last.with_name(f"{name}.yml")) as report:
        report.update(id=name, label=f"Report of {name}", as_at={"date": name, "basis": "printed"})


def remove_report(content: Path, chance: Random) -> None:
    """A report less, where there are enough."""
    reports = sorted(_plan(content, chance).glob("reports/*.yml"))
    if len(reports) > 2:
        chance.choice(reports).unlink()


def unpublish(content: Path, chance: Random) -> None:
    """An update that is not published any more, or is again."""
    with _changed(chance.choice(_reports(content))) as report:
        update = chance.choice(report["updates"])
        update["publish"] = update.get("publish", "true") != "true"


def embargo(content: Path, chance: Random) -> None:
    """A report or an update that may be published from a day on: one that has come, or one that is still to come."""
    with _changed(chance.choice(_reports(content))) as report:
        record = chance.choice((report, chance.choice(report["updates"])))
        record["publish_from"] = chance.choice(("2025-12-01", "2026-02-01", "2026-03-15"))


def hold(content: Path, chance: Random) -> None:
    """A time in which nothing new is published."""
    with _changed(content / "site.yml") as settings:
        begins = chance.choice(("2025-12-20", "2026-02-01"))
        settings["hold"] = {"begins": begins, "until": "2026-03-20", "reason": "An election is near."}


def change_settings(content: Path, chance: Random) -> None:
    """Another title of the site, another colour, a rule turned off or on."""
    with _changed(content / "site.yml") as settings:
        settings["title"] = f"Plans, edition {chance.randrange(100)}"
        settings["brand"] = {"colour": chance.choice(("#5b1a4a", "#003078", "#1d4a2a"))}
        settings["checks"] = {"R208": chance.choice(("off", "warning"))}


def change_topic(content: Path, chance: Random) -> None:
    """Another title of a topic."""
    with _changed(content / "topics.yml") as topics:
        chance.choice(topics["topics"])["title"] = title(chance)


def add_plan(content: Path, chance: Random) -> None:
    """A copy of a plan under another id, or one of the copies gone."""
    copies = sorted((content / "plans").glob("copy-*"))
    if len(copies) > 1:
        shutil.rmtree(chance.choice(copies))
        return
    new = content / "plans" / f"copy-{chance.randrange(100)}"
    if not new.exists():
        shutil.copytree(_plan(content, chance), new)
        with _changed(new / "plan.yml") as facts:
            facts.update(id=new.name, title=f"{facts['title']}, copied")


def link_across(content: Path, chance: Random) -> None:
    """A link from one plan to a page of another, which may not be there."""
    with _changed(chance.choice(_reports(content))) as report:
        to = f"/plans/{_plan(content, chance).name}/items/a1-{chance.randrange(1, 9)}/"
        report["summary"] = [f"It is told [elsewhere]({to})."]


def misspell(content: Path, chance: Random) -> None:
    """A file that nothing reads, or none any more."""
    stray = _plan(content, chance) / "item.yml"
    if stray.exists():
        stray.unlink()
    else:
        stray.write_text("items: []\n", "utf-8")


EDITS: tuple[Edit, ...] = (
    rate_anew, rate_anew, rate_anew, reword, reword, retitle, add_item, remove_item, rename_item, add_report,
    remove_report, unpublish, embargo, hold, change_settings, change_topic, add_plan, link_across, misspell,
    change_template, change_program, meddle, meddle,
)  # fmt: skip


@contextmanager
def _changed(path: Path) -> Iterator[Any]:
    """The data of a YAML file, written again at the end of the block."""
    data = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    yield data
    path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, width=110), "utf-8")


def _plan(content: Path, chance: Random) -> Path:
    return chance.choice(sorted(path for path in (content / "plans").iterdir() if path.is_dir()))


def _reports(content: Path) -> list[Path]:
    return sorted((content / "plans").glob("*/reports/*.yml"))


def _items(items: Any) -> list[Any]:
    return [item for area in items["items"] for item in (area, *area["items"])]
