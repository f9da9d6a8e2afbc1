"""The titles of an item through its reports, from what its entry in `items.yml` says and back to it."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any


class Titles:
    """The titles of one item; `order` gives the place of each report of the plan."""

    def __init__(self, holder: Any, order: Mapping[str, int]) -> None:
        self.order = order
        self.current = str(holder["title"])
        former = [(order.get(str(one["until"]), -1), str(one["title"])) for one in holder.get("former_titles") or ()]
        self.former = sorted(former)

    def in_report(self, report: str) -> str:
        """The title in a report: the first of the former ones that a later report ended, else the current one."""
        here = self.order[report]
        return next((title for until, title in self.former if until > here), self.current)

    @staticmethod
    def written(named: Mapping[str, str], order: Mapping[str, int]) -> tuple[str, list[dict[str, str]]]:
        """The current title, and the former ones with the report that ended each, from the title in each report."""
        reports = sorted(named, key=order.__getitem__)
        former = [
            {"title": named[one], "until": other} for one, other in pairwise(reports) if named[one] != named[other]
        ]
        return named[reports[-1]], former
