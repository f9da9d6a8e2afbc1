"""The evidence register of a plan: what each piece shows and does not show, who holds it, and what rests on it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ragsite import addresses
from ragsite.figures import of, plural
from ragsite.model.evidence import EvidenceKind
from ragsite.model.plan import Plan
from ragsite.pages.links import item_name, joined, plan_links
from ragsite.pages.page import Page
from ragsite.pages.props import (
    NOT_STATED,
    Props,
    breadcrumb,
    data_notes,
    period,
    plan_name,
    printed_date,
    short_source_lines,
)
from ragsite.pages.sections import contents, sources
from ragsite.publish import PublicSite
from ragsite.render import relative, slug
from ragsite.views.evidence import Entry, Register, register

_PLURALS = {
    EvidenceKind.AUDIT: "Audits",
    EvidenceKind.PERFORMANCE_DATA: "Performance data",
    EvidenceKind.INSPECTION: "Inspections",
    EvidenceKind.MINUTES: "Minutes",
    EvidenceKind.SURVEY: "Surveys",
    EvidenceKind.DOCUMENT: "Documents",
    EvidenceKind.CASE_STUDY: "Case studies",
    EvidenceKind.REVIEW: "Reviews",
    EvidenceKind.TRAINING_RECORD: "Training records",
    EvidenceKind.OTHER: "Other evidence",
}


def pages(public: PublicSite) -> Iterator[Page]:
    """One register for each plan, also for a plan without evidence, which then says so."""
    for plan in public.site.plans:
        yield _page(plan)


def _page(plan: Plan) -> Page:
    here = addresses.part(plan.id, "evidence")
    found = register(plan)
    kinds = _kinds(here, plan, found)
    origin = sources(plan, [])
    return Page(
        path=here,
        template="pages/evidence.html",
        title=f"Evidence – {plan_name(plan)}",
        description=f"The evidence that {plan_name(plan)} names: what each piece shows and what it does not.",
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(plan_name(plan), addresses.plan(plan.id))], last="Evidence"),
        period=period(plan, plan.latest),
        hero={
            "title": "Evidence",
            "ref": {"strong": plan.facts.organisation, "text": plan.facts.title},
            "lede": _lede(found),
        },
        on_this_page=contents([*([_COUNTED] if kinds else []), *kinds, origin]),
        links=(plan_links(here, plan),),
        props={
            "counted": {**_COUNTED, "table": _counts(found)} if kinds else None,
            "unused": _unused(found),
            "kinds": kinds,
            "sections": [origin],
        },
    )


_COUNTED = {"id": "kinds-of-evidence", "title": "Kinds of evidence"}


def _lede(found: Register) -> str:
    total = len(found.entries)
    if not total:
        return "The source of this plan names no evidence."
    return (
        f"The source names {plural(total, 'piece', 'pieces')} of evidence. "
        "This page restates what the source says of each. It does not judge it."
    )


def _unused(found: Register) -> str | None:
    if not found.entries:
        return None
    number = len(found.unused)
    if not number:
        return "Every piece is named by an item or an update."
    return f"{of(number, len(found.entries))} pieces are named by no item and no update."


def _counts(found: Register) -> Props:
    numbers = Counter(entry.piece.kind for entry in found.entries)
    rows = [
        [{"text": _PLURALS[kind], "href": f"#{_anchor(kind)}"}, of(numbers[kind], len(found.entries))]
        for kind in EvidenceKind
        if numbers[kind]
    ]
    columns = ["Kind", {"text": "Number", "numeric": True}]
    return {"caption": "Pieces of evidence by kind", "columns": columns, "rows": rows}


def _anchor(kind: EvidenceKind) -> str:
    return f"kind-{slug(kind.value)}"


def _kinds(here: str, plan: Plan, found: Register) -> list[Props]:
    return [
        {
            "id": _anchor(kind),
            "title": _PLURALS[kind],
            "entries": [_entry(here, plan, entry) for entry in found.entries if entry.piece.kind is kind],
        }
        for kind in EvidenceKind
        if any(entry.piece.kind is kind for entry in found.entries)
    ]


def _entry(here: str, plan: Plan, entry: Entry) -> Props:
    piece = entry.piece
    dated = f"Dated {piece.date.label}" if piece.date else "Date not stated in the source"
    return {
        "id": piece.id.lower(),
        "title": piece.title,
        "facts": [
            part
            for part in (dated, printed_date(piece.date), f"Held by {piece.held_by}" if piece.held_by else None)
            if part
        ],
        "href": piece.link,
        "said": _said(here, plan, entry),
        "notes": data_notes(plan, piece.notes),
        "sources": short_source_lines(plan, [piece.source]),
    }


def _said(here: str, plan: Plan, entry: Entry) -> list[Props]:
    piece = entry.piece
    said: list[Props] = [{"term": "Shows", "text": piece.shows or NOT_STATED}]
    if piece.does_not_show:
        said.append({"term": "Does not show", "text": piece.does_not_show})
    named = joined(_uses(here, plan, entry)) if entry.is_used else "No item and no update names it."
    return [*said, {"term": "Supports", "text": named}]


def _uses(here: str, plan: Plan, entry: Entry) -> Sequence[tuple[str, str]]:
    """Each item once, with the reports that name the piece where the plan has more than one report."""
    reports: dict[str, list[str]] = {}
    for use in entry.uses:
        reports.setdefault(use.item.id, []).extend([use.report.label] if use.report else [])
    return [
        (
            item_name(plan, item) + _reports(plan, reports[item.id]),
            relative(here, addresses.item(plan.id, item.id)),
        )
        for item in entry.items
    ]


def _reports(plan: Plan, labels: Sequence[str]) -> str:
    return f" ({'; '.join(labels)})" if labels and len(plan.reports) > 1 else ""
