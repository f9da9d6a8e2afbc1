"""What a rating claims by the plan's own key: evidence, finished parts, no work left, in time, targets met."""

from typing import Any

import pytest

from ragsite.model.plan import Plan
from tests.factories import RAG, evidence, item, make_plan, measure, observation, report
from tests.unit.checks.looking import items_told, look, told

ON_TIME = {
    **RAG,
    "levels": [
        {"id": "2", "label": "2", "tone": "amber", "name": "Some delay"},
        {"id": "3", "label": "3", "tone": "amber-green", "name": "On track", "claims": {"on_time": True}},
        {"id": "4", "label": "4", "tone": "green", "name": "Completed", "claims": {"finished": True}},
    ],
}
TREE = [{"kind": "Area", "plural": "Areas"}, {"kind": "Action", "plural": "Actions"}]
NO_KEY = {**RAG, "key": "lost"}


def one(rating: Any = "Green", *, item_facts: Any = None, scale: Any = RAG, **update: Any) -> Plan:
    """A plan of one item and one report, as at March 2026."""
    updates = [{"item": "1", "rating": rating, **update}]
    return make_plan(
        scales=[scale], items=[item("1", **(item_facts or {}))], reports=[report("2026-03", updates=updates)]
    )


class TestEvidence:
    """R201."""

    def test_a_level_that_asks_for_evidence_without_any_is_told(self) -> None:
        (finding,) = look("R201", one())
        assert (finding.item, finding.report) == ("1", "2026-03")
        assert finding.message == (
            "“Title of 1” (1) is rated “Green: Finished” in the report “Report 2026-03”. "
            "The plan's own key asks for evidence at this level; none is published."
        )

    def test_a_level_that_asks_for_none_is_not(self) -> None:
        assert not look("R201", one("Amber"))

    def test_without_a_key_nothing_is_asked_for(self) -> None:
        assert not look("R201", one(scale=NO_KEY))

    def test_evidence_of_the_update_counts_even_in_another_report(self) -> None:
        later = report("2026-06", updates=[{"item": "1", "rating": "0", "evidence": ["audit"]}])
        plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Green"}), later])
        assert not look("R201", plan)

    def test_evidence_that_the_register_gives_to_the_item_counts(self) -> None:
        plan = make_plan(
            items=[item("1")], reports=[report("2026-03", {"1": "Green"})], evidence=[evidence("audit", items=["1"])]
        )
        assert not look("R201", plan)

    def test_evidence_of_a_part_speaks_for_the_whole_but_not_the_other_way(self) -> None:
        updates = [{"item": "1", "rating": "Green"}, {"item": "1-1", "rating": "Green", "evidence": ["audit"]}]
        tree = [item("1", items=[item("1-1")])]
        assert not look("R201", make_plan(structure=TREE, items=tree, reports=[report("2026-03", updates=updates)]))
        updates = [{"item": "1", "rating": "Green", "evidence": ["audit"]}, {"item": "1-1", "rating": "Green"}]
        plan = make_plan(structure=TREE, items=tree, reports=[report("2026-03", updates=updates)])
        assert items_told("R201", plan) == ["1-1"]

    def test_a_measure_counts_when_it_has_a_value(self) -> None:
        facts: dict[str, Any] = {"items": [item("1")], "reports": [report("2026-03", {"1": "Green"})]}
        facts["measures"] = [measure("visits", items=["1"])]
        assert not look("R201", make_plan(**facts, observations=[observation("visits", "2026-03", "88")]))
        assert look("R201", make_plan(**facts, observations=[observation("visits", "2026-03")]))

    def test_an_item_is_told_once_with_its_latest_rating(self) -> None:
        reports = [report("2026-03", {"1": "Green"}), report("2026-06", {"1": "Green"}), report("2026-09", {"1": "0"})]
        assert [one.report for one in look("R201", make_plan(items=[item("1")], reports=reports))] == ["2026-06"]

    def test_a_level_given_up_since_is_not_told(self) -> None:
        reports = [report("2026-03", {"1": "Green"}), report("2026-06", {"1": "Amber"})]
        assert not look("R201", make_plan(items=[item("1")], reports=reports))


class TestParts:
    """R203 and R210."""

    def plan(self, whole: str, *parts: str) -> Plan:
        children = [item(f"1-{number}") for number, _ in enumerate(parts)]
        rated = {"1": whole, **{child["id"]: rating for child, rating in zip(children, parts, strict=True)}}
        return make_plan(
            structure=TREE, items=[item("1", items=children)], reports=[report("2026-03", rated)]
        )

    def test_a_finished_whole_with_open_parts_is_told_once(self) -> None:
        assert told("R203", self.plan("Green", "Green", "Amber", "Red")) == [
            "“Title of 1” (1) is rated “Green: Finished” in the report “Report 2026-03”, which the plan's own key"
            " calls finished. Of its parts, “Title of 1-1” and “Title of 1-2” are not rated as finished."
        ]

    def test_parts_without_a_rating_prove_nothing(self) -> None:
        assert not look("R203", self.plan("Green", "Green", "0"))

    def test_a_whole_that_is_not_finished_may_have_open_parts(self) -> None:
        assert not look("R203", self.plan("Amber", "Amber"))

    def test_parts_worse_than_their_whole_are_told_once(self) -> None:
        (finding,) = look("R210", self.plan("Amber", "Red", "Green", "Red"))
        assert finding.item == "1"
        assert finding.message.endswith(
            "2 parts of it are rated worse: “Title of 1-0” (“Red”) and “Title of 1-2” (“Red”)."
        )

    def test_a_finished_whole_is_told_by_one_rule_only(self) -> None:
        assert not look("R210", self.plan("Green", "Red"))

    @pytest.mark.parametrize("parts", [("Amber", "Green"), ("0", "0"), ()])
    def test_parts_as_good_or_better_or_unrated_are_not_told(self, parts: tuple[str, ...]) -> None:
        assert not look("R210", self.plan("Amber", *parts))


class TestWork:
    """R204."""

    def test_next_steps_beside_a_finished_rating_are_told(self) -> None:
        (message,) = told("R204", one(next_steps=["Every team will use the form.", "Managers will watch."]))
        assert message.endswith("The report still lists next steps: “Every team will use the form” and more.")

    def test_next_steps_beside_other_ratings_are_plain(self) -> None:
        assert not look("R204", one("Amber", next_steps=["Every team will use the form."]))

    @pytest.mark.parametrize(("status", "is_told"), [("In progress", True), ("Completed", False), ("Submitted", False)])
    def test_a_milestone_counts_when_its_status_says_that_it_is_open(self, status: str, is_told: bool) -> None:
        plan = one(item_facts={"milestones": [{"text": "Form agreed", "status": status}]})
        assert bool(look("R204", plan)) is is_told

    def test_a_milestone_without_a_status_says_nothing(self) -> None:
        assert not look("R204", one(item_facts={"milestones": [{"text": "Form agreed"}]}))


class TestOnTime:
    """R207."""

    def test_on_track_past_its_date_is_told(self) -> None:
        plan = one("3", scale=ON_TIME, item_facts={"due": "Feb-26"})
        assert told("R207", plan)[0].endswith("calls on time. Its date, February 2026, had passed.")

    @pytest.mark.parametrize("due", ["2026-03", "2026-03-16", "2026-04", "TBC", {"printed": "Jan"}])
    def test_a_date_that_may_not_have_passed_is_not_told(self, due: Any) -> None:
        """A report of March 2026 does not say whether 16 March had passed."""
        assert not look("R207", one("3", scale=ON_TIME, item_facts={"due": due}))

    @pytest.mark.parametrize("rating", ["2", "4"])
    def test_levels_that_do_not_claim_it_are_not_told(self, rating: str) -> None:
        assert not look("R207", one(rating, scale=ON_TIME, item_facts={"due": "Feb-26"}))

    def test_the_date_in_force_counts_not_the_first(self) -> None:
        plan = one("3", scale=ON_TIME, item_facts={"due": "Feb-26"}, due={"date": "2026-06"})
        assert not look("R207", plan)


class TestTargets:
    """R202 and R214."""

    def plan(self, value: str = "71", *, period: str = "2026-03", by: str = "2026-03", **facts: Any) -> Plan:
        visits = measure("visits", items=["1"], polarity="higher", targets=[{"by": by, "value": "80"}])
        return make_plan(
            items=[item("1")],
            reports=[report("2026-03", {"1": facts.pop("rating", "Green")})],
            measures=[{**visits, **facts.pop("measure", {})}],
            observations=[observation("visits", period, value)],
            **facts,
        )

    def test_a_target_that_was_due_and_missed_is_told(self) -> None:
        (message,) = told("R202", self.plan())
        assert message.endswith(
            "A target that was due was missed: “Measure visits” (71% in March 2026, against 80% by March 2026)."
        )

    def test_a_target_that_is_met_by_the_polarity_is_not(self) -> None:
        assert not look("R202", self.plan("80"))
        assert not look("R202", self.plan(measure={"polarity": "lower"}))
        assert look("R202", self.plan("88", measure={"polarity": "lower"}))

    def test_without_a_polarity_nobody_can_say_that_it_was_missed(self) -> None:
        assert not look("R202", self.plan(measure={"polarity": "not stated"}))

    def test_a_target_that_was_not_due_as_at_the_report_is_not_told(self) -> None:
        assert not look("R202", self.plan(by="2026-12", period="2026-12"))
        assert not look("R202", self.plan(by="2026-12"))

    def test_a_value_before_the_target_or_after_the_report_proves_nothing(self) -> None:
        assert not look("R202", self.plan(period="2026-01"))
        assert not look("R202", self.plan(period="2026-06"))

    def test_targets_of_unfinished_ratings_are_not_told(self) -> None:
        assert not look("R202", self.plan(rating="Amber"))
        assert not look("R214", self.plan(rating="Amber"))

    def test_the_best_level_that_is_not_finished_is_told_as_a_fact(self) -> None:
        plan = self.plan(scales=[NO_CLAIMS])
        assert not look("R202", plan)
        assert told("R214", plan)[0].startswith(
            "“Title of 1” (1) is rated “Green” in the report “Report 2026-03”, the best level of its scale. A target"
        )

    def test_a_finished_level_is_told_by_one_rule_only(self) -> None:
        assert not look("R214", self.plan())


NO_CLAIMS = {
    **RAG,
    "levels": [
        {"id": "red", "label": "Red", "tone": "red"},
        {"id": "amber", "label": "Amber", "tone": "amber"},
        {"id": "green", "label": "Green", "tone": "green"},
    ],
}
