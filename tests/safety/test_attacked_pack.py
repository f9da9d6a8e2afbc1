"""A committee pack whose every text is an attack: the words are printed, and neither file does anything by itself."""

import re
import socket
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from ragsite.pack.offer import available, pack_files
from ragsite.publish import publish
from tests.reliability import Reliability
from tests.safety.attacks import ATTACKS, DATA, HARMLESS, LINKS, MARKUP
from tests.safety.filled import NOW, site_of
from tests.safety.reading import powers

LONGEST = 200
"""Longer attacks are on the memory of readers: in a pack they would make thousands of pages of one letter."""

SHORT = "\n\n".join((*MARKUP[0:24:6], MARKUP[-1], LINKS[9], LINKS[16], LINKS[18], DATA[1], DATA[12]))
ACTIONS = {"/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/SubmitForm", "/ImportData", "/EmbeddedFiles",
           "/EmbeddedFile", "/GoToR", "/GoToE", "/RichMedia", "/Rendition", "/XFA", "/AcroForm"}  # fmt: skip
FIELDS = {"instrText", "fldSimple", "altChunk", "object", "control", "OLEObject", "pict"}
SAFE_LINK = re.compile(r"https?://|mailto:")

pytestmark = pytest.mark.skipif(len(available()) < 2, reason="what packs are made with is not installed here")


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a network: whatever asks for anything fails the test."""
    monkeypatch.setattr(socket, "getaddrinfo", _refuse)
    monkeypatch.setattr(socket.socket, "connect", _refuse)


def _refuse(*asked: object, **_: object) -> None:
    pytest.fail(f"the pack asked for {asked}")


def test_no_attack_makes_a_pack_do_anything(reliability: Reliability) -> None:
    short = [one for one in ATTACKS if len(one) <= LONGEST]
    texts = ["\n\n".join(short[n : n + 12]) for n in range(0, len(short), 12)] if reliability.full else [SHORT]
    happened, harmless = [], packs(HARMLESS)
    for text in texts:
        made = packs(text)
        happened += [f"PDF: {one}" for one in pdf_actions(made["pdf"])]
        happened += [f"Word: {one}" for one in word_actions(made["docx"], harmless["docx"])]
    tried = 2 * (len(short) if reliability.full else SHORT.count("\n\n") + 1)
    name = "Attacks in every text of a committee pack"
    reliability.record(name, tried=tried, feared="did anything", happened=happened)


def test_an_attack_is_printed_as_the_words_it_is() -> None:
    made = packs("<script>alert(1)</script> =cmd|'/C calc'!A0")
    pages = "".join(page.extract_text() for page in PdfReader(BytesIO(made["pdf"])).pages)
    assert re.sub(r"\s", "", pages).count("<script>alert(1)</script>") > 20
    with zipfile.ZipFile(BytesIO(made["docx"])) as parts:
        body = "".join(ElementTree.fromstring(parts.read("word/document.xml")).itertext())
    assert body.count("<script>alert(1)</script>") > 20


def test_an_action_would_be_found() -> None:
    file, writer = BytesIO(), PdfWriter(clone_from=BytesIO(packs("plain")["pdf"]))
    root = writer.root_object
    root[NameObject("/OpenAction")] = DictionaryObject({NameObject("/S"): NameObject("/JavaScript")})
    root[NameObject("/A")] = DictionaryObject({NameObject("/URI"): TextStringObject("file:///etc/passwd")})
    writer.write(file)
    assert set(pdf_actions(file.getvalue())) == {"/JavaScript", "/OpenAction", "leads to file:///etc/passwd"}


def packs(text: str) -> dict[str, bytes]:
    """The PDF and the Word file of a plan in which every text is `text`, by the ends of their names."""
    public = publish(site_of(text), now=NOW)
    return {file.address.rpartition(".")[2]: file.make() for file in pack_files(public, available())}


def pdf_actions(content: bytes) -> Iterator[str]:
    """What a PDF does or can do beyond showing pages and leading to web pages."""
    for one in parts_of(PdfReader(BytesIO(content))):
        yield from sorted(ACTIONS & {*one, str(one.get("/S")), str(one.get("/Type"))})
        address = str(one.get("/URI", "https://"))
        if not SAFE_LINK.match(address):
            yield f"leads to {address}"


def parts_of(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of a PDF, whatever it stands in."""
    numbers = sorted({number for table in reader.xref.values() for number in table} | set(reader.xref_objStm))
    todo: list[Any] = [reader.trailer, *(reader.get_object(number) for number in numbers if number)]
    while todo:
        one = todo.pop()
        if isinstance(one, DictionaryObject):
            yield one
            todo += one.values()
        elif isinstance(one, ArrayObject):
            todo += one


def word_actions(content: bytes, harmless: bytes) -> Iterator[str]:
    """What a Word file can do that the same file with harmless words cannot."""
    yield from sorted(powers("x.docx", content) - powers("x.docx", harmless))
    with zipfile.ZipFile(BytesIO(content)) as parts, zipfile.ZipFile(BytesIO(harmless)) as known:
        yield from (f"holds {name}" for name in sorted(set(parts.namelist()) - set(known.namelist())))
        body = ElementTree.fromstring(parts.read("word/document.xml"))
        instructions = [one.text or "" for one in body.iter() if one.tag.rpartition("}")[2] in FIELDS]
        yield from (f"field {text}" for text in instructions if "INCLUDE" in text or "DDE" in text)
