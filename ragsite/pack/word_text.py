"""Paragraphs, runs, links and ratings of a Word document, as the elements of its XML."""

from collections.abc import Iterable, Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ragsite.pack.document import Line, Mark, Run
from ragsite.pack.word_styles import LINK, RATINGS

Element = Any
"""An element of lxml, which has no types of its own."""


class Writer:
    """What elements need to know of the document that they go into: ids of styles, addresses, lists, bookmarks."""

    def __init__(self, word: Any) -> None:
        self.word = word
        self._styles = {style.name: style.style_id for style in word.styles}
        self._links: dict[str, str] = {}
        self._bookmarks = 0

    def style(self, name: str) -> str:
        """The id of a style by the name that people see."""
        return str(self._styles[name])

    def address(self, href: str) -> str:
        """The id of a link out of the document."""
        if href not in self._links:
            part = self.word.part
            self._links[href] = part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._links[href]

    def bookmark(self, name: str) -> tuple[Element, Element]:
        """The two ends of a place that links within the document lead to."""
        self._bookmarks += 1
        number = str(self._bookmarks)
        return element("w:bookmarkStart", id=number, name=name), element("w:bookmarkEnd", id=number)

    def paragraph(self, style: str, line: Line, *, is_kept: bool = False) -> Element:
        """A paragraph in a style; one that is kept stays on the page of what comes after it."""
        made = element("w:p")
        properties = element("w:pPr")
        properties.append(element("w:pStyle", val=self.style(style)))
        properties.extend([element("w:keepNext")] if is_kept else [])
        made.append(properties)
        made.extend(self.runs(line))
        return made

    def runs(self, line: Line) -> Iterator[Element]:
        """The runs of a line; those of one link stand within it."""
        for part in line:
            if isinstance(part, Mark):
                yield run(part.text, self.style(RATINGS[part.tone]))
            elif part.href:
                link = element("w:hyperlink")
                link.set(qn("r:id"), self.address(part.href))
                link.append(run(part.text, self.style(LINK)))
                yield link
            else:
                yield _worded(part)


def element(tag: str, **attributes: object) -> Element:
    """An element of the main namespace, with its attributes in the order given."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def run(text: str, style: str = "") -> Element:
    """A run of text, in a style of words if one is named."""
    made = element("w:r")
    if style:
        properties = element("w:rPr")
        properties.append(element("w:rStyle", val=style))
        made.append(properties)
    words = element("w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    made.append(words)
    return made


def field(code: str, shown: Iterable[Element]) -> Iterator[Element]:
    """A field with what it shows until Word works it out anew."""
    for kind in ("begin", "code", "separate"):
        made = element("w:r")
        if kind == "code":
            told = element("w:instrText")
            told.text = f" {code} "
            told.set(qn("xml:space"), "preserve")
            made.append(told)
        else:
            made.append(element("w:fldChar", fldCharType=kind))
        yield made
    yield from shown
    end = element("w:r")
    end.append(element("w:fldChar", fldCharType="end"))
    yield end


def _worded(part: Run) -> Element:
    made = run(part.text)
    if part.is_strong or part.is_emphasis:
        properties = element("w:rPr")
        properties.extend(element(tag) for tag, is_so in (("w:b", part.is_strong), ("w:i", part.is_emphasis)) if is_so)
        made.insert(0, properties)
    return made
