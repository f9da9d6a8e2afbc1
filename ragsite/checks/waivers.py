"""Waivers: findings that somebody accepts for a time are told without failing, and waivers are looked after too."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from ragsite.checks.complete import complete_plans
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.model.plan import Plan
from ragsite.model.site import Site
from ragsite.model.waivers import Waiver
from ragsite.problems import Finding, Severity, did_you_mean, listing
from ragsite.views.subjects import Subjects


def waive(findings: Iterable[Finding], site: Site, *, as_at: date, firm: frozenset[str]) -> tuple[Finding, ...]:
    """The findings with those marked that a waiver covers; codes that are `firm` are never waived."""
    shelves = {plan.id: _Shelf(plan) for plan in site.plans if plan.waivers}
    waived = []
    for finding in findings:
        shelf = shelves.get(finding.plan)
        waiver = shelf.first_for(finding) if shelf and finding.code not in firm else None
        is_in_force = waiver is not None and not _has_ended(waiver, as_at)
        waived.append(replace(finding, waived=is_in_force, because=_reason(waiver)) if waiver else finding)
    return tuple(waived)


def ended_waivers(context: Context) -> Iterator[Problem]:
    """X911: a waiver has ended, so what it covered counts again.

    Fails: `until: 2026-03-31` checked on 1 April 2026. Passes: the same on 31 March 2026.
    """
    for plan, waiver in _waivers(context):
        if _has_ended(waiver, context.as_at):
            yield Problem(
                waiver.written_at.of("until"),
                f"The waiver for {waiver.code} on {_covered(waiver)} ended: {waiver.until.label}.",
                "Mend what it covered and take it out, or have it agreed again with a later date.",
                plan.id,
                waiver.item or "",
                waiver.report or "",
            )


def idle_waivers(context: Context) -> Iterator[Problem]:
    """X912: a waiver covers nothing that is found, so it is not needed, or names the wrong place.

    Fails: a waiver for R201 on an item that has evidence. Passes: a waiver for what is found.
    """
    shelves = {plan.id: _Shelf(plan) for plan in context.site.plans if plan.waivers}
    used: set[int] = set()
    for finding in context.found:
        if finding.plan in shelves:
            used.update(id(waiver) for waiver in shelves[finding.plan].all_for(finding))
    codes = {rule.code for rule in context.rules if not rule.is_firm}
    whole = {plan.id for plan in complete_plans(context)}
    for plan, waiver in _waivers(context):
        if id(waiver) not in used and waiver.code in codes and plan.id in whole and not _lost(plan, waiver):
            yield Problem(
                waiver.written_at.of("code"),
                f"The waiver for {waiver.code} on {_covered(waiver)} covers nothing: this is not found there.",
                "Take it out, or name the place in which the finding stands.",
                plan.id,
                waiver.item or "",
                waiver.report or "",
            )


def impossible_waivers(context: Context) -> Iterator[Problem]:
    """X913: a waiver names a code or a thing that does not exist, or a code that cannot be waived.

    Fails: `code: R21`; `code: S102`, as pages need every reference; `item: "99"` where there is none.
    Passes: `code: R201` with the id of an item.
    """
    rules = {rule.code: rule for rule in context.rules}
    waivable = [code for code, rule in rules.items() if not rule.is_firm]
    for plan, waiver in _waivers(context):
        if waiver.code not in waivable:
            cannot = "cannot be waived" if _is_told(waiver.code, rules) else "is the code of no rule"
            yield Problem(
                waiver.written_at.of("code"),
                f"A waiver is given for {waiver.code}, which {cannot}.",
                _code_fix(waiver.code, rules, waivable),
                plan.id,
            )
        for key, known in _lost(plan, waiver):
            wanted = getattr(waiver, key)
            yield Problem(
                waiver.written_at.of(key),
                f"The waiver for {waiver.code} names the {_NOUNS[key]} “{wanted}”, which does not exist.",
                did_you_mean(wanted, known) or f"Known: {listing(known, joiner='and')}.",
                plan.id,
            )


_NOUNS = {"item": "item", "report": "report", "measure": "measure", "evidence": "piece of evidence", "file": "file"}


class _Shelf:
    """The waivers of one plan, by code."""

    def __init__(self, plan: Plan) -> None:
        self.subjects = Subjects(plan)
        self.by_code: dict[str, list[Waiver]] = {}
        for waiver in sorted(plan.waivers, key=lambda one: one.until.sort_key, reverse=True):
            self.by_code.setdefault(waiver.code, []).append(waiver)

    def first_for(self, finding: Finding) -> Waiver | None:
        """The waiver that covers a finding for longest."""
        return next(iter(self.all_for(finding)), None)

    def all_for(self, finding: Finding) -> Iterator[Waiver]:
        """Every waiver that covers a finding."""
        for waiver in self.by_code.get(finding.code, ()):
            if self._covers(waiver, finding):
                yield waiver

    def _covers(self, waiver: Waiver, finding: Finding) -> bool:
        return (
            waiver.item in (None, finding.item)
            and waiver.report in (None, finding.report)
            and waiver.measure in (None, self.subjects.measure(finding))
            and waiver.evidence in (None, self.subjects.evidence(finding))
            and (waiver.file is None or _is_file(waiver.file, finding))
            and (waiver.quote is None or f"“{waiver.quote}”" in finding.message)
        )


def _is_file(name: str, finding: Finding) -> bool:
    return finding.location.path == name or finding.location.path.endswith(f"/{name}")


def _has_ended(waiver: Waiver, as_at: date) -> bool:
    return waiver.until.is_before(as_at)


def _reason(waiver: Waiver) -> str:
    because = waiver.because if waiver.because[-1] in ".!?" else f"{waiver.because}."
    return f"{because} Accepted by {waiver.by}, until {waiver.until.label}."


def _covered(waiver: Waiver) -> str:
    named = [f"{_NOUNS[key]} “{value}”" for key in _NOUNS if (value := getattr(waiver, key))]
    return listing([*named, *([f"the words “{waiver.quote}”"] if waiver.quote else [])], joiner="and")


def _lost(plan: Plan, waiver: Waiver) -> list[tuple[str, tuple[str, ...]]]:
    """The keys of a waiver that name what its plan does not have, each with what there is."""
    known = {
        "item": tuple(plan.item_by_id),
        "report": tuple(plan.report_by_id),
        "measure": tuple(plan.measure_by_id),
        "evidence": tuple(plan.evidence_by_id),
    }
    return [(key, ids) for key, ids in known.items() if getattr(waiver, key) not in (None, *ids)]


def _code_fix(code: str, rules: Mapping[str, Rule], waivable: Iterable[str]) -> str:
    if _is_told(code, rules):
        return "Mend what is found, and take the waiver out."
    return did_you_mean(code, waivable) or "Take it out. The page on rules lists every code."


def _is_told(code: str, rules: Mapping[str, Rule]) -> bool:
    """True for the code of a rule, or of the reader, which has codes of its own."""
    return code in rules or code[:1] == "Y"


def _waivers(context: Context) -> Iterator[tuple[Plan, Waiver]]:
    for plan in context.site.plans:
        for waiver in plan.waivers:
            yield plan, waiver


RULES = (
    Rule("X911", Severity.WARNING, ended_waivers),
    Rule("X912", Severity.WARNING, idle_waivers),
    Rule("X913", Severity.ERROR, impossible_waivers),
)
