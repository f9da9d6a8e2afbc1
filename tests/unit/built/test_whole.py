"""A built folder is looked through again where a byte of it, or what is looked for, has changed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.content import write_content
from benchmarks.edits import NOW
from ragsite import one_plan
from ragsite.built import leaks, whole
from ragsite.built.leaks import Scan
from ragsite.built.manifest import NAME
from ragsite.built.patterns import details_in
from ragsite.built.secrets import Secrets
from ragsite.built.sought import look_for
from ragsite.prepare import Prepared, prepare
from ragsite.problems import ContentError, Finding
from ragsite.store import Store
from ragsite.write import write_site


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that were looked through."""
    paths: list[str] = []
    look = leaks.Scan.leaks

    def noted(scan: Scan, path: str, content: bytes) -> Iterator[Finding]:
        paths.append(path)
        return look(scan, path, content)

    monkeypatch.setattr(leaks.Scan, "leaks", noted)
    return paths


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the content of two small plans, and what `finished` makes of it."""
    write_content(tmp_path, items=4, plan_size=2)
    return tmp_path


def ready(folder: Path) -> Prepared:
    return prepare(folder / "content", now=NOW, store=Store(folder / "cache"))


def finished(folder: Path, *, harm: str = "") -> bytes:
    """Builds into `site/`, adds `harm` to its home page, looks it through; the manifest."""
    prepared, site = ready(folder), folder / "site"
    sought = look_for(prepared)
    shutil.rmtree(site, ignore_errors=True)
    written = write_site(prepared, site)
    with (site / "index.html").open("a", encoding="utf-8") as page:
        page.write(harm)
    whole.finish(site, prepared, sought, expected=written.files)
    return (site / NAME).read_bytes()


def test_what_did_not_change_is_not_looked_through_again(
    folder: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = finished(folder)
    assert looked_at
    looked_at.clear()
    monkeypatch.setattr(one_plan, "read_plan", lambda _: pytest.fail("a plan was read"))
    monkeypatch.setattr(one_plan, "publish", lambda *_: pytest.fail("a plan was published"))
    assert finished(folder) == first
    assert looked_at == []


def test_a_changed_file_alone_is_looked_through(folder: Path, looked_at: list[str]) -> None:
    finished(folder)
    looked_at.clear()
    finished(folder, harm="<p>Harmless")
    assert looked_at == ["index.html"]


@pytest.mark.parametrize(
    ("harm", "code"),
    [("<p>j.hill@northmere.gov.uk", "B201"), ('<a href="gone/">', "B101"), ('<a href="about/#gone">', "B102")],
)
def test_a_fault_is_told_each_time(harm: str, code: str, folder: Path) -> None:
    finished(folder)
    for _ in range(2):
        with pytest.raises(ContentError) as refused:
            finished(folder, harm=harm)
        assert {found.code for found in refused.value.findings} == {code}


def test_a_page_that_is_gone_is_told_by_those_that_lead_to_it(folder: Path) -> None:
    """Nothing changed on the pages that lead there, and what is known of them is kept."""
    finished(folder)
    prepared, site = ready(folder), folder / "site"
    sought = look_for(prepared)
    written = write_site(prepared, site)
    (site / "about/index.html").unlink()
    with pytest.raises(ContentError) as refused:
        whole.finish(site, prepared, sought, expected=written.files)
    assert {found.code for found in refused.value.findings} == {"B101", "B103"}


def test_a_damaged_cache_counts_as_none(folder: Path, looked_at: list[str]) -> None:
    first = finished(folder)
    looked_at.clear()
    for path in (folder / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(b"not what was kept")
    assert finished(folder) == first
    assert "index.html" in looked_at


def test_other_words_to_look_for_are_another_key() -> None:
    plain, other = Scan(Secrets()), Scan(Secrets(frozenset({b" kept back for now "})))
    assert plain.key_for("index.html") != other.key_for("index.html")
    assert plain.key_for("index.html") != Scan(values={("p", "m", "2026", ""): frozenset("3")}).key_for("index.html")


def test_public_words_change_the_key_of_documents_alone() -> None:
    one, two = (Scan(Secrets(allowed=text)) for text in ("Jane Hill", "John Hill"))
    assert one.key_for("index.html") == two.key_for("index.html")
    assert one.key_for("pack.docx") != two.key_for("pack.docx")


def test_the_details_that_may_be_shown_are_all_that_counts_of_public_words() -> None:
    text = "Write to help@northmere.gov.uk, or call 01273 290000 (2019 to 2020) about 12 cases."
    assert [detail.strip() for detail in details_in(text)] == ["help@northmere.gov.uk,", "01273 290000 (2019"]
