"""The guides do what they say: every command is run, in a new site, with what people do by hand in between."""

import re
from pathlib import Path

import pytest
import yaml

from ragsite.starter.write import write_site
from ragsite.views.values import STATES, marked
from tests.guides.by_hand import BY_HAND
from tests.guides.guide import PROJECT, Does, Step, git, missing, run, steps, write

DOCS = PROJECT / "docs"
GUIDES = sorted([*DOCS.glob("how-to/*.md"), *DOCS.glob("explanation/*.md"), *DOCS.glob("tutorials/*.md")])
STARTER_GUIDE = PROJECT / "ragsite/starter/template/README.md"
LINK = re.compile(r"\]\((?!https?://)([^)#]+)(?:#([^)]*))?\)")
LONGEST = 35
"""Words in a sentence that most people read without beginning again."""

OCTOBER = "1791158400"
"""5 October 2026, on which everybody plays the guides."""


def name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site under git, as the working folder."""
    folder = write_site(tmp_path / "site-of-northmere")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "A new site")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", OCTOBER)
    return folder


PLAYED = [path for path in GUIDES if any(step.does is Does.RUN for step in steps(path.read_text(encoding="utf-8")))]


@pytest.mark.parametrize("guide", PLAYED, ids=name)
def test_a_guide_does_what_it_says(guide: Path, site: Path) -> None:
    for step in steps(guide.read_text(encoding="utf-8")):
        if step.does is Does.BY_HAND:
            BY_HAND[step.told](site)
        elif step.does is Does.WRITE:
            write(site, step.told, step.prints[0])
        else:
            output = run(step.told)
            assert missing(output, step.prints) == [], f"{step.told} printed:\n{output}"


def test_the_guide_of_a_new_site_names_commands_that_are_taken(site: Path) -> None:
    text = STARTER_GUIDE.read_text(encoding="utf-8")
    lines = re.findall(r"^\s*(ragsite (?!check|serve|build)\S.*)$", text, re.MULTILINE)
    assert len(lines) >= 4
    for line in lines:
        run(line)


def test_everything_by_hand_is_in_a_guide() -> None:
    told = [step.told for path in GUIDES for step in steps(path.read_text(encoding="utf-8"))]
    assert sorted(set(BY_HAND) - set(told)) == []


@pytest.mark.parametrize("guide", [DOCS / "README.md", *GUIDES], ids=name)
def test_every_link_leads_somewhere(guide: Path) -> None:
    for target, part in LINK.findall(guide.read_text(encoding="utf-8")):
        path = (guide.parent / target).resolve()
        assert path.exists(), target
        if part:
            headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert part in [re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings], part


def test_the_index_leads_to_every_guide() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    assert [path for path in GUIDES if f"({path.relative_to(DOCS).as_posix()})" not in index] == []


@pytest.mark.parametrize("guide", GUIDES, ids=name)
def test_sentences_are_short(guide: Path) -> None:
    text = re.sub(r"^```.*?^```|<!--.*?-->|^\|.*$|^#.*$", "\n\n", guide.read_text(encoding="utf-8"), flags=re.M | re.S)
    sentences = re.split(r"(?<=[.!?:;])\s+|\n\n|\n(?=\s*(?:- |\d\. ))", text)
    assert [one for one in sentences if len(one.split()) > LONGEST] == []


@pytest.mark.parametrize("guide", GUIDES, ids=name)
def test_every_example_of_yaml_reads(guide: Path) -> None:
    for block in re.findall(r"^```yaml\n(.*?)^```", guide.read_text(encoding="utf-8"), re.M | re.S):
        assert yaml.safe_load(block)


def test_the_guide_for_readers_has_the_words_of_the_site() -> None:
    text = (DOCS / "explanation/how-to-read-ratings.md").read_text(encoding="utf-8")
    assert [marked(state) for state in STATES.values() if state.mark and f"| {marked(state)} |" not in text] == []


def test_a_command_that_prints_something_else_is_noticed() -> None:
    assert missing("Wrote a file: 3 ratings.\nDone.", ("Wrote … 4 ratings.", "Done.")) == ["4 ratings."]
    assert missing("Wrote a file: 3 ratings.\nDone.", ("Wrote … 3 ratings.", "Done.")) == []


def test_a_guide_is_read_in_its_order() -> None:
    text = "<!-- by hand: sit down -->\n```console\n$ ragsite a\nout\n$ ragsite b\n```\n```sh\nmake c\n```\n"
    assert list(steps(text)) == [
        Step(Does.BY_HAND, "sit down"),
        Step(Does.RUN, "ragsite a", ("out",)),
        Step(Does.RUN, "ragsite b"),
        Step(Does.RUN, "make c"),
    ]


@pytest.mark.parametrize(
    ("place", "expected"),
    [("f above b:", "a:\nX\nb:\n"), ("f below a:", "a:\nX\nb:\n"), ("f at the end", "a:\nb:\nX\n")],
)
def test_a_block_goes_where_the_remark_says(place: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "f").write_text("a:\nb:\n", encoding="utf-8")
    write(tmp_path, place, "X\n")
    assert (tmp_path / "f").read_text(encoding="utf-8") == expected
