"""What may come between two builds beside edits of the content: another program, a harmed cache, a changed site."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from random import Random
from unittest.mock import patch

from ragsite import output, prepare, render, stamp
from ragsite.store import digest

THEME, PROGRAM, LAST = "theme", "program", "<!-- edition "


@contextmanager
def own_program(folder: Path) -> Iterator[None]:
    """While this lasts, pages are drawn by a theme of their own, and the program has a name of its own, in `folder`."""
    theme = Path(shutil.copytree(render.THEME, folder / THEME))
    (folder / PROGRAM).touch()
    anew = render.environment.__wrapped__
    made = lru_cache(maxsize=1)(lambda _shell: anew(theme))
    plain, key = stamp.program_key, lambda: digest(plain(), (folder / PROGRAM).read_bytes())
    with (
        patch.object(render, "environment", lambda: made((theme / "shell.html").read_bytes())),
        patch.object(output, "THEME", theme),
        patch.object(stamp, "THEME", theme),
        patch.object(prepare, "program_key", key),
    ):
        yield


def harm(cache: Path, chance: Random) -> None:
    """Cuts, changes or deletes a file of the cache."""
    path = chance.choice(sorted(path for path in cache.rglob("*") if path.is_file()) or [None])
    if path is None:
        return
    content = bytearray(path.read_bytes())
    how = chance.randrange(3)
    if how == 0:
        path.unlink()
        return
    place = chance.randrange(len(content)) if content else 0
    if how == 1:
        del content[place:]
    elif content:
        content[place] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def change_template(content: Path, chance: Random) -> None:
    """Another word in the shell of every page."""
    shell = content.parent / THEME / "shell.html"
    text = shell.read_text("utf-8").partition(LAST)[0]
    shell.write_text(f"{text}{LAST}{chance.randrange(100)} -->\n", "utf-8")


def change_program(content: Path, chance: Random) -> None:
    """Another version of the code, whatever it does."""
    (content.parent / PROGRAM).write_text(str(chance.randrange(100)), "utf-8")


def meddle(content: Path, chance: Random) -> None:
    """A file of the built site changed by hand, so that neither its size nor its time tells, or a stray one there."""
    files = sorted(path for path in (content.parent / "kept").rglob("*") if path.is_file())
    for path in chance.sample(files, min(3, len(files))):
        told, text = path.stat(), bytearray(path.read_bytes())
        if not text or chance.random() < 0.3:
            (path.parent / f"stray-{chance.randrange(9)}.html").write_text("Not of this site.", "utf-8")
            continue
        text[chance.randrange(len(text))] ^= 1
        path.write_bytes(text)
        os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
