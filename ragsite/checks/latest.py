"""Keeps what was worked out of the plan that is looked at, as one rule after another asks the same of it."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

from ragsite.model.plan import Plan

Asked = TypeVarTuple("Asked")
Told = TypeVar("Told")


def kept_for_latest(view: Callable[[Plan, *Asked], Told]) -> Callable[[Plan, *Asked], Told]:
    """The same view, which keeps its answer until it is asked about another plan, so that only one answer is kept.

    Unlike `views.kept.kept`, which keeps all answers for as long as their plans. What else it is asked must be
    hashable.
    """

    @lru_cache(maxsize=1)
    def answer(same: _Same, *asked: *Asked) -> Told:
        return view(same.plan, *asked)

    @wraps(view)
    def look(plan: Plan, *asked: *Asked) -> Told:
        return answer(_Same(plan), *asked)

    return look


class _Same:
    """A plan as the key of a cache: the same object, since comparing two plans by value takes as long as reading."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.plan is self.plan
