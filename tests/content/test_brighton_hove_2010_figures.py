"""Brighton & Hove, 2010: the figures, measures and readings of the areas for development plan."""

import pytest

from ragsite.model.plan import Plan
from ragsite.model.site import Site
from tests.content.facts import figure, number, observed, rows, said, targets

PLAN = "brighton-hove-2010"

STATEMENTS = rows("""
    areas-count        | count | 7  |     |
    s47-to-conference  | share | 57 | 406 | 711
    conference-to-plan | share | 86 | 352 | 406
    drop-out-rate      | share | 14 |     |
""")

# Measure, its actions, starting figure, targets.
MEASURES = rows("""
    s47-to-conference              | 2-1      |    |
    conference-to-plan             | 2-1      |    |
    drop-out-rate                  | 2-1 2-1b |    |
    s47-cases-audited              | 2-1c     |    | =30
    initial-assessments-child-seen | 3-2      |    |
    conferences-audited            | 4-7      |    | =3
    caf-per-month                  | 5a-1     | 60 | 2010-08=100
    caf-judged-good                | 5a-2     |    | =Increase from the first audit baseline
    caf-judged-poor                | 5a-2     |    | =Reduction from the first audit baseline
    launch-attendees               | 5a-4     |    |
    launch-agencies                | 5a-4     |    |
    referrals-with-caf             | 5a-5     |    |
    cafs-completed                 | 5b-1 5b-3 |   | 2011-01-01=Increase
    children-formal-cin            | 5b-2     |    | 2011-01-01=A percentage without a figure
""")

OBSERVED = rows("""
    s47-to-conference              | 2009-09..2010-07 | 57 (406/711)
    conference-to-plan             | 2009-09..2010-07 | 86 (352/406)
    drop-out-rate                  | 2009-09..2010-07 | 14
    s47-cases-audited              |                  | 10
    initial-assessments-child-seen |                  | 1002
    caf-per-month                  | 2010-06..2010-07 | 60
    caf-per-month                  |                  | “the target has not been reached”
    caf-judged-good                |                  | “Quality still very mixed”
    launch-attendees               | 2010-11-23       | 150
    launch-agencies                | 2010-11-23       | 60
    referrals-with-caf             |                  | “Slow increase of numbers of referrals to SW with CAF”
""")

OTHER_COUNCILS = rows("""
    Milton Keynes | 1.4
    Surrey        | 7
    East Sussex   | 12.5
    Southampton   | 28
""")

FIGURES = {
    "1": ("BHCC in 2010", "JAR inspection findings of 2006", "10 day inspection"),
    "1-1": ("14 September 2010", "14-09-10", "15-09-10"),
    "1-2": ("11 October 2010", "11-10-10", "13-10-10", "duty SWROs"),
    "1-3": ("October 2010", "to be confirmed", "agreement to recruit"),
    "2": ("section 47", "ten best authorities", "middle of the comparator band"),
    "2-1": ("September 2009", "July 2010", "711", "406", "352", "57%", "86%", "14%"),
    "2-1b": ("1.4%", "7%", "12.5%", "28%"),
    "2-1c": ("30 section 47 events", "ten section 47 cases from each team"),
    "3": ("24 hours",),
    "3-1": ("24 hours", "15 and 22 March"),
    "3-2": ("(1002)", "10 days"),
    "4-5": ("three months",),
    "4-6": ("18 months", "2 years"),
    "4-7": ("3 CPCs per month",),
    "5a": ("July 2010 baseline",),
    "5a-1": ("60 in June and July 2010", "100 per month from August", "last year"),
    "5a-3": ("further 6 months", "three skills"),
    "5a-4": ("150 attendees", "60 different agencies"),
    "5b-1": ("01.01.11",),
    "5b-2": ("01.01.11",),
    "5b-3": ("01.01.11",),
    "5b-4": ("01.01.11",),
}


@pytest.fixture(scope="module")
def plan(site: Site) -> Plan:
    return next(plan for plan in site.plans if plan.id == PLAN)


def test_what_the_paper_states_is_kept_as_stated(plan):
    found = [
        (one.id, one.kind, number(one.value), number(one.numerator), number(one.denominator))
        for one in plan.latest.statements
    ]
    assert found == STATEMENTS


def test_the_stated_86_per_cent_is_told_to_disagree_with_its_counts(plan):
    share = next(one for one in plan.latest.statements if one.id == "conference-to-plan")
    assert round(100 * share.numerator / share.denominator) == 87
    assert any("87%" in note.text for note in share.notes)


def test_every_starting_figure_and_target_is_as_printed(plan):
    found = [(one.id, " ".join(one.items), figure(one.baseline), targets(one)) for one in plan.measures]
    assert found == MEASURES


def test_every_value_is_as_printed(plan):
    assert [observed(one) for one in plan.observations] == OBSERVED


def test_every_value_stands_in_the_data(csv):
    found = csv(PLAN, "observations")
    shown = [(row["measure"], row["period"], row["value"] or f"“{row['as_printed']}”") for row in found]
    plain = [
        (measure, period, value if value.startswith("“") else value.split()[0]) for measure, period, value in OBSERVED
    ]
    assert shown == plain
    assert [(row["numerator"], row["denominator"]) for row in found if row["numerator"]] == [
        ("406", "711"),
        ("352", "406"),
    ]


def test_the_drop_out_rates_of_other_councils_are_as_printed(plan):
    comparators = plan.measure_by_id["drop-out-rate"].comparators
    assert [(one.name, number(one.value)) for one in comparators] == OTHER_COUNCILS
    assert {one.kind for one in comparators} == {"council"}


@pytest.mark.parametrize("item", FIGURES)
def test_the_figures_of_the_plan_are_in_the_words(plan, item):
    text = said(plan, plan.item_by_id[item]).lower()
    assert [figure for figure in FIGURES[item] if figure.lower() not in text] == []


def test_the_pressure_of_work_is_read_with_signing_off_and_noted(plan):
    area = plan.item_by_id["3"]
    concern = next(passage.text for passage in area.text if "pressure of work" in passage.text)
    assert "sign off" in concern
    assert any("pressure of work" in note.text for note in area.notes)


def test_a_blank_rating_beside_completed_is_noted(plan):
    update = plan.latest.update_by_item["2-1"]
    assert (update.rating.printed, update.status) == ("", "Completed")
    assert any("blank" in note.text for note in update.notes)


@pytest.mark.parametrize("item", ["2-4", "2-5"])
def test_green_beside_ongoing_is_noted(plan, item):
    notes = " ".join(note.text for note in plan.latest.update_by_item[item].notes)
    assert "Ongoing" in notes
    assert "GREEN" in notes
