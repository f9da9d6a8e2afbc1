"""Finds a Chromium for the browser tests, or installs one: Debian's package, else Playwright's own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
PACKAGES = ("chromium", "fonts-liberation")
NONE_FOUND = """\
The browser tests need Chromium, and none could be found or installed. Install Chromium or Chrome, or set
RAGSITE_CHROMIUM to the program, then run make test again."""


def main() -> int:
    """Print the browser's path, installing one when there is none; 1 with a plain message when that fails."""
    found = find_browser() or install_browser()
    if found is None:
        print(NONE_FOUND, file=sys.stderr)
        return 1
    print(f"Browser for the tests: {found}", flush=True)
    return 0


def find_browser(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The Chromium to use: RAGSITE_CHROMIUM, else one on the path or in a usual place, else Playwright's."""
    if named := environment.get("RAGSITE_CHROMIUM"):
        return Path(named) if is_program(Path(named)) else None
    on_path = (shutil.which(name, path=environment.get("PATH")) for name in NAMES)
    candidates = [Path(found) for found in (*on_path, *PLACES) if found]
    return next((path for path in candidates if is_program(path)), None) or playwright_browser()


def is_program(path: Path) -> bool:
    return path.is_file() and os.access(path, os.X_OK)


def playwright_browser() -> Path | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow to import, and rarely needed

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if is_program(path) else None


def install_browser() -> Path | None:
    """Install Chromium from Debian's packages where that may be done, else Playwright's build of it."""
    if prefix := debian_prefix():
        print("Installing Chromium from Debian's packages …", flush=True)
        run([*prefix, "apt-get", "update", "-qq"])
        run([*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES])
        if found := find_browser():
            return found
    print("Installing Playwright's Chromium …", flush=True)
    run([sys.executable, "-m", "playwright", "install", "chromium"])
    return find_browser()


def debian_prefix(release: Path = Path("/etc/os-release")) -> list[str] | None:
    """What to put before apt-get on Debian (`env`, with `sudo` in front where it needs no password).

    None elsewhere and where it may not be run. Ubuntu's package of that name is only a pointer to a snap.
    """
    lines = release.read_text(encoding="utf-8").splitlines() if release.is_file() else []
    if "ID=debian" not in lines or shutil.which("apt-get") is None:
        return None
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return quiet
    if shutil.which("sudo") and run(["sudo", "-n", "true"]):
        return ["sudo", "-n", *quiet]
    return None


def run(command: list[str]) -> bool:
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
