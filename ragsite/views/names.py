"""How plans, items and the dates of reports are named in words, the same on pages, in feeds and in files."""

from ragsite.model.facts import Status
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import DateBasis, Report


def plan_name(plan: Plan) -> str:
    """A plan in few words, unique on the site: `Leicestershire County Council: The Road to Excellence`."""
    return f"{plan.facts.organisation}: {plan.facts.short_title}"


def ref_words(plan: Plan, item: Item) -> str:
    """An item's level and reference: `Recommendation 7`; without a printed reference the level alone."""
    return f"{plan.kind_by_id[item.id].kind} {item.ref}".strip()


def full_title(plan: Plan, item: Item) -> str:
    """An item's level and reference with its title: `Recommendation 7. Answer complaints on time`."""
    return f"{ref_words(plan, item).rstrip('.')}. {item.title}" if item.ref else item.title


def as_at_words(report: Report) -> str:
    """The date a report speaks of and how it is known: `Position at September 2018`."""
    as_at = report.as_at
    if as_at.date is None or as_at.basis is DateBasis.NOT_STATED:
        return "Date of the position not stated in the source"
    known = " (worked out from the text, not printed)" if as_at.basis is DateBasis.INFERRED else ""
    return f"Position at {as_at.date.label}{known}"


def next_report_words(plan: Plan) -> str:
    """When the next report is due, or why none is expected."""
    if plan.facts.next_report:
        return f"Next report due: {plan.facts.next_report.due.label}"
    if plan.facts.status is Status.CLOSED:
        return "Closed plan: no further report is expected"
    return "Next report: date not stated in the source"
