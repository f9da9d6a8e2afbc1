"""How much pages of the whole site tell of each plan: all of it for some plans, only where to find it for many."""

from collections.abc import Sequence

from ragsite.model.plan import Plan

SOME = 40


def are_many(plans: Sequence[Plan]) -> bool:
    """Whether pages of the site name the plans and leave the rest to the plans' own pages."""
    return len(plans) > SOME
