"""The chapter of measures: figures in short where there is more than one, and every value and target in tables."""

from ragsite.pack.document import Picture, Table, text_of
from ragsite.publish import PublicSite
from tests.factories import item, make_plan, make_public, measure, observation, report
from tests.unit.pack.samples import block_texts, pack_of, sample_site


def tables_of(public: PublicSite) -> list[Table]:
    chapter = next(one for one in pack_of(public).chapters if one.key == "measures")
    return [block for block in chapter.blocks if isinstance(block, Table)]


def words_of(public: PublicSite) -> str:
    chapter = next(one for one in pack_of(public).chapters if one.key == "measures")
    return " ".join(text for block in chapter.blocks for text in block_texts(block))


def with_values(*values: str) -> PublicSite:
    months = ("2026-01", "2026-02", "2026-03")
    targets = [{"value": "90", "by": "2026-12"}]
    return make_public(
        make_plan(
            items=[item("1")],
            reports=[report("2026-03", {"1": "A"})],
            measures=[measure("m1", items=["1"], polarity="higher", targets=targets)],
            observations=[observation("m1", month, value) for month, value in zip(months, values, strict=False)],
        )
    )


def test_the_figures_stand_side_by_side_and_none_of_them_heads_the_others() -> None:
    short, *rest = tables_of(sample_site())
    assert [column.text for column in short.columns] == ["Latest value", "Target", "Target met?", "Change"]
    assert not short.heads_rows
    assert len(short.rows) == 1
    assert [table.caption.partition(" (")[0] for table in rest[:2]] == [
        "Every value of this measure that the source gives",
        "Every target of this measure",
    ]


def test_a_single_value_with_a_single_target_is_told_once() -> None:
    captions = [table.caption for table in tables_of(with_values("61"))]
    assert not any(caption.endswith("in short") for caption in captions)
    assert len(captions) == 2


def test_a_measure_without_a_value_says_so_and_names_its_target() -> None:
    said = words_of(with_values())
    assert "No value is published" in said
    assert "90%" in said


def test_the_chart_has_words_for_those_who_do_not_see_it() -> None:
    chapter = next(one for one in pack_of(with_values("61", "64", "70")).chapters if one.key == "measures")
    picture = next(block for block in chapter.blocks if isinstance(block, Picture))
    assert "61%" in picture.alternative
    assert "70%" in text_of(picture.caption)
