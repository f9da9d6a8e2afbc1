"""Thurrock, 2018: items, ratings, dates and owners of every success measure, as the rows of the plan have them."""

import re
from collections import Counter
from typing import NamedTuple

import pytest

from ragsite.model.dates import Precision
from ragsite.model.items import OwnerKind
from ragsite.model.plan import Plan
from ragsite.model.site import Site
from tests.content.facts import Row, rows

PLAN = "thurrock-2018"
REPORTS = ("initial", "2018-01", "2018-03", "2018-05")
ASSISTANT_DIRECTOR = "Assistant Director Children's Social Care"
CORPORATE_DIRECTOR = "Corporate Director of Children's Services"
ROLES = {"AD": ASSISTANT_DIRECTOR, "CD": CORPORATE_DIRECTOR, "DIR": "Director of Children's Services"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ODD_DATES = {
    "01 April 2018": ("2018-04-01", "day"),
    "01/16/2018": ("2018-01-16", "day"),
    "01/02/18": ("", "ambiguous"),
    "Jun": ("", "no-year"),
}
# Line and item | ratings, "-" for a blank cell | date | leads | responsible officers | words of the success measure.
TABLE = """
    153 p1-a1-s1 | 4 4 0 0 | Jan-18 | AD |  | senior management
    154 p1-a1-s2 | 4 4 0 0 | Apr-18 | AD |  | Service Leader posts
    155 p1-a2-s1 | 2 2 0 0 | Sep-18 | AD | Joe Tynan | Signs of Safety
    156 p1-a3-s1 | 4 4 0 0 | 01 April 2018 | AD | Joe Tynan; Janet Simon | Caseloads average 18
    157 p1-a4-s1 | 2 4 0 0 | Jan-18 | AD | Janet D | recruitment and retention
    158 p1-a5-s1 | 2 4 0 0 | May-18 |  |  | 2018 PDR
    159 p1-a6-s1 | 2 2 0 0 | Sep-18 | Joe Tynan | Neale Laurie | 90% of social workers
    160 p1-a7-s1 | 2 2 0 0 | Jan-18 | Wendy Brown; Improvement consultant |  | middle and front line
    176 p2-a1-s1 | 2 2 0 0 | Apr-18 | Clare Moore | Teresa Goulding | Partners refer early
    177 p2-a1-s2 | 2 2 0 0 | Jun-18 | Clare Moore | Joe Tynan | step down from social care
    178 p2-a1-s3 | 2 2 0 0 | Jul-18 | Clare Moore | Teresa Goulding | QA framework
    179 p2-a1-s4 | 2 3 0 0 | Apr-18 | Clare Moore | Neale Laurie | 70%
    180 p2-a1-s5 | 2 2 0 0 | Apr-18 | Clare Moore | Teresa Goulding | thresholds between early help
    181 p2-a1-s6 | 2 2 0 0 | Apr-18 | Clare Moore | Teresa Goulding | 15 days
    182 p2-a1-s7 | 1 4 0 0 | Apr-18 | Clare Moore | Teresa Goulding | MASH
    183 p2-a1-s8 | 1 1 0 0 | Apr-18 | Clare Moore | Teresa Goulding | CAF
    193 p3-a1-s1 | 3 4 0 0 | Apr-18 | Joe Tynan | Shadiat Ogu | contacts and referrals
    194 p3-a2-s1 | 2 2 0 0 | Apr-18 | Joe Tynan |  | known visitors
    195 p3-a3-s1 | 2 4 0 0 | Apr-18 | Joe Tynan | Neale Laurie | 5 working days
    196 p3-a4-s1 | 2 2 0 0 | Oct-16 | Strategic Leaders; All Service Managers | Neale Laurie | NFA
    197 p3-a5-s1 | 2 2 0 0 | Apr-17 | Joe Tynan | Neale Laurie | risk assessment tools
    198 p3-a6-s1 | 2 2 0 0 | Apr-18 | Strategic Leads; All Service Managers | Neale Laurie | pathway plans are good
    199 p3-a8-s1 | 2 3 0 0 | Apr-18 | Strategic Leads; All Service Managers | Wendy Brown | communication difficulties
    200 p3-a9-s1 | 2 2 0 0 | Apr-17 | Joe Tynan | Neale Laurie | CIN or CP plan
    201 p3-a7-s1 | 2 4 0 0 | Mar-17 | Joe Tynan | Neale Laurie | 20 weeks
    202 p3-a10-s1 | 2 2 0 0 | Mar-17 | Strategic Leads; Service Managers | Neale Laurie | within 24 hours
    203 p3-a11-s1 | 2 3 0 0 | Jun-17 | Clare Moore |  | EHC Plans
    204 p3-a11-s2 | 2 3 0 0 | Jun-17 | Strategic Leads; Service Managers |  | older children
    205 p3-a11-s3 | 2 3 0 0 | Jul-17 | Clare Moore |  | 95%
    206 p3-a11-s4 | 2 3 0 0 | Jun-17 | Clare Moore |  | education, training and employment
    207 p3-a11-s5 | 2 2 0 0 | Jun-17 | Strategic Leads; Service Managers | Neale Laurie | 70% of case audits
    208 p3-a12-s1 | 2 2 0 0 | Dec-16 | Joe Tynan | Neale Laurie | escalation procedure
    209 p3-a14-s1 | 2 2 0 0 | Jun-17 | Joe Tynan | Neale Laurie | categories for CPPs
    210 p3-a15-s1 | 2 2 0 0 |  | Joe Tynan | Neale Laurie | 10%
    211 p3-a17-s1 | 2 2 0 0 |  | Neale Laurie |  | 20 working days
    212 p3-a18-s1 | 1 1 0 0 |  | Neale Laurie |  | second CLA review
    213 p3-a18-s2 | 2 2 0 0 |  | Neale Laurie |  | records of second reviews
    228 p4-a1-s1 | 2 3 0 re | Apr-18 | Sue Green |  | Placement Sufficiency
    229 p4-a2-s1 | 2 3 0 0 | Jun-18 | Janet Simon |  | placement panel
    230 p4-a2-s2 | 1 1 0 0 | Apr-18 | AD |  | Edge of care
    231 p4-a3-s1 | 2 4 0 0 | Jan-18 | Headteacher Virtual School |  | aged 4-19
    232 p4-a3-s2 | 2 3 0 0 | Apr-18 | Headteacher Virtual School |  | gap between
    233 p4-a3-s3 | 2 4 0 0 | Sep-18 | Headteacher Virtual School |  | 90% of looked after
    234 p4-a4-s1 | 2 3 0 0 | Sep-18 | Headteacher Virtual School |  | 80% of eligible
    235 p4-a4-s2 | 2 3 0 0 | Jan-18 | Headteacher Virtual School |  | SMART and ambitious
    236 p4-a5-s1 | 2 2 0 0 | Mar-18 | Janet Simon |  | Enquiries from foster carers
    237 p4-a5-s2 | 2 2 0 0 | Apr-18 | Janet Simon |  | delegated authority
    238 p4-a5-s3 | 2 2 0 0 | Apr-18 | Janet Simon |  | DBS updates
    239 p4-a6-s1 | 2 2 0 0 | Apr-18 | Janet Simon |  | awareness campaign
    240 p4-a6-s2 | 2 3 0 0 | Apr-18 | Janet Simon |  | every 12 weeks
    241 p4-a6-s3 | 2 3 0 0 | Jun | Joe Tynan |  | FGC
    242 p4-a6-s4 | 2 2 0 0 | Apr-18 | Janet Simon |  | SGO initial
    243 p4-a6-s5 | 2 2 - - |  |  |  | Viability assessments
    244 p4-a6-s6 | 2 2 - - |  |  |  | “Identify” (as printed)
    247 p4-a7-s1 | 2 3 0 0 | Mar-18 | Nicole Laurie |  | voluntary arrangements
    248 p4-a7-s2 | 2 3 0 0 | 01/16/2018 | Janet Simon |  | 25% of CLA
    249 p4-a8-s1 | 2 3 0 0 | Apr-18 | Nicole Laurie |  | 4 months
    250 p4-a8-s2 | 2 3 0 0 | Apr-17 | Strategic Leads; Service Managers |  |
    251 p4-a9-s1 | 2 4 0 0 | 01/02/18 | Janet Simon |  | RCOs check
    252 p4-a10-s1 | 2 4 0 0 | Dec-15 | Coram Contract |  | potential adopters
    253 p4-a10-s2 | 2 4 0 0 |  | Janet Simon |  | Adoption score card
    254 p4-a11-s1 | 2 4 0 0 | Apr-17 | Janet Simon |  | post-adoption support offer
    255 p4-a11-s2 | 2 4 0 0 | Apr-17 | Janet Simon |  | 6 weeks
    256 p4-a11-s3 | 2 2 0 0 |  | Janet Simon |  | 60 additional carers
    257 p4-a11-s4 | 2 3 0 0 | Apr-17 | Janet Simon |  | adoption breakdowns
    258 p4-a12-s1 | 2 3 0 0 | Mar-16 | Janet Simon |  | whose plan changes
    275 p5-a1-s1 | 2 2 0 0 | Mar-17 | Strategic Leads; Service Managers | Neale Laurie | 90% of children on
    276 p5-a2-s1 | 2 2 0 0 | Sep-16 | Janet Simon |  | Children in Care Council
    277 p5-a3-s1 | 2 2 0 - | Mar-17 | Janet Simon |  | Corporate Parenting Board's annual report
    290 p6-a1-s1 | 1 3 0 0 | Jan-18 | Janet Simon |  | gang affiliation
    291 p6-a2-s1 | 2 2 0 0 | Jan-18 | Janet Simon |  | by gangs
    305 p7-a1-s1 | 3 3 0 0 | Apr-17 | Michele Lucas | Patience Koleosho | 90% of their care leavers
    306 p7-a2-s1 | 2 3 0 0 | Dec-17 | Michele Lucas |  | rights and entitlements
    307 p7-a3-s1 | 2 2 0 0 | Dec-17 | Janet Simon | Adriana Cimpean | 95% up to date
    308 p7-a3-s2 | 2 2 0 0 | Jul-17 | Janet Simon | Adriana Cimpean | reviewed in the required timescales
    309 p7-a4-s1 | 2 2 0 0 | Apr-17 | Michele Lucas | Patience Koleosho | apprenticeships
    310 p7-a4-s2 | 2 2 0 0 |  | Michele Lucas | Patience Koleosho | education, employment or training
    311 p7-a4-s3 | 3 3 0 0 | Apr-17 | Head of Housing |  | enough accommodation
    312 p7-a4-s4 | 3 3 0 0 | Apr-18 | Head of Housing |  | more choice
    313 p7-a5-s1 | 2 2 0 0 | Jun-17 | CLA Nurse |  | Health Passport
    326 p8-a1-s1 | 3 3 0 Jan-00 | Nov-16 | CD |  | H&WB
    327 p8-a1-s2 | 3 3 0 0 | Jan-17 |  |  | local need
    328 p8-a1-s3 | 3 3 0 0 | Nov-16 |  |  | Priorities are agreed
    329 p8-a1-s4 | 3 3 0 0 | Dec-16 |  |  | multi-agency partners
    330 p8-a2-s1 | 3 3 0 0 | Apr-17 | AD | Janet Simon | Corporate parenting board
    331 p8-a2-s2 | 3 3 0 0 | May-17 |  |  | Cabinet
    332 p8-a3-s1 | 3 3 0 0 | Mar-16 |  | DIR | LSCB Chair
    333 p8-a3-s2 | 3 3 0 0 | Jan-18 | DCS | AD | performance group
    334 p8-a4-s1 | 3 3 0 0 |  |  | DIR | quality assurance framework
    335 p8-a5-s1 | 2 3 0 0 | Feb-18 | AD | Iqbal | datasets
    336 p8-a5-s2 | 2 3 0 0 | Feb-18 | AD |  | performance meeting
    337 p8-a5-s3 | 2 3 0 0 | Feb-18 | CD |  | DCS performance Board
    338 p8-a5-s4 | 2 2 0 0 | Feb-18 | AD |  | Performance Management Information
    339 p8-a6-s1 | 3 4 0 0 | May-17 | AD |  | Terms of Reference
    340 p8-a6-s2 | 3 3 0 0 | Apr-18 | DIR |  | corporate parenting group
    341 p8-a6-s3 | 2 4 0 0 | Sep-17 | Neale Laurie |  | best practice guidance
    342 p8-a6-s4 | - - - - |  |  |  | manual of strategies
    343 p8-a6-s5 | 3 3 0 0 | Sep-17 | AD |  | Sign of Safety
    344 p8-a6-s6 | 2 2 0 0 | Feb-18 | Iqbal |  | Implementation Plan
    345 p8-a6-s7 | 2 2 0 0 | Feb-18 | Strategic Leads; Service Managers |  | recording system
"""


class Fact(NamedTuple):
    """One row of the source."""

    line: str
    item: str
    ratings: tuple[str, ...]
    due: str
    leads: tuple[str, ...]
    responsible: tuple[str, ...]
    words: str


def _fact(row: Row) -> Fact:
    place, ratings, due, leads, responsible, words = row
    line, item = place.split()
    printed = tuple("" if cell == "-" else cell for cell in ratings.split())
    return Fact(line, item, printed, due, _people(leads), _people(responsible), words)


def _people(cell: str) -> tuple[str, ...]:
    return tuple(ROLES.get(one, one) for one in cell.split("; ") if one)


FACTS = tuple(_fact(row) for row in rows(TABLE))


@pytest.fixture(scope="module")
def plan(site: Site) -> Plan:
    return next(plan for plan in site.plans if plan.id == PLAN)


def test_there_are_eight_priorities_and_a_hundred_success_measures(plan: Plan, csv) -> None:
    assert [item.id for item in plan.tree] == [f"p{number}" for number in range(1, 9)]
    assert [sum(len(action.items) for action in item.items) for item in plan.tree] == [8, 8, 21, 29, 3, 2, 9, 20]
    assert [len(item.items) for item in plan.tree] == [7, 1, 18, 12, 3, 2, 5, 6]
    kinds = Counter(row["kind"] for row in csv(PLAN, "items"))
    assert kinds == {"priority": 8, "action": 54, "success-measure": 100}


def test_every_success_measure_stands_for_one_row_of_the_source(plan: Plan) -> None:
    found = {item.id: item.source for item in plan.rated_items}
    assert found == {fact.item: fact.line for fact in FACTS}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.item)
def test_a_success_measure_says_what_its_row_says(plan: Plan, fact: Fact) -> None:
    item = plan.item_by_id[fact.item]
    text = " ".join(passage.text for passage in (*item.text, *item.success))
    assert fact.words.lower() in text.lower()
    assert bool(text) == bool(fact.words)


def test_the_one_row_without_a_success_measure_says_so(plan: Plan) -> None:
    item = plan.item_by_id["p4-a8-s2"]
    assert item.title.startswith("Success measure not printed")
    assert "cell of this row is empty" in item.notes[0].text


@pytest.mark.parametrize("place", range(4), ids=REPORTS)
def test_every_rating_is_as_printed(plan: Plan, csv, place: int) -> None:
    report = plan.report_by_id[REPORTS[place]]
    expected = {fact.item: fact.ratings[place] for fact in FACTS}
    levels = {item: printed if printed in "1234" else "" for item, printed in expected.items()}
    rated = {item.id: plan.rating(report, item) for item in plan.rated_items}
    assert {item: one.printed for item, one in rated.items()} == expected
    assert {item: one.level.id if one.level else "" for item, one in rated.items()} == levels
    table = [row for row in csv(PLAN, "ratings") if row["report"] == report.id]
    assert {row["item"]: row["as_printed"] for row in table} == expected
    assert {row["item"]: row["level"] for row in table} == levels
    assert all(row["not_rated_reason"] for row in table if not row["level"])
    assert len(table) == 100


def test_how_often_each_value_is_printed(csv) -> None:
    table = Counter((row["report"], row["as_printed"]) for row in csv(PLAN, "ratings"))
    assert {value: table["initial", value] for value in ("1", "2", "3", "4", "")} == dict(
        zip(("1", "2", "3", "4", ""), (5, 75, 16, 3, 1), strict=True)
    )
    assert {value: table["2018-01", value] for value in ("1", "2", "3", "4", "")} == dict(
        zip(("1", "2", "3", "4", ""), (3, 40, 38, 18, 1), strict=True)
    )
    assert (table["2018-03", "0"], table["2018-03", ""]) == (97, 3)
    assert [table["2018-05", value] for value in ("0", "", "re", "Jan-00")] == [94, 4, 1, 1]


def test_thirty_nine_went_up_by_january_2018_and_none_went_down(csv) -> None:
    levels = {(row["item"], row["report"]): row["level"] for row in csv(PLAN, "ratings")}
    moves = Counter(_way(levels[fact.item, "initial"], levels[fact.item, "2018-01"]) for fact in FACTS)
    assert moves == {"up": 39, "same": 60, "unknown": 1}


def test_the_reports_speak_of_the_periods_printed(plan: Plan, csv) -> None:
    assert tuple(report.id for report in plan.reports) == REPORTS
    periods = {(row["report"], row["as_at"]) for row in csv(PLAN, "ratings")}
    assert periods == {("initial", ""), ("2018-01", "2018-01"), ("2018-03", "2018-03"), ("2018-05", "2018-05")}


def test_a_three_is_on_track_and_only_four_and_five_are_finished(plan: Plan) -> None:
    levels = plan.facts.scales[0].levels
    assert [level.label for level in levels] == ["1", "2", "3", "4", "5"]
    assert [level.id for level in levels if level.claims.finished] == ["4", "5"]
    assert [level.id for level in levels if level.claims.on_time] == ["3"]
    assert [level.id for level in levels if level.claims.removable] == ["5"]
    assert [level.id for level in levels if level.claims.needs_evidence] == ["3", "4", "5"]


@pytest.mark.parametrize("fact", [fact for fact in FACTS if fact.due], ids=lambda fact: fact.item)
def test_every_date_is_as_printed_and_means_what_it_says(plan: Plan, csv, fact: Fact) -> None:
    iso, precision = _meaning(fact.due)
    due = plan.item_by_id[fact.item].due
    assert due is not None
    assert (due.printed, due.iso, due.precision) == (fact.due, iso, Precision(precision))
    (row,) = [row for row in csv(PLAN, "dates") if row["item"] == fact.item]
    assert (row["as_printed"], row["due"], row["precision"], row["moves"]) == (fact.due, iso, precision, "0")


def test_eleven_success_measures_have_no_date(plan: Plan, csv) -> None:
    undated = {fact.item for fact in FACTS if not fact.due}
    assert {item.id for item in plan.rated_items if item.due is None} == undated
    assert len(undated) == 11
    assert len(csv(PLAN, "dates")) == 89


def test_the_ambiguous_date_keeps_both_readings(plan: Plan) -> None:
    due = plan.item_by_id["p4-a9-s1"].due
    assert due is not None
    assert set(due.readings) == {"2018-01-02", "2018-02-01"}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.item)
def test_every_lead_and_responsible_officer_is_as_printed(plan: Plan, csv, fact: Fact) -> None:
    owners = plan.item_by_id[fact.item].owners
    assert tuple(one.label for one in owners if one.kind is OwnerKind.LEAD) == fact.leads
    assert tuple(one.label for one in owners if one.kind is OwnerKind.RESPONSIBLE) == fact.responsible
    (row,) = [row for row in csv(PLAN, "items") if row["item"] == fact.item]
    assert row["owners"] == "; ".join((*fact.leads, *fact.responsible))


def _way(before: str, after: str) -> str:
    if not before or not after:
        return "unknown"
    return "same" if before == after else "up" if after > before else "down"


def _meaning(printed: str) -> tuple[str, str]:
    """ISO text and precision of a date such as `Apr-18`, worked out here and not by the site's own reader."""
    if printed in ODD_DATES:
        return ODD_DATES[printed]
    month, year = re.fullmatch(r"([A-Z][a-z]{2})-(\d\d)", printed).groups()
    return f"20{year}-{MONTHS.index(month) + 1:02}", "month"
