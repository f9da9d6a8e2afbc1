"""A document as a tagged PDF (PDF/UA-1) through WeasyPrint."""

import logging
from typing import Any

from ragsite.garbage import uncollected
from ragsite.pack.document import Document
from ragsite.pack.fonts import static_faces
from ragsite.pack.html import page_html

MADE_BY = "WeasyPrint, as PDF/UA-1"
VARIANT = "pdf/ua-1"


def is_ready() -> bool:
    """True when WeasyPrint is installed and finds the system libraries that it draws text with."""
    try:
        import weasyprint  # noqa: F401, PLC0415 - optional, and slow to load
    except (ImportError, OSError):
        return False
    return True


def made_with() -> str:
    """The system library that measures text, with its version: it decides where lines and pages end."""
    from weasyprint.text.ffi import pango  # noqa: PLC0415 - optional, and slow to load

    return f"{MADE_BY}, Pango {pango.pango_version()}"


def write_pdf(document: Document) -> bytes:
    """The bytes of the PDF, dated by the document's own day: the same document gives the same bytes."""
    import weasyprint  # noqa: PLC0415 - optional, and slow to load

    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.ERROR)
    page = weasyprint.HTML(string=page_html(document, static_faces()))
    with uncollected():
        made = page.write_pdf(finisher=_tell_scopes, pdf_variant=VARIANT, pdf_identifier=_identifier(document))
    if not isinstance(made, bytes):
        raise TypeError("WeasyPrint gave no bytes")
    return made


def _identifier(document: Document) -> bytes:
    """What tells two files apart; not random, so that equal content stays equal."""
    return document.title.encode("utf-8")[:32]


def _tell_scopes(_: Any, pdf: Any) -> None:
    """Says of each header cell whether it heads a column or a row, which WeasyPrint leaves to the reader to guess."""
    parts = {part.number: part for part in pdf.objects}
    for cell in [part for part in pdf.objects if isinstance(part, dict) and part.get("S") == "/TH"]:
        row = _above(parts, cell)
        heads_column = _above(parts, row).get("S") == "/THead"
        cell["A"]["Scope"] = "/Column" if heads_column else "/Row"


def _above(parts: dict[int, Any], part: Any) -> Any:
    """The element that an element of the structure tree stands in; its reference reads `12 0 R`."""
    return parts[int(bytes(part["P"]).split()[0])]
