"""Every plan belongs to one shard, and the shards have about the same to do."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.problems import Unacceptable
from ragsite.shards.share import Share, read_share


def folders(place: Path, sizes: list[int]) -> tuple[Path, ...]:
    made = []
    for number, size in enumerate(sizes):
        folder = place / f"plan-{number:02}" / "reports"
        folder.mkdir(parents=True)
        (folder / "2026.yml").write_bytes(b"x" * size)
        made.append(folder.parent)
    return tuple(made)


@given(sizes=st.lists(st.integers(0, 900), max_size=12), of=st.integers(1, 6))
def test_each_plan_is_in_one_shard_and_none_has_much_more(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], of: int
) -> None:
    plans = folders(tmp_path_factory.mktemp("plans"), sizes)
    shards = [Share(number, of).chosen(plans) for number in range(1, of + 1)]
    assert sorted(plan for shard in shards for plan in shard) == sorted(plans)
    assert all(list(shard) == sorted(shard) for shard in shards)
    loads = [sum(sizes[plans.index(plan)] for plan in shard) for shard in shards]
    assert max(loads) - min(loads) <= max(sizes, default=0)


def test_the_largest_plan_has_a_shard_to_itself_where_the_others_are_small(tmp_path: Path) -> None:
    plans = folders(tmp_path, [10, 10, 90, 20])
    assert Share(1, 2).chosen(plans) == (plans[2],)
    assert Share(2, 2).chosen(plans) == (plans[0], plans[1], plans[3])


def test_there_may_be_more_shards_than_plans(tmp_path: Path) -> None:
    plans = folders(tmp_path, [10])
    assert [Share(number, 3).chosen(plans) for number in (1, 2, 3)] == [plans, (), ()]


@pytest.mark.parametrize(("text", "share"), [("2/4", Share(2, 4)), (" 1/1 ", Share(1, 1)), ("40/40", Share(40, 40))])
def test_a_shard_is_read(text: str, share: Share) -> None:
    assert read_share(text) == share
    assert str(share) == text.strip()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5/4", "There is no shard 5 of 4."),
        *((text, f"“{text}” names no shard.") for text in ("", "4", "0/4", "1/0", "2 of 4", "1/2/3", "-1/4", "²/4")),
    ],
)
def test_what_names_no_shard_is_told(text: str, found: str) -> None:
    with pytest.raises(Unacceptable) as problem:
        read_share(text)
    assert problem.value.found == found
    assert "2/4 is the second of four" in problem.value.allowed
