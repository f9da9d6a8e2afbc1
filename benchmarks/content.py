"""Writes synthetic plans as a content folder, with the settings of a site around it."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.plan import TOPICS, SyntheticPlan, make_plan

COLUMNS = "measure,period,series,value,numerator,denominator,status,as_printed,note,source"
SETTINGS = {
    "title": "Synthetic improvement plans",
    "tagline": "Made for measuring",
    "publisher": "ragsite",
    "description": "Plans made by a program, in the shapes of real ones.",
    "url": "https://ragsite.example/",
    "contact": {"name": "Nobody", "text": "These plans are not real.", "email": "nobody@ragsite.example"},
    "about": ["The plans of this site are made up."],
}
ENGINE = """site_name: Synthetic improvement plans
theme:
  name: material
  font: false
plugins:
  - ragsite
docs_dir: docs
exclude_docs: "*"
"""


@dataclass(frozen=True)
class Written:
    """How much content was written; `size` in bytes."""

    plans: int
    items: int
    size: int


def write_content(folder: Path, *, items: int, plan_size: int = 200, seed: int = 1) -> Written:
    """A whole project in `folder`: `content/` with `items` items in plans of at most `plan_size`, `mkdocs.yml`."""
    content = folder / "content"
    _dump(content / "site.yml", SETTINGS)
    _dump(content / "topics.yml", {"topics": [_topic(name) for name in TOPICS]})
    _dump(content / "glossary.yml", {"terms": [{"term": "RAG", "expansion": "Red, amber, green"}]})
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(ENGINE, encoding="utf-8")
    sizes = [min(plan_size, items - start) for start in range(0, items, plan_size)]
    for number, size in enumerate(sizes, start=1):
        write_plan(content / "plans", make_plan(number, items=size, seed=seed))
    written = sum(path.stat().st_size for path in content.rglob("*") if path.is_file())
    return Written(plans=len(sizes), items=items, size=written)


def write_plan(folder: Path, plan: SyntheticPlan) -> None:
    """One plan's folder."""
    for name, data in plan.files.items():
        _dump(folder / plan.id / name, data)
    with (folder / plan.id / "observations.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(COLUMNS.split(","))
        rows.writerows(plan.observations)


def _topic(name: str) -> dict[str, str]:
    words = name.replace("-", " ")
    return {"id": name, "title": words.capitalize(), "summary": f"All about {words}."}


def _dump(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=110)
    path.write_text(text, encoding="utf-8")
