"""What the door to the public keeps back besides small counts, and settings of it that come to nothing."""

from collections.abc import Iterator

from ragsite.checks.disclosure.counts import row_problem, rows
from ragsite.checks.prose import Said, site_texts, texts_of
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.disclosure import withheld
from ragsite.disclosure.figures import Layer, Row
from ragsite.disclosure.limits import is_of_people, is_small, threshold_of
from ragsite.disclosure.permits import Where
from ragsite.disclosure.suppression import hidden, ledger_of, primary
from ragsite.disclosure.words import Kind, secrets_in
from ragsite.problems import Severity


def further_values(context: Context) -> Iterator[Problem]:
    """P704: a value goes with one that is kept back, as that one could be worked out from it.

    Readers see `[c]` for both.
    Fails: total 20, one part 17, the other part `suppressed`. Passes: two parts suppressed; no total printed.
    """
    for plan in context.site.plans:
        ledger = ledger_of(rows(plan), context.site.settings.disclosure_threshold)
        further = hidden(ledger) - primary(ledger)
        for row in (row for row in rows(plan) if row.index in further):
            yield row_problem(
                plan,
                row,
                f"Measure “{row.measure.name}” has a value{_which(row)} from which one that is kept back could be"
                " worked out, so this one is kept back too.",
                "Nothing need be done. To choose yourself what readers see, mark another value of the same sum as"
                " “suppressed”.",
            )


def repeated_values(context: Context) -> Iterator[Problem]:
    """P712: a text repeats a number that is kept back of a measure. Readers see `[c]` in its place.

    Fails: `17 boys` where the value 17 is kept back. Passes: `17 visits`; the same once the text is reworded.
    """
    threshold = context.site.settings.disclosure_threshold
    for plan in context.site.plans:
        gone = withheld(plan, threshold)
        if not gone.kept.is_any:
            continue
        for said in (*site_texts(context.site), *texts_of(plan)):
            if said.is_permitted or said.field == "name":
                continue
            for one in secrets_in(said.text, threshold, gone.kept_in(Where(measure=said.measure))):
                if one.kind is Kind.REPEATED:
                    yield said.problem(
                        f"{said.owner} says “{one.quote}”, a number that a measure keeps back.", _repeat_fix(said)
                    )


def idle_permits(context: Context) -> Iterator[Problem]:
    """P713: a measure is to be published as printed, but none of its values counts few people.

    Fails: `publish_as_printed` on a measure whose values are 40 and 52 children. Passes: on one with the value 3.
    """
    limit = context.site.settings.disclosure_threshold
    for plan in context.site.plans:
        needed = {row.measure.id for row in rows(plan) if _is_few(row, limit)}
        for measure in plan.measures:
            permit = measure.disclosure.publish_as_printed
            if permit and measure.publish and measure.id not in needed:
                yield Problem(
                    permit.written_at.location,
                    f"Measure “{measure.name}” is to be published as printed, but it counts few people nowhere.",
                    "Take “publish_as_printed” out.",
                    plan.id,
                    measure.items[0] if measure.items else "",
                )


def low_thresholds(context: Context) -> Iterator[Problem]:
    """P714: a measure asks for a threshold below the site's, which has no effect.

    Fails: `disclosure: {threshold: 3}` on a site with 5. Passes: `disclosure: {threshold: 10}`.
    """
    limit = context.site.settings.disclosure_threshold
    for plan in context.site.plans:
        for measure in plan.measures:
            own = measure.disclosure.threshold
            if own is not None and own < limit:
                yield Problem(
                    measure.disclosure.written_at.of("threshold"),
                    f"Measure “{measure.name}” asks for the threshold {own}, but the site's is {limit}.",
                    "A measure can only ask for a higher one. Take it out, or give the reason why the measure is"
                    " published as printed in “publish_as_printed”.",
                    plan.id,
                    measure.items[0] if measure.items else "",
                )


def _repeat_fix(said: Said) -> str:
    shown = "Readers see “[c]” in its place. Better write" if said.plan else "Write"
    return f"{shown} the sentence without the number."


def _which(row: Row) -> str:
    return f" for “{row.observation.series}”" if row.observation.series else ""


def _is_few(row: Row, site: int) -> bool:
    limit = threshold_of(row.measure, site)
    part, whole = row.numbers.get(Layer.PART), row.numbers.get(Layer.WHOLE)
    if not is_of_people(row.measure):
        return False
    counts = [count for count in (part, whole) if count]
    counts += [(whole[0] - part[1], whole[1] - part[0])] if part and whole else []
    return any(is_small(count, limit) for count in counts)


RULES = (
    Rule("P704", Severity.WARNING, further_values),
    Rule("P712", Severity.WARNING, repeated_values),
    Rule("P713", Severity.WARNING, idle_permits),
    Rule("P714", Severity.WARNING, low_thresholds),
)
