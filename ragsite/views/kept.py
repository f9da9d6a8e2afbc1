"""Keeps what a view tells of a plan with that plan, so that pages which ask the same do not work it out again."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from ragsite.model.plan import Plan

Asked = ParamSpec("Asked")
Told = TypeVar("Told")

View = Callable[Concatenate[Plan, Asked], Told]


def kept(view: View[Asked, Told]) -> View[Asked, Told]:
    """The same view, which works out each answer once for each plan.

    What it is asked about must be records of the plan. They are told apart by identity, since equal records of two
    forms of a plan may have different answers. A changed plan is a new value, which starts with none.
    """
    name = f"{view.__module__}.{view.__name__}"

    @wraps(view)
    def look(plan: Plan, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Told:
        if kwargs:
            return view(plan, *args, **kwargs)
        shelf = plan.__dict__.setdefault(name, {})
        key = tuple(map(id, args))
        if key not in shelf:
            # The records stay beside the answer: while they live, no other record can have their identity.
            shelf[key] = args, view(plan, *args, **kwargs)
        told: Told = shelf[key][1]
        return told

    return look
