"""Four yearly reports with joiners, leavers, renames, withheld ratings and a new scale, as real data has them."""

from collections import Counter

import pytest

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.views.changes import Sense, changes
from ragsite.views.history import Way, path, travel
from ragsite.views.rollup import roll_up
from tests.gmpp import YEARS, editions, end_date, names, needs_gmpp, portfolio

pytestmark = needs_gmpp

PAIRS = [(2020, 2021), (2021, 2022), (2022, 2023)]
CROSSRAIL = "DFT_0001_1112-Q1"
RANK = {label: place for place, label in enumerate(("red", "amber/red", "amber", "amber/green", "green"))}


@pytest.fixture(scope="module")
def plan() -> Plan:
    return portfolio()


@pytest.fixture(scope="module")
def crossrail(plan: Plan) -> Item:
    return plan.item_by_id[CROSSRAIL]


def test_every_report_has_its_projects(plan: Plan) -> None:
    numbers = {report.id: len(plan.items_in(report)) for report in plan.reports}
    assert numbers == {"2020": 125, "2021": 184, "2022": 235, "2023": 244}
    assert all(rollup.total == numbers[report.id] for report in plan.reports for rollup in roll_up(plan, report))


def test_a_project_is_followed_by_its_number_through_new_names_and_other_case(plan: Plan) -> None:
    """342 numbers are printed; four of them differ from another in nothing but their case."""
    printed = {row.number for year in YEARS for row in editions()[year].values()}
    renamed = [item for item in plan.items if len(names(item.id)) > 1]
    assert (len(printed), len(plan.items), len(renamed)) == (342, 338, 44)
    wells = plan.item_by_id["MOJ_0045_1920-Q2"]
    assert wells.title == "HMP Five Wells New Prison"
    assert [step.report.id for step in path(plan, wells)] == ["2020", "2021", "2022"]
    new_build = "Wellingborough New Build Prison"
    assert [plan.title_in(report, wells) for report in plan.reports[:3]] == [new_build, new_build, wells.title]


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_each_pair_of_reports_lists_its_new_names(plan: Plan, before: int, after: int) -> None:
    then, now = editions()[before], editions()[after]
    expected = {name: (then[name].name, now[name].name) for name in then.keys() & now.keys()}
    found = changes(plan, plan.report_by_id[str(before)], plan.report_by_id[str(after)]).tree.renamed
    assert {one.item.id: (one.was, one.now) for one in found} == {
        name: pair for name, pair in expected.items() if pair[0] != pair[1]
    }


def test_over_all_pairs_44_projects_have_a_new_name(plan: Plan) -> None:
    pairs = zip(plan.reports, plan.reports[1:], strict=False)
    assert len({one.item.id for before, after in pairs for one in changes(plan, before, after).tree.renamed}) == 44


def test_the_path_of_crossrail_breaks_where_the_scale_changed(plan: Plan, crossrail: Item) -> None:
    steps = path(plan, crossrail)
    assert [step.rated.level.label for step in steps if step.rated.level] == ["Red", "Amber/Red", "Amber", "Green"]
    assert [step.is_redefined for step in steps] == [False, False, True, False]
    assert [travel(plan, report, crossrail).way for report in plan.reports] == [
        Way.UNKNOWN,
        Way.BETTER,
        Way.UNKNOWN,
        Way.BETTER,
    ]


def test_no_project_got_better_or_worse_when_the_scale_changed(plan: Plan) -> None:
    report = plan.report_by_id["2022"]
    found = [travel(plan, report, item) for item in plan.items_in(report)]
    assert Counter(one.way for one in found) == {Way.UNKNOWN: 159, Way.NEW: 76}
    reasons = {one.reason for one in found if one.way is Way.UNKNOWN}
    assert reasons == {"The scale was redefined after 2021."}
    assert changes(plan, plan.report_by_id["2021"], report).ratings.compared == 0


def test_the_change_of_scale_is_a_break_and_counts_stay_like_for_like(plan: Plan, crossrail: Item) -> None:
    found = changes(plan, plan.report_by_id["2021"], plan.report_by_id["2022"])
    assert found.is_redefined
    assert (found.ratings.better, found.ratings.worse, found.ratings.same) == ((), (), ())
    assert crossrail in [one.item for one in found.ratings.redefined]
    (counts,) = found.counts
    assert (counts.before.total, counts.after.total, counts.is_one_scale) == (159, 159, False)


def test_two_reports_with_the_break_between_them_are_not_compared(plan: Plan, crossrail: Item) -> None:
    found = changes(plan, plan.report_by_id["2020"], plan.report_by_id["2023"])
    assert (found.is_redefined, found.ratings.compared) == (True, 0)
    assert crossrail in [one.item for one in found.ratings.redefined]


@pytest.mark.parametrize(("before", "after"), [(2020, 2021), (2022, 2023)])
def test_moves_on_one_scale_agree_with_the_files(plan: Plan, before: int, after: int) -> None:
    then, now = editions()[before], editions()[after]
    ranks = [
        (RANK[then[name].rating.lower()], RANK[now[name].rating.lower()])
        for name in then.keys() & now.keys()
        if then[name].rating.lower() in RANK and now[name].rating.lower() in RANK
    ]
    found = changes(plan, plan.report_by_id[str(before)], plan.report_by_id[str(after)])
    moved = found.ratings
    assert len(moved.better) == sum(new > old for old, new in ranks)
    assert len(moved.worse) == sum(new < old for old, new in ranks)
    assert len(moved.same) == sum(new == old for old, new in ranks)
    assert len(found.tree.joined) == len(now.keys() - then.keys())
    assert moved.total + len(found.tree.joined) == len(now)


def test_who_joined_and_who_left(plan: Plan) -> None:
    joined = Counter(item.added for item in plan.items if item.added)
    left = Counter(item.closed.report for item in plan.items if item.closed)
    assert joined == {"2021": 99, "2022": 76, "2023": 38}
    assert left == {"2020": 40, "2021": 25, "2022": 29}
    for report, following in zip(plan.reports, plan.reports[1:], strict=False):
        tree = changes(plan, report, following).tree
        assert (len(tree.joined), len(tree.left)) == (joined[following.id], left[report.id])


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_end_dates_that_moved_agree_with_the_files(plan: Plan, before: int, after: int) -> None:
    """A date that a file withholds stays as it last was; so all files up to each report count."""
    found = changes(plan, plan.report_by_id[str(before)], plan.report_by_id[str(after)]).dates
    later = {
        project
        for project in editions()[before].keys() & editions()[after].keys()
        if (was := _last_date(project, until=before)) and (now := _last_date(project, until=after)) and now > was
    }
    assert {one.item.id for one in found if one.sense is Sense.LATER} == later


def _last_date(project: str, *, until: int) -> str:
    rows = [editions()[year].get(project) for year in YEARS if year <= until]
    known = [date["means"] for row in rows if row and (date := end_date(row.end))]
    return known[-1] if known else ""


def test_withheld_ratings_are_not_rated_and_say_what_is_printed(plan: Plan) -> None:
    report = plan.report_by_id["2023"]
    withheld = [plan.rating(report, item) for item in plan.items_in(report)]
    reasons = [rated.reason for rated in withheld if not rated.is_rated]
    assert len(reasons) == 12
    assert all(reason.startswith("Not published. The source prints “") for reason in reasons)
    assert sum("Exempt under Section 43" in reason for reason in reasons) == 5
    assert all(rated.printed.strip() for rated in withheld)


@pytest.mark.parametrize("printed", ["Reset", "No DCA"])
def test_words_in_place_of_a_rating_are_known(plan: Plan, printed: str) -> None:
    for scale in plan.facts.scales:
        assert str(scale.reads(printed)).startswith("Not published: ")


def test_newlines_in_a_cell_are_kept_as_printed(plan: Plan) -> None:
    early = [update.rating.printed for update in plan.report_by_id["2023"].updates if update.rating]
    assert [printed for printed in early if "\n" in printed] == [
        "Early planning GMPP project \n\n(The project has not yet passed SOC, or its programme equivalent)"
    ]


@pytest.mark.parametrize(
    ("printed", "means"),
    [("31.05.23", "2023-05-31"), ("2024-04-01", "2024-04-01"), ("30.09.2024", "2024-09-30")],
)
def test_each_form_of_date_is_read(printed: str, means: str) -> None:
    assert end_date(printed) == {"printed": printed, "means": means}


def test_words_in_place_of_a_date_give_no_date() -> None:
    assert end_date("Data Not Provided") is None
    assert end_date("Exempt under Section 26 of the Freedom of Information Act 2000 (Defence)") is None
