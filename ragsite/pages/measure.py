"""The page of one measure: the finding, its figures and chart, every value, targets and what it is compared with."""

from collections import Counter
from collections.abc import Iterator

from ragsite import addresses
from ragsite.charts.measure import measure_figure
from ragsite.model.measures import Measure
from ragsite.model.plan import Plan
from ragsite.pages.filters import MEASURE
from ragsite.pages.links import items_in_line, items_of, plan_links
from ragsite.pages.measure_sections import sections_of
from ragsite.pages.measure_values import values_table
from ragsite.pages.page import Page
from ragsite.pages.props import Props, breadcrumb, period, plan_name, shorten
from ragsite.pages.sections import contents
from ragsite.pages.sharing import measure_card
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.history import Way
from ragsite.views.measures import Finding, find
from ragsite.views.targets import POLARITY_WORDS, polarity_basis
from ragsite.views.values import (
    observed_words,
    period_words,
    printed_beside,
    target_words,
    unit_words,
)

_WAYS = {Way.BETTER: "Better", Way.WORSE: "Worse", Way.SAME: "Same"}


def pages(public: PublicSite) -> Iterator[Page]:
    """One page for every measure of every plan."""
    for plan in public.site.plans:
        titles = _titles(plan)
        for number, measure in enumerate(plan.measures):
            before = plan.measures[number - 1] if number else None
            after = plan.measures[number + 1] if number + 1 < len(plan.measures) else None
            yield _page(plan, find(plan, measure), title=titles[measure.id], neighbours=(before, after))


def _titles(plan: Plan) -> dict[str, str]:
    """A title for each measure; where two share a name, their ids tell them apart."""
    names = Counter(measure.name for measure in plan.measures)
    return {one.id: one.name if names[one.name] == 1 else f"{one.name} [{one.id}]" for one in plan.measures}


def _page(plan: Plan, finding: Finding, *, title: str, neighbours: tuple[Measure | None, Measure | None]) -> Page:
    measure = finding.measure
    here = addresses.measure(plan.id, measure.id)
    sections = sections_of(plan, finding)
    index = addresses.part(plan.id, "measures")
    trail = [(plan_name(plan), addresses.plan(plan.id)), ("Measures", index)]
    first = {"text": "What the values show", "href": "#finding"}
    return Page(
        path=here,
        template="pages/measure.html",
        title=f"{title} – measure – {plan_name(plan)}",
        description=shorten(f"{plan_name(plan)}. {measure.name}: {finding.headline}.", 155),
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, trail, last=measure.name),
        period=period(plan, plan.latest),
        hero={
            "title": measure.name,
            "ref": {"strong": "Measure", "text": f"of {plan.facts.organisation}, {plan.facts.short_title}"},
            "lede": measure.definition or "The source does not say how exactly this is measured.",
            "facts": _facts(here, plan, measure),
        },
        on_this_page=(first, *contents(sections)),
        links=(plan_links(here, plan),),
        props={
            "headline": finding.headline,
            "figures": _figures(finding),
            "figure": measure_figure(finding),
            "csv_href": relative(here, addresses.data(plan.id, "observations.csv")),
            "values": values_table(plan, finding),
            "sections": sections,
            "pager": _pager(plan, here, neighbours),
        },
        filters=MEASURE,
        card=measure_card(finding),
    )


def _facts(here: str, plan: Plan, measure: Measure) -> list[Props]:
    items = items_of(plan, measure.items)
    values = len(plan.observations_by_measure.get(measure.id, ()))
    return [
        {"label": "Unit", "value": unit_words(measure.unit)},
        {
            "label": "Which way is better",
            "value": POLARITY_WORDS[measure.polarity].rstrip("."),
            "note": polarity_basis(measure),
        },
        {"label": "Values in the source", "value": str(values) if values else "None"},
        {"label": "Belongs to", "value": items_in_line(here, plan, items) if items else "No item of the plan"},
    ]


def _figures(finding: Finding) -> list[Props]:
    """Latest, target, gap and change: only those of which the source lets us say something."""
    measure, latest, target = finding.measure, finding.latest, finding.target
    figures: list[Props] = []
    if latest is not None:
        said = [latest.series, period_words(latest.period), printed_beside(latest, measure)]
        note = ". ".join(part.rstrip(".") for part in said if part)
        figures.append({"label": "Latest value", "value": observed_words(latest, measure), "note": f"{note}."})
    if target is not None:
        by = f"By {target.target.by.label}." if target.target.by else "No date stated."
        figures.append({"label": "Target", "value": target_words(target.target, measure.unit), "note": by})
        note = f"{target.gap}. {target.why}" if target.gap else target.why
        figures.append({"label": "Target met?", "value": target.standing.value, "note": note})
    return [*figures, *_changes(finding)]


def _changes(finding: Finding) -> list[Props]:
    change = finding.change
    if change is None:
        return []
    amount, _, since = change.words.partition(" than ") if change.difference else ("No change", "", "")
    way = {"way": change.way.value, "text": _WAYS.get(change.way, "Better or worse cannot be told")}
    note = f"Than {since}." if since else "From the value before."
    return [{"label": "Change", "value": amount, "direction": way, "note": note}]


def _pager(plan: Plan, here: str, neighbours: tuple[Measure | None, Measure | None]) -> Props:
    before, after = (
        {"label": label, "text": one.name, "href": relative(here, addresses.measure(plan.id, one.id))} if one else None
        for label, one in zip(("Previous measure", "Next measure"), neighbours, strict=True)
    )
    return {"previous": before, "next": after}
