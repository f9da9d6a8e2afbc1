"""What a running preview answers, address by address, before and after changes of the content."""

import os
import shutil
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

import pytest

from ragsite.preview import server
from ragsite.preview.server import VERSION, Preview, server_of
from ragsite.preview.state import stamp_of
from ragsite.refusal import Refused

BASE = Path(__file__).resolve().parents[2] / "cases" / "_base"
REPORT = Path("plans/northmere-2026/reports/2026-03.yml")
ITEM = "/plans/northmere-2026/items/p1-a1/"
NOW = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "content"))


def said(preview: Preview, path: str) -> tuple[int, str, str]:
    status, kind, content = preview.answer(path)
    return status, kind, content.decode("utf-8", "replace")


def change(content: Path, was: str, now: str) -> None:
    text = (content / REPORT).read_text(encoding="utf-8")
    assert was in text
    (content / REPORT).write_text(text.replace(was, now), encoding="utf-8")


def test_pages_files_and_what_is_not_there(content: Path) -> None:
    preview = Preview(content, lambda: NOW)
    status, kind, html = said(preview, ITEM)
    assert (status, kind) == (HTTPStatus.OK, "text/html")
    assert "Children are seen sooner." in html
    assert '<strong>DRAFT</strong>' in html
    assert said(preview, "/assets/site.css")[:2] == (HTTPStatus.OK, "text/css")
    assert said(preview, "/plans/northmere-2026/data/items.csv")[1] == "text/csv"
    assert said(preview, "/-preview/reload.js")[0] == HTTPStatus.OK


@pytest.mark.parametrize("path", ["/nowhere/", "/../pyproject.toml", "/-preview/../bar.html", "//etc/passwd"])
def test_what_is_not_there_says_so(content: Path, path: str) -> None:
    status, kind, html = said(Preview(content, lambda: NOW), path)
    assert (status, kind) == (HTTPStatus.NOT_FOUND, "text/html")
    assert "Page not found" in html


def test_a_change_gives_new_pages_and_a_new_version(content: Path) -> None:
    preview = Preview(content, lambda: NOW)
    first = said(preview, VERSION)[2]
    change(content, "seen sooner", "seen much sooner")
    assert stamp_of(content) != preview.state.stamp
    preview.renew()
    assert said(preview, VERSION)[2] != first
    assert "seen much sooner" in said(preview, ITEM)[2]


def asked(preview: Preview, version: int, then: Callable[[], None]) -> str:
    """What is answered to who waits for another state than `version` while `then` happens."""
    answers: list[str] = []
    waiting = threading.Thread(target=lambda: answers.append(said(preview, f"{VERSION}/{version}")[2]))
    waiting.start()
    then()
    waiting.join()
    return answers[0]


def test_who_waits_for_a_new_state_hears_of_it(content: Path) -> None:
    preview = Preview(content, lambda: NOW)
    assert asked(preview, 1, preview.renew) == "2"
    assert asked(preview, 1, lambda: None) == "2"
    assert asked(preview, 2, preview.stop) == "2"


def test_who_waits_in_vain_is_told_so(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PATIENCE", 0.01)
    assert asked(Preview(content, lambda: NOW), 1, lambda: None) == "1"


def test_a_file_put_in_the_place_of_another_is_a_change(content: Path) -> None:
    """Programs that save a copy and rename it may keep its size, and its time too."""
    before, report = stamp_of(content), content / REPORT
    other = content.parent / "other.yml"
    other.write_bytes(report.read_bytes())
    times = (report.stat().st_atime_ns, report.stat().st_mtime_ns)
    os.utime(other, ns=times)
    assert stamp_of(content) == before
    other.replace(report)
    assert stamp_of(content) != before


def test_of_many_findings_the_worst_are_told_and_how_many_more(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "MOST", 1)
    change(content, "rating: Amber", "rating: Ambre")
    change(content, "item: p1-a1", "item: p1-a1x")
    preview = Preview(content, lambda: NOW)
    html = said(preview, "/")[2]
    told = len(preview.state.findings)
    assert told > 1
    assert html.count("<li><strong>error") == 1
    assert f"There are {told - 1} more." in html


def test_errors_leave_the_last_good_pages_and_are_told_on_them(content: Path) -> None:
    preview = Preview(content, lambda: NOW)
    change(content, "rating: Amber", "rating: Ambre")
    preview.renew()
    html = said(preview, ITEM)[2]
    assert "The content has errors, so these pages are as they were before them." in html
    assert "error S104" in html
    assert "Children are seen sooner." in html
    change(content, "rating: Ambre", "rating: Amber")
    preview.renew()
    assert "error S104" not in said(preview, ITEM)[2]


def test_errors_from_the_start_are_told_until_they_are_mended(content: Path) -> None:
    change(content, "rating: Amber", "rating: Ambre")
    preview = Preview(content, lambda: NOW)
    html = said(preview, "/")[2]
    assert "The content has errors" in html
    assert "error S104" in html
    change(content, "rating: Ambre", "rating: Amber")
    preview.renew()
    assert "Northmere" in said(preview, "/")[2]


def test_what_the_checks_say_cannot_do_anything(content: Path) -> None:
    change(content, "rating: Amber", "rating: <script>alert(1)</script>")
    html = said(Preview(content, lambda: NOW), "/")[2]
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_drafts_are_shown_only_when_asked_for(content: Path) -> None:
    change(content, "scale: rag", "scale: rag\npublish: false")
    address = "/plans/northmere-2026/reports/2026-03/"
    assert said(Preview(content, lambda: NOW), address)[0] == HTTPStatus.NOT_FOUND
    status, _, html = said(Preview(content, lambda: NOW, drafts=True), address)
    assert status == HTTPStatus.OK
    assert "Report: DRAFT: March 2026" in html
    assert "with what is not published yet" in html


@pytest.mark.parametrize("address", ["127.0.0.1:high", "127.0.0.1:99999", "nowhere.invalid:80"])
def test_an_address_that_cannot_be_used_is_told(content: Path, address: str) -> None:
    with pytest.raises(Refused, match="Try --address"):
        server_of(Preview(content, lambda: NOW), address)
