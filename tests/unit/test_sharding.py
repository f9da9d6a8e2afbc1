"""The commands that build a site in shards: what they print, where they write, how they end."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks.content import write_content
from ragsite.built.manifest import differences
from ragsite.cli import ragsite


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two small plans, in the working folder."""
    write_content(tmp_path, items=4, plan_size=2)
    settings = tmp_path / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("- ragsite\n", "- ragsite:\n      search: false\n"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ragsite, arguments)


def test_two_shards_become_a_site(folder: Path) -> None:
    first = run("build", "--shard", "1/2", "--site-dir", "one", "--quiet")
    second = run("build", "--shard", "2/2")
    assert (first.exit_code, first.output) == (0, "")
    assert second.exit_code == 0, second.output
    assert "Made shard 2/2 with " in second.output
    assert "“ragsite merge” makes the site of all shards." in second.output
    merged = run("merge", "one", "shard")
    assert merged.exit_code == 0, merged.output
    assert "Built " in merged.output
    assert list(differences(folder / "site")) == []
    assert run("verify", "shard").exit_code == 0


def test_what_is_missing_is_told_with_the_status_of_an_error(folder: Path) -> None:
    assert run("build", "--shard", "2/2", "--site-dir", "two").exit_code == 0
    done = run("merge", "two", "three")
    assert done.exit_code == 1
    assert done.output.startswith("These shards do not make one site. Nothing was published")
    assert "\n  “three”: there is no such folder." in done.output
    assert "\n  Missing: shard 1/2.\n" in done.output
    assert not (folder / "site").exists()


def test_errors_in_a_shard_set_the_exit_status(folder: Path) -> None:
    (folder / "content/plans/plan-001/items.yml").write_text("itms: []\n", "utf-8")
    done = {number: run("build", "--shard", f"{number}/2", "--site-dir", f"s{number}") for number in (1, 2)}
    assert sorted(one.exit_code for one in done.values()) == [0, 1]
    (stopped,) = (one for one in done.values() if one.exit_code)
    assert "plans/plan-001/items.yml:1:1: error" in stopped.output
    assert "Nothing was published: mend the errors first." in stopped.output
    assert "plan-002" not in stopped.output


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("build", "--shard", "5/4"), "There is no shard 5 of 4. Write which shard it is"),
        (("build", "--shard", "two"), "“two” names no shard."),
        (("build", "--shard", "1/2", "--preview"), "A preview is made whole"),
        (("merge",), "Missing argument 'SHARDS...'"),
        (("merge", "shard", "--now", "soon"), "“soon” is not one clear moment."),
    ],
)
def test_wrong_usage_has_a_status_of_its_own(folder: Path, arguments: tuple[str, ...], why: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert why in done.output
