"""Makes .venv and installs the pinned, hash-checked packages for `site`, `test` or `bench`; quick when all is there.

Runs before anything is installed, so it uses the standard library only, and stays readable to an old Python
far enough to say which one is needed.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
# A larger set of packages holds every package of the smaller ones.
LARGER = {"site": ("site", "test", "bench"), "test": ("test", "bench"), "bench": ("bench",)}

TOO_OLD = """\
This is Python {found}. ragsite needs Python {oldest} or newer.
Install a newer Python and run make again. If it is there under another name, say which one:
  make site PYTHON=python3.12"""
NO_VENV = """\
This Python cannot make a virtual environment: its part '{part}' is not installed.
On Debian or Ubuntu this adds it:
  sudo apt-get install python{version}-venv
Then run make again."""
FAILED = """\
The packages could not be installed; the lines above say why.
Without a network connection: connect, then run make again.
If the lines speak of hashes that do not match, a package differs from the one this project was tested with:
do not go on; ask whoever looks after the project."""


def main(arguments: "list[str]") -> int:
    """Prepare the environment named by the one argument; 0 when ready, 1 with a plain message when not."""
    wanted = arguments[0] if len(arguments) == 1 else ""
    if wanted not in LARGER:
        return refuse("Usage: python tools/environment.py site|test|bench")
    problem = python_problem()
    if problem:
        return refuse(problem)
    folder = ROOT / ".venv"
    if is_ready(folder, wanted):
        return 0
    if not make_environment(folder) or not install(folder, wanted):
        return refuse(FAILED)
    mark_ready(folder, wanted)
    return 0


def refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def python_problem() -> str:
    """What keeps this Python from doing the work, in plain words; empty when nothing does."""
    version = "{}.{}".format(*sys.version_info[:2])
    if sys.version_info < OLDEST:
        return TOO_OLD.format(found=version, oldest="{}.{}".format(*OLDEST))
    for part in ("venv", "ensurepip"):
        if importlib.util.find_spec(part) is None:
            return NO_VENV.format(part=part, version=version)
    return ""


def is_ready(folder: Path, wanted: str) -> bool:
    """Whether the set, or a larger one, was installed from the files as they are now."""
    if not works(folder):
        return False
    return any(stamp(folder, name) == fingerprint(name) for name in LARGER[wanted])


def works(folder: Path) -> bool:
    """Whether the environment's Python starts; it does not when the Python it was made from is gone."""
    try:
        command = [str(python(folder)), "-c", "import pip"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp(folder: Path, name: str) -> str:
    path = stamp_path(folder, name)
    return path.read_text(encoding="utf-8").strip() if path.is_file() else ""


def stamp_path(folder: Path, name: str) -> Path:
    return folder / f"installed-{name}"


def fingerprint(name: str) -> str:
    """A digest of the files that decide what is installed: a changed lock or pyproject installs anew."""
    digest = hashlib.sha256()
    for path in (lock(name), ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def lock(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.lock"


def make_environment(folder: Path) -> bool:
    if works(folder):
        return True
    print("Making .venv …", flush=True)
    return run([sys.executable, "-m", "venv", "--clear", str(folder)])


def install(folder: Path, name: str) -> bool:
    """Install the locked packages, each checked against its hash, then ragsite itself from this folder."""
    print(f"Installing the packages of requirements/{name}.lock …", flush=True)
    pip = [str(python(folder)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    locked = run([*pip, "--require-hashes", "--requirement", str(lock(name))])
    return locked and run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])


def run(command: "list[str]") -> bool:
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def mark_ready(folder: Path, name: str) -> None:
    stamp_path(folder, name).write_text(fingerprint(name) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
