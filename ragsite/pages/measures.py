"""The index of a plan's measures: latest value, target, whether it is met, the run of values, and the items."""

from collections.abc import Iterator, Sequence

from ragsite import addresses
from ragsite.charts import Spark, sparkline
from ragsite.figures import of, plural
from ragsite.model.plan import Plan
from ragsite.pages.links import items_in_cell, items_of, numbered_title, plan_links
from ragsite.pages.page import Page
from ragsite.pages.props import NOT_STATED, Props, breadcrumb, period, plan_name
from ragsite.pages.sections import contents, sources
from ragsite.publish import PublicSite
from ragsite.render import relative, slug
from ragsite.views.headline import NO_VALUE
from ragsite.views.measures import Finding, Group, group
from ragsite.views.targets import Judged, Standing, dated_target
from ragsite.views.values import (
    STATES,
    marked,
    observed_words,
    period_words,
    short_period,
)

FOR_A_SPARK = 3
STANDING_TAGS = {Standing.MET: "done", Standing.NOT_MET: "plain", Standing.NOT_DUE: "todo"}

_RULES = (
    "A target is met when the latest value reaches it, by the way that is better for the measure.",
    "Where the source does not say which way is better, this site infers it. The page of the measure says so.",
    "A target dated after the report’s own date is not due yet, so it is not missed.",
    "A value that is older than a target’s date, or has no period, cannot tell that the target was missed.",
)


def pages(public: PublicSite) -> Iterator[Page]:
    """One index for each plan, also for a plan without measures, which then says so."""
    for plan in public.site.plans:
        yield _page(plan)


def _page(plan: Plan) -> Page:
    here = addresses.part(plan.id, "measures")
    groups = group(plan)
    found = [finding for one in groups for finding in one.findings]
    sections = [*_groups(here, plan, groups), *_rules(found), *_keys(found), sources(plan, [])]
    return Page(
        path=here,
        template="pages/measures.html",
        title=f"Measures – {plan_name(plan)}",
        description=f"What {plan_name(plan)} measures: latest values, targets and what the source leaves out.",
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(plan_name(plan), addresses.plan(plan.id))], last="Measures"),
        period=period(plan, plan.latest),
        hero={
            "title": "Measures",
            "ref": {"strong": plan.facts.organisation, "text": plan.facts.title},
            "lede": _lede(found),
            "facts": _facts(found),
        },
        on_this_page=contents(sections),
        links=(plan_links(here, plan),),
        props={"sections": sections},
    )


def _lede(found: Sequence[Finding]) -> str:
    if not found:
        return "The source of this plan states no measures."
    number = sum(finding.latest is not None for finding in found)
    rest = "" if number == len(found) else " For the others it gives several values, words only, or none."
    return f"For {of(number, len(found))} measures the source gives a number that stands for the measure.{rest}"


def _facts(found: Sequence[Finding]) -> list[Props]:
    """How many numeric targets are met, of how many that can be told; nothing is ever shown as a share."""
    held = [finding.target for finding in found if finding.target]
    if not held:
        return [{"label": "Targets", "value": f"No measure of {len(found)} has a target"}] if found else []
    return [
        {"label": words, "value": of(sum(one.standing is standing for one in held), len(held)), "note": note}
        for standing, words, note in (
            (Standing.MET, "Target met", "measures that have a target"),
            (Standing.NOT_MET, "Target not met", "measures that have a target"),
            (Standing.NOT_DUE, "Target not due yet", "measures that have a target"),
            (Standing.UNKNOWN, "Cannot be told", "the tables say why"),
        )
    ]


def _groups(here: str, plan: Plan, groups: Sequence[Group]) -> list[Props]:
    return [
        {
            "part": "table",
            "id": f"group-{slug(one.root.id)}" if one.root else "list",
            "title": _group_title(one, is_only=len(groups) == 1),
            "table": _table(here, plan, one),
        }
        for one in groups
    ]


def _group_title(one: Group, *, is_only: bool) -> str:
    if one.root is None:
        return "All measures" if is_only else "Measures that belong to no item"
    return numbered_title(one.root)


def _table(here: str, plan: Plan, one: Group) -> Props:
    sparks = {finding.measure.id: spark(finding) for finding in one.findings}
    is_drawn = any(sparks.values())
    heads = [
        "Measure",
        "Latest value",
        *(["Run of values"] if is_drawn else []),
        "Target",
        "Target met?",
        "Belongs to",
    ]
    return {
        "caption": f"{plural(len(one.findings), 'measure', 'measures')} with latest value and target",
        "columns": heads,
        "rows": [
            [
                _name(here, plan, finding),
                latest_cell(finding),
                *([{"spark": sparks[finding.measure.id]}] if is_drawn else []),
                _target(finding),
                _standing(finding.target),
                items_in_cell(here, plan, items_of(plan, finding.measure.items)),
            ]
            for finding in one.findings
        ],
        "dense": True,
    }


def _name(here: str, plan: Plan, finding: Finding) -> Props:
    measure = finding.measure
    note = None if measure.unit in ("%", "words") else f"Unit: {measure.unit}"
    return {
        "text": measure.name,
        "href": relative(here, addresses.measure(plan.id, measure.id)),
        "note": note,
    }


def latest_cell(finding: Finding) -> Props:
    """The latest value with its period; where no number stands for the measure, what there is instead."""
    latest = finding.latest
    if latest is None:
        said = finding.headline[0].upper() + finding.headline[1:]
        return {"missing": said} if said.startswith(NO_VALUE) else {"text": said}
    notes = [latest.series, period_words(latest.period) if latest.period else "Period not stated"]
    state = STATES.get(latest.status)
    return {
        "text": observed_words(latest, finding.measure),
        "note": ". ".join([note.rstrip(".") for note in notes if note] + ([marked(state)] if state else [])) + ".",
    }


def spark(finding: Finding) -> Spark | None:
    """The run of values as a small line, from three numbers on, with the sentence that tells it."""
    known = [row for row in finding.run if row.value is not None]
    if len(known) < FOR_A_SPARK:
        return None
    ends = [
        f"{observed_words(row, finding.measure)} in {short_period(row.period)}"
        for row in (known[0], known[-1])
        if row.period
    ]
    target = finding.target.target.value if finding.target else None
    return sparkline(
        [None if row.value is None else float(row.value) for row in finding.run],
        text=f"{len(known)} values: from {ends[0]} to {ends[-1]}.",
        target=None if target is None else float(target),
    )


def _target(finding: Finding) -> Props:
    if finding.target is None:
        return {"missing": NOT_STATED}
    others = [
        f"{dated_target(one.target, finding.measure.unit)} ({one.standing.value.lower()})"
        for one in finding.targets
        if one is not finding.target
    ]
    first = finding.target.target
    date = None if first.by else "No date stated."
    note = " ".join(part for part in (date, f"Also: {'; '.join(others)}." if others else None) if part)
    return {"text": dated_target(first, finding.measure.unit), "note": note or None}


def _standing(judged: Judged | None) -> Props:
    """As `standing_cell`, in few words: why only where it cannot be told."""
    cell = standing_cell(judged)
    if judged is None or judged.gap is None or judged.standing is Standing.UNKNOWN:
        return cell
    return {**cell, "note": judged.gap}


def standing_cell(judged: Judged | None) -> Props:
    """Whether a target is met, by how much, and why that can or cannot be told."""
    if judged is None:
        return {"missing": "No target to meet"}
    words = judged.standing.value
    tag = STANDING_TAGS.get(judged.standing)
    note = ". ".join(part.rstrip(".") for part in (judged.gap, judged.why) if part) + "."
    return {"tag": {"kind": tag, "text": words}, "note": note} if tag else {"text": words, "note": note}


def _rules(found: Sequence[Finding]) -> list[Props]:
    if not any(finding.targets for finding in found):
        return []
    rules = {"id": "rules", "title": "How targets are told", "passages": ["\n".join(f"- {one}" for one in _RULES)]}
    return [{"part": "passages", **rules}]


def _keys(found: Sequence[Finding]) -> list[Props]:
    """The meaning of every status that this plan's values use."""
    used = {row.status for finding in found for row in finding.observations}
    shown = [(state, words) for state, words in STATES.items() if state in used]
    if not shown:
        return []
    rows = [[marked(state), state.meaning] for _, state in shown]
    table = {
        "caption": "Words and marks in place of a value, or beside it",
        "columns": ["Mark", "Meaning"],
        "rows": rows,
    }
    return [{"part": "table", "id": "key", "title": "What the marks mean", "table": table}]
