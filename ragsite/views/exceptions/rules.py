"""The rules of the exception report: each answers yes, no or "cannot be told" for one item, and says why in words."""

from dataclasses import dataclass
from enum import StrEnum

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Key, Rated, Tone, Tones
from ragsite.views.history import Travel, Way
from ragsite.views.ledger import NO_DATE, NO_KEY, NOT_RATED, Ledger

NO_EARLIER = "There is no earlier report, so it cannot be told whether the date moved."
UNCLEAR = "The date is not clear."
PASSED = "The date had passed."
WITHIN = "falls in the time that the report speaks of"


class Rule(StrEnum):
    """Why an item stands in the exception report."""

    RED = "red"
    WORSE = "worse"
    OVERDUE = "overdue"
    MOVED = "moved"
    UNPROVEN = "unproven"


RULES: dict[Rule, tuple[str, str]] = {
    Rule.RED: ("Rated at a red level", "Its rating is one that the scale shows in red."),
    Rule.WORSE: ("Got worse", "Its rating is nearer to the worst level than in the report before."),
    Rule.OVERDUE: (
        "Overdue",
        "Its due date had passed at the date of the report, and its rating does not mean finished.",
    ),
    Rule.MOVED: ("Date moved", "The report changes or withdraws a due date that had been given."),
    Rule.UNPROVEN: (
        "Finished without evidence",
        "Its rating means finished, and neither this report nor an earlier one names evidence for it.",
    ),
}
"""Every rule in few words, and in a sentence for readers."""


@dataclass(frozen=True)
class Ruling:
    """The answer of one rule for one item: True, False, or None where it cannot be told; `words` say why.

    `group` is the reason without what belongs to this one item, so that equal reasons can be told once.
    """

    rule: Rule
    answer: bool | None
    words: str
    group: str = ""

    @property
    def shared_words(self) -> str:
        """The words under which this ruling is gathered with others like it."""
        return self.group or self.words


@dataclass(frozen=True)
class Facts:
    """What the rules look at for one item in one report; `proofs` counts the evidence named by then."""

    plan: Plan
    report: Report
    item: Item
    rated: Rated
    travel: Travel
    dates: Ledger
    proofs: int
    is_counted: bool


def judge(facts: Facts) -> tuple[Ruling, ...]:
    """Every rule that can be asked of the item: ratings where it is of a rated level, dates where there are any."""
    asked = (_red(facts), _worse(facts), _unproven(facts)) if facts.is_counted else ()
    dated = [ruling for ruling in (_overdue(facts), _moved(facts)) if ruling]
    order = list(Rule)
    return tuple(sorted((*asked, *dated), key=lambda ruling: order.index(ruling.rule)))


def _red(facts: Facts) -> Ruling:
    level = facts.rated.level
    if level is None:
        return _not_rated(Rule.RED, facts)
    if level.tone is not Tone.RED:
        return Ruling(Rule.RED, False, "")
    own = facts.plan.scale_of(facts.report).tones is Tones.ASSIGNED
    shown = ", which this site shows in red" if own else ""
    return Ruling(Rule.RED, True, f"It is rated “{level.full_label}”{shown}.")


def _worse(facts: Facts) -> Ruling:
    travel = facts.travel
    if travel.way is Way.UNKNOWN:
        return Ruling(Rule.WORSE, None, travel.reason)
    if travel.way is not Way.WORSE or not (travel.previous and travel.previous.level):
        return Ruling(Rule.WORSE, False, "")
    since = f"in the report {travel.before.label}" if travel.before else "before, as this report says"
    return Ruling(Rule.WORSE, True, f"It was rated “{travel.previous.level.full_label}” {since}.")


def _unproven(facts: Facts) -> Ruling:
    level, scale = facts.rated.level, facts.plan.scale_of(facts.report)
    if level is None:
        return _not_rated(Rule.UNPROVEN, facts)
    if scale.key is Key.LOST:
        return Ruling(Rule.UNPROVEN, None, NO_KEY)
    if not level.claims.finished or facts.proofs:
        return Ruling(Rule.UNPROVEN, False, "")
    needs = " The key asks for evidence." if level.claims.needs_evidence else ""
    said = f"It is rated “{level.full_label}”, which means finished. No evidence is named for it.{needs}"
    return Ruling(Rule.UNPROVEN, True, said)


def _not_rated(rule: Rule, facts: Facts) -> Ruling:
    return Ruling(rule, None, f"It is not rated. {facts.rated.reason}".strip())


def _overdue(facts: Facts) -> Ruling | None:
    """None for an item that only groups others and has no date of its own."""
    if facts.dates.entry_in(facts.report) is None:
        level = facts.rated.level
        is_finished = level is not None and level.claims.finished
        silent = Ruling(Rule.OVERDUE, False if is_finished else None, NO_DATE)
        return silent if facts.is_counted else None
    told = facts.dates.overdue(facts.report)
    return Ruling(Rule.OVERDUE, told.is_overdue, told.words, _group(told.words))


def _group(words: str) -> str:
    """A reason of the ledger without its dates."""
    for reason in (NOT_RATED, NO_KEY):
        if words.endswith(reason):
            return f"{PASSED} {reason}"
    if WITHIN in words:
        return f"The date {WITHIN}."
    return UNCLEAR if words.startswith(UNCLEAR.rstrip(".")) else words


def _moved(facts: Facts) -> Ruling | None:
    dates, report = facts.dates, facts.report
    entry = dates.entry_in(report)
    if entry is None:
        return None
    place = dates.entries.index(entry)
    before = dates.entries[place - 1] if place else None
    if before and entry.report == report and entry.moves > before.moves:
        reason = f" Reason: {entry.reason.rstrip('.')}." if entry.reason else " No reason is stated in the source."
        agreed = f" Agreed by: {entry.agreed_by.rstrip('.')}." if entry.agreed_by else ""
        return Ruling(Rule.MOVED, True, f"It moved from {before.due.label} to {entry.due.label}.{reason}{agreed}")
    if report.id == facts.plan.reports[0].id:
        return Ruling(Rule.MOVED, None, NO_EARLIER)
    return Ruling(Rule.MOVED, False, "")
