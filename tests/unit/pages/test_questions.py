"""Five questions of a plan: each answer is honest about what is not known, and leads to the page that holds it."""

from ragsite.model.plan import Plan
from ragsite.pages.home import pages as home_pages
from ragsite.pages.next_dates import next_date_words, next_dates
from ragsite.pages.questions import Answer, answers
from tests.factories import item, make_plan, measure, observation, report
from tests.reading import hrefs, real_site, said

HERE = "/plans/northmere-2026/"


def answered(plan: Plan) -> list[Answer]:
    return list(answers(plan))


def test_a_plan_that_says_little_gets_honest_answers() -> None:
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"})])
    assert [one.short for one in answered(plan)] == [
        "Nothing to compare",
        "No due dates",
        "Nobody is named",
        "None published",
        "No measures",
    ]


def test_a_plan_without_a_report_says_so() -> None:
    changed, late, *_ = answered(make_plan(items=[item("1")]))
    assert changed.words == late.words == "No report has been published yet."


def test_answers_count_with_denominators() -> None:
    plan = make_plan(
        items=[item("1", due="2026-01", owners=[{"role": "Director"}]), item("2")],
        reports=[report("2026-03", {"1": "Amber", "2": "Amber"}), report("2026-06", {"1": "Red", "2": "Green"})],
        measures=[measure("m", items=["1"], polarity="higher", targets=[{"value": "90", "by": "2026-03"}])],
        observations=[observation("m", "2026-03", "95")],
    )
    changed, late, owned, evidenced, working = answered(plan)
    assert changed.short == "1 better, 1 worse of 2 (Report 2026-06)"
    assert late.short.replace("\u00a0", " ") == "1 of 1 overdue"
    assert owned.words.replace("\u00a0", " ") == (
        "The source names 1 role or name. For 1 of 2 rated items it names nobody."
    )
    assert evidenced.words == "No evidence has been published for this plan."
    assert working.short == "1 met, 0 not met of 1 target"


def test_the_last_report_that_can_be_compared_answers_what_changed() -> None:
    plan = make_plan(
        items=[item("1")],
        reports=[report("2026-01", {"1": "Red"}), report("2026-02", {"1": "Green"}), report("2026-03", {"1": "0"})],
    )
    changed = answered(plan)[0]
    assert changed.short == "1 better, 0 worse of 1 (Report 2026-02)"
    assert changed.address == f"{HERE}reports/2026-02/changes/"
    assert changed.words.endswith("No later rating can be compared.")


def test_home_answers_for_every_plan_in_a_table() -> None:
    public = real_site()
    (home,) = home_pages(public)
    links = hrefs(home, public)
    for plan in public.site.plans:
        for one in answers(plan):
            assert one.address.lstrip("/") in links, one
    assert "39 better, 0 worse of 99 (January 2018)" in said(home, public)


def test_next_dates_are_those_that_had_not_passed_the_nearest_first() -> None:
    plan = make_plan(
        items=[
            item("past", due="2026-01"),
            item("late", due="2026-12"),
            item("soon", due="2026-05", milestones=[{"text": "A letter", "due": "2026-04-01"}]),
            item("vague", due="TBC"),
        ],
        reports=[report("2026-03", dict.fromkeys(["past", "late", "soon", "vague"], "Red"))],
    )
    section = next_dates(HERE, plan)
    assert section is not None
    assert section["lede"].endswith("These dates lay ahead then. 1 date is not clear.")
    assert [(row[0]["text"], row[1].get("note")) for row in section["table"]["rows"]] == [
        ("1 April 2026", "Milestone: A letter"),
        ("May 2026", None),
        ("December 2026", None),
    ]
    assert next_date_words(plan) == "1 April 2026"


def test_without_any_date_there_is_no_section_and_with_none_ahead_it_says_so() -> None:
    assert next_dates(HERE, make_plan(items=[item("1")], reports=[report("2026-03")])) is None
    gone = make_plan(items=[item("1", due="2026-01")], reports=[report("2026-03", {"1": "Red"})])
    section = next_dates(HERE, gone)
    assert section is not None
    assert section["lede"].endswith("No date lay ahead then.")
    assert next_date_words(gone) == "None ahead"
