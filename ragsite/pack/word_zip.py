"""The zip file that a Word document is, written so that equal documents are equal byte for byte."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name; the day of the pack stands in its properties."""


def settled(made: bytes) -> bytes:
    """The same files in the same order, each without the moment at which it was packed."""
    stream = BytesIO()
    with ZipFile(BytesIO(made)) as given, ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=9) as kept:
        for name in given.namelist():
            entry = ZipInfo(name, NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            kept.writestr(entry, given.read(name))
    return stream.getvalue()
