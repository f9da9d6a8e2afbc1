"""The manifest: every file of a site with its size and hash, by which anyone can tell that a copy is whole."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from ragsite.built.tell import told
from ragsite.problems import Finding

NAME = "manifest.json"
SCHEMA_VERSION = 1

_AGAIN = "Copy the whole site again. If it is still so, build it anew."


@dataclass(frozen=True)
class Hashed:
    """A file's size in bytes and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


def paths_in(folder: Path) -> list[str]:
    """The paths of all files in a folder, in order."""
    return sorted(_paths(os.fspath(folder), ""))


def hashed(folder: Path) -> dict[str, Hashed]:
    """The files in a folder but the manifest, by path and in order of their paths."""
    contents = ((path, (folder / path).read_bytes()) for path in paths_in(folder) if path != NAME)
    return {path: Hashed(len(content), sha256(content).hexdigest()) for path, content in contents}


def write_manifest(folder: Path, files: Mapping[str, Hashed]) -> None:
    """Writes `manifest.json` into a finished folder that has these files."""
    (folder / NAME).write_bytes(manifest(files))


def manifest(files: Mapping[str, Hashed]) -> bytes:
    """The manifest of some files as UTF-8 JSON, in the order of their paths.

    `{"schema_version": 1, "pages": n, "files": {path: {"bytes": n, "sha256": hex}}}`
    """
    listed = {path: {"bytes": files[path].size, "sha256": files[path].sha256} for path in sorted(files)}
    pages = sum(path.endswith(".html") for path in files)
    document = {"schema_version": SCHEMA_VERSION, "pages": pages, "files": listed}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def differences(folder: Path) -> Iterator[Finding]:
    """B301 to B304: where a folder differs from its own manifest."""
    known = _known(folder)
    if known is None:
        fix = "Name the folder that “ragsite build” made, with its manifest.json."
        yield told("B301", NAME, "There is no manifest here that can be read, so nothing can be compared.", fix)
        return
    there = hashed(folder)
    for path in sorted(known.keys() | there.keys()):
        if path not in there:
            yield told("B302", path, "The file is missing.", _AGAIN)
        elif path not in known:
            fix = "Delete it, unless the host has put it there."
            yield told("B304", path, "The file is not one of the site's.", fix)
        elif known[path] != there[path].sha256:
            yield told("B303", path, "The file is not as it was built: its hash differs.", _AGAIN)


def _known(folder: Path) -> dict[str, str] | None:
    """The hash of each file by its path; None where the manifest is missing or is none."""
    try:
        document: Any = json.loads((folder / NAME).read_bytes())
        return {str(path): str(facts["sha256"]) for path, facts in document["files"].items()}
    except (FileNotFoundError, NotADirectoryError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _paths(folder: str, above: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _paths(entry.path, f"{above}{entry.name}/")
            elif entry.is_file():
                yield f"{above}{entry.name}"
