"""The content folder as a git revision holds it, in a folder of its own."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

from ragsite.refusal import Refused

INSTEAD = "To compare with an earlier report instead, name it: “ragsite diff --since 2026-03”."


def extract(content: Path, revision: str, into: Path) -> Path:
    """The content folder of `revision` under `into`; raises Refused where git or the revision is missing."""
    if revision.startswith("-"):
        raise Refused(f"“{revision}” is not the name of a revision.")
    if not content.is_dir():
        raise Refused(f"There is no content folder “{content.as_posix()}”.")
    top = Path(_git(content, "rev-parse", "--show-toplevel").decode().strip())
    commit = _commit(content, revision)
    place = content.resolve().relative_to(top.resolve()).as_posix()
    if place != "." and not _git(top, "ls-tree", "-d", commit, "--", place).strip():
        raise Refused(f"The revision “{revision}” has no folder “{place}”, so there is nothing to compare with.")
    tree = commit if place == "." else f"{commit}:{place}"
    folder = into / "content"
    folder.mkdir()
    with tarfile.open(fileobj=BytesIO(_git(top, "archive", "--format=tar", tree))) as archive:
        archive.extractall(folder, filter="data")
    return folder


def _commit(content: Path, revision: str) -> str:
    found = _run(content, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if found.returncode:
        raise Refused(f"Git knows no revision “{revision}”, and no plan has a report of this name. {INSTEAD}")
    return found.stdout.decode().strip()


def _git(content: Path, *arguments: str) -> bytes:
    done = _run(content, *arguments)
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        if "not a git repository" in why:
            raise Refused(f"The content folder is not kept in git, so there is no earlier revision of it. {INSTEAD}")
        raise Refused(f"Git could not read the earlier content: {why}")
    return done.stdout


def _run(content: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(content), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise Refused(f"Git is not installed here, so there is no earlier revision to read. {INSTEAD}") from None
