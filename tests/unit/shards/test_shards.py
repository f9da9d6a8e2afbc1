"""A site that several machines build in shards is the site that one machine builds, byte for byte."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from benchmarks.content import write_content
from benchmarks.edits import EDITS, NOW
from ragsite.built.manifest import differences
from ragsite.checking import find_problems
from ragsite.commands import Built, Way
from ragsite.problems import ContentError, Finding, errors_among
from ragsite.refusal import Refused
from ragsite.store import Store
from tests.unit.shards.conftest import MERGED, WORD, Project, files, told

ROUNDS, SEED = 6, 11


def test_four_shards_make_the_same_site_as_one_machine_with_packs(project: Project) -> None:
    write_content(Path(), items=8, plan_size=2)
    project.packs = WORD
    merged = project.merge(*project.shards(4))
    whole = project.whole()
    assert told(merged) == told(whole)
    assert files(merged.folder) == files(whole.folder)
    assert sum(name.endswith(".docx") for name in files(merged.folder)) == 4


def test_a_merge_draws_the_pages_of_no_plan(project: Project, shards: tuple[Path, Path]) -> None:
    merged = project.merge(*shards)
    site = [name for name in files(MERGED) if name.endswith("index.html") and not name.startswith("plans/")]
    assert merged.drawn == len(site) + 1  # the page for unknown addresses
    assert files(MERGED) == files(project.whole().folder)


def test_there_may_be_shards_without_a_plan(project: Project) -> None:
    assert [project.shard(f"{number}/4").pages > 0 for number in (1, 2, 3, 4)] == [True, True, False, False]
    assert project.merge(*(Path(f"{number}-of-4") for number in (1, 2, 3, 4))).pages == project.whole().pages


def test_random_edits_never_make_a_difference(project: Project) -> None:
    """Shards take over what earlier ones have; what is wrong with a plan a shard tells, what leads astray the merge."""
    chance, stopped = Random(SEED), 0
    for _ in range(ROUNDS):
        chance.choice(EDITS)(project.content, chance)
        whole = errors_of(project.whole)
        if whole:
            stopped += 1
            found = errors_of(lambda: project.shard("1/2")) | errors_of(lambda: project.shard("2/2"))
            assert (found or errors_of(lambda: project.merge(Path("1-of-2"), Path("2-of-2")))) == whole
            continue
        merged = project.merge(*project.shards(2), way=Way(Store(Path("cache"))))
        assert told(merged).findings == find_problems(project.content, as_at=NOW.date(), now=NOW).findings
        assert files(merged.folder) == files(Path("whole"))
    assert 0 < stopped < ROUNDS


def errors_of(make: Callable[[], Built]) -> set[Finding]:
    """What stops something from being made."""
    try:
        make()
    except ContentError as error:
        return set(errors_among(error.findings))
    return set()


def test_a_shard_tells_of_its_own_plans_alone(project: Project, shards: tuple[Path, Path]) -> None:
    project.edit("plans/plan-002/items.yml", "items:", "itms:")
    before = files(shards[1])
    assert {finding.plan for finding in project.shard("1/2").findings} <= {"plan-001", ""}
    with pytest.raises(ContentError) as stopped:
        project.shard("2/2")
    assert {finding.plan for finding in errors_among(stopped.value.findings)} == {"plan-002"}
    assert files(shards[1]) == before


def test_a_fault_of_the_site_itself_stops_every_shard(project: Project) -> None:
    project.edit("site.yml", "title:", "titel:")
    for name in ("1/2", "2/2"):
        with pytest.raises(ContentError):
            project.shard(name)


def link(project: Project, plan: str, to: str) -> None:
    """A sentence in the latest report of a plan that leads to another page."""
    project.edit(f"plans/{plan}/reports/2025-09.yml", "summary:\n- ", f"summary:\n- See [it]({to}). ")


def test_a_link_to_a_plan_of_another_shard_is_known(project: Project) -> None:
    link(project, "plan-001", "/plans/plan-002/items/a1-1/")
    assert files(project.merge(*project.shards(2)).folder) == files(project.whole().folder)


def test_a_link_that_leads_nowhere_is_told_as_by_one_machine(project: Project, shards: tuple[Path, Path]) -> None:
    """With the page that may be meant, though it is in the plan of another shard."""
    link(project, "plan-001", "/plans/plan-02/items/a1-1/")
    whole = find_problems(project.content, as_at=NOW.date(), now=NOW)
    (dead,) = (finding for finding in whole.findings if finding.code == "E654")
    assert "Did you mean “/plans/plan-002/items/a1-1/”?" in dead.fix
    told_by = [project.shard(name).findings for name in ("1/2", "2/2")]
    assert [dead in findings for findings in told_by] == ["plan-001" in plans_of(shard) for shard in shards]


def plans_of(shard: Path) -> list[str]:
    return [plan.name for plan in (shard / "kept/plans").iterdir()]


def test_an_unchanged_plan_is_taken_over_from_the_shard_before(project: Project, shards: tuple[Path, Path]) -> None:
    before = files(shards[0])
    assert project.shard("1/2").drawn == 0
    assert files(shards[0]) == before
    (plan,) = (shards[0] / "kept/plans").iterdir()
    project.edit(f"plans/{plan.name}/plan.yml", "title: ", "title: The ")
    again = project.shard("1/2")
    assert 0 < (again.drawn or 0) <= again.pages
    assert {len(list(slot.iterdir())) for slot in (shards[0] / "kept/plans" / plan.name).iterdir()} == {1}


def test_a_shard_is_whole_and_holds_nothing_of_other_plans(shards: tuple[Path, Path]) -> None:
    assert [list(differences(shard)) for shard in shards] == [[], []]
    assert sorted(plan for shard in shards for plan in plans_of(shard)) == ["plan-001", "plan-002"]


def test_another_folder_is_never_replaced_by_a_shard(project: Project) -> None:
    Path("1-of-3").mkdir()
    Path("1-of-3/thesis.txt").write_text("years of work", "utf-8")
    with pytest.raises(Refused):
        project.shard("1/3")
    assert files(Path("1-of-3")) == {"thesis.txt": b"years of work"}


def test_a_site_made_of_shards_is_as_at_their_moment(project: Project) -> None:
    """However much later it is merged, and however the clocks of the machines differ within a day."""
    project.edit("plans/plan-001/reports/2023-03.yml", "label:", "publish_from: '2026-02-01'\nlabel:")
    day = NOW.replace(month=2, day=3)
    shards = [project.shard(f"{number}/2", now=day + timedelta(minutes=number)).folder for number in (1, 2)]
    merged = files(project.merge(*shards).folder)
    assert "plans/plan-001/reports/2023-03/index.html" in merged
    assert merged == files(project.whole(now=day).folder)


def test_the_shards_themselves_stay_as_they_were(project: Project, shards: tuple[Path, Path]) -> None:
    before = [files(shard) for shard in shards]
    there = {path.name for path in Path().iterdir()}
    project.merge(*shards, way=Way(Store(Path("cache"))))
    assert [files(shard) for shard in shards] == before
    assert {path.name for path in Path().iterdir()} == there | {"cache", "merged"}
