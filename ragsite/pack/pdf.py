"""A document as a tagged PDF (PDF/UA-1) through WeasyPrint."""

import logging

from ragsite.pack.document import Document
from ragsite.pack.html import page_html
from ragsite.render import THEME

MADE_BY = "WeasyPrint, as PDF/UA-1"
VARIANT = "pdf/ua-1"


def is_ready() -> bool:
    """True when WeasyPrint is installed and finds the system libraries that it draws text with."""
    try:
        import weasyprint  # noqa: F401, PLC0415 - optional, and slow to load
    except (ImportError, OSError):
        return False
    return True


def write_pdf(document: Document) -> bytes:
    """The bytes of the PDF, dated by the document's own day: the same document gives the same bytes."""
    import weasyprint  # noqa: PLC0415 - optional, and slow to load

    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.ERROR)
    page = weasyprint.HTML(string=page_html(document), base_url=f"{THEME.as_uri()}/")
    made = page.write_pdf(pdf_variant=VARIANT, pdf_identifier=_identifier(document), hinting=False)
    if not isinstance(made, bytes):
        raise TypeError("WeasyPrint gave no bytes")
    return made


def _identifier(document: Document) -> bytes:
    """What tells two files apart; not random, so that equal content stays equal."""
    return document.title.encode("utf-8")[:32]
