"""How a sheet is said: headings, counts and each difference in words, the same in every format."""

from collections.abc import Iterator
from dataclasses import dataclass

from ragsite.approval.sheet import Aspect, Difference, PlanSheet, Sheet, State, Subject
from ragsite.figures import plural, words
from ragsite.problems import Finding

TITLE = "What this change would publish"
HELD = "Kept back for now"
NOTHING = "Nothing that readers see would change."
LONG = 90
"""From how many signs on a text stands on a line of its own."""

STATES = {State.NEW: "New", State.GONE: "Taken out", State.CHANGED: ""}
COUNTED = {
    Aspect.RATING: ("rating", "ratings"),
    Aspect.DATE: ("date", "dates"),
    Aspect.WORDS: ("text", "texts"),
    Aspect.MEASURE: ("change of a measure", "changes of measures"),
    Aspect.EVIDENCE: ("change of evidence", "changes of evidence"),
    Aspect.FACT: ("other fact", "other facts"),
}


@dataclass(frozen=True)
class Said:
    """A difference in words: either one sentence, or a heading with the texts that come and go."""

    head: str
    sentence: str
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    note: str = ""


def said(difference: Difference) -> Said:
    """A difference as it is read."""
    where = f" ({difference.report})" if difference.report else ""
    head = f"{difference.what}{where}"
    if _is_short(difference):
        return Said(head, f"{_sentence(difference)} {difference.note}".strip())
    return Said(head, "", difference.added, difference.gone, difference.note)


def compared_words(sheet: Sheet) -> str:
    """What the sheet compares."""
    return f"The content as it is now, beside {sheet.since}."


def summary(sheet: Sheet) -> str:
    """How much differs, in one sentence."""
    if sheet.is_empty:
        return NOTHING
    counts = [plural(number, *COUNTED[aspect]) for aspect in Aspect if (number := sheet.count(aspect))]
    subjects = [subject for plan in sheet.plans for subject in plan.subjects]
    for state, noun in ((State.NEW, "new"), (State.GONE, "taken out")):
        number = sum(subject.state is state for subject in subjects) + sum(
            plan.state is state for plan in sheet.plans if state is State.GONE
        )
        counts += [f"{plural(number, 'entry', 'entries')} {noun}"] if number else []
    return f"It would change: {words(counts)}." if counts else "A plan would be added."


def heading(subject: Subject) -> str:
    """A subject with what becomes of it."""
    state = STATES[subject.state]
    return f"{state}: {subject.title}" if state else subject.title


def plan_heading(plan: PlanSheet) -> str:
    """A plan with what becomes of it."""
    state = STATES[plan.state]
    return f"{state}: {plan.name}" if state and plan.id else plan.name


def verdict(sheet: Sheet) -> str:
    """Whether the change can be published at all."""
    if sheet.errors:
        return f"It cannot be published yet: {plural(len(sheet.errors), 'new error', 'new errors')} must be mended."
    return ""


def findings(sheet: Sheet) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """New and gone findings, each list under its heading."""
    if sheet.new_findings:
        yield f"The checks find anew ({len(sheet.new_findings)})", sheet.new_findings
    if sheet.gone_findings:
        yield f"The checks find no more ({len(sheet.gone_findings)})", sheet.gone_findings


def finding_words(finding: Finding) -> str:
    """A finding in one line."""
    level = "waived" if finding.waived else finding.severity.value
    return f"{level} {finding.code}, {finding.location.path}: {finding.message}"


def _is_short(difference: Difference) -> bool:
    texts = (*difference.was, *difference.now)
    single = len(difference.was) <= 1 and len(difference.now) <= 1
    return single and all(len(text) < LONG for text in texts) and difference.aspect is not Aspect.WORDS


def _sentence(difference: Difference) -> str:
    was, now = "".join(difference.was), "".join(difference.now)
    if not now:
        return f"taken out. It was: {_stopped(was)}"
    return f"{now}, was {_stopped(was)}" if was else _stopped(now)


def _stopped(text: str) -> str:
    return text if text[-1:] in ".!?" else f"{text}."
