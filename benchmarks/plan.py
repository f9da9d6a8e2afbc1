"""One synthetic plan as plain data, in the shapes of its content files: tree, reports, measures, evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from benchmarks.words import paragraph, sentence, title

Data = dict[str, Any]

BRANCH = 10
"""Items in one branch: an area, and the actions below it."""

REPORTS = ("2023-03", "2023-09", "2024-03", "2024-09", "2025-03", "2025-09")
QUARTERS = tuple(f"{year}-{month:02}" for year in (2022, 2023, 2024) for month in (3, 6, 9, 12))
LEVELS = (("red", "Red"), ("amber", "Amber"), ("green", "Green"), ("complete", "Complete"))
MEANINGS = (
    "The action is late and there is no plan that would mend it.",
    "The action is late, or may become so, and there is a plan to mend it.",
    "The action goes as planned and is expected to be done by its date.",
    "The action is done, and evidence shows that it made the difference that was hoped for.",
)
AUDITED = "2024-06"
TOPICS = ("workforce", "practice", "leadership", "care", "early-help")


@dataclass(frozen=True)
class SyntheticPlan:
    """The content of one plan: YAML files by name, and the rows of observations.csv."""

    id: str
    files: dict[str, Data]
    observations: tuple[tuple[str, ...], ...]


def make_plan(number: int, *, items: int, seed: int) -> SyntheticPlan:
    """A plan of `items` items: areas with nine rated actions each, six reports, measures and evidence."""
    chance = Random(f"{seed}/{number}")
    name = f"plan-{number:03}"
    branches = [_branch(chance, place, min(BRANCH, items - place * BRANCH)) for place in range(-(-items // BRANCH))]
    actions = [action["id"] for branch in branches for action in branch["items"]]
    measures = [_measure(chance, branch) for branch in branches]
    files: dict[str, Data] = {
        "plan.yml": _facts(chance, name, number),
        "items.yml": {"items": branches},
        "measures.yml": {"measures": measures},
        "evidence.yml": {"evidence": [_evidence(chance, branch["id"]) for branch in branches]},
    }
    files.update(_reports(chance, actions))
    return SyntheticPlan(name, files, tuple(_observations(chance, measures)))


def _facts(chance: Random, name: str, number: int) -> Data:
    return {
        "id": name,
        "title": f"Improvement plan number {number} of a synthetic council",
        "short_title": f"Plan {number}",
        "organisation": f"Council {number}",
        "document": "Improvement plan",
        "status": "active",
        "summary": paragraph(chance, sentences=3),
        "structure": [
            {"kind": "Area", "plural": "Areas", "rated": False},
            {"kind": "Action", "plural": "Actions", "rated": True},
        ],
        "scales": [_scale()],
        "sources": [{"id": "report", "title": "The plan", "publisher": f"Council {number}", "date": "2023-03-01"}],
        "next_report": {"due": "2026-03"},
        "background": [{"title": "The inspection", "text": [paragraph(chance, sentences=3)], "source": "10-20"}],
        "notes": [{"text": sentence(chance), "source": "5"}],
    }


def _scale() -> Data:
    levels = [
        {
            "id": name,
            "label": label,
            "printed": [label[0]],
            "tone": name,
            "meaning": meaning,
            "claims": {"finished": name == "complete", "needs_evidence": name == "complete"},
        }
        for (name, label), meaning in zip(LEVELS, MEANINGS, strict=True)
    ]
    return {"id": "rag", "title": "RAG", "tones": "printed", "key": "printed", "source": "30-40", "levels": levels}


def _branch(chance: Random, place: int, size: int) -> Data:
    name = f"area-{place + 1}"
    actions = [_action(chance, f"a{place + 1}-{step}", ref=f"{place + 1}.{step}") for step in range(1, size)]
    return {
        "id": name,
        "ref": str(place + 1),
        "title": title(chance),
        "text": paragraph(chance, sentences=2),
        "aim": [sentence(chance), sentence(chance)],
        "topics": [chance.choice(TOPICS)],
        "source": str(50 + place * BRANCH),
        "items": actions,
    }


def _action(chance: Random, name: str, *, ref: str) -> Data:
    made: Data = {
        "id": name,
        "ref": ref,
        "title": title(chance),
        "text": [paragraph(chance, sentences=2), sentence(chance)],
        "success": paragraph(chance, sentences=2),
        "owners": [{"role": f"Head of service {chance.randint(1, 12)}", "kind": "lead"}],
        "topics": sorted(chance.sample(TOPICS, 2)),
        "due": f"{chance.randint(2025, 2027)}-{chance.randint(1, 12):02}",
        "source": str(chance.randint(60, 900)),
    }
    if chance.random() < 0.3:
        made["milestones"] = [{"text": sentence(chance), "due": "2024-06", "status": "Completed"} for _ in range(3)]
    if chance.random() < 0.1:
        made["notes"] = [{"text": sentence(chance), "source": made["source"]}]
    return made


def _reports(chance: Random, actions: list[str]) -> Iterator[tuple[str, Data]]:
    """Each report rates every action; ratings wander by one level, and some dates move."""
    standing = {action: chance.randrange(3) for action in actions}
    for report in REPORTS:
        for action in actions:
            if standing[action] < len(LEVELS) - 1:
                standing[action] = max(standing[action] + chance.choice((-1, 0, 0, 0, 0, 1, 1)), 0)
        updates = [_update(chance, action, report, level=standing[action]) for action in actions]
        yield f"reports/{report}.yml", _report(chance, report, updates)


def _report(chance: Random, report: str, updates: list[Data]) -> Data:
    return {
        "id": report,
        "label": f"{'March' if report.endswith('03') else 'September'} {report[:4]}",
        "as_at": {"date": report, "basis": "printed"},
        "scale": "rag",
        "summary": [paragraph(chance, sentences=3)],
        "key_developments": [paragraph(chance, sentences=2) for _ in range(3)],
        "updates": updates,
    }


def _update(chance: Random, action: str, report: str, *, level: int) -> Data:
    """What a report says: the more is left to do, the more there is to say."""
    made: Data = {
        "item": action,
        "rating": LEVELS[level][1][0],
        "progress": [paragraph(chance, sentences=2), sentence(chance)],
        "rating_reason": sentence(chance),
        "source": str(chance.randint(60, 900)),
    }
    if level < 3:
        made["next_steps"] = paragraph(chance, sentences=2)
    if report > AUDITED and (level == 3 or chance.random() < 0.2):
        made["evidence"] = [f"audit-area-{action[1:].split('-', maxsplit=1)[0]}"]
    if level < 2 and chance.random() < 0.2:
        made["risks"] = sentence(chance)
    if level < 2 and chance.random() < 0.1:
        moved = f"{chance.randint(2026, 2027)}-{chance.randint(1, 12):02}"
        made["due"] = {"date": moved, "reason": sentence(chance), "agreed_by": "Improvement board"}
    return made


def _measure(chance: Random, branch: Data) -> Data:
    return {
        "id": f"rate-{branch['id']}",
        "name": f"Share of {branch['title'].lower()}",
        "items": [branch["id"], *[one["id"] for one in branch["items"][:2]]],
        "unit": "%",
        "decimals": 1,
        "polarity": "higher",
        "definition": sentence(chance),
        "baseline": {"value": 60, "period": "2021/22", "printed": "60%"},
        "targets": [{"by": "2025-03", "value": 90, "printed": "90%"}],
        "comparators": [{"name": "England", "kind": "national", "value": 76, "period": "2022/23", "printed": "76%"}],
        "source": branch["source"],
    }


def _evidence(chance: Random, area: str) -> Data:
    return {
        "id": f"audit-{area}",
        "title": f"Audit of cases: {title(chance).lower()}",
        "kind": "audit",
        "date": AUDITED,
        "shows": paragraph(chance, sentences=2),
        "does_not_show": sentence(chance),
        "items": [area],
        "source": "15",
    }


def _observations(chance: Random, measures: list[Data]) -> Iterator[tuple[str, ...]]:
    """Twelve quarters of every measure, in the columns of observations.csv."""
    for measure in measures:
        share = chance.uniform(50, 70)
        for quarter in QUARTERS:
            share = min(share + chance.uniform(-2, 4), 99)
            said = f"{share:.1f}"
            yield (measure["id"], quarter, "", said, "", "", "", f"{said}%", "", "14")
