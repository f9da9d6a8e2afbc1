"""The bytes of a built file as the words that anybody can read in it, whatever form it has."""

import gzip
import re
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
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
TYPOGRAPHY = (re.compile(rb"\xe2\x80[\x80-\x8a\x90-\xa7\xaf\xb2\xb3]"), re.compile(rb"\xc2[\xa0\xb7]"))
"""In UTF-8: spaces of all widths, hyphens, dashes, quotation marks, primes; the hard space and the middle dot."""

UNSEEN = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Soft hyphens, joiners, marks of direction and of byte order."""

SPELT = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#34|#39);)")
"""A character that is written in signs of markup, and may be a letter or a digit. Those left out are neither."""

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NO_UNSEEN = str.maketrans("", "", UNSEEN)
_SIGNS = bytes(sign if chr(sign).isalnum() or sign > 127 else 32 for sign in range(256)).lower()


@dataclass(frozen=True)
class FileText:
    """What a built file at `path` holds as text, in the forms in which it is looked through, each made when asked."""

    path: str
    text: str

    @property
    def has_markup(self) -> bool:
        """True where the text is not what a reader sees."""
        return PurePosixPath(self.path).suffix in (*MARKUP, *WORD)

    @cached_property
    def plain(self) -> str:
        """The text without markup; a tag parts words, so that none run together."""
        return unescape(TAG.sub(" ", self.text)) if self.has_markup else self.text

    @cached_property
    def is_spelt(self) -> bool:
        """True when the plain text may hold letters and digits that do not stand in the text itself."""
        return self.has_markup and SPELT.search(self.text) is not None


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


def words(text: str) -> bytes:
    """The words in order, each between two spaces, lower case, without punctuation: the form in which texts compare."""
    return b" " + b" ".join(spaced(text).split()) + b" "


def spaced(text: str) -> bytes:
    """The same words with as many spaces between them as there were signs; sooner made."""
    if any(sign in text for sign in UNSEEN):
        text = text.translate(_NO_UNSEEN)
    encoded = text.encode("utf-8", "replace")
    for signs in TYPOGRAPHY:
        encoded = signs.sub(b" ", encoded)
    return b" " + encoded.translate(_SIGNS) + b" "


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
