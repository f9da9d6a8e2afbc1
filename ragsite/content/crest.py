"""The council's crest: a small picture beside site.yml that the masthead shows."""

from pathlib import Path

from ragsite.model.site import Brand
from ragsite.problems import Finding, Severity

LARGEST = 40_000
"""Bytes: every first view of the site carries it."""

_STARTS = {".png": (b"\x89PNG\r\n\x1a\n",), ".svg": (b"<svg", b"<?xml", b"<!--")}
_ACTIVE = (b"<script", b"<foreignobject", b"javascript:", b" onload", b" onclick")


def read_crest(folder: Path, brand: Brand) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The picture that `brand` names, from the content folder; None with a finding (Y211) when it cannot be shown."""
    if brand.crest is None:
        return None, ()
    path = folder / brand.crest
    raw = path.read_bytes() if path.is_file() else None
    fault = _fault(brand.crest, raw)
    if fault is None:
        return raw, ()
    return None, (Finding("Y211", Severity.ERROR, brand.written_at.of("crest"), *fault),)


def _fault(name: str, raw: bytes | None) -> tuple[str, str] | None:
    """What is wrong with the picture, and how to mend it."""
    suffix = Path(name).suffix
    if suffix not in _STARTS or name != Path(name).name:
        return f"The crest “{name}” is no SVG or PNG.", "Name a file such as “crest.svg” beside site.yml."
    if raw is None:
        return f"The crest “{name}” is not in the folder of site.yml.", "Add it, or take “crest” out."
    if len(raw) > LARGEST:
        found = f"The crest “{name}” has {len(raw):,} bytes, and {LARGEST:,} are the most."
        return found, "Save it smaller: every page carries it."
    if not raw.lstrip().startswith(_STARTS[suffix]):
        return f"The crest “{name}” is not what its name says.", "Save it anew as SVG or PNG."
    if suffix == ".svg" and any(word in raw.lower() for word in _ACTIVE):
        return f"The crest “{name}” holds script.", "Save it as a plain SVG, or as PNG."
    return None
