"""Southampton, 2020: measures, figures in the words, evidence, recommendations, and what must not be published."""

import re

import pytest

from ragsite.model.plan import Plan
from ragsite.model.site import Site
from tests.content.facts import number, observed, rows, said

PLAN = "southampton-2020"

# Line of the source, measure, period, value (words in quotation marks), items it belongs to.
VALUES = rows("""
    13  | sickness-days                 |         | 14.14 | leadership-1 leadership
    31  | reflective-sessions           |         | 39    | quality-assurance-3
    31  | reflective-attendees          |         | 300   | quality-assurance-3
    31  | research-in-practice          |         | “double that of Q1 2019” | quality-assurance-7
    31  | supervision-audits            | 2020-07 | 54    | quality-assurance-1
    31  | direct-work-audits            | 2020-07 | 49    | quality-assurance-2
    45  | early-help-open-children      |         | “higher than baseline” | early-help-1
    45  | early-help-with-assessment    |         | “Target is met” | early-help-2
    45  | early-help-assessment-quality | 2020-07 | 83    | early-help
    45  | early-help-stepped-up         | 2020-07 | 20    | early-help-8
    45  | early-help-10-days            |         | 84    | early-help-3
    59  | mash-contacts                 |         | “lower than baseline” | mash-1
    59  | mash-24-hours                 |         | 99    | mash-6
    72  | section-47-enquiries          |         | “Reducing trend” | assessment-1
    72  | single-assessments-45-days    |         | 93    | assessment-5
    72  | strategy-discussions          |         | 94    | assessment-2
    72  | allocation-48-hours           |         | 95.6  | assessment-6
    65  | assessment-audits-inadequate  |         | 0     | assessment-4
    72  | cp-champions                  |         | 62    | assessment-8
    86  | cwd-management-audits         |         | 50    | disabled-children-1 disabled-children
    90  | ehe-allocations               |         | 100   | elective-home-education-1
    90  | ehe-allocations               |         | 88.8  | elective-home-education-1
    90  | ehe-visits                    |         | 55    | elective-home-education-2
    90  | ehe-outstanding-visits        |         | 3     | elective-home-education-2
    117 | cp-seen-15-days               |         | 75    | help-and-protection-16
    117 | cp-seen-alone                 |         | 26    | help-and-protection-17
    117 | cp-plans                      |         | “increase” | help-and-protection-18
    117 | children-becoming-looked-after |        | “increase” | help-and-protection-6
    133 | rhi-72-hours                  |         | “not compliant” | missing-exploited
    148 | edge-of-care-referrals        |         | “No significant change” | resource-service-1
    148 | edge-of-care-goal-scores      |         | “improvement” | resource-service-2
    148 | edge-of-care-open-cases       |         | “Small reduction” | resource-service-3
    148-149 | edge-of-care-with-family  |         | “Small reduction” | resource-service-4
    175 | looked-after-children         |         | “have increased” | looked-after-1
    175 | permanence-outcomes           |         | “remain lower than target” | looked-after-2
    175 | authorised-care-plans         |         | 95    | looked-after-4
    175 | looked-after-bed-and-breakfast |        | “has not been used” | looked-after-10
    175 | in-house-foster-carers        |         | 165   | looked-after
    175 | own-provision                 |         | 48    | looked-after
    175 | mind-of-my-own                |         | “low” | looked-after-14
    190 | care-leaver-plans             |         | 96    | care-leavers-3
    190 | health-passports              | 2020-07 | 91    | care-leavers-7
    182 | care-leaver-accommodation     |         | “under 2% from target” | care-leavers-1
    190 | care-leaver-accommodation     |         | “8% lower than target” | care-leavers-1
    190 | care-leaver-audits            |         | 55    | care-leavers-4
    190 | care-leaver-bed-and-breakfast |         | “has not been used” | care-leavers-2
    206 | fostering-panel-attendance    | 2020-07 | 50    | fostering-3
    217 | adoption-timeliness           |         | 402   | adoption-2
""")

TARGETS = {
    "sickness-days": "5",
    "cp-seen-15-days": "90",
    "cp-seen-alone": "90",
    "rhi-72-hours": "Within 72 hours (statutory guidance)",
    "looked-after-children": "420",
    "adoption-timeliness": "402",
}

FIGURES = {
    "leadership": ("14.14 days", "5 days", "7 September", "(assessment, PACT, LAC)", "recruitment and retention"),
    "quality-assurance": (
        "39 sessions", "300 attendees", "54%", "49%", "Q1 2019", "double", "August 2020", "autumn 2020", "IRO",
    ),
    "early-help": ("83%", "July 2020", "20%", "84%", "6%", "10 working days", "Ofsted position statement"),
    "mash": ("24 hours", "99%", "6-monthly", "January 2021", "past quarter", "threshold document"),
    "assessment": (
        "93%", "45 working days", "94%", "6% off", "95.6%", "4.5% off", "July 2020", "62%", "March / April 2020",
    ),
    "disabled-children": ("50% good or outstanding", "2017 and 2018", "autumn 2020", "Jigsaw"),
    "elective-home-education": ("100%", "88.8%", "one case", "55%", "one family of three children", "September 2020"),
    "send": ("14 August 2020", "2021", "TOG", "self-evaluation"),
    "help-and-protection": (
        "25/09/20", "90% target", "75%", "15 working days", "26%", "past two months", "July 2020", "past month",
        "every quarter", "trigger trio", "Child Safety Agreement", "IDVA", "ICU", "'step down'",
    ),
    "missing-exploited": ("72 hours", "autumn 2020", "HIPS", "SSCP"),
    "resource-service": ("autumn 2020", "no significant change", "within target", "Goal-based scores"),
    "youth-justice": ("October 2020", "November", "HMIP", "Church View", "diversion strategy", "National Standards"),
    "looked-after": ("95%", "420", "1 (165)", "48%", "14 July", "past month", "life story work", "Mind of My Own"),
    "care-leavers": ("under 2%", "96%", "(2%)", "91% in July", "8% lower", "55%", "ETE", "EET", "real risk"),
    "fostering": ("50%", "July 2020", "IFAs", "unplanned endings", "annual report"),
    "adoption": ("402 days", "Adopt South", "Improvement Board", "amber", "green"),
    "safeguarding-partnership": ("September 2020", "end of August 2020", "HIPS", "CSAFE"),
}  # fmt: skip

# Evidence as the source names it, by the area that names it.
EVIDENCE = {
    "leadership": ("absence reports", "weekly caseload and ASYE reports", "exit interview analysis"),
    "quality-assurance": (
        "reflective group sessions", "recorded discussion", "RP guidance", "Elia report", "RP training commissioned",
        "Partners in Practice minutes", "permanence, legal gateway, and learning and improvement",
    ),
    "early-help": ("CHAT", "service data", "audit returns", "July 2020"),
    "mash": ("CHAT", "monthly scorecard", "Covid audit reports", "case study record", "LADO audit notes"),
    "assessment": ("monthly scorecard", "CPP Managers Audit report", "assessment audit"),
    "disabled-children": ("audit analysis", "two audit reports"),
    "elective-home-education": ("monthly report",),
    "send": ("partnership plan", "audit ToR and completed audit"),
    "help-and-protection": ("letters to parents", "MOTAS minutes", "Cafcass", "scorecard", "CHAT"),
    "missing-exploited": ("tracker", "operational group"),
    "resource-service": ("monthly scorecard",),
    "youth-justice": ("YOS manager's report",),
    "looked-after": ("monthly scorecard", "audit returns"),
    "care-leavers": ("monthly scorecard", "health data"),
    "fostering": ("strategy document", "Corporate Parenting Committee", "Private Fostering Policy"),
    "adoption": ("service data", "CHAT"),
    "safeguarding-partnership": (),
}  # fmt: skip

ANSWERS = {
    "leadership": {"relationships"},
    "quality-assurance": {"management-advice", "assessments-and-plans"},
    "mash": {"mash-decisions"},
    "assessment": {"assessments-and-plans"},
    "help-and-protection": {"assessments-and-plans-looked-after", "management-advice"},
    "missing-exploited": {"assessments-and-plans"},
    "resource-service": {"assessments-and-plans"},
    "looked-after": {"assessments-and-plans", "accommodation", "management-advice-effective"},
    "care-leavers": {"accommodation"},
}


@pytest.fixture(scope="module")
def plan(site: Site) -> Plan:
    return next(plan for plan in site.plans if plan.id == PLAN)


def _told(plan: Plan, area: str) -> str:
    """What the area and its update say, with its key risks and why its rating changed."""
    update = plan.latest.update_by_item[area]
    risks = [passage.text for passage in update.key_risks]
    return " ".join([said(plan, plan.item_by_id[area]), *risks, update.rating_reason or ""])


def test_every_value_is_the_one_of_its_line(plan):
    assert [(one.source, *observed(one)) for one in plan.observations] == [row[:4] for row in VALUES]


def test_every_measure_belongs_to_the_priority_it_is_about(plan):
    found = {measure.id: " ".join(measure.items) for measure in plan.measures}
    assert found == {measure: items for _, measure, _, _, items in VALUES}
    assert len(found) == 46


def test_every_value_stands_in_the_data(csv):
    found = [
        (row["source"], row["measure"], row["period"], row["value"] or f"“{row['as_printed']}”")
        for row in csv(PLAN, "observations")
    ]
    assert found == [row[:4] for row in VALUES]
    assert {row["status"] for row in csv(PLAN, "observations") if not row["value"]} == {"words"}


def test_only_printed_targets_are_targets(plan, csv):
    found = {one.id: [number(target.value) or target.words for target in one.targets] for one in plan.measures}
    assert {measure: values for measure, values in found.items() if values} == {
        measure: [value] for measure, value in TARGETS.items()
    }
    assert {row["measure"] for row in csv(PLAN, "measures") if row["targets"]} == {*TARGETS}
    assert not any(measure.baseline or measure.comparators for measure in plan.measures)


def test_two_figures_for_one_thing_are_told_apart(plan):
    series = [(one.measure, one.series) for one in plan.observations if one.series]
    assert series == [
        ("ehe-allocations", "As the service counts"),
        ("ehe-allocations", "Actual"),
        ("care-leaver-accommodation", "Accommodation provision"),
        ("care-leaver-accommodation", "Accommodation suitability"),
        ("care-leaver-audits", "Year to date"),
    ]


def test_figures_that_cannot_both_be_right_are_noted(plan):
    notes = {measure.id: " ".join(note.text for note in measure.notes) for measure in plan.measures}
    assert "100.1%" in notes["allocation-48-hours"]
    assert "contradicts itself" in notes["care-leaver-accommodation"]


@pytest.mark.parametrize("area", FIGURES)
def test_the_figures_of_an_area_are_in_its_words(plan, area):
    text = _told(plan, area)
    assert [figure for figure in FIGURES[area] if figure not in text] == []


@pytest.mark.parametrize("area", EVIDENCE)
def test_the_evidence_that_an_area_names_is_in_the_register(plan, csv, area):
    ids = plan.latest.update_by_item[area].evidence
    titles = " / ".join(one.title for one in plan.evidence if one.id in ids).casefold()
    assert [name for name in EVIDENCE[area] if name.casefold() not in titles] == []
    assert {row["evidence"] for row in csv(PLAN, "evidence") if row["item"] == area and row["report"]} == {*ids}


def test_every_piece_of_evidence_is_named_by_an_area(plan):
    named = {one for update in plan.latest.updates for one in update.evidence}
    assert {one.id for one in plan.evidence} == named


def test_nine_areas_print_a_recommendation_of_ofsted(plan, csv):
    assert {item.id: {*item.answers} for item in plan.items if item.answers} == ANSWERS
    found = {row["item"]: {*row["recommendations"].split("; ")} for row in csv(PLAN, "items") if row["recommendations"]}
    assert found == ANSWERS
    assert {one.id for one in plan.facts.inspection_recommendations} == set().union(*ANSWERS.values())


def test_the_inspection_is_ofsteds_and_nothing_more_is_made_up(plan):
    inspection, governance = plan.facts.inspection, plan.facts.governance
    assert (inspection.body, inspection.name, inspection.date, inspection.judgement) == ("Ofsted", None, None, None)
    assert (governance.board, governance.chair, governance.frequency) == ("Improvement Board", None, None)


def test_the_person_named_inside_a_priority_is_not_published(plan, written, files):
    before = next(one for one in written.plans if one.id == PLAN)
    texts = [repr(before), repr(plan), *(text for path, text in files.items() if f"/{PLAN}/" in path)]
    assert [re.findall(r"\b(?:Karen|Marsh)\b", text) for text in texts] == [[] for _ in texts]


def test_leads_are_not_named_in_the_words(plan):
    words = " ".join(_told(plan, area.id) for area in plan.tree)
    names = {owner.name for item in plan.items for owner in item.owners}
    assert len(names) == 9
    assert [name for name in sorted(names) if name.split()[-1] in words] == []


def test_no_way_to_reach_anyone_is_published(plan):
    everything = repr(plan)
    assert not re.search(r"[\w.]+@[\w.]+", everything)
    assert not re.search(r"\b0\d{3} ?\d{4,}", everything)
