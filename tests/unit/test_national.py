"""The page on a national site follows from its figures, and the figures from the formulas on it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.national import PAGE, Plan, Prices, Size, build, month, page
from tests.conftest import PROJECT


def test_the_page_is_what_its_figures_give() -> None:
    """After a change of a figure: `python -m benchmarks national`."""
    assert (PROJECT / PAGE).read_text("utf-8") == page(Size(), Plan(), Prices())


def test_a_build_can_be_worked_out_by_hand() -> None:
    size = Size(authorities=10, plans_each=6)
    plan = Plan(whole=4, shard=3, merge=2, search=1, start=0, kept=1000)
    prices = Prices(runner_minute=0.01, processors=1, setup_minutes=2, mb_a_second=2000, artifact_gb_day=0.1)
    assert build(1, size, plan, prices).shard == pytest.approx(2 + 60 * 5 / 60)
    four = build(4, size, plan, prices)
    assert (four.shard, four.merge) == pytest.approx((2 + 15 * 3.5 / 60, 2 + 60 * 3.5 / 60))
    assert four.dollars == pytest.approx((4 * four.shard + four.merge) * 0.01 + 60 * 0.1)


@given(runners=st.integers(2, 256), more=st.integers(1, 50))
def test_more_runners_shorten_the_shards_and_never_the_merge(runners: int, more: int) -> None:
    few, many = (build(number, Size(), Plan(), Prices()) for number in (runners, runners + more))
    assert many.shard < few.shard
    assert many.merge == few.merge


def test_a_month_costs_by_what_is_stored_written_and_read() -> None:
    size, plan = Size(authorities=1, plans_each=3), replace(Plan(), site=1000, files=1_000_000)
    prices = Prices(stored_gb=0.5, writes_million=2, reads_million=4, views=1_000_000, requests_a_view=5)
    assert list(month(size, plan, prices).values()) == pytest.approx([1.5, 2, 4])
