"""Lets two folders trade places in one step, where the system can do that."""

import ctypes
import os
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
"""From Linux's <linux/fs.h>: renameat2 trades the two names in one step (Linux 3.15, glibc 2.28)."""

RENAME_SWAP = 2
"""From macOS' <sys/stdio.h>: renamex_np trades the two names in one step (macOS 10.12, APFS)."""


def exchange(one: Path, other: Path) -> bool:
    """Both names trade what they stand for, with no moment in which either is missing.

    False, with nothing changed, where the system or the file system (Windows, some network drives) cannot.
    """
    if sys.platform == "win32":
        return False
    names = os.fsencode(one), os.fsencode(other)
    library = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, ctypes.c_uint(RENAME_SWAP)) == 0)
        return bool(library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], ctypes.c_uint(RENAME_EXCHANGE)) == 0)
    except AttributeError:
        return False
