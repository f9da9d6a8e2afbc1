"""The exception report of one report: the items listed, oldest date first; what improved; what cannot be told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ragsite.model.evidence import Evidence
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.model.scales import Rated
from ragsite.views.evidence import Register, register
from ragsite.views.exceptions.rules import Facts, Rule, Ruling, judge
from ragsite.views.history import Travel, Way, travel
from ragsite.views.ledger import Entry, ledger


@dataclass(frozen=True)
class Listed:
    """An item off track: by which rules, its rating before and now, its date and what the report says of it."""

    item: Item
    rulings: tuple[Ruling, ...]
    rated: Rated
    travel: Travel
    due: Entry | None
    update: Update | None


@dataclass(frozen=True)
class Improved:
    """An item whose rating got better, with the evidence named for it by then."""

    item: Item
    rated: Rated
    travel: Travel
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Unresolved:
    """The items of which one rule cannot be told, for one and the same reason."""

    rule: Rule
    why: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Tally:
    """One rule counted: of how many items it was asked, how many it lists, and of how many it cannot be told."""

    rule: Rule
    asked: int
    listed: int
    unresolved: int


@dataclass(frozen=True)
class Exceptions:
    """The exception report; `total` counts the items of which any rule could be asked.

    `areas` are the items with key developments or key risks, in the order of the source.
    """

    plan: Plan
    report: Report
    listed: tuple[Listed, ...]
    improved: tuple[Improved, ...]
    unresolved: tuple[Unresolved, ...]
    tallies: tuple[Tally, ...]
    areas: tuple[tuple[Item, Update], ...]
    total: int

    @property
    def is_untold(self) -> bool:
        """True when nothing is listed, yet the rules on ratings could be told of no item at all."""
        ratings = [one for one in self.tallies if one.rule in (Rule.RED, Rule.UNPROVEN)]
        return not self.listed and all(one.unresolved == one.asked for one in ratings)


def exceptions(plan: Plan, report: Report) -> Exceptions:
    """What a report, read by exception, comes to; nothing in it is known only from later reports."""
    known = _evidence_by(plan, report, register(plan))
    every = tuple(_facts(plan, report, known))
    judged = tuple((facts, judge(facts)) for facts in every)
    listed = [_listed(facts, rulings) for facts, rulings in judged if any(ruling.answer for ruling in rulings)]
    return Exceptions(
        plan=plan,
        report=report,
        listed=tuple(sorted(listed, key=_age)),
        improved=tuple(
            Improved(facts.item, facts.rated, facts.travel, known.get(facts.item.id, ()))
            for facts in every
            if facts.is_counted and facts.travel.way is Way.BETTER
        ),
        unresolved=tuple(_unresolved(judged)),
        tallies=tuple(_tallies(rulings for _, rulings in judged)),
        areas=tuple(_areas(plan, report)),
        total=sum(bool(rulings) for _, rulings in judged),
    )


def _evidence_by(plan: Plan, report: Report, known: Register) -> dict[str, tuple[Evidence, ...]]:
    """The evidence of each item that this report or an earlier one names, or the register whatever the report."""
    order = {one.id: place for place, one in enumerate(plan.reports)}
    until = order[report.id]
    made = {}
    for item, uses in known.uses_by_item.items():
        by_then = (use.piece for use in uses if use.report is None or order[use.report.id] <= until)
        made[item] = tuple({piece.id: piece for piece in by_then}.values())
    return made


def _facts(plan: Plan, report: Report, known: dict[str, tuple[Evidence, ...]]) -> Iterator[Facts]:
    counted = {item.id for item in plan.items_in(report)}
    for item in plan.items:
        if plan.is_in(report, item):
            yield Facts(
                plan=plan,
                report=report,
                item=item,
                rated=plan.rating(report, item),
                travel=travel(plan, report, item),
                dates=ledger(plan, item),
                proofs=len(known.get(item.id, ())),
                is_counted=item.id in counted,
            )


def _listed(facts: Facts, rulings: Iterable[Ruling]) -> Listed:
    return Listed(
        item=facts.item,
        rulings=tuple(ruling for ruling in rulings if ruling.answer),
        rated=facts.rated,
        travel=facts.travel,
        due=facts.dates.entry_in(facts.report),
        update=facts.plan.update(facts.report, facts.item),
    )


def _age(one: Listed) -> tuple[object, ...]:
    """The earliest due date first, then what has none; the sort is stable, so the source's order holds beyond."""
    return one.due.due.sort_key if one.due else (2,)


def _unresolved(judged: Iterable[tuple[Facts, tuple[Ruling, ...]]]) -> Iterator[Unresolved]:
    """One entry for each rule and reason, rule by rule, the reason of most items first."""
    found: dict[tuple[Rule, str], list[Item]] = {}
    for facts, rulings in judged:
        for ruling in rulings:
            if ruling.answer is None:
                found.setdefault((ruling.rule, ruling.shared_words), []).append(facts.item)
    order = list(Rule)
    ranked = sorted(found.items(), key=lambda pair: (order.index(pair[0][0]), -len(pair[1]), pair[0][1]))
    for (rule, why), items in ranked:
        yield Unresolved(rule, why, tuple(items))


def _tallies(judged: Iterable[tuple[Ruling, ...]]) -> Iterator[Tally]:
    every = [ruling for rulings in judged for ruling in rulings]
    for rule in Rule:
        answers = [ruling.answer for ruling in every if ruling.rule is rule]
        yield Tally(rule, len(answers), sum(answer is True for answer in answers), answers.count(None))


def _areas(plan: Plan, report: Report) -> Iterator[tuple[Item, Update]]:
    for item in plan.items:
        update = plan.update(report, item)
        if update and (update.developments or update.key_risks) and plan.is_in(report, item):
            yield item, update
