"""Five questions that people ask of every plan, each with a short answer and the page that holds the whole of it."""

from dataclasses import dataclass

from ragsite import addresses
from ragsite.figures import of, plural
from ragsite.model.plan import Plan
from ragsite.pages.apart import helped
from ragsite.pages.changed import headline
from ragsite.pages.lists import NEVER, OVERDUE, overdue_words
from ragsite.pages.props import Props
from ragsite.render import relative
from ragsite.views.changes import Changes, changes, report_before
from ragsite.views.evidence import register
from ragsite.views.impact import plan_impact
from ragsite.views.owners import owning
from ragsite.views.selection import overdue
from ragsite.views.targets import Standing

NO_REPORT = "No report has been published yet."
NONE_COMPARED = "Nothing to compare"


@dataclass(frozen=True)
class Answer:
    """One question with its answer in few words, in a sentence or two, and where the whole answer stands."""

    question: str
    short: str
    words: str
    address: str


def answers(plan: Plan) -> tuple[Answer, ...]:
    """What changed, what is late, who owns it, what is the evidence, is it working."""
    return (_changed(plan), _late(plan), _owned(plan), _evidenced(plan), _working(plan))


def section(here: str, plan: Plan) -> Props:
    """The five questions on a plan's page."""
    cards = [
        {"title": one.question, "href": relative(here, one.address), "text": one.words} for one in answers(plan)
    ]
    return {"part": "cards", "id": "questions", "title": "Five questions", "cards": cards}


def _changed(plan: Plan) -> Answer:
    question = "What has changed?"
    found = _last_compared(plan)
    if found is None:
        words = NEVER if plan.latest else NO_REPORT
        return Answer(question, NONE_COMPARED, words, addresses.part(plan.id, "changes"))
    better, worse = len(found.ratings.better), len(found.ratings.worse)
    short = f"{better} better, {worse} worse of {found.ratings.compared} ({found.after.label})"
    if found.after is plan.latest:
        return Answer(question, short, headline(found), addresses.part(plan.id, "changes"))
    words = f"In the report {found.after.label}: {headline(found)} No later rating can be compared."
    return Answer(question, short, words, addresses.report_part(plan.id, found.after.id, "changes"))


def _last_compared(plan: Plan) -> Changes | None:
    """The changes of the last report in which any rating can be compared with the one before."""
    pairs = (changes(plan, report_before(plan, report), report) for report in reversed(plan.reports))
    return next((found for found in pairs if found.ratings.compared), None)


def _late(plan: Plan) -> Answer:
    question, address = "What is late?", addresses.listing(plan.id, OVERDUE)
    if plan.latest is None:
        return Answer(question, NO_REPORT, NO_REPORT, addresses.plan(plan.id))
    chosen = overdue(plan, plan.latest)
    untold = f", {len(chosen.untold)} cannot be told" if chosen.untold else ""
    short = f"{of(len(chosen.items), chosen.total)} overdue{untold}" if chosen.total else "No due dates"
    return Answer(question, short, overdue_words(chosen), address)


def _owned(plan: Plan) -> Answer:
    question, address = "Who answers for it?", addresses.part(plan.id, "owners")
    found = owning(plan)
    if not found.holders:
        return Answer(question, "Nobody is named", "The source names nobody who answers for any item.", address)
    number = plural(len(found.holders), "role or name", "roles and names")
    silent = f" For {of(len(found.orphans), found.total)} rated items it names nobody." if found.orphans else ""
    return Answer(question, number, f"The source names {number}.{silent}", address)


def _evidenced(plan: Plan) -> Answer:
    question, address = "What is the evidence?", addresses.part(plan.id, "evidence")
    found = register(plan)
    if not found.entries:
        return Answer(question, "None published", "No evidence has been published for this plan.", address)
    number = plural(len(found.entries), "piece", "pieces")
    rated = plan.rated_items
    without = sum(item.id not in found.uses_by_item for item in rated)
    words = f"The source names {number} of evidence. {of(without, len(rated))} rated items have none."
    return Answer(question, number, words, address)


def _working(plan: Plan) -> Answer:
    question, address = "Is it working?", addresses.part(plan.id, "measures")
    found = plan_impact(plan)
    met, missed = (found.standings.get(one, 0) for one in (Standing.MET, Standing.NOT_MET))
    told = f"{met} met, {missed} not met of {plural(found.targeted, 'target', 'targets')}"
    short = told if found.targeted else "No targets" if found.total else "No measures"
    return Answer(question, short, helped(found, "The source states no measures.")[0], address)
