"""Nothing that is not to be published is in any data file: no name beside a role, no record kept back."""

from tests.factories import evidence, item, make_plan, make_public, measure, observation, report
from tests.unit.exporters.reading import files

CANARY = "Zebedee Quux"


def everything(**facts: object) -> str:
    """All bytes of a site in which everything that is to stay inside holds the canary."""
    hidden = {"publish": False}
    owner = {"role": "Director", "name": CANARY, "kind": "lead"}
    plan = make_plan(
        items=[item("1", owners=[owner], items=[item("x", title=CANARY, **hidden)])],
        reports=[
            report("2026-03", {"1": "G"}, updates=[{"item": "2", "progress": CANARY, **hidden}]),
            report("2026-06", summary=CANARY, **hidden),
        ],
        measures=[measure("m", name=CANARY, **hidden)],
        observations=[observation("m", "2026", None, note=CANARY)],
        evidence=[evidence("e", title=CANARY, **hidden)],
        **facts,
    )
    return b"\n".join(files(make_public(plan)).values()).decode("utf-8")


def test_what_is_kept_back_is_in_no_file() -> None:
    assert CANARY not in everything()
    assert '"publish"' not in everything()


def test_a_name_is_published_where_the_plan_says_so() -> None:
    assert f"Director – {CANARY}" in everything(owners="names")
