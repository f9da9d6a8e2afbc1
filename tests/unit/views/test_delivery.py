"""Delivery is told by status words, milestones and what is below; a rating never decides it."""

from typing import Any

from ragsite.views.delivery import Delivery, Done, delivery, tally
from tests.factories import RAG, item, make_plan, report

TREE = [{"kind": "Area", "plural": "Areas", "rated": False}, {"kind": "Action", "plural": "Actions"}]
LOST = {**RAG, "key": "lost"}


def told(*words: str | None, milestones: tuple[str | None, ...] = (), rating: str = "Green", **facts: Any) -> Delivery:
    """One item with a status word in each report (None: no word) and its milestones' status words."""
    steps = [{"text": "A step", "status": status} for status in milestones]
    reports = [
        report(f"2026-0{month}", updates=[{"item": "1", "rating": rating, "status": word}])
        for month, word in enumerate(words or (None,), start=1)
    ]
    plan = make_plan(items=[item("1", milestones=steps)], reports=reports, **facts)
    return delivery(plan, plan.items[0])


def test_a_clear_status_word_decides() -> None:
    assert told("Completed").done is Done.YES
    assert told("Ongoing").done is Done.NOT_YET


def test_the_latest_word_counts_and_says_which_report_it_is_from() -> None:
    found = told("Ongoing", "Completed", None)
    assert found.said is not None
    assert (found.done, found.said.report.id, found.said.word) == (Done.YES, "2026-02", "Completed")


def test_an_unclear_word_leaves_it_to_the_milestones() -> None:
    assert told("Complete In progress").done is Done.UNTOLD
    assert told("Complete In progress", milestones=("Done", "Done")).done is Done.YES


def test_milestones_without_a_status_prove_nothing() -> None:
    assert told(milestones=("Done", None)).done is Done.UNTOLD
    assert told(milestones=("Done", None, "In progress")).done is Done.NOT_YET
    assert told(milestones=(None, None)).done is Done.UNTOLD


def test_a_rating_that_means_finished_is_a_claim_beside_the_answer() -> None:
    found = told(rating="Green")
    assert found.claim is not None
    assert (found.done, found.claim.is_finished) == (Done.UNTOLD, True)
    open_still = told("In progress", rating="Green")
    assert open_still.done is Done.NOT_YET


def test_a_rating_without_a_key_claims_nothing() -> None:
    found = told(rating="Green", scales=[LOST])
    assert found.claim is not None
    assert found.claim.is_finished is None


def test_an_item_that_nobody_rates_has_no_claim() -> None:
    assert told(rating="").claim is None


def test_an_item_without_a_word_of_its_own_follows_what_is_below() -> None:
    plan = make_plan(
        structure=TREE,
        items=[item("1", items=[item("1a"), item("1b")]), item("2", items=[item("2a"), item("2b")])],
        reports=[
            report(
                "2026-03",
                updates=[
                    {"item": "1a", "status": "Completed"},
                    {"item": "1b", "status": "Completed"},
                    {"item": "2a", "status": "Completed"},
                ],
            )
        ],
    )
    first, second = (delivery(plan, plan.item_by_id[name]) for name in ("1", "2"))
    assert (first.done, second.done) == (Done.YES, Done.UNTOLD)
    (below,) = second.below
    assert (below.kind.kind, below.numbers) == ("Action", {Done.YES: 1, Done.NOT_YET: 0, Done.UNTOLD: 1})


def test_kinds_of_which_nothing_clear_is_said_are_not_counted() -> None:
    plan = make_plan(items=[item("1"), item("2")], reports=[report("2026-03", {"1": "Green"})])
    assert tally(plan, plan.items) == ()
