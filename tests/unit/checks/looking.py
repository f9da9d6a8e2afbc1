"""What one rule says of plans made by hand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ragsite.checks import all_rules
from ragsite.checks.rule import Context
from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site
from ragsite.problems import Finding
from tests.factories import SETTINGS

TODAY = date(2030, 1, 1)


def look(code: str, *plans: Plan, options: Mapping[str, int] | None = None) -> tuple[Finding, ...]:
    """The findings of the rule with this code, with its own thresholds or with these."""
    (rule,) = [one for one in all_rules() if one.code == code]
    rule = replace(rule, options=options) if options else rule
    site = Site(settings=Settings.model_validate(SETTINGS), plans=plans)
    return tuple(rule.run(Context(site, TODAY)))


def told(code: str, *plans: Plan) -> list[str]:
    """The messages of the rule with this code."""
    return [finding.message for finding in look(code, *plans)]


def items_told(code: str, *plans: Plan) -> list[str]:
    """The ids of the items that the rule with this code tells of."""
    return [finding.item for finding in look(code, *plans)]
