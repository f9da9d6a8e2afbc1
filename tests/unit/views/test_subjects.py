"""What a finding is about follows from where it stands, and its source from the record there."""

from dataclasses import replace
from typing import Any

from ragsite.model.base import Record
from ragsite.problems import Finding, Location, Place, Severity
from ragsite.views.subjects import Subjects
from tests.factories import evidence, item, make_plan, measure, observation, report

FOLDER = "content/plans/northmere-2026"


def placed(record: Record, name: str, line: int) -> Any:
    return record.model_copy(update={"place": Place(f"{FOLDER}/{name}", line, 3)})


def subjects() -> Subjects:
    plan = make_plan(
        items=[item("1", source="7")],
        measures=[measure("m1", source="21"), measure("m2", source="22")],
        observations=[observation("m2", "2026-03", "3", source="30")],
        evidence=[evidence("e1", source="40")],
        reports=[report("2026-03", updates=[{"item": "1", "rating": "Red", "source": "50"}])],
    )
    (told,) = plan.reports
    updates = tuple(placed(one, "reports/2026-03.yml", 12) for one in told.updates)
    said = told.model_copy(update={"place": Place(f"{FOLDER}/reports/2026-03.yml", 1, 1), "updates": updates})
    measures = tuple(placed(one, "measures.yml", 10 * place) for place, one in enumerate(plan.measures, 1))
    rows = tuple(placed(one, "observations.csv", 2) for one in plan.observations)
    pieces = tuple(placed(one, "evidence.yml", 3) for one in plan.evidence)
    return Subjects(replace(plan, measures=measures, observations=rows, evidence=pieces, reports=(said,)))


def at(name: str, line: int, message: str = "Something.", **more: str) -> Finding:
    return Finding("Z1", Severity.WARNING, Location(f"{FOLDER}/{name}", line), message, **more)  # type: ignore[arg-type]


def about(finding: Finding) -> str:
    return str(getattr(subjects().of(finding), "id", ""))


def test_a_finding_among_measures_is_about_the_one_that_began_last() -> None:
    assert [about(at("measures.yml", line)) for line in (9, 10, 19, 20, 99)] == ["", "m1", "m1", "m2", "m2"]
    assert about(at("observations.csv", 2, item="1")) == "m2"
    assert subjects().source(at("measures.yml", 15)) == "21"
    assert subjects().source(at("observations.csv", 2)) == "30"


def test_a_finding_that_counts_many_is_about_none_of_them() -> None:
    many = at("measures.yml", 10, "6 of 14 measures have no target.")
    assert about(many) == ""
    assert subjects().source(many) is None


def test_evidence_items_and_reports_are_told_apart() -> None:
    assert about(at("evidence.yml", 5)) == "e1"
    assert about(at("items.yml", 5, item="1")) == "1"
    assert about(at("reports/2026-03.yml", 13, item="1", report="2026-03")) == "1"
    assert about(at("reports/2026-03.yml", 4, report="2026-03")) == "2026-03"
    assert about(at("plan.yml", 4)) == ""


def test_the_source_is_that_of_the_nearest_record() -> None:
    assert subjects().source(at("reports/2026-03.yml", 13, item="1", report="2026-03")) == "50"
    assert subjects().source(at("reports/2026-03.yml", 4, report="2026-03")) is None
    assert subjects().source(at("items.yml", 9, item="1")) == "7"
