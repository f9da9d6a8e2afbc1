"""The leak scan finds what is planted, in whatever kind of file, and lets the site's own words be."""

import gzip
import json
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO

import pytest

from ragsite.built.leaks import Scan
from ragsite.built.secrets import Secrets
from ragsite.built.sought import scan_for
from ragsite.model.plan import Plan
from tests.factories import evidence, item, make_plan, make_public, measure, observation, report
from tests.reliability import Reliability

SECRET = "The board has not agreed this wording yet"
SCAN = Scan(Secrets(frozenset({b" the board has not agreed this wording yet ", b" jane q hill "})))


def codes(path: str, content: bytes | str, scan: Scan = SCAN) -> list[str]:
    raw = content.encode("utf-8") if isinstance(content, str) else content
    return [found.code for found in scan.leaks(path, raw)]


def zipped(name: str, text: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr(name, text)
    return file.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + chunk(b"IDAT", b"x")
XMP = zlib.compress(b"<rdf><dc:creator><rdf:li>Jane</rdf:li>")
PLANTED = {
    "words in a page": ("index.html", f"<p>{SECRET}</p>", "B203"),
    "words parted by tags": ("index.html", "<p>The <abbr>board</abbr> has <i>not</i> agreed this wording yet", "B203"),
    "words with entities": ("index.html", "<p>The board has not&nbsp;agreed&#32;this wording yet", "B203"),
    "words with typography": ("index.html", "<p>The board has not\u00a0agreed – this wor\xadding yet", "B203"),
    "words in an attribute": ("index.html", f'<meta name="description" content="{SECRET}">', "B203"),
    "words in capitals": ("index.html", SECRET.upper(), "B203"),
    "words over lines": ("dates.ics", SECRET.replace(" ", "\n"), "B203"),
    "words in JSON": ("plan.json", json.dumps({"text": SECRET}), "B203"),
    "words in CSV": ("items.csv", f'a,"{SECRET}"\n', "B203"),
    "words in a feed": ("feed.xml", f"<entry><title>{SECRET}</title></entry>", "B203"),
    "words in a badge": ("badge.svg", f"<svg><title>{SECRET}</title></svg>", "B203"),
    "words in a script": ("site.js", f"var x = '{SECRET}'", "B203"),
    "words in the search index": ("en_1.pf_fragment", gzip.compress(f'{{"content":"{SECRET}"}}'.encode()), "B203"),
    "words in a Word file": ("pack.docx", zipped("word/document.xml", f"<w:t>{SECRET}</w:t>"), "B203"),
    "a name for a role": ("index.html", "<dd>Jane Q. Hill</dd>", "B203"),
    "an e-mail address": ("index.html", "<p>j.hill@northmere.gov.uk", "B201"),
    "an e-mail link": ("index.html", '<a href="mailto:j.hill@northmere.gov.uk">Write</a>', "B201"),
    "an e-mail address in data": ("plan.json", '{"x": "j.hill@northmere.gov.uk"}', "B201"),
    "a telephone number": ("index.html", "<p>Call 01273 290000", "B202"),
    "a mobile number": ("index.html", "<p>Call 07700 900123", "B202"),
    "a folder of Linux": ("plan.json", '{"x": "/home/jane/content"}', "B205"),
    "a folder of macOS": ("index.html", "<p>in /Users/jane/content", "B205"),
    "a folder of Windows": ("index.html", r"<p>in C:\Users\jane", "B205"),
    "a file address": ("index.html", '<a href="file:///srv/x">x</a>', "B205"),
    "a comment": ("index.html", "<p>x<!-- ask Jane -->", "B206"),
    "a text in a picture": ("logo.png", PNG + chunk(b"tEXt", b"Author\0Jane"), "B207"),
    "camera data in a picture": ("logo.png", PNG + chunk(b"eXIf", b"MM"), "B207"),
    "camera data in a photograph": ("x.jpg", b"\xff\xd8\xff\xe1\0\6Exif\xff\xda\0", "B207"),
    "an author in a Word file": ("x.docx", zipped("docProps/core.xml", "<dc:creator>Jane Hill</dc:creator>"), "B207"),
    "a comment in a Word file": ("x.docx", zipped("word/comments.xml", "<w:comment/>"), "B207"),
    "macros in a Word file": ("x.docx", zipped("word/vbaProject.bin", "x"), "B207"),
    "tracked changes": ("x.docx", zipped("word/document.xml", '<w:ins w:id="1" w:author="J">x</w:ins>'), "B207"),
    "an author in a PDF": ("x.pdf", b"%PDF-1.7\n1 0 obj << /Author (Jane Hill) >>", "B207"),
    "an author in a PDF's stream": ("x.pdf", b"%PDF-1.7\nstream\n" + XMP + b"\nendstream", "B207"),
    "a broken search index": ("en_1.pf_fragment", b"\x1f\x8bnothing", "B105"),
    "a broken Word file": ("x.docx", b"PK nothing", "B105"),
}  # fmt: skip


def test_whatever_is_planted_is_found(reliability: Reliability) -> None:
    missed = [name for name, (path, content, code) in PLANTED.items() if code not in codes(path, content)]
    reliability.record("Leaks planted in built files", tried=len(PLANTED), feared="not found", happened=missed)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("index.html", "<p>The board has agreed. This wording is not yet final."),
        ("index.html", "<p>Reports of 2016-17 and 2017-18: 0.5, 1,620 cases, 470 of 669 (70.3%)."),
        ("index.html", '<a href="https://example.org/home/services/">x</a><a href="../../home/x/">y</a>'),
        ("badge.svg", '<path d="M0123 456789 01234 567890">'),
        ("observations.csv", "plan,measure,value\na,b,01273290000\n"),
        ("logo.png", PNG.decode("latin-1")),
        ("catalogue.jsonld", '{"@context": "https://www.w3.org/ns/dcat"}'),
    ],
)
def test_the_sites_own_words_are_let_be(path: str, text: str) -> None:
    assert codes(path, text.encode("latin-1" if path.endswith("png") else "utf-8")) == []


def test_the_contact_of_the_site_may_be_shown() -> None:
    scan = Scan(Secrets(allowed="help@northmere.gov.uk\n01273 290000"))
    assert codes("index.html", "<p>help@northmere.gov.uk. 01273 290000", scan) == []


def test_the_place_is_told_and_the_words_are_not() -> None:
    found = next(SCAN.leaks("index.html", f"<p>\n<b>{SECRET}</b>".encode()))
    assert str(found.location) == "index.html:2:4"
    assert "“the board …”" in found.message
    assert "agreed" not in found.message


PLAN = make_plan(
    items=[
        item("one", owners=[{"role": "Head of Service", "name": "Jane Hill"}]),
        item("two", publish=False, title="Close the northern office"),
    ],
    reports=[
        report("2026-03-31", {"one": "A"}, updates=[{"item": "two", "progress": "Nobody has been told of this."}]),
        report("2026-06-30", publish=False, summary="The draft says less than before.", updates=[]),
    ],
    measures=[measure("visits"), measure("secret-measure", publish=False, definition="How often the line was cut.")],
    observations=[
        observation("visits", "2026-03", "3", status="suppressed", numerator="3", denominator="41"),
        observation("visits", "2026-04", "88"),
    ],
    evidence=[evidence("letter", publish=False, title="A letter that was never sent")],
)


def scan_of(plan: Plan) -> Scan:
    """What is looked for in the built files of a site of this plan."""
    public = make_public(plan).site
    return scan_for(replace(public, plans=(plan,)), public)


def test_what_the_content_keeps_back_is_looked_for() -> None:
    scan = scan_of(PLAN)
    for text in (
        "Jane Hill", "Close the northern office", "Nobody has been told of this", "The draft says less than before",
        "How often the line was cut", "a letter that was never sent",
    ):  # fmt: skip
        assert codes("index.html", f"<p>{text}", scan) == ["B203"], text
    assert codes("index.html", "<p>Head of Service. Title of one.", scan) == []


def test_a_page_of_what_is_not_published_is_found() -> None:
    scan = scan_of(PLAN)
    for address in ("items/two", "reports/2026-06-30/changes", "measures/secret-measure"):
        assert codes(f"plans/northmere-2026/{address}/index.html", "<p>x", scan) == ["B203"]
    assert codes("plans/northmere-2026/items/one/index.html", "<p>x", scan) == []


def test_a_suppressed_value_in_a_data_file_is_found() -> None:
    scan = scan_of(PLAN)
    head = "plan,measure,period,series,value,numerator,denominator,as_printed,note\n"
    row = "northmere-2026,visits,{},,{},,,,\n"
    assert codes("plans/northmere-2026/data/observations.csv", head + row.format("2026-03", "3"), scan) == ["B204"]
    assert codes("plans/northmere-2026/data/observations.csv", head + row.format("2026-04", "88"), scan) == []


def test_words_that_are_public_elsewhere_are_no_secret() -> None:
    plan = make_plan(
        items=[item("one", title="Keep the northern office open")],
        reports=[
            report("2026-03-31", summary="The office stays open for now."),
            report("2026-06-30", publish=False, summary="The office stays open for now."),
        ],
    )
    assert scan_of(plan).secrets.phrases == frozenset()
