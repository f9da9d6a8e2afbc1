"""What was withdrawn, as readers are told of it: its name, its addresses, when and why."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.model.plan import Plan
from ragsite.model.release import Gone


def gone_name(gone: Gone) -> str:
    """What was withdrawn, in words: `Report June 2026`, `“Call people back”`."""
    return f"Report {gone.title}" if gone.kind == "report" else f"“{gone.title}”"


def gone_address(plan: Plan, gone: Gone) -> str:
    """The address that it had and where its withdrawal is told."""
    find = {"report": addresses.report, "item": addresses.item, "measure": addresses.measure}[gone.kind]
    return find(plan.id, gone.id)


def gone_addresses(plan: Plan, gone: Gone) -> Iterator[str]:
    """Every address that it had: of a report its parts too, of an item those under its former ids."""
    yield gone_address(plan, gone)
    if gone.kind == "report":
        yield from (addresses.report_part(plan.id, gone.id, name) for name in ("changes", "exceptions"))
    if gone.kind == "item":
        known = {item.id.lower() for item in plan.items}
        yield from (addresses.item(plan.id, one) for one in gone.former_ids if one.lower() not in known)


def gone_words(gone: Gone) -> str:
    """When and why, in a sentence or two."""
    return f"Withdrawn {gone.withdrawal.date.label}. {gone.withdrawal.reason}"
