"""Which plans were read in full: only of those can be said what they lack or what their rows come to."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from ragsite.checks.rule import Context
from ragsite.model.plan import Plan


def complete_plans(context: Context) -> Iterator[Plan]:
    """The plans of which the reader left nothing out, so that a fault is not told again as its consequences."""
    for plan in context.site.plans:
        folder = PurePosixPath(plan.facts.written_at.path).parent
        broken = (PurePosixPath(path) for path, parts in context.left_out.items() if parts)
        if not plan.facts.written_at.path or not any(folder in path.parents for path in broken):
            yield plan
