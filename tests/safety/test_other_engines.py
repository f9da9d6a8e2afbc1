"""The pages that `ragsite pages --out` writes are the same, in words and links, whichever engine builds them.

So the site does not hang on one engine: it could be built by another tomorrow.
"""

import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.reliability import Reliability
from tests.safety.articles import Article, read_article
from tests.safety.conftest import run_ragsite

ENGINES = ("mkdocs", "properdocs", "zensical")
PLAIN = "theme:\n  name: null\n  custom_dir: plain\nplugins: []\n"
"""No theme of the engine's: what it makes of an article, and nothing else. Zensical keeps the theme it brings."""

SHELL = "<!doctype html><title>{{ page.title }}</title>{{ page.content }}"
ELSEWHERE = re.compile(r"[a-z]+:|//|#|$")
Build = Callable[[str], Path]


@pytest.fixture(scope="module")
def written(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site's pages for another engine."""
    out = tmp_path_factory.mktemp("engines") / "pages"
    done = run_ragsite(small, "pages", "--out", str(out))
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="module")
def own(small: Path, written: Path) -> dict[str, Article]:
    """The articles of ragsite's own pages."""
    return articles(small / "site", written)


@pytest.fixture(scope="module")
def build(written: Path) -> Build:
    """Builds with an engine, once for all tests."""
    made: dict[str, Path] = {}

    def build_once(engine: str) -> Path:
        if find_spec(engine) is None:
            pytest.skip(f"{engine} is not installed here")
        if engine not in made:
            made[engine] = built_by(engine, shutil.copytree(written, written.parent / engine))
        return made[engine]

    return build_once


def built_by(engine: str, folder: Path) -> Path:
    """The site that an engine makes in this folder."""
    if engine != "zensical":
        with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write(PLAIN)
        (folder / "plain").mkdir()
        (folder / "plain" / "main.html").write_text(SHELL, encoding="utf-8")
    command = [sys.executable, "-m", engine, "build"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def articles(site: Path, written: Path) -> dict[str, Article]:
    """What a built site says in the place of each Markdown file; a page that is not there says nothing."""
    found = {}
    for path in sorted((written / "docs").rglob("*.md")):
        name = path.relative_to(written / "docs").with_suffix(".html").as_posix()
        page = site / name
        found[name] = read_article(page.read_text(encoding="utf-8") if page.is_file() else "")
    return found


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_says_what_our_own_pages_say(
    engine: str, build: Build, own: Mapping[str, Article], written: Path, reliability: Reliability
) -> None:
    theirs = articles(build(engine), written)
    assert all(article.words for article in own.values())
    assert sum(len(article.links) for article in own.values()) > 500
    other = [told for page, article in own.items() for told in differences(f"{engine} {page}", article, theirs[page])]
    name = "Pages built by another engine (MkDocs, ProperDocs, Zensical)"
    reliability.record(name, tried=len(own), feared="other words or links", happened=other)


def differences(page: str, ours: Article, theirs: Article) -> Iterator[str]:
    if ours.words != theirs.words:
        at = next((n for n, (a, b) in enumerate(zip(ours.words, theirs.words, strict=False)) if a != b), 0)
        yield f"{page}: {theirs.words[at : at + 60]!r} instead of {ours.words[at : at + 60]!r}"
    if ours.period != theirs.period:
        yield f"{page}: the period is {theirs.period!r} instead of {ours.period!r}"
    if ours.links != theirs.links:
        yield f"{page}: links {sorted(set(theirs.links) ^ set(ours.links))[:4]}"


@pytest.mark.parametrize("engine", ENGINES)
def test_every_page_of_an_engine_is_led_to_and_every_link_leads_on(engine: str, build: Build, written: Path) -> None:
    site = build(engine)
    shown = re.findall(r"^  - .*: (\S+)\.md$", (written / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    reached, broken = walk(site, [f"{page}.html" for page in shown])
    assert broken == []
    assert set(articles(site, written)) - reached == set()


def walk(site: Path, begin: list[str]) -> tuple[set[str], list[str]]:
    """The pages that one comes to by links in articles, and the links that lead nowhere."""
    todo, reached, broken = list(begin), set(begin), []
    while todo:
        page = todo.pop()
        for link in read_article((site / page).read_text(encoding="utf-8")).links:
            goal = link.split(" ", 2)[2]
            if ELSEWHERE.match(goal):
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), re.sub(r"[?#].*", "", goal)))
            path = f"{path}/index.html".removeprefix("./") if (site / path).is_dir() else path
            if not (site / path).is_file():
                broken.append(f"{page}: {goal}")
            elif path.endswith(".html") and path not in reached:
                reached.add(path)
                todo.append(path)
    return reached, broken


def test_another_text_or_link_would_be_told() -> None:
    page = '<main id="main"><nav class="crumbs"><a href="x">Up</a></nav><p>One <a href="a/">two</a></p></main>'
    article = '<div><article class="ragsite"><p>One <a href="{}">{}</a></p></article>other</div>'
    ours = read_article(page)
    assert ours == Article("One two", "", ("a href a/",))
    assert list(differences("p", ours, read_article(article.format("a/", "two")))) == []
    assert len(list(differences("p", ours, read_article(article.format("b/", "2"))))) == 2
