"""Files that are made to do harm are refused before any library opens them."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ragsite.importers.remarks import ImportProblem
from ragsite.importers.tables import MAX_CELLS

MAX_FILE = 100_000_000
MAX_UNPACKED = 300_000_000
"""Bytes; the largest tracker seen is below 1 MB packed and 20 MB unpacked."""

_CHUNK = 1 << 20
_ENTITY = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CELL = re.compile(rb'<c [^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*?>\s*<(?:\w+:)?(?:v|is|f)\b')
_SAFER = "Ask for a new copy: open it, copy the table into an empty workbook, and save that."


def check_size(path: Path) -> None:
    """Raises ImportProblem for a file larger than any tracker."""
    if path.stat().st_size > MAX_FILE:
        raise ImportProblem(f"“{path.name}” is larger than {MAX_FILE // 1_000_000} MB.", _SAFER)


def check_package(path: Path) -> bool:
    """Raises ImportProblem for a zip bomb, for XML that calls for outside text, and for far-flung cells.

    True when the file holds macros: they are never run.
    """
    total, has_macros = 0, False
    try:
        with zipfile.ZipFile(path) as package, path.open("rb") as raw:
            for entry in package.infolist():
                if entry.flag_bits & 1:
                    raise ImportProblem(f"“{path.name}” is locked with a password.", "Save it without one.")
                has_macros = has_macros or entry.filename.lower().endswith("vbaproject.bin")
                is_sheet = re.search(r"(?:^|/)worksheets/[^/]+\.xml$", entry.filename) is not None
                part = bytearray()
                for chunk in _unpacked(raw, entry):
                    total += len(chunk)
                    if total > MAX_UNPACKED:
                        raise ImportProblem(f"“{path.name}” unpacks to more data than a tracker can have.", _SAFER)
                    part += chunk
                _check_part(path, entry.filename, bytes(part), is_sheet=is_sheet)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
        raise ImportProblem(f"“{path.name}” is damaged: it cannot be unpacked ({error}).", _SAFER) from None
    return has_macros


def _unpacked(raw: BinaryIO, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """What an entry really unpacks to, whatever size its header claims."""
    raw.seek(entry.header_offset)
    header = raw.read(30)
    if header[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile("a part is missing")
    skipped = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    raw.seek(entry.header_offset + 30 + skipped)
    packed = raw.read(entry.compress_size)
    if entry.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile("a part is packed in an unusual way")
    unpacker = zlib.decompressobj(-15)
    while packed and not unpacker.eof:
        yield unpacker.decompress(packed, _CHUNK)
        packed = unpacker.unconsumed_tail
    yield unpacker.flush()


def _check_part(path: Path, name: str, part: bytes, *, is_sheet: bool) -> None:
    if name.lower().endswith((".xml", ".rels", ".vml")):
        plain = part.replace(b"\x00", b"")  # UTF-16 hides nothing
        if _ENTITY.search(plain):
            raise ImportProblem(
                f"“{path.name}” holds a document type or an entity (in {name}), which office programs never write.",
                "It may be made to do harm, so it was not read. " + _SAFER,
            )
    if is_sheet:
        _check_extent(path, part)


def _check_extent(path: Path, part: bytes) -> None:
    width = height = 0
    far = ""
    for found in _CELL.finditer(part):
        column, row = _number(found[1]), int(found[2])
        if column > width or row > height:
            far = (found[1] + found[2]).decode()
        width, height = max(width, column), max(height, row)
    if width * height > MAX_CELLS:
        raise ImportProblem(
            f"“{path.name}” spans {height} rows and {width} columns: something stands far off, in cell {far}.",
            "Delete the rows and columns that are not part of the table, save, and import again.",
        )


def _number(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number
