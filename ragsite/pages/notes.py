"""The data notes of a plan: every oddity met in its source and all that checks found, with what it concerns."""

from collections.abc import Iterator, Sequence

from ragsite import addresses
from ragsite.figures import plural
from ragsite.model.evidence import Evidence
from ragsite.model.facts import InspectionRecommendation
from ragsite.model.items import Item
from ragsite.model.measures import Measure, ObservationStatus
from ragsite.model.plan import Plan
from ragsite.pages import findings
from ragsite.pages.links import numbered_title, plan_links
from ragsite.pages.page import Page
from ragsite.pages.props import Props, breadcrumb, period, plan_name
from ragsite.pages.sections import contents, sources
from ragsite.problems import Finding
from ragsite.publish import PublicSite
from ragsite.render import markdown_inline, relative, slug
from ragsite.views.notes import Noted, NoteGroup, collect
from ragsite.views.sources import cite

NO_PLACE = "No line given"


def pages(public: PublicSite) -> Iterator[Page]:
    """One page of notes and findings for each plan, also where there are none."""
    for plan in public.site.plans:
        yield _page(plan, public.findings_on(plan), counts=_small_counts(public, plan))


def _page(plan: Plan, found: Sequence[Finding], *, counts: str) -> Page:
    here = addresses.part(plan.id, "notes")
    groups = collect(plan)
    noted = [_section(here, plan, group) for group in groups]
    sections = [*findings.sections(here, plan, found), *noted, sources(plan, [])]
    return Page(
        path=here,
        template="pages/notes.html",
        title=f"Data notes – {plan_name(plan)}",
        description=f"Gaps and oddities in the source of {plan_name(plan)}, and what checks of it found, with lines.",
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(plan_name(plan), addresses.plan(plan.id))], last="Data notes"),
        period=period(plan, plan.latest),
        hero={
            "title": "Data notes",
            "ref": {"strong": plan.facts.organisation, "text": plan.facts.title},
            "lede": " ".join(part for part in (_lede(groups), findings.lede(found), counts) if part),
            "facts": [
                *findings.facts(found),
                *({"label": group.title, "value": plural(len(group.notes), "note", "notes")} for group in groups),
            ],
        },
        on_this_page=contents(sections),
        links=(plan_links(here, plan),),
        props={"sections": sections},
    )


def _lede(groups: Sequence[NoteGroup]) -> str:
    number = sum(len(group.notes) for group in groups)
    if not number:
        return "Nothing odd was met when reading the source of this plan."
    said = plural(number, "note tells", "notes tell")
    return f"{said} what the source leaves out, contradicts or leaves unclear, and how this site reads it."


def _small_counts(public: PublicSite, plan: Plan) -> str:
    """What becomes of small counts of people: kept back, or printed as they are, and why."""
    limit = public.site.settings.disclosure_threshold
    hidden = sum(one.status is ObservationStatus.SUPPRESSED for one in plan.observations)
    told = f"Counts of 1 to {limit} people, and what they follow from, are kept back and shown as [c]"
    values = f": {plural(hidden, 'value', 'values')} here" if hidden else ""
    reasons = public.as_printed.get(plan.id, ())
    if not reasons:
        return f"{told}{values}." if hidden else ""
    return " ".join((f"{told}{values}, but for those that the site prints as the source does.", *reasons))


def _section(here: str, plan: Plan, group: NoteGroup) -> Props:
    return {
        "part": "table",
        "id": slug(group.title),
        "title": f"{group.title} ({len(group.notes)})",
        "table": {
            "caption": f"{group.title}: {plural(len(group.notes), 'data note', 'data notes')}",
            "columns": ["Concerns", "Data note", "Source"],
            "rows": [
                [_subject(here, plan, one), markdown_inline(one.note.text), _place(plan, one)] for one in group.notes
            ],
            "dense": True,
        },
    }


def _subject(here: str, plan: Plan, one: Noted) -> Props:
    """What the note concerns, as a link where that has a page; the report or the part of it in a note."""
    subject = one.subject
    if subject is None:
        return {"text": one.aspect or "The plan"}
    if isinstance(subject, InspectionRecommendation):
        return {"text": subject.ref}
    said = f"In the report {one.report.label}" if one.report and len(plan.reports) > 1 else one.aspect
    if isinstance(subject, Item):
        text, address = numbered_title(subject), addresses.item(plan.id, subject.id)
    elif isinstance(subject, Measure):
        text, address = subject.name, addresses.measure(plan.id, subject.id)
    elif isinstance(subject, Evidence):
        text, address = subject.title, addresses.evidence(plan.id, subject.id)
    else:
        text, address = f"Report {subject.label}", addresses.report(plan.id, subject.id)
    return {"text": text, "href": relative(here, address), "note": said or None}


def _place(plan: Plan, one: Noted) -> str:
    places = [citation.place for citation in cite(plan, [one.note.source])]
    return ", ".join(place for place in places if place).capitalize() or NO_PLACE
