"""What the content says may be published as it is printed, and why: waivers of findings on small counts."""

from dataclasses import dataclass

from ragsite.model.plan import Plan
from ragsite.model.waivers import Waiver

CODES = ("P701", "P702", "P703", "P712")
"""The codes of findings on small counts: a waiver of one lets them be published."""


@dataclass(frozen=True)
class Where:
    """What a text or a figure belongs to, in the ids that a waiver names; `path` is that of its file."""

    item: str = ""
    report: str = ""
    measure: str = ""
    evidence: str = ""
    path: str = ""


def is_permitted(plan: Plan, code: str, where: Where, *, quote: str = "") -> bool:
    """True when a waiver for this code covers the words in this place, or the measure is published as printed.

    The day on which a waiver ends is not asked: what is published once is no secret the day after, and a page
    must not change without a change of the content. The checks tell of waivers that have ended.
    """
    measure = plan.measure_by_id.get(where.measure)
    if measure and measure.disclosure.publish_as_printed:
        return True
    return any(waiver.code == code and _covers(waiver, where, quote) for waiver in plan.waivers)


def reasons(plan: Plan) -> tuple[str, ...]:
    """Why small counts of a plan are published as they are printed, each reason once."""
    permits = (one.disclosure.publish_as_printed for one in plan.measures if one.publish)
    measures = (one.because for one in permits if one)
    return tuple(dict.fromkeys((*measures, *(one.because for one in plan.waivers if one.code in CODES))))


def _covers(waiver: Waiver, where: Where, quote: str) -> bool:
    return (
        waiver.item in (None, where.item)
        and waiver.report in (None, where.report)
        and waiver.measure in (None, where.measure)
        and waiver.evidence in (None, where.evidence)
        and waiver.quote in (None, quote)
        and (waiver.file is None or where.path == waiver.file or where.path.endswith(f"/{waiver.file}"))
    )
