"""Direction of travel and the path of ratings as props: in words, and never across a redefined scale."""

from collections.abc import Sequence

from ragsite import addresses
from ragsite.model.plan import Plan
from ragsite.model.scales import Rated
from ragsite.pages.props import Props, badge
from ragsite.render import relative
from ragsite.views.history import Step, Travel, Way

_WORDS = {Way.BETTER: "Better", Way.WORSE: "Worse", Way.SAME: "Same", Way.NEW: "New"}


def direction(travel: Travel) -> Props | None:
    """Props for `ui.direction` in full: `Better than in March 2018 (was 2: delayed)`; None when unknown."""
    if travel.way is Way.UNKNOWN:
        return None
    if travel.way is Way.NEW:
        return {"way": "new", "text": "New in this report"}
    before = f"in the report {travel.before.label}" if travel.before else "the previous rating that is stated"
    joint = "as" if travel.way is Way.SAME else "than"
    return {
        "way": travel.way.value,
        "text": f"{_WORDS[travel.way]} {joint} {before}",
        "was": f"was {was(travel.previous)}" if travel.way is not Way.SAME and travel.previous else None,
    }


def short_direction(travel: Travel) -> Props:
    """Props for `ui.direction` in a table: `Better (was 2)`."""
    if travel.way is Way.UNKNOWN:
        return {"way": "unknown", "text": "Cannot be told"}
    is_moved = travel.way in (Way.BETTER, Way.WORSE)
    return {
        "way": travel.way.value,
        "text": _WORDS[travel.way],
        "was": f"was {travel.previous.level.label}"
        if is_moved and travel.previous and travel.previous.level
        else None,
    }


def was(rated: Rated | None) -> str:
    """A former rating in words."""
    if rated is None or rated.level is None:
        return "not rated"
    return rated.level.full_label


def path_steps(here: str, plan: Plan, steps: Sequence[Step]) -> list[Props]:
    """Steps for `ui.rating_path`, oldest first; the newest is the current one."""
    return [_step(here, plan, step, is_last=step is steps[-1]) for step in steps]


def _step(here: str, plan: Plan, step: Step, *, is_last: bool) -> Props:
    shown = badge(step.rated.level)
    return {
        "tone": shown["tone"],
        "label": shown["label"],
        "period": step.report.label,
        "href": relative(here, addresses.report(plan.id, step.report.id)),
        "current": is_last,
        "break_before": "Scale redefined" if step.is_redefined else None,
    }
