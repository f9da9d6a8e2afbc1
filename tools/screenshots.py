"""Takes pictures of every kind of page, at three widths, dark and in print, for a person to judge. Run by hand.

    python tools/screenshots.py SITE [--out docs/images/screens] [--only NAME …] [--whole]

SITE is a built site. Without --whole each picture shows the first part of its page and stays small enough to keep.
"""

import argparse
import base64
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from browser import NONE_FOUND, find_browser
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from tests.browser.samples import SAMPLES  # noqa: E402 - the project's folder must be on the path first
from tests.browser.serving import FLAGS, serving  # noqa: E402

OUT = PROJECT / "docs" / "images" / "screens"
README_PICTURE = PROJECT / "docs" / "images" / "site.png"
INDEX = PROJECT / "docs" / "reference" / "screens.md"
QUALITY = 34  # of WebP, 0 to 100
LARGEST = 150_000  # bytes of one picture
TALLEST = 16_000  # pixels; WebP holds 16,383


@dataclass(frozen=True)
class Look:
    """How a page is shown: the window, how much of the page is kept, and how large the picture is."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    scale: float = 1.0


LOOKS = (
    Look("360", 360, 1200),
    Look("768", 768, 1250, scale=0.6),
    Look("1280", 1280, 1400, scale=0.6),
    Look("dark", 1280, 1000, "dark", scale=0.6),
)
PRINT = "print"


def main() -> int:
    """Takes the pictures and writes the page that shows them; 1 with a plain message when there is no browser."""
    asked = _asked()
    program = find_browser()
    if program is None:
        print(NONE_FOUND, file=sys.stderr)
        return 1
    asked.out.mkdir(parents=True, exist_ok=True)
    names = asked.only or list(SAMPLES)
    with serving(asked.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for name in names:
            for path in _pictures(browser, address + SAMPLES[name], asked.out / name, is_whole=asked.whole):
                print(f"{path.stat().st_size:>7}  {path.name}", flush=True)
        if not asked.only and not asked.whole:
            _readme_picture(browser, address + SAMPLES["plan"])
        browser.close()
    if not asked.only and not asked.whole:
        INDEX.write_text(_index(), encoding="utf-8")
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of a built site")
    parser.add_argument("--out", type=Path, default=OUT, help="where the pictures go")
    parser.add_argument("--only", nargs="+", choices=list(SAMPLES), help="these pages only")
    parser.add_argument("--whole", action="store_true", help="each page from top to bottom, and every printed page")
    return parser.parse_args()


def _pictures(browser: Browser, address: str, stem: Path, *, is_whole: bool) -> Iterator[Path]:
    """Every picture of one page; `stem` is their common path without the look's name."""
    for look in LOOKS:
        window = ViewportSize(width=look.width, height=900)
        context = browser.new_context(viewport=window, color_scheme=look.scheme, reduced_motion="reduce")
        page = context.new_page()
        page.goto(address)
        page.evaluate("document.fonts.ready.then(() => true)")
        whole = int(page.evaluate("document.documentElement.scrollHeight"))
        height = min(whole, TALLEST if is_whole else look.height)
        size = (look.width, height, 1.0 if is_whole else look.scale)
        yield _captured(page, stem.with_name(f"{stem.name}-{look.name}.webp"), size)
        context.close()
    yield _printed(browser, address, stem.with_name(f"{stem.name}-{PRINT}.webp"), most=99 if is_whole else 2)


def _captured(page: Page, path: Path, size: tuple[int, int, float]) -> Path:
    """Writes the top of the page as WebP, at a lower quality where the picture would be too large to keep."""
    width, height, scale = size
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": scale}
    session = page.context.new_cdp_session(page)
    for quality in (QUALITY, 25, 15):
        asked = {"format": "webp", "quality": quality, "captureBeyondViewport": True, "clip": clip}
        path.write_bytes(base64.b64decode(session.send("Page.captureScreenshot", asked)["data"]))
        if path.stat().st_size <= LARGEST:
            break
    return path


def _printed(browser: Browser, address: str, path: Path, *, most: int) -> Path:
    """The first printed pages side by side, as `pdftoppm` (Debian: poppler-utils) draws them."""
    page = browser.new_page()
    page.goto(address)
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder, "page.pdf")
        page.pdf(path=pdf, prefer_css_page_size=True, tagged=True, outline=True)
        command = ["pdftoppm", "-png", "-r", "58", "-l", str(most), str(pdf), str(Path(folder, "sheet"))]
        subprocess.run(command, check=True)
        sheets = [base64.b64encode(one.read_bytes()).decode() for one in sorted(Path(folder).glob("*.png"))]
    drawn = "".join(f'<img src="data:image/png;base64,{one}">' for one in sheets)
    page.set_content(f"<style>body{{margin:8px;background:#888}}img{{margin:4px}}</style>{drawn}")
    page.set_viewport_size({"width": 1000, "height": 710})
    height = int(page.evaluate("document.documentElement.scrollHeight"))
    _captured(page, path, (1000, height, 1.0))
    page.close()
    return path


def _readme_picture(browser: Browser, address: str) -> None:
    """The top of a plan's page, for the project's front page."""
    page = browser.new_page(viewport={"width": 1280, "height": 1420}, device_scale_factor=0.75)
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => true)")
    page.screenshot(path=README_PICTURE)
    page.close()


def _index() -> str:
    """The page of docs/reference that shows the pictures, one section for each kind of page."""
    head = (
        "# What the pages look like\n\n"
        "The top of each kind of page, for a person to judge before a release: 360, 768 and 1,280 pixels wide, dark,\n"
        "and the first two sheets of paper. `python tools/screenshots.py site` takes them anew after `make site`.\n"
    )
    return head + "".join(_section(name, address) for name, address in SAMPLES.items())


def _section(name: str, address: str) -> str:
    looks = [look.name for look in LOOKS] + [PRINT]
    shown = "\n".join(f"![{name}, {look}](../images/screens/{name}-{look}.webp)" for look in looks)
    return f"\n## {name.replace('-', ' ').capitalize()}\n\n`{address}`\n\n{shown}\n"


if __name__ == "__main__":
    sys.exit(main())
