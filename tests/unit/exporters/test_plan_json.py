"""`plan.json` tells everything that is published of a plan, in a shape that programs can rely on."""

from collections import Counter
from typing import Any

from ragsite.exporters.plan_json import FACTS, SCHEMA_VERSION
from ragsite.model.facts import PlanFacts
from ragsite.model.plan import Plan
from tests.factories import evidence, item, make_plan, make_public, measure, observation, report
from tests.unit.exporters.reading import read_json, read_table

KEYS = (
    "schema_version,id,url,publisher,licence,as_at,latest_report,title,short_title,organisation,document,status,summary,"
    "period,inspection,governance,structure,inspection_recommendations,next_report,background,sources,notes,scales,items,"
    "reports,ratings,dates,updates,statements,measures,observations,evidence"
)
RECORD_KEYS = {
    "scales": "id,title,tones,key,note,source,levels,unrated,notes",
    "items": "id,renamed_from,ref,ref_basis,title,former_titles,text,aim,success,origin,owners,answers,topics,due,"
    "milestones,added,closed,split_into,merged_into,missing,source,notes,kind,parent,url",
    "reports": "id,label,as_at,published,scale,summary,key_developments,key_risks,sections,corrections,notes,url",
    "ratings": "item,ref,report,as_at,as_at_basis,scale,level,label,tone,as_printed,basis,not_rated_reason,level_name,"
    "basis_note,change_reason,status_word,previous_level,previous_as_printed,source,overdue,overdue_note",
    "dates": "item,ref,report,due,precision,as_printed,first_due,moves,reason,agreed_by,words,first_day,last_day,note,"
    "source",
    "updates": "item,report,status,developments,key_risks,progress,next_steps,risks,evaluation,decision,evidence,"
    "rating_reason,notes,source",
    "statements": "report,id,kind,label,level,item,period,value,numerator,denominator,unit,printed,source,notes",
    "measures": "id,name,items,unit,decimals,polarity,polarity_basis,definition,baseline,targets,comparators,"
    "disclosure,source,"
    "notes,url",
    "observations": "measure,period,series,value,numerator,denominator,status,as_printed,note,source",
    "evidence": "id,title,kind,date,shows,does_not_show,held_by,link,source,notes,used_by",
    "sources": "id,title,publisher,kind,date,link,extract,licence,note",
    "structure": "kind,plural,rated",
}
"""The keys of version 1. A new key may be added here; one that goes or changes its meaning needs version 2."""


def whole_plan() -> Plan:
    said = {"item": "1", "rating": "A", "progress": "Posts were filled.", "evidence": ["e"], "due": {"date": "2026-09"}}
    statement = {"id": "s", "kind": "count", "label": "Green items", "value": "1.50", "printed": "1½"}
    return make_plan(
        items=[item("1", due="Jun-26", items=[item("1.1")])],
        reports=[report("2026-03", {"1.1": "0"}, updates=[said], statements=[statement])],
        measures=[measure("m", items=["1"])],
        observations=[observation("m", "2026-Q1", "70.30")],
        evidence=[evidence("e", items=["1.1"])],
    )


def whole_document() -> dict[str, Any]:
    return read_json(make_public(whole_plan(), url="https://example.org"), "plan.json")


def test_the_keys_are_those_of_the_version() -> None:
    found = whole_document()
    assert (found["schema_version"], SCHEMA_VERSION) == ("1", "1")
    assert ",".join(found) == KEYS
    assert {name: ",".join(found[name][0]) for name in RECORD_KEYS} == RECORD_KEYS


def test_every_fact_of_a_plan_has_its_place() -> None:
    elsewhere = {"id", "scales"}
    settings_of_the_site = {"needs_approval", "owners", "place"}
    assert set(PlanFacts.model_fields) == {*FACTS, *elsewhere, *settings_of_the_site}


def test_a_level_has_its_meaning_its_claims_and_its_rank() -> None:
    levels = whole_document()["scales"][0]["levels"]
    assert [(level["id"], level["rank"], level["claims"]["finished"]) for level in levels] == [
        ("red", 1, False),
        ("amber", 2, False),
        ("green", 3, True),
    ]
    assert all(level["meaning"] for level in levels)


def test_the_tree_is_a_flat_list_with_parents() -> None:
    items = whole_document()["items"]
    assert [(one["id"], one["parent"]) for one in items] == [("1", None), ("1.1", "1")]
    assert items[0]["url"] == "https://example.org/plans/northmere-2026/items/1/"
    assert "items" not in items[0]


def test_a_date_has_its_value_its_days_and_what_is_printed() -> None:
    due = whole_document()["items"][0]["due"]
    assert (due["value"], due["first_day"], due["last_day"], due["as_printed"]) == (
        "2026-06",
        "2026-06-01",
        "2026-06-30",
        "Jun-26",
    )


def test_the_document_says_as_at_which_date_and_under_which_licence() -> None:
    found = whole_document()
    assert (found["as_at"]["date"]["value"], found["as_at"]["basis"]) == ("2026-03", "printed")
    assert found["licence"]["name"] == "Open Government Licence v3.0"


def test_a_plan_without_reports_has_no_date() -> None:
    found = read_json(make_public(make_plan()), "plan.json")
    assert (found["as_at"], found["latest_report"], found["ratings"]) == (None, None, [])


def test_words_of_a_report_stand_by_item_and_silence_takes_no_room() -> None:
    updates = whole_document()["updates"]
    assert [(one["item"], one["report"]) for one in updates] == [("1", "2026-03")]
    assert updates[0]["progress"] == [{"text": "Posts were filled.", "source": None}]


def test_the_source_of_a_silent_update_is_kept_with_its_rating() -> None:
    silent = {"item": "1", "rating": "G", "source": "12"}
    found = read_json(make_public(make_plan(items=[item("1")], reports=[report("r", **as_at(silent))])), "plan.json")
    assert (found["updates"], found["ratings"][0]["source"]) == ([], "12")


def as_at(update: dict[str, Any]) -> dict[str, Any]:
    return {"as_at": {"date": "2026-03"}, "updates": [update]}


def test_evidence_says_who_uses_it() -> None:
    assert whole_document()["evidence"][0]["used_by"] == [
        {"item": "1", "report": "2026-03"},
        {"item": "1.1", "report": None},
    ]


def test_document_and_tables_say_the_same() -> None:
    public = make_public(whole_plan())
    found = read_json(public, "plan.json")
    for name, key in {
        "items": "id",
        "ratings": "item",
        "dates": "item",
        "measures": "id",
        "observations": "measure",
    }.items():
        column = {"id": name.removesuffix("s")}.get(key, key)
        assert Counter(row[column] for row in read_table(public, name)) == Counter(one[key] for one in found[name]), (
            name
        )
    levels = [(row["item"], row["report"], row["level"]) for row in read_table(public, "ratings")]
    assert levels == [(one["item"], one["report"], one["level"] or "") for one in found["ratings"]]


def test_numbers_keep_the_digits_of_the_source() -> None:
    public = make_public(whole_plan())
    from_document = read_json(public, "plan.json")["observations"][0]["value"]
    assert (str(from_document), read_table(public, "observations")[0]["value"]) == ("70.3", "70.30")
