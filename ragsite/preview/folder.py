"""Writes a preview as a folder that opens by double-click, and as a zip file beside it to send to others."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ragsite.output import output_files
from ragsite.preview.offline import offline_files
from ragsite.publish import PublicSite
from ragsite.swap import replaced

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name, so that equal previews are equal files."""


def write_preview(public: PublicSite, target: Path, *, with_drafts: bool = False) -> int:
    """Writes the folder and `<folder>.zip`, both only when all of it is made; returns the number of pages."""
    pages = 0
    archive = target.with_name(f"{target.name}.zip")
    partial = target.with_name(f".{target.name}.zip")
    try:
        with replaced(target) as folder, ZipFile(partial, "w", ZIP_DEFLATED) as packed:
            for path, content in offline_files(output_files(public), with_drafts=with_drafts):
                file = folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
                packed.writestr(_entry(f"{target.name}/{path}"), content)
                pages += path.endswith(".html")
        partial.replace(archive)
    finally:
        partial.unlink(missing_ok=True)
    return pages


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, NO_TIME)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0
    return entry
