"""The sections of an item's page; each is None when there is nothing to say and silence needs no words."""

from collections.abc import Iterable

from ragsite import addresses
from ragsite.figures import words
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.pages.item_status import lede
from ragsite.pages.props import (
    NOT_STATED,
    Props,
    as_at_words,
    full_title,
    passage_sources,
    ref_words,
    source_lines,
    texts,
)
from ragsite.pages.sections import titled
from ragsite.pages.tallies import tallies_before, tally
from ragsite.render import relative
from ragsite.views.rollup import roll_up_below
from ragsite.views.telling import last_said

SHORT = 420
ONLY_NUMBER = "The source prints only the number, not the text."


def below(plan: Plan, item: Item, *, rated: Report | None) -> Props | None:
    """For an item of a level that the source does not rate: the ratings of what stands below it.

    `rated` is the last report with ratings; its counts follow where the latest report has none.
    """
    kind = plan.kind_by_id[item.id]
    if kind.rated or plan.latest is None:
        return None
    rollups = roll_up_below(plan, plan.latest, item)
    if not rollups:
        return None
    nouns = " and ".join(one.kind.plural.lower() for one in rollups)
    return {
        "part": "tallies",
        "id": "ratings-below",
        "title": f"Ratings of its {nouns}",
        "lede": f"The source does not rate {kind.plural.lower()}. It rates {nouns} only, counted here.",
        "tallies": [*(tally(one) for one in rollups), *_tallies_before(plan, item, rated)],
    }


def _tallies_before(plan: Plan, item: Item, rated: Report | None) -> list[Props]:
    if rated is None or rated is plan.latest:
        return []
    return tallies_before(rated, roll_up_below(plan, rated, item))


def asks(plan: Plan, item: Item, *, here: str) -> Props | None:
    """What the plan asks for: text, aim, success, origin, and the recommendations that it answers."""
    text = [] if lede(item) else [{"text": one} for one in texts(item.text)]
    passages = [*text, *titled("Aim", item.aim), *titled("How success will be known", item.success)]
    origin = [{"title": "Where it comes from", "text": item.origin}] if item.origin else []
    answers = [_answer(plan, name, here=here) for name in item.answers]
    missing = "The source counts this entry but has no text for it." if item.missing else None
    if not (passages or origin or answers or missing):
        return None
    return {
        "part": "asks",
        "id": "asks",
        "title": "What the plan asks",
        "passages": [*passages, *origin],
        "answers": answers,
        "missing": missing,
        "sources": source_lines(plan, passage_sources([*item.text, *item.aim, *item.success])),
    }


def _answer(plan: Plan, name: str, *, here: str) -> Props:
    for known in plan.facts.inspection_recommendations:
        if known.id == name:
            return {"term": known.ref, "text": known.text or ONLY_NUMBER}
    item = plan.item_by_id.get(name)
    if item is None:
        return {"term": name, "text": NOT_STATED}
    link = f"[{item.title}]({relative(here, addresses.item(plan.id, item.id))})"
    return {"term": ref_words(plan, item), "text": link}


def lifecycle(plan: Plan, item: Item, *, here: str) -> Props | None:
    """When the item joined or left the plan, and what it was split into or merged into."""
    added, closed = plan.report_by_id.get(item.added or ""), item.closed
    left = plan.report_by_id.get(closed.report) if closed else None
    reason = f" Reason: {closed.reason}" if closed and closed.reason else ""
    said = [
        f"It joined the plan in the report {added.label}." if added else None,
        f"It was closed in the report {left.label}.{reason}" if left else None,
        f"It was split into {_item_links(plan, item.split_into, here=here)}." if item.split_into else None,
        f"It was merged into {_item_links(plan, [item.merged_into], here=here)}."
        if item.merged_into
        else None,
    ]
    told = [one for one in said if one]
    return {"part": "passages", "id": "life", "title": "Its place in the plan", "passages": told} if told else None


def _item_links(plan: Plan, names: Iterable[str], *, here: str) -> str:
    found = [plan.item_by_id[name] for name in names if name in plan.item_by_id]
    return words(
        [
            f"[{full_title(plan, one)}]({relative(here, addresses.item(plan.id, one.id))})"
            for one in found
        ]
    )


def stands(plan: Plan, item: Item) -> Props | None:
    """Progress, next steps, risks and evaluation of the latest report that says something."""
    found = last_said(plan, item)
    if found is None:
        return _silence(plan, item)
    report, update = found
    parts = [
        *titled("What has been done", update.progress),
        *titled("What happens next", update.next_steps),
        *titled("Risks", update.risks),
        *titled("What the report makes of it", update.evaluation),
        *titled("Decision needed", update.decision),
    ]
    if not parts:
        return None
    prose = [*update.progress, *update.next_steps, *update.risks, *update.evaluation, *update.decision]
    return {
        "part": "columns" if _is_short(parts) else "passages",
        "id": "stands",
        "title": "Where this stands",
        "lede": _told_in(plan, report),
        "passages": parts,
        "sources": source_lines(plan, [update.source, *passage_sources(prose)]),
    }


def _silence(plan: Plan, item: Item) -> Props | None:
    if not plan.reports or not plan.kind_by_id[item.id].rated:
        return None
    which = "The report says" if len(plan.reports) == 1 else "The reports say"
    return {
        "part": "missing",
        "id": "stands",
        "title": "Where this stands",
        "text": f"{which} nothing in words about progress on this.",
    }


def _told_in(plan: Plan, report: Report) -> str:
    is_said = report.as_at.date is not None and report.as_at.date.label == report.label
    said = f"As told in the report {report.label}." + ("" if is_said else f" {as_at_words(report)}.")
    return said if report is plan.latest else f"{said} Later reports say nothing in words about this."


def _is_short(parts: list[Props]) -> bool:
    return 2 <= len(parts) <= 3 and all(len(str(part["text"])) <= SHORT for part in parts)


def key_points(plan: Plan, item: Item) -> Props | None:
    """Key developments and key risks of an area, from the latest report that has words on it."""
    found = last_said(plan, item)
    if found is None or not (found[1].developments or found[1].key_risks):
        return None
    report, update = found
    prose = [*update.developments, *update.key_risks]
    return {
        "part": "passages",
        "id": "key-points",
        "title": _points_title(update),
        "lede": _told_in(plan, report),
        "passages": [
            *titled("Key developments", update.developments),
            *titled("Key risks", update.key_risks),
        ],
        "sources": source_lines(plan, passage_sources(prose)),
    }


def _points_title(update: Update) -> str:
    named = [(update.developments, "key developments"), (update.key_risks, "key risks")]
    return " and ".join(name for passages, name in named if passages).capitalize()
