"""Shards that do not make this site are refused before anything of them is unpacked, with every reason in words."""

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks.edits import NOW
from ragsite import stamp
from ragsite.built.manifest import hashed, write_manifest
from ragsite.refusal import Refused
from ragsite.shards.label import NAME
from tests.unit.shards.conftest import MERGED, Project, files


def refused(project: Project, *shards: Path, **asked: object) -> str:
    """Why a merge is refused; the site that was there stays."""
    before = files(MERGED)
    with pytest.raises(Refused) as why:
        project.merge(*shards, **asked)  # type: ignore[arg-type]
    assert files(MERGED) == before
    assert str(why.value).startswith("These shards do not make one site. Nothing was published")
    assert why.value.lines[-1].startswith("Build the shards that are named here again")
    return "\n".join(why.value.lines[:-1])


def relabel(place: Path, /, **changed: object) -> None:
    """Gives a shard another label, as a shard of another origin would have it, whole as it is."""
    label = json.loads((place / NAME).read_bytes())
    (place / NAME).write_text(json.dumps(label | changed), "utf-8")
    write_manifest(place, hashed(place))


def test_a_site_that_is_there_stays(project: Project, shards: tuple[Path, ...]) -> None:
    project.merge(*shards)
    assert refused(project, shards[0]) == "  Missing: shard 2/2."


def test_the_same_shard_twice_is_told_beside_what_is_missing(project: Project, shards: tuple[Path, ...]) -> None:
    assert refused(project, shards[0], shutil.copytree(shards[0], Path("copy"))) == (
        "  Shard 1/2 is given 2 times.\n  Missing: shard 2/2."
    )


def test_the_same_folder_twice_is_told(project: Project, shards: tuple[Path, ...]) -> None:
    assert refused(project, *shards, shards[1]) == "  Shard 2/2 is given 2 times."


def test_shards_of_other_numbers_do_not_go_together(project: Project, shards: tuple[Path, ...]) -> None:
    assert "Some are shards of 2 and 3: all must be" in refused(project, *shards, project.shard("1/3").folder)


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (shutil.rmtree, "there is no such folder"),
        (lambda shard: (shard / NAME).unlink(), "it holds no shard that can be read"),
        (lambda shard: (shard / NAME).write_text("{}"), "it holds no shard that can be read"),
        (lambda shard: (shard / NAME).write_text("[1]"), "it holds no shard that can be read"),
        (lambda shard: relabel(shard, schema_version=2), "it holds no shard that can be read"),
        (lambda shard: relabel(shard, shard="3/2"), "it holds no shard that can be read"),
    ],
)
def test_a_folder_that_is_no_shard_is_named(
    project: Project, shards: tuple[Path, ...], harm: Callable[[Path], object], why: str
) -> None:
    harm(shards[1])
    assert f"“{shards[1]}”: {why}. Name the folders that “ragsite build --shard” made." in refused(project, *shards)


@pytest.mark.parametrize("harm", ["cut", "changed", "gone", "added", "no manifest"])
def test_a_damaged_shard_is_told_with_the_file(project: Project, shards: tuple[Path, ...], harm: str) -> None:
    path = next((shards[1] / "kept").rglob("files/*"))
    content = path.read_bytes()
    if harm == "gone":
        path.unlink()
    elif harm == "added":
        path = path.with_name("another")
        path.write_bytes(b"")
    elif harm == "no manifest":
        path = shards[1] / "manifest.json"
        path.unlink()
    else:
        path.write_bytes(content[:-1] if harm == "cut" else content[:-1] + bytes([content[-1] ^ 1]))
    expected = f"Shard 2/2, “{shards[1]}”: it is not whole: {path.relative_to(shards[1])}. Fetch or build it again."
    assert refused(project, *shards) == f"  {expected}"


def test_other_words_in_a_plan_are_told_by_the_plan(project: Project, shards: tuple[Path, ...]) -> None:
    project.edit("plans/plan-002/plan.yml", "title: ", "title: The ")
    lines = refused(project, *shards).splitlines()
    assert len(lines) == 1
    assert lines[0].endswith("plans in it were made of other content than is here: plan-002.")


@pytest.mark.parametrize("change", ["settings", "plan more", "plan less"])
def test_another_site_around_the_plans_is_told_of_every_shard(
    project: Project, shards: tuple[Path, ...], change: str
) -> None:
    plans = project.content / "plans"
    if change == "settings":
        project.edit("site.yml", "tagline: ", "tagline: Once more. ")
    elif change == "plan more":
        shutil.copytree(plans / "plan-001", plans / "plan-009")
    else:
        shutil.rmtree(plans / "plan-002")
    assert refused(project, *shards).count("or which plans there are, were not as they are here") == 2


def test_a_content_folder_of_another_name_is_told(project: Project, shards: tuple[Path, ...]) -> None:
    project.content = project.content.rename("data")
    assert refused(project, *shards).count("its content folder was named “content”, here it is “data”. Name it in") == 2


def test_another_version_of_python_or_a_package_is_named(project: Project, shards: tuple[Path, ...]) -> None:
    relabel(shards[0], program="another", installed=[*stamp.installed().split("\n")[1:], "Python 3.99.1"])
    why = refused(project, *shards)
    assert "it was made with Python 3.99.1, which is not here." in why
    assert f"it was made without {stamp.installed().splitlines()[0]}, which is here." in why
    assert "2/2" not in why


def test_another_ragsite_is_told(
    project: Project, shards: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    theme = shutil.copytree(stamp.THEME, tmp_path / "theme")
    (theme / "shell.html").write_text("another", "utf-8")
    monkeypatch.setattr(stamp, "THEME", theme)
    assert refused(project, *shards).count("it was made by another ragsite: its code or its theme is not") == 2


def test_other_committee_packs_are_told(project: Project, shards: tuple[Path, ...]) -> None:
    relabel(shards[1], packs=["committee-pack.pdf", "Pango 1"])
    expected = "it was made with committee packs (committee-pack.pdf, Pango 1), here the site is made with no committee"
    assert expected in refused(project, *shards)


def test_a_day_that_ended_between_them_is_told(project: Project, shards: tuple[Path, ...]) -> None:
    later = project.shard("2/2", now=NOW + timedelta(days=1)).folder
    why = refused(project, shards[0], later)
    assert "it was made as at 1 January 2026, the site is made as at 2 January 2026: between them a day ends" in why
    assert why.count("Shard") == 1


def test_a_report_that_came_out_between_them_is_told(project: Project) -> None:
    project.edit("plans/plan-001/reports/2023-03.yml", "label:", "publish_from: '2026-02-03 09:30'\nlabel:")
    early, late = (NOW.replace(month=2, day=3, hour=hour) for hour in (9, 10))
    shards = project.shards(2, now=early)
    project.merge(*shards, moment=early + timedelta(minutes=29))
    why = refused(project, *shards, moment=late)
    assert why.count("made as at 3 February 2026, 09:00, the site is made as at 3 February 2026, 10:00") == 1


def test_nothing_is_unpacked_of_a_shard_that_does_not_fit(
    project: Project, shards: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("unpacked")

    monkeypatch.setattr("ragsite.store.pickle.loads", refuse)
    relabel(shards[0], content="elsewhere")
    assert "elsewhere" in refused(project, *shards)
