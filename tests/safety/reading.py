"""What a built file makes a program do, by kind of file: the tags, attributes, links and properties it holds."""

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import PurePosixPath
from xml.etree import ElementTree

LINKING = ("href", "src", "action", "formaction", "data", "poster", "srcdoc", "xlink:href", "background", "cite")
SAFE_LINK = re.compile(r"(?:https?:|mailto:|tel:|data:,|#|\?|[^:]*$|[^:/?#]*[/?#])", re.IGNORECASE)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
ACTIVE = re.compile(r"/(?:JavaScript|JS|Launch|OpenAction|EmbeddedFile|SubmitForm)\b")
NUMBER = re.compile(r"[+-]?[\d.,]+%?")


def powers(path: str, content: bytes) -> set[str]:
    """What the file can do, to be compared with what the same file does when its texts are harmless."""
    kind = PurePosixPath(path).suffix
    reader = {".html": _html, ".svg": _xml, ".xml": _xml, ".csv": _csv, ".ics": _calendar, ".docx": _word}.get(kind)
    if kind in (".json", ".jsonld"):
        json.loads(content)
    if kind == ".pdf":
        return set(ACTIVE.findall(content.decode("latin-1")))
    return set(reader(content.decode("utf-8") if kind != ".docx" else content)) if reader else set()  # type: ignore[operator]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.data = ""
        self.is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.found += [f"<{tag}>", *(f"<{tag} {name}>" for name, _ in attrs)]
        links = (values[name] or "" for name in LINKING if name in values)
        self.found += [f"<{tag}> links to {link}" for link in links if not SAFE_LINK.match(link.strip())]
        self.found += [f"<{tag}> loads {link}" for link in _loaded(tag, values) if re.match(r"(?:\w+:)?//", link)]
        self.is_data = values.get("type") == "application/ld+json"

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.is_data:
            json.loads(self.data)
            self.is_data, self.data = False, ""

    def handle_data(self, data: str) -> None:
        if self.is_data:
            self.data += data

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - the library's name
        self.found.append("a comment")

    def handle_pi(self, data: str) -> None:  # noqa: ARG002
        self.found.append("an instruction")

    def unknown_decl(self, data: str) -> None:  # noqa: ARG002
        self.found.append("a section")


def _loaded(tag: str, values: dict[str, str | None]) -> list[str]:
    if tag == "link" and values.get("rel") in ("canonical", "alternate", "license"):
        return []
    return [values[name] or "" for name in ("href", "src") if name in values and tag not in ("a", "area")]


def _html(text: str) -> Iterator[str]:
    page = _Page()
    page.feed(text)
    page.close()
    yield from page.found


def _xml(text: str) -> Iterator[str]:
    if re.search(r"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet", text):
        yield "a document type"
    for element in ElementTree.fromstring(text).iter():
        yield str(element.tag)
        yield from (f"{element.tag} {name}" for name in element.attrib)
        links = (value for name, value in element.attrib.items() if name.rpartition("}")[2] in LINKING)
        yield from (f"{element.tag} links to {link}" for link in links if not SAFE_LINK.match(link.strip()))
        if element.tag.rpartition("}")[2] in ("content", "summary") and element.attrib.get("type") == "html":
            yield from _html(element.text or "")


def _csv(text: str) -> Iterator[str]:
    rows = list(csv.reader(StringIO(text)))
    yield from {f"a row of {len(row)} cells" for row in rows}
    cells = (cell for row in rows for cell in row)
    yield from (f"formula {cell[:20]}" for cell in cells if cell.startswith(FORMULA) and not NUMBER.fullmatch(cell))


def _calendar(text: str) -> Iterator[str]:
    lines = text.replace("\r\n ", "").split("\r\n")
    yield from ("a bare line end" for line in lines if "\r" in line or "\n" in line)
    yield from (re.split(r"[:;]", line)[0] for line in lines)
    yield f"{lines.count('BEGIN:VEVENT')} events"


def _word(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                for element in ElementTree.fromstring(parts.read(name)).iter():
                    yield f"{name} {element.tag}"
                    if element.attrib.get("TargetMode") == "External":
                        yield from _outside(element.attrib["Type"], element.attrib["Target"])


def _outside(kind: str, target: str) -> Iterator[str]:
    if not (kind.endswith("/hyperlink") and re.match(r"https?://|mailto:", target)):
        yield f"{kind} to {target}"
