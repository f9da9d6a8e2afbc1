"""The bytes of a built file as the words that anybody can read in it, whatever form it has."""

import gzip
import re
import zipfile
import zlib
from html import unescape
from io import BytesIO
from pathlib import PurePosixPath

MARKUP = (".html", ".svg", ".xml")
PLAIN = (".css", ".csv", ".ics", ".js", ".json", ".jsonld", ".txt", ".htaccess", ".conf", ".config", "")
SQUEEZED = (".pf_filter", ".pf_fragment", ".pf_index", ".pf_meta")
"""The search index: Pagefind's chunks are squeezed by gzip."""

PROGRAM = ".pagefind"
"""Pagefind's own program: unpacked to see that it is whole. Its maker's folders, which it names, are no secret."""

WORD = (".docx", ".dotx", ".xlsx")
UNREADABLE = (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, EOFError)
"""What unpacking a broken file raises."""

TAG = re.compile(r"<[^>]*>")
TYPOGRAPHY = re.compile("[\xa0\u2000-\u200a\u2010-\u2027\u202f\u2032\u2033\u00b7]")
UNSEEN = re.compile("[\xad\u200b-\u200f\u2060\ufeff]")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_SIGNS = bytes(sign if chr(sign).isalnum() or sign > 127 else 32 for sign in range(256)).lower()


def text_of(path: str, content: bytes) -> str:
    """What the file holds as text, markup and all; for a PDF, its structure and what its streams unpack to."""
    suffix = PurePosixPath(path).suffix
    if suffix in SQUEEZED:
        content = gzip.decompress(content)
    elif suffix == PROGRAM:
        gzip.decompress(content)
        return ""
    elif suffix in WORD:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            content = b"\n".join(name.encode() + b"\n" + parts.read(name) for name in sorted(parts.namelist()))
    elif suffix == ".pdf":
        content = b"\n".join([STREAM.sub(b"", content), *_streams(content)])
    elif suffix not in (*MARKUP, *PLAIN):
        return ""
    return content.decode("utf-8", "replace")


def readable(path: str, text: str) -> str:
    """The text without markup, for files that have any; a tag parts words, so that none run together."""
    if PurePosixPath(path).suffix not in (*MARKUP, *WORD):
        return text
    return unescape(TAG.sub(" ", text))


def words(text: str) -> bytes:
    """The words in order, each between two spaces, lower case, without punctuation: the form in which texts compare."""
    if not text.isascii():
        text = TYPOGRAPHY.sub(" ", UNSEEN.sub("", text))
    return b" " + b" ".join(text.encode("utf-8", "replace").translate(_SIGNS).split()) + b" "


def _streams(pdf: bytes) -> list[bytes]:
    """The streams that hold metadata or structure as text; fonts and pictures are left out."""
    unpacked = []
    for found in STREAM.finditer(pdf):
        try:
            stream = zlib.decompress(found[1])
        except zlib.error:
            stream = found[1]
        if b"<rdf" in stream or b"/Author" in stream or b"/Title" in stream:
            unpacked.append(stream)
    return unpacked
