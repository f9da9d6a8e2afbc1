"""The page at each address of something withdrawn: what it was, since when it is gone, and why."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.model.plan import Plan
from ragsite.model.release import Gone
from ragsite.pages.page import Page
from ragsite.pages.props import breadcrumb, plan_name
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.withdrawals import gone_addresses, gone_name

KINDS = {"report": "report", "item": "item of the plan", "measure": "measure"}
PARTS = {"changes": ", what changed", "exceptions": ", what is off track"}


def pages(public: PublicSite) -> Iterator[Page]:
    """One page for each address that something withdrawn had."""
    for plan in public.site.plans:
        for gone in plan.withdrawn:
            for here in gone_addresses(plan, gone):
                yield _page(plan, gone, here)


def _page(plan: Plan, gone: Gone, here: str) -> Page:
    kind, day = KINDS[gone.kind], gone.withdrawal.date.label
    last = here.rstrip("/").rpartition("/")[2]
    part = "" if last == gone.id.lower() else PARTS.get(last, f" [{last}]")
    return Page(
        path=here,
        template="pages/withdrawn.html",
        title=f"Withdrawn: {gone_name(gone)}{part} – {plan_name(plan)}",
        description=f"This {kind} was withdrawn on {day}. {gone.withdrawal.reason}",
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(plan_name(plan), addresses.plan(plan.id))], last="Withdrawn"),
        hero={
            "title": f"Withdrawn: {gone_name(gone)}",
            "ref": {"strong": plan.facts.organisation, "text": f"– {plan.facts.title}"},
            "lede": f"This {kind} was published here and was withdrawn on {day}.",
        },
        props={
            "notice": {"title": "Why it was withdrawn", "text": gone.withdrawal.reason, "kind": "correction"},
            "plan": {"text": plan_name(plan), "href": relative(here, addresses.plan(plan.id))},
        },
        is_searchable=False,
    )
