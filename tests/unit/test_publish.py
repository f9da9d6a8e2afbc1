"""What is not to be published passes no door: not itself, and not through what names it."""

from typing import Any

import pytest

from ragsite.model.plan import Plan
from ragsite.output import plan_files, site_files
from ragsite.publish import PublicSite
from tests.factories import item, make_plan, make_public, measure, observation, report

CANARY = "Zaunkönig"


def public_plan(plan: Plan) -> Plan:
    return make_public(plan).site.plans[0]


def everything(public: PublicSite) -> str:
    """All bytes of the site, pages and files, as one text."""
    made = [file.make() for file in (*plan_files(public), *site_files(public))]
    return "\n".join(content.decode("utf-8", errors="replace") for content in made)


def hidden_report(**more: Any) -> dict[str, Any]:
    return report("2026-06", {"1": "Red"}, publish=False, summary=f"{CANARY} one", **more)


CASES = {
    "an item": {"items": [item("1"), item("2", text=CANARY, publish=False)]},
    "a child of an unpublished item": {
        "items": [item("1"), item("2", publish=False, items=[item("2-1", text=CANARY)])],
        "structure": [{"kind": "Area", "plural": "Areas"}, {"kind": "Action", "plural": "Actions"}],
    },
    "an update": {
        "items": [item("1")],
        "reports": [report("2026-03", updates=[{"item": "1", "rating": "Red", "progress": CANARY, "publish": False}])],
    },
    "a report": {"items": [item("1")], "reports": [report("2026-03", {"1": "Green"}), hidden_report()]},
    "an item that an unpublished report adds": {
        "items": [item("1"), item("2", added="2026-06", text=CANARY)],
        "reports": [report("2026-03", {"1": "Green"}), hidden_report()],
    },
    "why an unpublished report closes an item": {
        "items": [item("1", closed={"report": "2026-06", "reason": CANARY})],
        "reports": [report("2026-03", {"1": "Green"}), hidden_report()],
    },
    "a measure": {
        "items": [item("1")],
        "measures": [measure("m", definition=CANARY, items=["1"], publish=False)],
        "observations": [observation("m", "2026-03", "4", note=CANARY)],
    },
    "evidence": {
        "items": [item("1")],
        "reports": [report("2026-03", updates=[{"item": "1", "rating": "Green", "evidence": ["e"]}])],
        "evidence": [{"id": "e", "title": CANARY, "kind": "audit", "publish": False}],
    },
    "evidence that only an unpublished report names": {
        "items": [item("1")],
        "reports": [
            report("2026-03", {"1": "Green"}),
            report("2026-06", updates=[{"item": "1", "rating": "Red", "evidence": ["e"]}], publish=False),
        ],
        "evidence": [{"id": "e", "title": CANARY, "kind": "audit"}],
    },
    "the words of a suppressed value": {
        "items": [item("1")],
        "measures": [measure("m", items=["1"])],
        "observations": [observation("m", "2026-03", "4", status="suppressed", note=CANARY, as_printed=CANARY)],
    },
    "the name beside a role": {"items": [item("1", owners=[{"role": "Director", "name": CANARY, "kind": "lead"}])]},
}


@pytest.mark.parametrize("written", CASES.values(), ids=CASES)
def test_nothing_of_it_is_in_any_page_or_file(written: dict[str, Any]) -> None:
    published = everything(make_public(make_plan(**written)))
    assert CANARY not in published
    assert "Title of 1" in published


def test_what_is_published_is_there() -> None:
    told = report("2026-03", {"1": "Green"}, summary="All is well.")
    plan = make_plan(items=[item("1", text=CANARY)], reports=[told])
    published = everything(make_public(plan))
    assert CANARY in published
    assert "All is well." in published


def test_a_name_stays_where_there_is_no_role_or_the_plan_says_names() -> None:
    owners = [{"name": "A Person", "kind": "lead"}]
    assert public_plan(make_plan(items=[item("1", owners=owners)])).items[0].owners[0].name == "A Person"
    both = [{"role": "Director", "name": "A Person"}]
    plan = make_plan(items=[item("1", owners=both)], owners="names")
    assert public_plan(plan).items[0].owners[0].label == "Director – A Person"


def test_links_to_what_is_not_published_are_cut() -> None:
    items = [item("1", split_into=["2", "3"], merged_into="2", answers=["2", "3"]), item("2", publish=False), item("3")]
    found = public_plan(make_plan(items=items)).items[0]
    assert (found.split_into, found.merged_into, found.answers) == (("3",), None, ("3",))


def test_a_suppressed_value_keeps_its_place_but_not_its_figures() -> None:
    rows = [observation("m", "2026-03", "4", numerator="4", denominator="9", status="suppressed")]
    plan = make_plan(items=[item("1")], measures=[measure("m", items=["1"])], observations=rows)
    found = public_plan(plan).observations[0]
    assert (found.value, found.numerator, found.denominator, found.as_printed) == (None, None, None, "")
    assert found.period is not None


def test_what_was_looked_up_before_does_not_come_through() -> None:
    plan = make_plan(
        items=[item("1")],
        reports=[report("2026-03", updates=[{"item": "1", "rating": "Green", "publish": False}])],
    )
    assert plan.update(plan.reports[0], plan.items[0]) is not None
    (public,) = make_public(plan).site.plans
    assert public.update(public.reports[0], public.items[0]) is None


def test_a_value_that_goes_with_a_small_one_is_in_no_page_or_file() -> None:
    rows = [
        observation("m", "2026-03", "1734"),
        observation("m", "2026-03", "1731", series="Boys", as_printed="1,731 boys", note="These are 1731 boys."),
        observation("m", "2026-03", "3", series="Girls"),
    ]
    told = report("2026-03", updates=[{"item": "1", "rating": "Red", "progress": "We saw 1,731 boys."}])
    base = {"value": "1731", "period": "2026-03", "printed": "1731"}
    seen = measure("m", unit="children", items=["1"], baseline=base)
    plan = make_plan(items=[item("1")], measures=[seen], observations=rows, reports=[told])
    published = everything(make_public(plan))
    assert "1731" not in published
    assert "1,731" not in published
    assert "[c]" in published
