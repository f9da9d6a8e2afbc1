"""Every text that is published is read, once, at its own place; what is kept out is not."""

from pathlib import Path

from ragsite.checks.prose import site_texts, texts, texts_of
from ragsite.content.folder import read_site
from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site
from tests.factories import SETTINGS, evidence, item, make_plan, measure, observation, report

BASE = Path(__file__).resolve().parents[2] / "cases" / "_base"


def site(*plans: Plan) -> Site:
    return Site(settings=Settings.model_validate(SETTINGS), plans=plans)


def said(plan: Plan) -> dict[str, str]:
    """The field of each text by the text."""
    return {one.text: one.field for one in texts(site(plan))}


def test_texts_of_every_record_are_read_under_their_own_key() -> None:
    plan = make_plan(
        items=[item("1", aim=["An aim."], milestones=[{"text": "A step.", "evaluation": "A view."}], notes=["Odd."])],
        measures=[measure("m", definition="What it is.", targets=[{"words": "In place"}])],
        observations=[observation("m", "2026-01", "5", note="Beside it.")],
        evidence=[evidence("e", shows="That it is so.")],
        reports=[report("2026-03", summary="In short.", updates=[{"item": "1", "risks": ["A risk."]}])],
        background=[{"title": "Why", "text": ["Because."]}],
    )
    found = said(plan)
    expected = {
        "An aim.": "aim",
        "A step.": "milestones",
        "A view.": "evaluation",
        "Odd.": "notes",
        "What it is.": "definition",
        "In place": "words",
        "Beside it.": "note",
        "That it is so.": "shows",
        "In short.": "summary",
        "A risk.": "risks",
        "Because.": "background",
    }
    assert {text: found.get(text) for text in expected} == expected


def test_a_text_knows_whose_it_is_and_whether_it_is_a_note() -> None:
    plan = make_plan(
        items=[item("1", title="Visits", notes=["Odd."])],
        reports=[report("2026-03", updates=[{"item": "1", "progress": ["Done."]}])],
    )
    found = {one.text: one for one in texts(site(plan))}
    done, odd = found["Done."], found["Odd."]
    assert (done.owner, done.plan, done.item, done.report) == ("“Visits” (1)", "northmere-2026", "1", "2026-03")
    assert (done.is_note, odd.is_note, odd.report) == (False, True, "")


def test_what_is_not_published_is_not_read() -> None:
    plan = make_plan(
        items=[item("1", publish=False, items=[item("2", aim=["Below."])]), item("3")],
        measures=[measure("m", definition="Kept back.", publish=False)],
        observations=[observation("m", "2026-01", "5", note="Kept back too.")],
        evidence=[evidence("e", shows="Not shown.", publish=False)],
        reports=[
            report(
                "2026-03",
                updates=[{"item": "1", "risks": ["Of 1."]}, {"item": "3", "risks": ["Of 3."], "publish": False}],
            ),
            report("2026-06", summary="Not yet.", publish=False),
        ],
    )
    hidden = {"Below.", "Kept back.", "Kept back too.", "Not shown.", "Of 1.", "Of 3.", "Not yet."}
    assert not hidden & said(plan).keys()


def test_a_names_of_an_owner_is_no_prose() -> None:
    plan = make_plan(items=[item("1", owners=[{"role": "Head", "name": "Jo Hill"}])])
    assert "Jo Hill" not in said(plan)
    assert "Head" in said(plan)


def test_a_text_stands_where_it_is_written(tmp_path: Path) -> None:
    read = read_site(BASE).site
    assert read is not None
    (one,) = [one for one in texts(read) if one.text == "Children are seen sooner."]
    lines = Path(one.location.path).read_text(encoding="utf-8").splitlines()
    assert lines[one.location.line - 1][one.location.column - 1 :] == "Children are seen sooner."


def test_the_site_has_words_of_its_own_and_they_belong_to_no_plan() -> None:
    read = read_site(BASE).site
    assert read is not None
    told = {one.text: (one.owner, one.plan) for one in site_texts(read)}
    assert told["Improvement plans, item by item."] == ("“Plan progress”", "")
    assert told["How managers guide and record the work."] == ("The topic “Supervision”", "")
    assert "Multi-agency safeguarding hub" not in told


def test_another_site_is_read_anew() -> None:
    first, second = site(make_plan(items=[item("1", aim=["One."])])), site(make_plan(items=[item("1", aim=["Two."])]))
    assert "One." in {one.text for one in texts(first)}
    assert "One." not in {one.text for one in texts(second)}
    assert texts_of(second.plans[0]) is texts_of(second.plans[0])
