"""The sections on what changed in dates, measures, evidence and words; each says so when nothing did."""

from ragsite import addresses
from ragsite.figures import of, plural, words
from ragsite.model.measures import Measure, Observation
from ragsite.model.plan import Plan
from ragsite.model.reports import Correction
from ragsite.pages.changes_parts import MANY
from ragsite.pages.links import joined
from ragsite.pages.props import NOT_STATED, Props, date_cell, printed_date
from ragsite.pages.tree import item_cell
from ragsite.render import relative
from ragsite.views.changes import Changes, DateChange, MeasureChange, NewEvidence, Retold, Sense, Telling
from ragsite.views.history import Way
from ragsite.views.targets import POLARITY_WORDS
from ragsite.views.values import observed_words, period_words

SENSES = {
    Sense.LATER: "Later",
    Sense.EARLIER: "Earlier",
    Sense.SET: "First date given",
    Sense.WITHDRAWN: "Withdrawn",
    Sense.BACK: "Moved, and moved back",
    Sense.UNCLEAR: "Cannot be told",
}
TELLINGS = {Telling.FIRST: "Told for the first time", Telling.CHANGED: "Changed", Telling.SILENT: "Silent now"}
PARTS = {
    "progress": "what has been done",
    "next_steps": "what happens next",
    "risks": "risks",
    "evaluation": "what the report makes of it",
    "decision": "decision needed",
    "developments": "key developments",
    "key_developments": "key developments",
    "key_risks": "key risks",
    "status": "status word",
    "summary": "summary",
    "sections": "other sections",
}


def dates(here: str, found: Changes) -> Props:
    """Due dates that moved, from which to which, why, and who agreed."""
    rows = [_date(here, found.plan, change) for change in found.dates]
    said = [] if rows else ["No due date changed."]
    columns = ["Title", "Was due", "Is due", "Which way", "Reason", "Agreed by"]
    return _section("dates", "Due dates", said, _tables(f"Due dates that changed: {len(rows)}", columns, rows))


def _date(here: str, plan: Plan, change: DateChange) -> list[object]:
    last = change.steps[-1]
    steps = f"In {len(change.steps)} steps." if len(change.steps) > 1 else None
    was = {**date_cell(change.was), "note": printed_date(change.was)} if change.was else {"missing": "None given"}
    return [
        item_cell(here, plan, change.item),
        was,
        {**date_cell(change.now), "note": printed_date(change.now)},
        {"text": SENSES[change.sense], "note": steps},
        last.reason or {"missing": NOT_STATED},
        last.agreed_by or {"missing": NOT_STATED},
    ]


def measures(here: str, found: Changes) -> Props:
    """Measures whose latest value at the date of each report differs, with the way told by polarity."""
    plan, told = found.plan, found.measures
    rows = [_measure(here, plan, change) for change in told.moved]
    first: list[list[object]] = [[_name(here, plan, measure), _value(measure, row)] for measure, row in told.first]
    tables = [
        *_tables(f"Measures that moved: {of(len(rows), told.compared)}", ["Measure", "Was", "Is now", "Way"], rows),
        *_tables(f"First value since: {of(len(first), told.total)}", ["Measure", "Value"], first),
    ]
    return _section("measures", "Measures", _measured(found), tables)


def _measured(found: Changes) -> list[str]:
    told = found.measures
    if not told.total:
        return ["The plan has no measures."]
    if told.why:
        return [told.why]
    if not told.compared:
        both = f"No measure of {told.total} has a dated value on both sides."
    else:
        neither = "changed where no way is said to be better"
        sides = (("got better", told.better), ("got worse", told.worse), (neither, told.neither))
        moved = words([f"{len(changes) or 'none'} {way}" for way, changes in sides])
        both = f"{of(told.compared, told.total)} measures have a value on both sides: {moved}."
    still = f"{len(told.still)} have no new value." if told.still else ""
    rest = f"{of(len(told.untold), told.total)} cannot be compared." if told.untold and told.compared else ""
    known = "Compared are the latest values known at the date of each report."
    return [" ".join(part for part in (both, still, rest) if part), known]


def _measure(here: str, plan: Plan, change: MeasureChange) -> list[object]:
    measure, way = change.measure, change.change.way
    said = f"{change.change.words[0].upper()}{change.change.words[1:]}."
    polarity = POLARITY_WORDS[measure.polarity]
    if way in (Way.BETTER, Way.WORSE):
        direction = {"way": way.value, "text": "Better" if way is Way.BETTER else "Worse"}
        cell: Props = {"direction": direction, "note": f"{said} {polarity}"}
    else:
        cell = {"text": "Neither", "note": f"{said} {polarity}"}
    return [_name(here, plan, measure), _value(measure, change.was), _value(measure, change.now), cell]


def _name(here: str, plan: Plan, measure: Measure) -> Props:
    return {"text": measure.name, "href": relative(here, addresses.measure(plan.id, measure.id))}


def _value(measure: Measure, row: Observation) -> Props:
    series = f" ({row.series})" if row.series else ""
    return {"text": f"{observed_words(row, measure)}{series}", "note": period_words(row.period)}


def evidence(here: str, found: Changes) -> Props:
    """Evidence that is named for an item for the first time."""
    rows = [_pieces(here, found.plan, new) for new in found.evidence]
    pieces = len({piece.id for new in found.evidence for piece in new.pieces})
    named = f"{plural(pieces, 'piece', 'pieces')} of evidence for {plural(len(rows), 'item', 'items')}"
    said = [f"Named for the first time: {named}."] if rows else ["No evidence was added."]
    tables = _tables(f"New evidence: {named}", ["Title", "Evidence"], rows, folds=True)
    return _section("evidence", "Evidence", said, tables)


def _pieces(here: str, plan: Plan, new: NewEvidence) -> list[object]:
    links = [(piece.title, relative(here, addresses.evidence(plan.id, piece.id))) for piece in new.pieces]
    return [item_cell(here, plan, new.item), joined(links)]


def told(here: str, found: Changes) -> Props:
    """Where the words differ: on which items, and in which parts."""
    rows = [_retold(here, found.plan, one) for one in found.told]
    numbers = {telling: sum(one.telling is telling for one in found.told) for telling in Telling}
    counted = words([f"{number} {TELLINGS[telling].lower()}" for telling, number in numbers.items() if number])
    said = [f"Words on the plan and its items: {counted}."] if rows else ["The words on progress did not change."]
    tables = _tables(f"Words that changed: {len(rows)}", ["About", "How", "Parts"], rows, folds=True)
    return _section("words", "Words", said, tables)


def _retold(here: str, plan: Plan, one: Retold) -> list[object]:
    subject: Props = {"text": "The plan as a whole"} if one.item is None else item_cell(here, plan, one.item)
    parts = words(list(dict.fromkeys(PARTS[name] for name in one.parts)))
    return [subject, TELLINGS[one.telling], parts]


def corrections(here: str, found: Changes) -> Props:
    """Mistakes of this site that were mended after the report had been published."""
    plan = found.plan
    rows: list[list[object]] = [
        [date_cell(one.date), one.text, _corrected(here, plan, one)] for one in found.after.corrections
    ]
    said = [] if rows else ["Nothing was corrected after this report was published."]
    tables = _tables(f"Corrections: {len(rows)}", ["Date", "What was wrong", "About"], rows)
    return _section("corrections", "Corrections", said, tables)


def _corrected(here: str, plan: Plan, one: Correction) -> Props:
    item = plan.item_by_id.get(one.item or "")
    return item_cell(here, plan, item) if item else {"text": "The plan as a whole"}


def _section(key: str, title: str, sentences: list[str], tables: list[Props]) -> Props:
    return {"id": key, "title": title, "sentences": sentences, "warning": None, "tables": tables}


def _tables(caption: str, columns: list[str], rows: list[list[object]], *, folds: bool = False) -> list[Props]:
    """One table, folded when it may be and is long; none without rows."""
    if not rows:
        return []
    is_long = folds and len(rows) > MANY
    return [
        {
            "caption": caption,
            "columns": columns,
            "rows": rows,
            "dense": is_long,
            "fold": caption if is_long else None,
            "caption_hidden": is_long,
        }
    ]
