"""What readers see of small counts: values, shares, baselines, stated figures and prose; and what may stand."""

from typing import Any

import pytest

from ragsite.disclosure import withheld
from ragsite.model.plan import Plan
from ragsite.model.waivers import Waiver
from tests.factories import item, make_plan, make_public, measure, observation, report

PERMIT = {"because": "It is public.", "by": "the editors", "published_in": "The paper"}


def plan_of(*rows: dict[str, Any], unit: str = "children", **facts: Any) -> Plan:
    told = measure("m", unit=unit, items=["1"], **{"name": "Children seen", **facts})
    return make_plan(items=[item("1")], measures=[told], observations=rows)


def shown(*rows: dict[str, Any], **facts: Any) -> list[str | None]:
    """The published values in the order of the rows; None for one that is kept back."""
    (plan,) = make_public(plan_of(*rows, **facts)).site.plans
    return [None if one.value is None else str(one.value) for one in plan.observations]


def series(**values: str) -> list[dict[str, Any]]:
    return [observation("m", "2026-04", value, series=name.replace("_", " ")) for name, value in values.items()]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (series(Total="20", Boys="17", Girls="3"), ["20", None, None]),
        (series(Total="20", Boys="20", Girls="0"), ["20", "20", "0"]),
        (series(Total="40", A="3", B="17", C="20"), ["40", None, None, "20"]),
        (series(Total="20", Boys="17"), ["20", None]),
        (series(Total="2", Boys="1", Girls="1"), [None, None, None]),
        ([observation("m", "2026-04", "7"), observation("m", "2026-05", "9"), observation("m", "2026-06", "3"),
          observation("m", "2026/27-Q1", "19")], [None, "9", None, "19"]),
        ([observation("m", "2026-04", "10", series="Year to date"),
          observation("m", "2026-05", "12", series="Year to date")], [None, "12"]),
        ([observation("m", "2026-04", "7"), observation("m", "2026-05", "9"),
          observation("m", "2026/27-Q1", "19")], [None, "9", "19"]),
        ([observation("m", "2026-04", "3"), observation("m", "2026-04", "3", status="revised")], [None, None]),
    ],
    ids=["parts", "noughts", "the smallest goes", "a group nobody names", "ones", "months", "running", "gap", "twice"],
)  # fmt: skip
def test_counts_and_what_gives_them_away(rows: list[dict[str, Any]], expected: list[str | None]) -> None:
    assert shown(*rows) == expected


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "is_shown"),
    [
        ("8.1", "3", "37", False),
        ("91.9", "34", "37", False),
        ("81.1", "30", "37", True),
        ("100", "37", "37", True),
        ("0", "0", "37", True),
        ("98", None, "161", False),
        ("50", "2", "4", False),
        ("3", None, None, True),
    ],
)
def test_shares_count_by_what_they_come_to(
    value: str, numerator: str | None, denominator: str | None, is_shown: bool
) -> None:
    row = observation("m", "2026-04", value, numerator=numerator, denominator=denominator)
    assert shown(row, unit="%") == ([value] if is_shown else [None])


def test_shares_that_make_a_hundred_go_together() -> None:
    rows = [
        observation("m", "2026-04", "5", numerator="3", denominator="60", series="Late"),
        observation("m", "2026-04", "95", series="In time"),
    ]
    assert shown(*rows, unit="%") == [None, None]


def test_a_measure_can_ask_for_more_but_not_for_less() -> None:
    row = observation("m", "2026-04", "8")
    assert shown(row) == ["8"]
    assert shown(row, disclosure={"threshold": 10}) == [None]
    assert shown(observation("m", "2026-04", "4"), disclosure={"threshold": 2}) == [None]


def test_the_content_can_say_what_counts_people_and_what_may_stand() -> None:
    row = observation("m", "2026-04", "3")
    assert shown(row, unit="cases", name="Cases") == ["3"]
    assert shown(row, unit="cases", name="Cases", disclosure={"people": True}) == [None]
    assert shown(row, disclosure={"publish_as_printed": PERMIT}) == ["3"]


def test_a_baseline_goes_with_its_print() -> None:
    plan = plan_of(baseline={"value": 3, "period": "2025", "printed": "3 children"})
    (public,) = make_public(plan).site.plans
    base = public.measures[0].baseline
    assert base is not None
    assert (base.value, base.printed, base.words) == (None, "", "[c] (confidential)")
    assert withheld(plan, 5).baselines == {"m"}


def stated(**more: Any) -> Plan:
    told = {"id": "s", "kind": "share", "label": "Repeat plans of children", "value": "8.1", "numerator": "3",
            "denominator": "37", "unit": "%", "printed": "8.1%", **more}  # fmt: skip
    progress = ["In May 3 of 37 children had plans before."]
    said = report("2026-03", updates=[{"item": "1", "rating": "Green", "progress": progress}], statements=[told])
    return make_plan(items=[item("1")], reports=[said])


def test_stated_figures_and_prose_go_unless_a_waiver_covers_them() -> None:
    (public,) = make_public(stated()).site.plans
    figure, said = public.reports[0].statements[0], public.reports[0].updates[0].progress[0].text
    assert (figure.value, figure.numerator, figure.printed) == (None, None, "[c] (confidential)")
    assert said == "In May [c] (confidential) of 37 children had plans before."


def test_a_waiver_lets_its_words_stand_and_no_others() -> None:
    common = {"report": "2026-03", "because": "It is public.", "by": "the editors", "until": "2026-01-01"}
    fits = Waiver.model_validate({"code": "P701", "item": "1", "quote": "3 of 37 children", **common})
    other = Waiver.model_validate({"code": "P701", "item": "1", "quote": "4 children", **common})
    for waiver, is_shown in ((fits, True), (other, False)):
        plan = stated()
        object.__setattr__(plan, "waivers", (waiver,))
        (public,) = make_public(plan).site.plans
        assert ("3 of 37" in public.reports[0].updates[0].progress[0].text) is is_shown
        assert public.waivers == ()


def test_the_reason_is_there_for_readers() -> None:
    public = make_public(plan_of(observation("m", "2026-04", "3"), disclosure={"publish_as_printed": PERMIT}))
    assert public.as_printed == {"northmere-2026": ("It is public.",)}
