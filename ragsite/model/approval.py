"""Approvals: who agreed to the publication of a report, when, and to which words."""

from ragsite.model.base import Record, Text
from ragsite.model.moments import MomentField
from ragsite.model.reports import Report


class Approval(Record):
    """One approval: `by` is a role, `content` the fingerprint of what was approved, `report` the report as it was then.

    Of earlier approvals only who, when and which fingerprint are kept.
    """

    by: Text
    at: MomentField
    content: Text
    report: Report | None = None


class ApprovalsFile(Record):
    """`approvals/<report>.yml`: the approvals of one report, the latest last."""

    approvals: tuple[Approval, ...] = ()
