"""The files for CI of a new site, and our own: they parse, are pinned, ask for little and name real commands."""

import re
import tomllib
from collections.abc import Iterator
from glob import glob
from pathlib import Path
from typing import Any

import pytest
import yaml

import ragsite
from tests.command_lines import command_lines, why_not

PROJECT = Path(__file__).resolve().parents[3]
TEMPLATE = PROJECT / "ragsite/starter/template"
IN_SHARDS = PROJECT / "docs/how-to/in-shards"
WORKFLOWS = [
    *sorted(path for root in (PROJECT, TEMPLATE) for path in (root / ".github/workflows").glob("*.yml")),
    IN_SHARDS / "publish.yml",
]
FORMS = sorted(path for root in (PROJECT, TEMPLATE) for path in (root / ".github/ISSUE_TEMPLATE").glob("*.yml"))
GITLAB = TEMPLATE / ".gitlab-ci.yml"
GITLAB_IN_SHARDS = IN_SHARDS / "gitlab-ci.yml"
HOOKS = (PROJECT / ".pre-commit-hooks.yaml", TEMPLATE / ".pre-commit-config.yaml")
PINNED = re.compile(r"uses: (?P<action>[\w.-]+/[\w.-]+)@(?P<commit>[0-9a-f]{40}) # (?P<version>v\d+\.\d+\.\d+)")
WRITES = {"comment": {"actions: read", "pull-requests: write"}, "deploy": {"pages: write", "id-token: write"}}
READS = {"contents: read", "actions: read"}
"""What a job may ask for: the few that write, by name, and all others."""


def name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def read(path: Path) -> Any:
    # every value a text, `on` too
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def jobs(path: Path) -> dict[str, Any]:
    made: dict[str, Any] = read(path)["jobs"]
    return made


def scripts(value: Any) -> Iterator[str]:
    """Every shell script in a file, wherever it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("run", "script", "before_script", "entry"):
                yield inner if isinstance(inner, str) else "\n".join(inner)
            else:
                yield from scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


def test_there_are_workflows_for_a_council_and_for_us() -> None:
    assert [name(path) for path in WORKFLOWS] == [
        ".github/workflows/audit.yml",
        ".github/workflows/test.yml",
        *(f"ragsite/starter/template/.github/workflows/{one}.yml" for one in ("check", "publish", "roll-back")),
        "docs/how-to/in-shards/publish.yml",
    ]


@pytest.mark.parametrize("path", [*WORKFLOWS, GITLAB, GITLAB_IN_SHARDS, *HOOKS], ids=name)
def test_every_command_in_it_is_one_that_ragsite_takes(path: Path) -> None:
    lines = [line for script in scripts(read(path)) for line in command_lines(script)]
    assert lines or path.stem in ("audit", "roll-back")
    assert {line: why for line in lines if (why := why_not(line))} == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_every_action_is_pinned_to_a_commit_and_says_its_version(path: Path) -> None:
    used = [line.strip(" -") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


def test_one_action_has_one_version_everywhere() -> None:
    found = {match.groups() for path in WORKFLOWS for match in PINNED.finditer(path.read_text(encoding="utf-8"))}
    assert len({action for action, _, _ in found}) == len(found)


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_a_workflow_may_do_nothing_but_what_its_jobs_ask_for(path: Path) -> None:
    assert read(path)["permissions"] == {} or read(path)["permissions"] == "{}"
    for job, made in jobs(path).items():
        asked = {f"{what}: {how}" for what, how in made["permissions"].items()}
        assert asked == WRITES[job] if job in WRITES else asked <= READS, job
        assert int(made["timeout-minutes"]) <= 60
        if any(one.endswith("write") for one in asked):
            assert "actions/checkout" not in str(made["steps"])  # what may write runs nothing of the change


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_words_from_outside_never_become_part_of_a_script(path: Path) -> None:
    assert [script for script in scripts(read(path)) if "${{" in script] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_a_checkout_keeps_no_key(path: Path) -> None:
    for made in jobs(path).values():
        for step in made["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] == "false"


def test_publishing_and_rolling_back_wait_for_each_other() -> None:
    for one in ("publish", "roll-back"):
        found = read(TEMPLATE / f".github/workflows/{one}.yml")["concurrency"]
        assert found == {"group": "pages", "cancel-in-progress": "false"}


def test_in_shards_it_is_published_and_rolled_back_as_in_one_piece() -> None:
    whole, sharded = read(TEMPLATE / ".github/workflows/publish.yml"), read(IN_SHARDS / "publish.yml")
    assert {key: made for key, made in whole.items() if key != "jobs"} == {
        key: made for key, made in sharded.items() if key != "jobs"
    }
    assert sharded["jobs"]["deploy"] == whole["jobs"]["deploy"]
    assert sharded["jobs"]["build"]["steps"][-2:] == whole["jobs"]["build"]["steps"][-2:]
    kept, pages = read(GITLAB)["pages"], read(GITLAB_IN_SHARDS)["pages"]
    assert {key: kept[key] for key in kept if key != "script"} == {key: pages[key] for key in kept if key != "script"}
    assert read(GITLAB)["default"]["image"] == pages["image"] == read(GITLAB_IN_SHARDS)["shard"]["image"]


def test_every_shard_is_made_and_by_the_same_python() -> None:
    made = jobs(IN_SHARDS / "publish.yml")
    shards = made["shard"]["strategy"]["matrix"]["shard"]
    assert shards == [str(number) for number in range(1, int(made["shard"]["env"]["OF"]) + 1)]
    steps = [step["with"] for job in made.values() for step in job["steps"] if "with" in step]
    used = [given["python-version"] for given in steps if "python-version" in given]
    assert len(used) == 2
    assert re.fullmatch(r"\d+\.\d+\.\d+", used[0])
    assert used[0] == used[1]


def test_what_a_roll_back_fetches_is_what_publishing_keeps() -> None:
    steps = jobs(TEMPLATE / ".github/workflows/publish.yml")["build"]["steps"]
    kept = next(step["with"] for step in steps if "upload-artifact@" in step.get("uses", ""))
    fetched = "\n".join(scripts(read(TEMPLATE / ".github/workflows/roll-back.yml")))
    assert f"--name {kept['name']} " in fetched
    assert int(kept["retention-days"]) == 90
    assert read(TEMPLATE / ".github/workflows/publish.yml")["name"] == "Publish"
    assert "--workflow publish.yml" in fetched


@pytest.mark.parametrize("path", FORMS, ids=name)
def test_a_form_asks_what_github_can_ask(path: Path) -> None:
    form = read(path)
    if path.name == "config.yml":
        assert set(form) == {"blank_issues_enabled"}
        return
    ids = [part["id"] for part in form["body"]]
    assert len(ids) == len(set(ids)) > 0
    assert form["name"]
    assert form["description"]
    assert {part["type"] for part in form["body"]} <= {"input", "textarea"}
    assert all(part["attributes"]["label"] for part in form["body"])


def test_gitlab_publishes_from_the_main_branch_only_and_one_at_a_time() -> None:
    made = read(GITLAB)
    assert made["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert made["pages"]["resource_group"] == "pages"
    assert made["pages"]["artifacts"]["paths"] == ["public"]
    assert re.fullmatch(r"python:\d+\.\d+\.\d+-\w+", made["default"]["image"])
    assert {job["stage"] for job in made.values() if isinstance(job, dict) and "stage" in job} == set(made["stages"])


def test_a_new_site_asks_for_this_very_version() -> None:
    lines = (TEMPLATE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        f"ragsite[exporters,importers]=={ragsite.__version__}"
    ]


def test_every_file_of_a_new_site_is_part_of_the_package() -> None:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]["ragsite"]
    root = PROJECT / "ragsite"
    # glob, like the packer, passes by what begins with a dot; Path.glob does not
    packed = {Path(found) for pattern in patterns for found in glob(pattern, root_dir=root, recursive=True)}  # noqa: PTH207
    there = {path.relative_to(root) for path in TEMPLATE.rglob("*") if path.is_file()}
    assert sorted(there - packed) == []
