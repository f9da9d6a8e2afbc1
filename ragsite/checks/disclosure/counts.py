"""Small counts of people, in words and in data, and those that a reader can work out from what is printed."""

from collections.abc import Iterator
from decimal import Decimal

from ragsite.checks.arithmetic.numbers import HUNDRED, cut_off, tolerance
from ragsite.disclosure.people import count_people, count_with_whole, share_with_whole, speaks_of_people
from ragsite.checks.prose import texts
from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.figures import number
from ragsite.model.measures import Measure, Observation, ObservationStatus
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Statement
from ragsite.problems import Severity

TOTAL = ("", "total", "all", "overall", "all children")
"""Names of the series that holds the whole of a measure, in lower case."""

_FIX = (
    "Give a rounded figure, a range or a share instead, or leave it out. If the source has published it and nobody can"
    " be recognised by it, waive this finding and say why."
)


def told_counts(context: Context) -> Iterator[Problem]:
    """P701: a text counts so few people that one of them may be recognised.

    Small is from 1 up to the site's `disclosure_threshold`, in digits or words.
    Fails: `3 of 37 children had previous plans`, `one family of three children`. Passes: `section 47`, `16 and 17 year
    olds`, `Key Stage 2`, `fewer than 5 children`, `two weeks`, `3 social workers`.
    """
    threshold = context.site.settings.disclosure_threshold
    for said in texts(context.site):
        if said.is_quoted or said.field == "name":
            continue
        quotes = [f"“{one.quote.strip()}”" for one in count_people(said.text, threshold)]
        if quotes:
            told = " and ".join(dict.fromkeys(quotes))
            yield said.problem(f"{said.owner} counts {told}. {_few(threshold)}", _FIX)


def observed_counts(context: Context) -> Iterator[Problem]:
    """P702: a value, a numerator or a stated count is so small that one of the people counted may be recognised.

    Fails: the value 3 of a measure in children; the numerator 3 of a share of children. Passes: 3 meetings, 3%.
    """
    threshold = context.site.settings.disclosure_threshold
    for plan, measure, row in _rows(context):
        small = [value for value in _counts(measure, row) if value is not None and 0 < value <= threshold]
        if small:
            what = f"Measure “{measure.name}” counts {number(small[0])} {_people(measure)}"
            yield _problem(plan, measure, row, f"{what}. {_few(threshold)}")
    for plan, report, one in _statements(context):
        if one.numerator is not None and 0 < one.numerator <= threshold and _is_of_people(plan, one):
            told = f"“{one.label}” counts {number(one.numerator)}"
            where = one.written_at.of("numerator")
            yield Problem(where, f"{told}. {_few(threshold)}", _FIX, plan.id, one.item or "", report.id)


def small_rests(context: Context) -> Iterator[Problem]:
    """P703: most of a number of people is told with that number, and the rest that follows is small.

    Fails: `34 of 37 children`, as the other 3 can be worked out; `98% of 161 care leavers`.
    Passes: `30 of 37 children`.
    """
    threshold = context.site.settings.disclosure_threshold
    for said in texts(context.site):
        if said.is_quoted or " of " not in said.text:
            continue
        counts = ((one.quote, one.whole, one.value) for one in count_with_whole(said.text) if one.whole)
        shares = () if said.is_note else share_with_whole(said.text)
        for quote, rest in (
            *((quote, Decimal(whole - part)) for quote, whole, part in counts if part > threshold),
            *((quote, _largest_rest(share, whole)) for share, whole, quote in shares),
        ):
            if 0 < rest <= threshold:
                told = f"{said.owner} says “{quote}”, which leaves {number(rest)}{_at_most(quote)}"
                yield said.problem(f"{told}. {_few(threshold)}", _FIX)
    for plan, measure, row in _rows(context):
        if 0 < (rest := _rest(measure, row, threshold)) <= threshold:
            told = f"Measure “{measure.name}” gives a whole of {number(row.denominator or 0)}"
            left = f"{number(rest)}{_at_most('%' if row.numerator is None else '')}"
            yield _problem(plan, measure, row, f"{told}, and its value leaves {left}. {_few(threshold)}")


def open_suppressions(context: Context) -> Iterator[Problem]:
    """P704: a value is kept back, but follows from the total and the other parts of the same period.

    Fails: total 20, one part 17, the other part `suppressed`. Passes: two parts suppressed; no total printed.
    """
    for plan in context.site.plans:
        groups: dict[tuple[str, str], list[Observation]] = {}
        for row in plan.observations:
            groups.setdefault((row.measure, row.period.printed if row.period else ""), []).append(row)
        for (name, _), rows in groups.items():
            measure = plan.measure_by_id.get(name)
            kept_back = _derivable(measure, rows) if measure and measure.publish else None
            if measure and kept_back:
                yield Problem(
                    kept_back.written_at.of("status"),
                    f"Measure “{measure.name}” keeps the value of “{kept_back.series}” back, but it follows from the"
                    " total and the other values of the same period.",
                    "Keep a second value of the same period back, or the total.",
                    plan.id,
                    measure.items[0] if measure.items else "",
                )


def _rows(context: Context) -> Iterator[tuple[Plan, Measure, Observation]]:
    for plan in context.site.plans:
        for row in plan.observations:
            measure = plan.measure_by_id.get(row.measure)
            if measure and measure.publish:
                yield plan, measure, row


def _statements(context: Context) -> Iterator[tuple[Plan, Report, Statement]]:
    for plan in context.site.plans:
        for report in plan.reports:
            yield from ((plan, report, one) for one in report.statements if report.publish)


def _counts(measure: Measure, row: Observation) -> tuple[Decimal | None, ...]:
    """The numbers of a row that count people."""
    value = row.value if speaks_of_people(measure.unit) and "per " not in measure.unit else None
    numerator = row.numerator if speaks_of_people(f"{measure.name} {measure.definition or ''}") else None
    return value, numerator


def _rest(measure: Measure, row: Observation, threshold: int) -> Decimal:
    """The largest number of people that a row may leave outside its share; 0 where it does not say."""
    if not row.denominator or not speaks_of_people(f"{measure.name} {measure.definition or ''}"):
        return Decimal(0)
    if row.numerator is not None:
        return row.denominator - row.numerator if row.numerator > threshold else Decimal(0)
    is_share = row.value is not None and measure.unit == "%"
    return _largest_rest(row.value or Decimal(0), int(row.denominator)) if is_share else Decimal(0)


def _largest_rest(share: Decimal, whole: int) -> Decimal:
    """How many of `whole` are at most outside a rounded share; 0 when the share is all of them."""
    if share >= HUNDRED:
        return Decimal(0)
    return cut_off((HUNDRED - share + tolerance(share)) * whole / HUNDRED, 0)


def _at_most(quote: str) -> str:
    """A rest worked out from a rounded share is the largest that it may be."""
    return " at most" if "%" in quote else ""


def _people(measure: Measure) -> str:
    return measure.unit if speaks_of_people(measure.unit) else "people"


def _is_of_people(plan: Plan, statement: Statement) -> bool:
    item = plan.item_by_id.get(statement.item or "")
    return speaks_of_people(f"{statement.label} {statement.printed} {named(item) if item else ''}")


def _derivable(measure: Measure, rows: list[Observation]) -> Observation | None:
    """The one row that is kept back beside a total and at least one other part, in a measure that counts."""
    kept_back = [row for row in rows if row.status is ObservationStatus.SUPPRESSED]
    totals = [row for row in rows if (row.series or "").lower() in TOTAL and row.value is not None]
    parts = [row for row in rows if (row.series or "").lower() not in TOTAL and row.value is not None]
    is_count = measure.unit not in ("%", "score", "words", "not stated")
    return kept_back[0] if is_count and len(kept_back) == len(totals) == 1 and parts and kept_back[0].series else None


def _problem(plan: Plan, measure: Measure, row: Observation, message: str) -> Problem:
    item = measure.items[0] if measure.items else ""
    return Problem(row.written_at.of("numerator" if row.numerator else "value"), message, _FIX, plan.id, item)


def _few(threshold: int) -> str:
    return f"Counts of people up to {threshold} can let somebody be recognised."


RULES = (
    Rule("P701", Severity.WARNING, told_counts),
    Rule("P702", Severity.WARNING, observed_counts),
    Rule("P703", Severity.WARNING, small_rests),
    Rule("P704", Severity.WARNING, open_suppressions),
)
