"""What programs write into pictures and documents besides what is seen: who made it, where, and with what."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ragsite.built.tell import told
from ragsite.problems import Finding

PNG_CHUNKS = {b"tEXt": "a text", b"iTXt": "a text", b"zTXt": "a text", b"eXIf": "camera data", b"tIME": "a time"}
JPEG_SEGMENTS = {0xE1: "camera data (EXIF or XMP)", 0xED: "a description (IPTC)", 0xFE: "a comment"}
DOCUMENTS = (".docx", ".dotx", ".pdf", ".svg")
"""Files that can name their author, who may be named where the public texts do."""

PEOPLE = re.compile(
    r"<(dc:creator|cp:lastModifiedBy|Manager|pdf:Author)\b[^>/]*>\s*(?:<[^/>][^>/]*>\s*)*([^<]+)"
    r"|/(Author)\s*\(((?:\\.|[^)\\])*)\)"
)
HIDDEN_PARTS = re.compile(r"^(word/comments\w*\.xml|word/vbaProject\.bin|docProps/custom\.xml)$", re.MULTILINE)
TRACKED = re.compile(r"<w:(?:ins|del) [^>]*w:author=")
_FIX = "Save the picture without metadata (“Export for web”), and put it in place of this one."


def metadata(path: str, content: bytes, text: str, allowed: str) -> Iterator[Finding]:
    """B207: a picture or document carries what nobody sees. `text` is what `texts.text_of` made of `content`.

    `allowed` holds the texts of the public site: an author who is named there may be named here.
    """
    suffix = PurePosixPath(path).suffix.lower()
    if suffix == ".png":
        kinds = [PNG_CHUNKS[kind] for kind in _png_chunks(content) if kind in PNG_CHUNKS]
        yield from (told("B207", path, f"The picture carries {kind} that nobody sees.", _FIX) for kind in kinds)
    elif suffix in (".jpg", ".jpeg"):
        segments = [JPEG_SEGMENTS[kind] for kind in _jpeg_segments(content) if kind in JPEG_SEGMENTS]
        yield from (told("B207", path, f"The picture carries {kind} that nobody sees.", _FIX) for kind in segments)
    elif suffix in DOCUMENTS:
        yield from _in_document(path, text, allowed)


def _in_document(path: str, text: str, allowed: str) -> Iterator[Finding]:
    fix = "Take the name out of the template's properties."
    for found in PEOPLE.finditer(text):
        name = (found[2] or found[4] or "").strip()
        if name and name != "ragsite" and name not in allowed:
            yield told("B207", path, f"The document's property “{found[1] or found[3]}” names somebody.", fix)
    fix = "Accept all changes in the template, delete its comments and macros, and save it again."
    if HIDDEN_PARTS.search(text) or TRACKED.search(text):
        yield told("B207", path, "The document carries comments, tracked changes, own properties or macros.", fix)


def _png_chunks(content: bytes) -> Iterator[bytes]:
    place = 8
    while place + 8 <= len(content):
        yield content[place + 4 : place + 8]
        place += 12 + int.from_bytes(content[place : place + 4], "big")


def _jpeg_segments(content: bytes) -> Iterator[int]:
    """The markers up to the picture itself (0xDA)."""
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF and content[place + 1] != 0xDA:
        yield content[place + 1]
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
