"""Small counts of people, in words and in data, as the door to the public finds and keeps them back."""

from collections.abc import Iterable, Iterator
from itertools import chain

from ragsite.checks.concordance import places_with
from ragsite.checks.latest import kept_for_latest
from ragsite.checks.prose import Said, site_texts, texts_of
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.disclosure.figures import Layer, Row, rows_of
from ragsite.disclosure.limits import Range, is_small, threshold_of, values_count_people
from ragsite.disclosure.people import OF_PEOPLE
from ragsite.disclosure.secrets import is_counting_people
from ragsite.disclosure.values import is_few_stated
from ragsite.disclosure.words import Kind, Told, secrets_in
from ragsite.figures import number
from ragsite.model.plan import Plan
from ragsite.problems import Severity

FIX = (
    "Readers see “[c]” in its place. Better give a rounded figure, a range or a share, or leave it out. If the source"
    " has published it and restating it tells nothing new, {}; then it stands as printed."
)
REWORD = (
    "Give a rounded figure, a range or a share, or leave it out. The site's own words are shown as they are written."
)
WAIVE = "waive this finding and say why"
PERMIT = "say so in the measure's “disclosure: publish_as_printed”"


def told_counts(context: Context) -> Iterator[Problem]:
    """P701: a text counts so few people that one of them may be recognised. Readers see `[c]` in its place.

    Small is from 1 up to the site's `disclosure_threshold`, in digits or words. What the site says of itself, its
    topics and its glossary are shown as they are written, so reword them.
    Fails: `3 of 37 children had previous plans`, `one family of three children`. Passes: `section 47`, `16 and 17 year
    olds`, `Key Stage 2`, `fewer than 5 children`, `two weeks`, `3 social workers`.
    """
    threshold = context.site.settings.disclosure_threshold
    for said, one in _secrets(context, Kind.SMALL):
        yield said.problem(f"{said.owner} counts “{one.quote}”. {_few(threshold)}", text_fix(said))


def observed_counts(context: Context) -> Iterator[Problem]:
    """P702: a value or a stated count is so small that one of the people counted may be recognised.

    Readers see `[c]` in its place. A share counts by its numerator or, without one, by what it comes to.
    Fails: the value 3 of a measure in children; the numerator 3 of a share of children. Passes: 3 meetings, 3%.
    """
    for plan, row, threshold in _open_rows(context):
        for layer in (Layer.PART, Layer.WHOLE):
            count = row.numbers.get(layer)
            if count and is_small(count, threshold):
                what = f"Measure “{row.measure.name}” counts {_number(count)} {_people(row)}"
                yield row_problem(plan, row, f"{what}. {_few(threshold)}", FIX.format(PERMIT))
                break
    threshold = context.site.settings.disclosure_threshold
    for plan in context.site.plans:
        for report in (one for one in plan.reports if one.publish):
            for one in report.statements:
                if is_few_stated(one, threshold):
                    counted = f"counts {number(one.numerator)}" if one.numerator else "counts few people"
                    where = one.written_at.of("numerator")
                    message = f"“{one.label}” {counted}. {_few(threshold)}"
                    yield Problem(where, message, FIX.format(WAIVE), plan.id, one.item or "", report.id)


def small_rests(context: Context) -> Iterator[Problem]:
    """P703: a part or a share of a number of people is told with that number, and few people follow from it.

    Readers see `[c]` in place of the part or the share.
    Fails: `34 of 37 children`, as the other 3 can be worked out; `98% of 161 care leavers`; `3% of 90 children`.
    Passes: `30 of 37 children`.
    """
    threshold = context.site.settings.disclosure_threshold
    for said, one in _secrets(context, Kind.REST):
        few = f"{number(one.few)}{_at_most(is_rounded='%' in one.quote)}"
        told = f"{said.owner} says “{one.quote}”, from which a count of {few} follows"
        yield said.problem(f"{told}. {_few(threshold)}", text_fix(said))
    for plan, row, threshold in _open_rows(context):
        part, whole = row.numbers.get(Layer.PART), row.numbers.get(Layer.WHOLE)
        if part is None or whole is None or is_small(part, threshold) or is_small(whole, threshold):
            continue
        rest = (whole[0] - part[1], whole[1] - part[0])
        if rest[0] > 0 and is_small(rest, threshold):
            left = f"{number(int(rest[1]))}{_at_most(is_rounded=rest[0] != rest[1])}"
            told = f"Measure “{row.measure.name}” gives a whole of {_number(whole)}, and its value leaves {left}"
            yield row_problem(plan, row, f"{told}. {_few(threshold)}", FIX.format(PERMIT))


@kept_for_latest
def rows(plan: Plan) -> tuple[Row, ...]:
    """The values of a plan's measures: see `rows_of`."""
    return rows_of(plan)


def row_problem(plan: Plan, row: Row, message: str, fix: str) -> Problem:
    """A problem at the number of a value, or at the baseline that it is."""
    measure, seen = row.measure, row.observation
    base = measure.baseline if row.is_baseline else None
    place = (base or seen).written_at.of("numerator" if seen.numerator else "value" if seen.value else "status")
    return Problem(place, message, fix, plan.id, measure.items[0] if measure.items else "")


def text_fix(said: Said) -> str:
    """How a small count in a text is mended: a plan's is kept back or permitted, one in the site's own words stands."""
    return FIX.format(WAIVE) if said.plan else REWORD


def _secrets(context: Context, kind: Kind) -> Iterator[tuple[Said, Told]]:
    """Every number of that kind in a text, once for the same words."""
    threshold = context.site.settings.disclosure_threshold
    in_plans = (_secrets_in(plan, threshold) for plan in context.site.plans)
    for said, told in (*_telling(site_texts(context.site), threshold), *chain.from_iterable(in_plans)):
        found = {one.quote: one for one in told if one.kind is kind}
        yield from ((said, one) for one in found.values() if said.plan or not _is_any_one(one))


@kept_for_latest
def _secrets_in(plan: Plan, threshold: int) -> tuple[tuple[Said, tuple[Told, ...]], ...]:
    told = texts_of(plan)
    return tuple(_telling((told[place] for place in places_with(plan, OF_PEOPLE)), threshold))


def _telling(texts: Iterable[Said], threshold: int) -> Iterator[tuple[Said, tuple[Told, ...]]]:
    """The texts that tell a number which is to be kept back, with what they tell."""
    for said in texts:
        if said.field != "name" and not said.is_permitted and (told := secrets_in(said.text, threshold)):
            yield said, told


def _is_any_one(told: Told) -> bool:
    """True for “one family” and the like: where the site explains a word, that is any family, not a certain one."""
    return told.quote.casefold().startswith("one ")


def _open_rows(context: Context) -> Iterator[tuple[Plan, Row, int]]:
    """The values that count people and are not kept back, with the threshold of their measure."""
    for plan in context.site.plans:
        for row in rows(plan):
            if is_counting_people(row) and not row.is_kept_back:
                yield plan, row, threshold_of(row.measure, context.site.settings.disclosure_threshold)


def _people(row: Row) -> str:
    return row.measure.unit if values_count_people(row.measure) else "people"


def _number(count: Range) -> str:
    low, high = (number(float(one) if one.denominator > 1 else int(one), 0) for one in count)
    return low if low == high else f"{low} to {high}"


def _at_most(*, is_rounded: bool) -> str:
    """A rest worked out from a rounded share is the largest that it may be."""
    return " at most" if is_rounded else ""


def _few(threshold: int) -> str:
    return f"Counts of people up to {threshold} can let somebody be recognised."


RULES = (
    Rule("P701", Severity.WARNING, told_counts),
    Rule("P702", Severity.WARNING, observed_counts),
    Rule("P703", Severity.WARNING, small_rests),
)
