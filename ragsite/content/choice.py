"""The plan and the report that a person names on the command line."""

from collections.abc import Iterable

from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.site import Site
from ragsite.problems import did_you_mean, listing
from ragsite.refusal import Refused


def plan_called(site: Site | None, plan_id: str) -> Plan:
    """The plan of this id; raises Refused, naming those there are."""
    plans = site.plan_by_id if site else {}
    if not plans:
        raise Refused("There is no plan in the content folder that can be read. “ragsite check” says why.")
    if plan_id not in plans:
        raise Refused(f"There is no plan “{plan_id}”. {_known(plan_id, plans)}")
    return plans[plan_id]


def report_called(plan: Plan, report_id: str | None) -> Report:
    """The report of this id, or the latest where none is named; raises Refused, naming those there are."""
    if plan.latest is None:
        raise Refused(f"The plan “{plan.id}” has no report yet. Begin one with “ragsite new report {plan.id}”.")
    if report_id is None:
        return plan.latest
    if report_id not in plan.report_by_id:
        raise Refused(f"The plan “{plan.id}” has no report “{report_id}”. {_known(report_id, plan.report_by_id)}")
    return plan.report_by_id[report_id]


def _known(wanted: str, known: Iterable[str]) -> str:
    words = list(known)
    return did_you_mean(wanted, words) or f"There {'is' if len(words) == 1 else 'are'} {listing(words, joiner='and')}."
