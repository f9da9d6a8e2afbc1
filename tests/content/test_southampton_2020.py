"""Southampton, 2020: areas, priorities, target dates, ratings and leads, as the exception reports have them."""

import re
from typing import NamedTuple

import pytest

from ragsite.model.dates import Precision
from ragsite.model.plan import Plan
from ragsite.model.site import Site
from tests.content.facts import rated

PLAN = "southampton-2020"
REPORT = "2020-07"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# Line of the dates, area | the dates in the order of the column | lead; then what each priority is about.
TABLE = """
    13 leadership | Oct-20, Apr-20, May-20, Jun-20, Oct-20, Oct-20, Jul-20, Apr-21, Apr-21, Jul-20, Oct-20 |
        sickness absence; Service Director; R & R action plan; service delivery plans; Assessment, PACT and LAC;
        turnover of all staff; agency workers; service redesign; first point of contact; Caseload summary;
        Children's Services service managers
    31 quality-assurance | Jul-20, Jun-20, Oct-20, Sep-20, Oct-20, Jul-20, May-20 | Stuart Webb
        supervision; direct work; reflective practice; Independent Reviewing Officers; audit programme;
        evaluate; Research in Practice; panel framework; data integrity; model of practice
    45 early-help | Oct-20, Jul-20, May-20, Oct-20, Jun-20, May-20, Oct-20, Oct-20 | Julian Watkins
        EH / Common /; assessments or plans; 10 days; Year of the Child 2020; within 5 days; direct work;
        re-referrals; stepped up
    59 mash | Oct -20, Aug -20, Sep -20, Sep -20, Oct-20, May-20, Oct-20, Jun-20, Jun-20, Oct-20, Jan-21 \
| Jacqui Schofield
        contacts received; P'ship; partner agencies; learning circles; Navigators; 24 hours, or 1 working day;
        6-monthly health checks; contacts become new referrals; 10,000 (0-17 year olds); weekly MASH; EDT;
        management audits; independent audit
    72 assessment | Oct-20, Jun-20, Jun-20, Jul-20, Apr-20, Jun-20, Jul-20, Jul-20 | Jacqui Schofield
        Section 47 (S47); 1 working day; dip sampling; thematic audits; within 45 days; 48 hours; conference;
        CP Champions
    86 disabled-children | Jul-20, Jul-20 | Simon Dennison
        managers' audits; each month
    90 elective-home-education | Jul-20, Mar-21, Apr-20 | Bryn Roberts
        CP / CIN / YOS; EHE cohort; report each month
    103 send | Jul-21, Jul-21, Jul-21, Sep-20, Sep-20, TBC 14/08/20, TBC 14/08/20 |
        Yr 10
    117 help-and-protection | Apr-20, Apr-20, Apr-20, Jul-20, Mar-21, Jul-20, Oct-20, Aug-20, Oct-21, Oct-21, \
Apr-20, Jul-20, Apr-20, Jul-20, Apr-20, Jul-20, Apr-20, Jul-20, Apr-20, Jul-20, Jul-20 | Sarah Ward
        PLO; 15 WDs; 16 weeks; letters; judiciary; become looked after; audits for looked after;
        Domestic Abuse Training; DA / SM / MH; Social Work Practice Mgt; new staff; Signs of Safety;
        restorative practice approaches; Level 2; 2nd review; 15 WD; seen alone; child protection planning;
        core group; CPP audits
    132 missing-exploited | Apr-20, Apr-20, Jul-20, Jul-20, Jul-20, Oct-20 |
        return home interviews; go missing; partnership; tracker; missing LAC; risk assessments
    148-149 resource-service | Dec-20, Dec-20, Dec-20, Dec-20, Apr-20, Oct-20 | Simon Dennison
        08/01/2018; goal-based scores; awaiting allocation; remained with their family; SAT / BRS / FDAC;
        assessments and plans
    161 youth-justice | Mar-20, Sep-20, Jul-20, Jul-20, Oct-20, Jul-20 | Jon Gardner
        Recruit; ETE; Church View; governance; BAME; quality of plans; FTE assessments
    175 looked-after | | Mary Hardy
        are looked after; permanence plan; LT Fostering; authorised care plan; IRO; within timescale; siblings;
        placement sufficiency strategy; 20 miles; B&B; Finding the Right Words; YP through our work;
        Children in Care Council; Mind of My Own
    190 care-leavers | Oct-20, Jul-20, Jul-20, Jul-20, Apr-20, Jul-20, Jul-20 | Mary Hardy
        suitable accommodation; bed and breakfast; aged 16+; thematic audits; NEET; hits; health passports
    206 fostering | Apr-20, Apr-20, Apr-20, Jul-20, Mar-21, Jul-20, Jan-20, Oct-20, Oct-20, May-20 | Martin Smith
        stability meetings; disrupted; Fostering Panel; Training Evaluation; every quarter; Restorative Practice;
        in-house carers; Private Fostering Policy; partnership numbers; PF cases; strategy; Tier 4
    217 adoption | Mar-21, Mar-21, Apr-20, Apr-20, Apr-20, Apr-20 | Martin Smith
        how many adoptions; placement for adoption; good quality assessment; Outline of support; RAA;
        life story books
    232 safeguarding-partnership | July 20, July-20, Sep-20, Sep-20, Dec-20 | Julian Watkins
        feedback; Neglect Training; Our Practice our Learning; SCRs; core p
"""

# In these areas the column has another number of dates than there are priorities: none is matched but one.
UNMATCHED = ("quality-assurance", "mash", "send", "help-and-protection", "youth-justice", "fostering")
SURE = {"mash-13": "Jan-21"}

# What the words say, with the line; every other rating of the document is lost.
LEVELS = {
    "leadership": ("red", "narrative", "13 and 17"),
    "mash-2": ("red", "narrative", "59"),
    "mash-3": ("red", "inferred", "59"),
    "mash-4": ("red", "narrative", "59"),
    "mash-5": ("red", "narrative", "59"),
    "disabled-children": ("amber", "narrative", "82"),
    "disabled-children-1": ("red", "narrative", "86"),
    "missing-exploited": ("amber", "narrative", "129 and 133"),
    "resource-service": ("amber", "narrative", "145"),
    "adoption": ("green", "narrative", "214"),
    "adoption-1": ("amber", "narrative", "214 and 217"),
    "safeguarding-partnership": ("amber", "narrative", "229"),
}
CHANGED = {*LEVELS} - {"mash-2", "mash-3", "mash-4", "mash-5", "disabled-children-1"}


class Area(NamedTuple):
    line: str
    id: str
    dates: tuple[str, ...]
    leads: tuple[str, ...]
    priorities: tuple[str, ...]

    @property
    def due(self) -> dict[str, str]:
        """The printed date of each priority that has one."""
        ids = [f"{self.id}-{number}" for number in range(1, len(self.priorities) + 1)]
        if len(ids) == len(self.dates):
            return dict(zip(ids, self.dates, strict=True))
        return {item: SURE[item] for item in ids if item in SURE}


def _area(entry: list[str]) -> Area:
    place, dates, lead = (cell.strip() for cell in entry[0].split("|"))
    line, item = place.split()
    priorities = tuple(words.strip() for words in " ".join(entry[1:]).split(";"))
    return Area(line, item, tuple(dates.split(", ")) if dates else (), (lead,) if lead else (), priorities)


AREAS = [_area(entry.split("\n")) for entry in re.split(r"\n    (?=\d)", TABLE.rstrip())[1:]]
DUE = {item: printed for area in AREAS for item, printed in area.due.items()}
IDS = [one for area in AREAS for one in (area.id, *(f"{area.id}-{n + 1}" for n in range(len(area.priorities))))]


def _iso(printed: str) -> str:
    """`Oct -20`, `July 20` and `Oct-20` are a month and a year."""
    month, year = re.fullmatch(r"([A-Z][a-z]{2})[a-z]* ?[- ]?(\d\d)", printed).groups()
    return f"20{year}-{MONTHS.index(month) + 1:02}"


@pytest.fixture(scope="module")
def plan(site: Site) -> Plan:
    return next(plan for plan in site.plans if plan.id == PLAN)


def test_the_plan_has_17_areas_and_139_priorities(plan):
    assert [item.id for item in plan.items] == IDS
    kinds = [plan.kind_by_id[item.id].kind for item in plan.items]
    assert (kinds.count("Area"), kinds.count("Priority"), len(kinds)) == (17, 139, 156)
    assert [area.id for area in plan.tree] == [area.id for area in AREAS]


def test_items_in_the_data_are_on_the_same_levels(csv):
    found = [(row["item"], row["kind"], row["parent"], row["ref"]) for row in csv(PLAN, "items")]
    assert found == [
        row
        for area in AREAS
        for row in (
            (area.id, "area", "", ""),
            *((f"{area.id}-{n + 1}", "priority", area.id, "") for n in range(len(area.priorities))),
        )
    ]


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_each_priority_is_the_one_that_the_source_lists_there(plan, area):
    texts = [" ".join(one.text for one in item.text) for item in plan.item_by_id[area.id].items]
    pairs = zip(area.priorities, texts, strict=True)
    assert [(words, text) for words, text in pairs if words.casefold() not in text.casefold()] == []


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_titles_differ_within_an_area(plan, area):
    titles = [item.title for item in plan.item_by_id[area.id].items]
    assert len({*titles}) == len(titles)


def test_124_dates_are_printed_and_63_have_a_priority():
    assert (sum(len(area.dates) for area in AREAS), len(DUE)) == (124, 63)
    different = [area.id for area in AREAS if area.dates and len(area.dates) != len(area.priorities)]
    assert tuple(different) == UNMATCHED


def test_each_matched_date_is_as_printed_and_a_month(plan):
    found = {item.id: (item.due.printed, item.due.iso, item.due.precision) for item in plan.items if item.due}
    assert found == {item: (printed, _iso(printed), Precision.MONTH) for item, printed in DUE.items()}


def test_each_matched_date_stands_in_the_data(csv):
    found = [(row["item"], row["as_printed"], row["due"], row["precision"]) for row in csv(PLAN, "dates")]
    assert found == [(item, printed, _iso(printed), "month") for item, printed in DUE.items()]
    assert {(row["report"], row["moves"]) for row in csv(PLAN, "dates")} == {(REPORT, "0")}


@pytest.mark.parametrize("area", [area for area in AREAS if area.id in UNMATCHED], ids=lambda area: area.id)
def test_dates_without_a_certain_priority_stand_in_a_note_in_their_order(plan, area):
    notes = [
        note.text for note in plan.item_by_id[area.id].notes if ", ".join(area.dates) in " ".join(note.text.split())
    ]
    assert len(notes) == 1


def test_a_stray_date_and_an_empty_date_column_are_told(plan):
    assert any("One more Jul-20" in note.text for note in plan.item_by_id["quality-assurance"].notes)
    assert any("date column of this area is empty" in note.text for note in plan.item_by_id["looked-after"].notes)


def test_no_date_was_moved_and_no_area_has_one(plan):
    assert [update.item for update in plan.latest.updates if update.due] == []
    assert [area.id for area in plan.tree if area.due or area.milestones] == []


def test_every_rating_cell_is_blank_and_a_level_comes_from_the_words_alone(plan):
    assert rated(plan) == [(REPORT, item, "", LEVELS.get(item, ("",))[0]) for item in IDS]


def test_every_rating_stands_in_the_data_with_its_basis_and_line(csv):
    found = csv(PLAN, "ratings")
    assert [(row["item"], row["report"], row["as_printed"]) for row in found] == [(item, REPORT, "") for item in IDS]
    levels = {row["item"]: (row["level"], row["basis"]) for row in found if row["level"]}
    assert levels == {item: (level, basis) for item, (level, basis, _) in LEVELS.items()}
    for row in found:
        lines = LEVELS[row["item"]][2] if row["level"] else ""
        assert bool(row["not_rated_reason"]) is not bool(row["level"]), row["item"]
        assert re.search(rf"\(lines? {lines}\)", row["basis_note"]) if lines else not row["basis_note"], row["item"]


def test_only_adoption_has_a_level_for_the_time_before(plan, csv):
    found = {row["item"]: row["previous_level"] for row in csv(PLAN, "ratings") if row["previous_level"]}
    assert found == {"adoption": "green"}
    assert {update.item for update in plan.latest.updates if update.previous} == CHANGED
    assert {update.previous.printed for update in plan.latest.updates if update.previous} == {""}


def test_the_words_rate_six_areas_and_six_priorities(plan):
    levels = [(plan.kind_by_id[item].kind, level) for item, (level, _, _) in LEVELS.items()]
    assert {one: levels.count(one) for one in levels} == {
        ("Area", "red"): 1,
        ("Area", "amber"): 4,
        ("Area", "green"): 1,
        ("Priority", "red"): 5,
        ("Priority", "amber"): 1,
    }


def test_no_definition_of_a_colour_survives(plan):
    scale = plan.scale_of(plan.latest)
    assert scale.key == "lost"
    assert [(level.id, level.meaning) for level in scale.levels] == [("red", None), ("amber", None), ("green", None)]
    assert not any(level.claims.finished or level.claims.on_time for level in scale.levels)


def test_leads_are_given_by_name_because_no_role_is_printed(plan, csv):
    found = {
        item.id: tuple((one.name, one.role, one.kind) for one in item.owners) for item in plan.items if item.owners
    }
    assert found == {area.id: ((area.leads[0], None, "lead"),) for area in AREAS if area.leads}
    owners = {row["item"]: row["owners"] for row in csv(PLAN, "items") if row["owners"]}
    assert owners == {area.id: area.leads[0] for area in AREAS if area.leads}


@pytest.mark.parametrize("area", [area.id for area in AREAS if not area.leads])
def test_an_area_without_a_lead_says_so(plan, area):
    assert any("names no lead" in note.text for note in plan.item_by_id[area].notes)


def test_the_report_is_dated_by_inference_alone(plan):
    report = plan.latest
    assert (report.id, report.label, report.as_at.basis, report.published) == (REPORT, "July 2020", "inferred", None)
    assert [one.id for one in plan.reports] == [REPORT]
    assert report.statements == ()
