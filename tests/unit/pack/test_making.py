"""Orders for packs: names of files, what made them, and refusals in plain words; packs offered on the site."""

from pathlib import Path

import pytest

from ragsite.pack import making, offer, pdf, word
from ragsite.pack.making import WORD, Order, make
from ragsite.pages import all_pages
from ragsite.refusal import Refused
from tests.factories import make_plan, make_public
from tests.unit.pack.samples import sample_site

PUBLIC = sample_site()
PLAN = "northmere-2026"


def word_of(**asked: object) -> making.Made:
    (file,) = make(PUBLIC, Order(PLAN, formats=(WORD,), **asked))  # type: ignore[arg-type]
    return file


def test_files_are_named_by_plan_report_and_part() -> None:
    assert word_of().name == "northmere-2026-2026-03-committee-pack.docx"
    assert word_of(only=("exceptions",)).name == "northmere-2026-2026-03-committee-pack-exceptions.docx"
    assert word_of(report="2026-01", only=("2",)).name == "northmere-2026-2026-01-committee-pack-2.docx"


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (Order("northmere"), "There is no plan “northmere”. Did you mean “northmere-2026”"),
        (Order(PLAN, report="1999"), "has no report “1999”. Its reports are: 2026-01, 2026-03."),
        (Order(PLAN, only=("zz",)), "has no item “zz”. Its items are 1, 2."),
    ],
)
def test_a_refusal_says_what_there_is(order: Order, said: str) -> None:
    with pytest.raises(Refused, match=said):
        list(make(PUBLIC, order))


def test_without_weasyprint_a_browser_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "is_ready", lambda: False)
    monkeypatch.setattr("ragsite.pack.print_browser.print_pdf", lambda _document, browser: browser.name.encode())
    (file,) = make(PUBLIC, Order(PLAN, formats=("pdf",)), browser=Path("/bin/chromium"))
    assert file.content == b"chromium"
    assert "not declared as PDF/UA" in file.by


def test_with_neither_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "is_ready", lambda: False)
    with pytest.raises(Refused, match="Neither was found"):
        list(make(PUBLIC, Order(PLAN, formats=("pdf",))))


def test_without_python_docx_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "is_ready", lambda: False)
    with pytest.raises(Refused, match="python-docx"):
        list(make(PUBLIC, Order(PLAN, formats=("docx",))))


NAMES = ("committee-pack.pdf", "committee-pack.docx")


def test_the_site_offers_the_pack_on_the_plan_and_its_latest_report() -> None:
    leading = {page.path for page in all_pages(PUBLIC) if offer.with_packs(page, PUBLIC, NAMES) is not page}
    plan = f"/plans/{PLAN}/"
    assert {plan, f"{plan}data/", f"{plan}exceptions/", f"{plan}reports/2026-03/"} <= leading
    assert f"{plan}reports/2026-01/" not in leading
    assert "/" not in leading


def test_links_lead_to_the_files_that_are_made() -> None:
    made = {file.address for file in offer.pack_files(PUBLIC, NAMES)}
    assert made == {f"/plans/{PLAN}/{name}" for name in NAMES}
    page = next(page for page in all_pages(PUBLIC) if page.path == f"/plans/{PLAN}/data/")
    links = offer.with_packs(page, PUBLIC, NAMES).links[-1]["links"]
    assert [link["href"] for link in links] == ["../committee-pack.pdf", "../committee-pack.docx"]


def test_where_nothing_can_be_made_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = {name: (title, lambda: False, write) for name, (title, _, write) in offer.WRITERS.items()}
    monkeypatch.setattr(offer, "WRITERS", kinds)
    assert offer.available() == ()
    assert list(offer.pack_files(PUBLIC, ())) == []
    assert all(offer.with_packs(page, PUBLIC, ()) is page for page in all_pages(PUBLIC))


def test_a_plan_without_a_report_has_no_pack() -> None:
    bare = make_public(make_plan())
    assert list(offer.pack_files(bare, NAMES)) == []
    assert all(offer.with_packs(page, bare, NAMES) is page for page in all_pages(bare))
    with pytest.raises(Refused, match="no published report"):
        list(make(bare, Order(PLAN)))
