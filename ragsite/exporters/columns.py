"""Every table and column of the open data, described once: for the files, for programs, for people."""

from enum import StrEnum

from ragsite.exporters.column import Column, Link, Table, Type
from ragsite.model.dates import Precision
from ragsite.model.evidence import EvidenceKind
from ragsite.model.items import RefBasis
from ragsite.model.measures import ObservationStatus, Polarity, PolarityBasis
from ragsite.model.reports import DateBasis
from ragsite.model.scales import Basis, Tone

CSV_NOTE = (
    "The files are UTF-8 text with commas and line ends as in RFC 4180. Names of columns stand in the first "
    "line. An empty cell means that there is no value. Where text begins with =, +, -, @, a tab or a line "
    "break, one apostrophe stands in front, so that no spreadsheet takes it for a formula. Text that begins "
    "with apostrophes and then such a sign has one more. Take one away to get the exact text. Numbers are "
    "never changed."
)
"""How every CSV file is written, for readers of the data page and of `datapackage.json`."""


def _allowed(values: type[StrEnum]) -> tuple[str, ...]:
    return tuple(value.value for value in values if value.value)


_PLAN = Column("plan", "The plan's id.", is_required=True)
_ITEM = Column("item", "The item's id, which never changes.", is_required=True)
_REF = Column("ref", "The item's reference as the source prints it; empty where it prints none.")
_SOURCE = Column(
    "source",
    "Where the fact stands: line numbers of the source text, after the document's id if there are several.",
)
_FIRST_DAY = "The first day that {} may mean."
_LAST_DAY = "The last day that {} may mean."
_DATE_FORMS = "a day (2018-04-01), month (2018-04), year (2018), quarter (2018-Q3), financial year (2017/18) …"

ITEMS = Table(
    "items",
    "Items",
    "One row for each item of the plan at every level, in the order of the source.",
    (
        _PLAN,
        _ITEM,
        _REF,
        Column(
            "kind",
            "The item's level in the plan, such as recommendation or success-measure.",
            is_required=True,
        ),
        Column("parent", "The id of the item above it; empty at the top."),
        Column("title", "What the item is called.", is_required=True),
        Column("owners", "Who answers for it, joined by “; ”: roles, and names only where the plan shows them."),
        Column("topics", "Ids of the topics it belongs to, joined by “; ”."),
        Column("recommendations", "Ids of the recommendations it answers, joined by “; ”."),
        Column(
            "added_in",
            "The id of the report in which it joined the plan; empty when it was there from the start.",
        ),
        Column("closed_in", "The id of the report in which it was closed; empty while it is open."),
        Column("url", "The address of its page."),
        Column(
            "ref_basis",
            "Whether the reference is printed, inferred, or does not exist.",
            allowed=_allowed(RefBasis),
        ),
        Column("missing", "True where the source names the item but does not describe it.", Type.BOOLEAN),
        Column("split_into", "Ids of the items it was split into, joined by “; ”."),
        Column("merged_into", "The id of the item it was merged into."),
        _SOURCE,
    ),
    key=("plan", "item"),
    links=(Link("parent", "", "item"), Link("merged_into", "", "item")),
)

RATINGS = Table(
    "ratings",
    "Ratings",
    "One row for each item in each report that it was in, also when the report does not rate it. The levels "
    "of one plan must not be compared with those of another: plan.json gives each level's own meaning.",
    (
        _PLAN,
        _ITEM,
        _REF,
        Column("report", "The report's id.", is_required=True),
        Column(
            "as_at",
            f"The date that the report speaks of: {_DATE_FORMS} Empty where it is not stated or not clear.",
        ),
        Column("level", "The id of the rating's level in the plan's own scale; empty when not rated."),
        Column("label", "What the plan calls the level, or “Not rated”.", is_required=True),
        Column("tone", "The colour in which the level is shown; empty when not rated.", allowed=_allowed(Tone)),
        Column("as_printed", "The rating's cell exactly as the source prints it; empty where it is blank."),
        Column(
            "basis",
            "What the rating rests on: a printed cell, the narrative, or an inference. Empty where the "
            "report gives no rating for the item.",
            allowed=_allowed(Basis),
        ),
        Column("not_rated_reason", "Why there is no rating; empty when there is one."),
        Column("level_name", "The few words that explain the label, where it has any."),
        Column("basis_note", "How the rating is known, where the content says it."),
        Column("change_reason", "Why the rating changed, where the report says it."),
        Column("status_word", "The word for the item's status that the report prints beside the rating."),
        Column("previous_level", "The level that the report itself states for the time before."),
        Column("previous_as_printed", "That earlier rating exactly as this report prints it."),
        Column(
            "overdue",
            "True or false as at the report's date, by the date then due; empty: cannot be told.",
            Type.BOOLEAN,
        ),
        Column("overdue_note", "Why the item counts as overdue or not, or why that cannot be told."),
        Column(
            "as_at_basis",
            "Whether the report's date is printed, inferred or not stated.",
            allowed=_allowed(DateBasis),
        ),
        Column(
            "scale",
            "The id of the version of the scale that the report uses; plan.json defines it.",
            is_required=True,
        ),
        _SOURCE,
    ),
    key=("plan", "item", "report"),
    links=(Link("item", "items", "item"),),
)

DATES = Table(
    "dates",
    "Due dates",
    "One row for each due date that an item has had: the first, and one for each change. Dates of milestones "
    "are not among them.",
    (
        _PLAN,
        _ITEM,
        _REF,
        Column("report", "The report from which the date applies; for the first date, the first with the item."),
        Column("due", f"The due date: {_DATE_FORMS} Empty where the printed date does not say clearly."),
        Column(
            "precision",
            "How exact the date is, or why it is not clear.",
            allowed=_allowed(Precision),
            is_required=True,
        ),
        Column("as_printed", "The date exactly as the source prints it."),
        Column("first_due", "The first due date that was given; empty where that is not clear."),
        Column(
            "moves",
            "How often, up to this row, a date that had been given was changed or withdrawn. A date in place "
            "of “to be confirmed” is not a move.",
            Type.INTEGER,
            is_required=True,
        ),
        Column("reason", "Why the date changed, where the report says it."),
        Column("agreed_by", "Who agreed the change, where the report says it."),
        Column("words", "The due date in words.", is_required=True),
        Column("first_day", _FIRST_DAY.format("the due date"), Type.DATE),
        Column("last_day", _LAST_DAY.format("the due date"), Type.DATE),
        Column("note", "How the printed date was read, where that needs saying."),
        _SOURCE,
    ),
    links=(Link("item", "items", "item"),),
)

MEASURES = Table(
    "measures",
    "Measures",
    "One row for each measure: what is counted, which way is better, where it began and what it is to reach.",
    (
        _PLAN,
        Column("measure", "The measure's id.", is_required=True),
        Column("item", "Ids of the items it belongs to, joined by “; ”."),
        Column("name", "What the measure is called.", is_required=True),
        Column("unit", "What its values count.", is_required=True),
        Column("polarity", "Which way is better.", allowed=_allowed(Polarity), is_required=True),
        Column(
            "baseline",
            "The value it started from, written as one entry of targets.",
        ),
        Column(
            "targets",
            "What is to be reached by when, joined by “; ”. An entry is a date, “=” and what is to be reached: "
            '2018-03=90 or 2020-03="In place". Text stands between quotation marks as in JSON. A date that is not '
            "clear stands as text; “undated” means that the source gives no date. A series stands in square "
            'brackets after the date: 2018-03["Early help"]=90.',
        ),
        Column(
            "comparators",
            "What others reached, written as in targets. The name and kind of the other stand in front: "
            '"England" (national) 2016/17=76.',
        ),
        Column("definition", "What exactly is measured (Markdown); empty where the source does not say."),
        Column("polarity_basis", "Whether the source says which way is better.", allowed=_allowed(PolarityBasis)),
        Column("decimals", "How many decimal places the source prints.", Type.INTEGER),
        Column("url", "The address of its page."),
        _SOURCE,
    ),
    key=("plan", "measure"),
)

OBSERVATIONS = Table(
    "observations",
    "Observations",
    "One row for each value of a measure, or for the reason why there is none.",
    (
        _PLAN,
        Column("measure", "The measure's id.", is_required=True),
        Column("period", f"When the value was found: {_DATE_FORMS} Empty where that is not stated or not clear."),
        Column("series", "What tells values of one period apart, such as a team or the year to date."),
        Column(
            "value",
            "The value in the measure's unit; empty where the source prints words or none, or where it is kept back.",
            Type.NUMBER,
        ),
        Column("numerator", "How many, where the value is a share and the source gives the counts.", Type.NUMBER),
        Column("denominator", "Of how many, where the source gives the counts.", Type.NUMBER),
        Column(
            "status",
            "How sure the value is, or why there is none; empty for a final value. Suppressed, shown as [c]: kept back "
            "so that nobody can be recognised; it is not nought.",
            allowed=_allowed(ObservationStatus),
        ),
        Column("as_printed", "The value exactly as the source prints it."),
        Column("note", "What a reader must know of the value."),
        Column("period_as_written", "The period as the content gives it."),
        Column("period_first_day", _FIRST_DAY.format("the period"), Type.DATE),
        Column("period_last_day", _LAST_DAY.format("the period"), Type.DATE),
        _SOURCE,
    ),
    links=(Link("measure", "measures", "measure"),),
)

EVIDENCE = Table(
    "evidence",
    "Evidence",
    "One row for each use of a piece of evidence: an item, and the report that names it. A piece that "
    "nothing uses has one row without item and report.",
    (
        _PLAN,
        Column("evidence", "The id of the piece of evidence.", is_required=True),
        Column("item", "The id of the item that rests on it; empty where nothing does."),
        Column("report", "The id of the report that names it; empty where the register itself names the item."),
        Column("kind", "What kind of evidence it is.", allowed=_allowed(EvidenceKind), is_required=True),
        Column("title", "What it is called.", is_required=True),
        Column("date", f"Its date: {_DATE_FORMS} Empty where that is not stated or not clear."),
        Column("shows", "What it shows (Markdown)."),
        Column("does_not_show", "What it does not show, where a reader might think so (Markdown)."),
        Column("link", "Where it is published, if it is."),
        Column("date_as_written", "Its date as the content gives it."),
        Column("held_by", "Who holds it."),
        _SOURCE,
    ),
    links=(Link("item", "items", "item"),),
)

TABLES = (ITEMS, RATINGS, DATES, MEASURES, OBSERVATIONS, EVIDENCE)
"""The tables of each plan, in the order in which they are shown."""

DOCUMENTS = {
    "plan.json": "Everything that is published of the plan, as one document.",
    "datapackage.json": "What each CSV file and column holds, for programs (Frictionless Data Package).",
    "csv-metadata.json": "The same as CSV on the Web (W3C).",
}
"""The files of each plan beside its tables, each with what it holds."""
