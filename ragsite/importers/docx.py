"""Word documents to tables: merged cells, shading and content controls included; forms in paragraphs too."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx

from ragsite.importers.remarks import About, ImportProblem, Remark
from ragsite.importers.tables import Book, Cell, Fill, Row, Table, clean, squared
from ragsite.importers.troubles import troubled

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

MOST_COLUMNS = 63
"""Word's own limit for the columns of a table."""

_LABELLED = re.compile(r"([^:\n]{2,60}):\s*(.*)", re.DOTALL)


def read_docx(path: Path) -> Book:
    """Every table of a document, and its “Label: value” paragraphs as one more; ImportProblem when there is none."""
    try:
        document = docx.Document(str(path))
    except Exception as error:  # noqa: BLE001 - what a damaged document makes the XML reader raise is not documented
        fix = "Open it in the program it comes from, save it as .docx, and import that."
        raise ImportProblem(f"“{path.name}” cannot be opened as a document ({error}).", fix) from None
    links = {key: str(one.target_ref) for key, one in document.part.rels.items() if one.is_external}
    body = document.element.body
    drawn = list(_within(body, "tbl"))
    forms = _forms(body)
    if not drawn and not forms:
        raise ImportProblem(f"“{path.name}” holds no table and no form.", "Put what it says into a table.")
    several = len(drawn) + len(forms) > 1
    tables = [Table(f"Table {number}" if several else "", _grid(one, links)) for number, one in enumerate(drawn, 1)]
    tables += [Table(f"Form {number}" if several else "", one) for number, one in enumerate(forms, 1)]
    return Book(path.name, tuple(tables), _tracked(body))


def _within(element: Any, name: str) -> Iterator[Any]:
    """The nearest elements of a name below this one, through content controls and other wrappings."""
    for child in element:
        if child.tag == W + name:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "smartTag"):
            yield from _within(child, name)


def _grid(table: Any, links: dict[str, str]) -> tuple[Row, ...]:
    rows: list[tuple[Cell, ...]] = []
    above: dict[int, Cell] = {}
    for number, line in enumerate(_within(table, "tr"), 1):
        cells: list[Cell] = [Cell("", number, place + 1) for place in range(_skipped(line))]
        for drawn in _within(line, "tc"):
            width, goes_on = _reach(drawn)
            for right in range(width):
                place = len(cells) + 1
                made = _cell(drawn, number, place, links=links, is_spread=right > 0)
                if goes_on and place in above:
                    first = above[place]
                    made = Cell(
                        first.text, number, place, first.fill, link=first.link, trouble=first.trouble, is_spread=True
                    )
                above[place] = made
                cells.append(made)
        rows.append(tuple(cells))
    return squared(rows)


def _skipped(line: Any) -> int:
    before = line.find(f"{W}trPr/{W}gridBefore")
    return _number(before, 0)


def _reach(cell: Any) -> tuple[int, bool]:
    """How many columns a cell covers, and whether it goes on from the cell above."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return max(_number(span, 1), 1), merge is not None and merge.get(W + "val", "continue") == "continue"


def _number(element: Any, otherwise: int) -> int:
    """The number in an element's value, at most as many columns as Word allows."""
    text = str(element.get(W + "val", "")) if element is not None else ""
    return min(int(text), MOST_COLUMNS) if text.isascii() and text.isdigit() else otherwise


def _cell(drawn: Any, row: int, column: int, *, links: dict[str, str], is_spread: bool) -> Cell:
    text = "\n".join(_text(one) for one in drawn.iter(W + "p"))
    link = next((links[one.get(R + "id")] for one in drawn.iter(W + "hyperlink") if one.get(R + "id") in links), "")
    return troubled(Cell(clean(text), row, column, _shading(drawn), link=link, is_spread=is_spread))


def _text(paragraph: Any) -> str:
    """A paragraph's words; deleted text and the grey hints of unfilled controls are left out."""
    words: list[str] = []
    for node in paragraph.iter(W + "t", W + "tab", W + "br", W + "cr", W + "noBreakHyphen"):
        if any(one.tag == W + "p" and one is not paragraph for one in _between(node, paragraph)) or _is_hint(
            node, paragraph
        ):
            continue
        if node.tag == W + "t":
            words.append(node.text or "")
        elif node.tag in (W + "br", W + "cr"):
            words.append("\n")
        elif node.tag == W + "noBreakHyphen":
            words.append("-")
        elif node.tag == W + "tab":
            words.append(" " if node.getparent().tag == W + "r" else "")
    return "".join(words)


def _between(node: Any, end: Any) -> Iterator[Any]:
    for one in node.iterancestors():
        if one is end:
            return
        yield one


def _is_hint(node: Any, paragraph: Any) -> bool:
    for one in (*_between(node, paragraph), paragraph, *paragraph.iterancestors(W + "sdt")):
        if one.tag == W + "sdt" and one.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            return True
    return False


def _shading(drawn: Any) -> Fill | None:
    shade = drawn.find(f"{W}tcPr/{W}shd")
    colour = (shade.get(W + "fill") or "") if shade is not None else ""
    if not re.fullmatch("[0-9A-Fa-f]{6}", colour) or colour.upper() == "FFFFFF":
        return None
    pattern = shade.get(W + "val", "clear")
    return Fill(colour.upper(), "solid" if pattern in ("clear", "solid", "nil") else pattern)


def _forms(body: Any) -> list[tuple[Row, ...]]:
    """Paragraphs “Label: value” and named controls as rows of two cells; a form ends where its labels repeat."""
    pairs: list[tuple[str, str]] = []
    for one in body:
        if one.tag not in (W + "p", W + "sdt"):
            continue
        text = clean("\n".join(_text(each) for each in ([one] if one.tag == W + "p" else one.iter(W + "p"))))
        pair = _pair(one, text)
        if pair:
            pairs.append(pair)
        elif pairs and text:
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]}\n{text}".strip())
    forms: list[list[Row]] = [[]]
    for number, (name, value) in enumerate(pairs, 1):
        if any(row[0].text == name for row in forms[-1]):
            forms.append([])
        forms[-1].append((Cell(name, number, 1), Cell(value, number, 2)))
    return [tuple(form) for form in forms if len(form) > 2]


def _pair(drawn: Any, text: str) -> tuple[str, str] | None:
    labelled = _LABELLED.fullmatch(text)
    if labelled and not text.lower().startswith(("http:", "https:")):
        return labelled[1].strip(), labelled[2].strip()
    alias = next(iter(drawn.iter(W + "alias")), None)
    return (str(alias.get(W + "val")), text) if alias is not None else None


def _tracked(body: Any) -> tuple[Remark, ...]:
    if next(body.iter(W + "ins", W + "del"), None) is None:
        return ()
    return (Remark(About.FILE, "The document has tracked changes: it was read as if all of them were accepted."),)
