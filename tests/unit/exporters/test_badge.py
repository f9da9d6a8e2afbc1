"""Badges say the rating in word, shape and colour, with its date, to eyes and to screen readers."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from ragsite.exporters.badge import WIDEST
from ragsite.exporters.look import light_colours, shapes, text_width
from ragsite.model.plan import Plan
from tests.factories import RAG, item, make_plan, make_public, report
from tests.unit.exporters.reading import files

SVG = "{http://www.w3.org/2000/svg}"
ITEM = "/plans/northmere-2026/items/1/badge.svg"
PLAN = "/plans/northmere-2026/badge.svg"


def badge(plan: Plan, path: str = ITEM) -> ElementTree.Element:
    return ElementTree.fromstring(files(make_public(plan))[path])


def words(svg: ElementTree.Element) -> str:
    return " ".join(element.text or "" for element in svg.iter(f"{SVG}text"))


def rated(*printed: str) -> Plan:
    names = [str(number) for number in range(1, len(printed) + 1)]
    reports = [report("2026-03", dict(zip(names, printed, strict=True)))]
    return make_plan(items=[item(name) for name in names], reports=reports)


@pytest.mark.parametrize(("printed", "tone"), [("R", "red"), ("A", "amber"), ("G", "green"), ("0", "none")])
def test_the_shape_and_the_colours_are_those_of_the_level(printed: str, tone: str) -> None:
    svg = badge(rated(printed))
    colours = light_colours()
    path, frame = svg.find(f".//{SVG}path"), svg.find(f".//{SVG}rect")
    assert path is not None
    assert frame is not None
    assert (path.get("d"), path.get("fill")) == (shapes()[tone], colours[f"{tone}-mark"])
    assert (frame.get("fill"), frame.get("stroke")) == (colours[f"{tone}-tint"], colours[f"{tone}-mark"])
    assert {text.get("fill") for text in svg.iter(f"{SVG}text")} == {colours[f"{tone}-text"]}
    assert (frame.get("stroke-dasharray") is not None) == (tone == "none")


def test_word_and_date_are_text_and_the_picture_has_a_name_and_a_description() -> None:
    svg = badge(rated("G"))
    assert words(svg) == "Green: Finished at March 2026"
    assert svg.get("role") == "img"
    named = [element.text for name in ("title", "desc") for element in svg.iter(f"{SVG}{name}")]
    assert named == [
        "Recommendation 1. Title of 1: Green: Finished, at March 2026",
        "It is finished, and evidence shows it. Northmere Council: Improvement plan.",
    ]
    assert (svg.get("aria-labelledby") or "").split() == ["t", "d"]


def test_a_plan_has_no_single_word_but_counts_with_their_total() -> None:
    said = words(badge(rated("G", "G", "A", "0"), PLAN))
    assert said == "2 Green 1 Amber 1 not rated of 4 recommendations, at March 2026"


def test_two_numbers_never_stand_side_by_side() -> None:
    numbers = {**RAG, "levels": [{"id": "l3", "label": "3", "tone": "green"}]}
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "3"})], scales=[numbers])
    assert words(badge(plan, PLAN)).startswith("1 rated 3 of 1 recommendation")


def test_a_plan_without_any_rating_says_so() -> None:
    assert words(badge(make_plan(items=[item("1")]), PLAN)) == "No ratings"


def test_an_item_that_nobody_rates_has_no_badge() -> None:
    levels = [{"kind": "Area", "plural": "Areas", "rated": False}, {"kind": "Action", "plural": "Actions"}]
    plan = make_plan(items=[item("a", items=[item("1")])], reports=[report("2026-03", {"1": "G"})], structure=levels)
    found = [path for path in files(make_public(plan)) if path.endswith("badge.svg")]
    assert found == [PLAN, ITEM]


def test_a_badge_is_narrow_enough_for_a_phone_and_its_parts_do_not_touch() -> None:
    svg = badge(rated(*["G"] * 111, *["A"] * 111, *["R"] * 111, *["0"] * 111), PLAN)
    assert int(svg.get("width") or 0) <= WIDEST + 40
    assert int(svg.get("height") or 0) > 32
    rows: dict[str, list[tuple[int, int]]] = {}
    for text in svg.iter(f"{SVG}text"):
        left = int(text.get("x") or 0)
        rows.setdefault(text.get("y") or "", []).append((left, left + int(text.get("textLength") or 0)))
    for row in rows.values():
        assert all(one[1] < other[0] for one, other in pairwise(row))


def test_words_of_the_source_cannot_break_the_picture() -> None:
    plan = make_plan(items=[item("1", title='<script>"&')], reports=[report("2026-03", {"1": "G"})])
    assert '<script>"&' in next(title.text or "" for title in badge(plan).iter(f"{SVG}title"))


def test_every_tone_has_colours_and_a_shape() -> None:
    tones = ("red", "amber-red", "amber", "amber-green", "green", "complete", "none")
    assert set(shapes()) == set(tones)
    wanted = {f"{tone}-{part}" for tone in tones for part in ("tint", "text", "mark")}
    assert wanted <= light_colours().keys()
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in light_colours().values())


def test_longer_and_bolder_texts_are_wider() -> None:
    assert text_width("ill", 15, is_bold=False) < text_width("mmm", 15, is_bold=False)
    assert text_width("Amber", 15, is_bold=False) < text_width("Amber", 15, is_bold=True)
