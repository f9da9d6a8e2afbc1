"""In a real browser: a site whose every text is an attack runs nothing, asks nobody, and breaks no policy."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from ragsite.headers import HEADERS, POLICY
from ragsite.output import output_files
from ragsite.publish import publish
from ragsite.search_index import index_site
from tests.browser.serving import SiteHandler, serving
from tests.reliability import Reliability
from tests.safety.attacks import TOGETHER
from tests.safety.filled import NOW, site_of


class HeaderHandler(SiteHandler):
    """Sends the headers that the site's files for hosts ask for."""

    def end_headers(self) -> None:
        for name, value in HEADERS:
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site in which every text holds every attack on a browser."""
    folder = tmp_path_factory.mktemp("attacked")
    for file in output_files(publish(site_of("\n\n".join(TOGETHER[:3])), now=NOW)):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.make())
    index_site(folder)
    return folder


@pytest.fixture(scope="module")
def address(attacked: Path) -> Iterator[str]:
    with serving(attacked, HeaderHandler) as found:
        yield found


def test_no_page_runs_or_fetches_what_its_texts_ask_for(
    attacked: Path, address: str, new_page: Callable[..., Page], reliability: Reliability
) -> None:
    page, met = new_page(), []
    page.on("dialog", lambda dialog: (met.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: met.append(f"error {error}"))
    page.on("console", lambda message: met.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: met.append(asked.url) if not asked.url.startswith((address, "data:")) else None)
    paths = sorted(path.relative_to(attacked).as_posix() for path in attacked.rglob("*.html"))
    shown = [path for path in paths if path != "404.html" and "/former/" not in path and "open/" not in path]
    opened = 0
    for path in shown if reliability.full else shown[::4]:
        opened += 1
        page.goto(f"{address}/{path.removesuffix('index.html')}")
        page.mouse.move(300, 300)
    name = "Pages full of attacks opened in Chromium"
    reliability.record(name, tried=opened, feared="ran or fetched", happened=met)


def test_search_works_under_the_policy_and_runs_no_attack(address: str, page: Page) -> None:
    met: list[str] = []
    page.on("dialog", lambda dialog: (met.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: met.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}/search/?q={quote('alert')}")
    expect(page.locator("#search-status")).to_contain_text("found for “alert”")
    assert page.locator("#search-list li").count() > 0
    assert met == []


def test_the_policy_stops_a_script_and_a_handler_that_got_in(attacked: Path, address: str, page: Page) -> None:
    """The second door: were the first one open, the browser would still run nothing."""
    whole = (attacked / "about" / "index.html").read_text(encoding="utf-8")
    (attacked / "open").mkdir(exist_ok=True)
    planted = '<script>window.ran=1</script><img src="data:," onerror="window.ran=1"><p id="x" style="color:red">'
    (attacked / "open" / "index.html").write_text(whole.replace("</main>", f"{planted}</main>"), encoding="utf-8")
    stopped: list[str] = []
    page.on("console", lambda message: stopped.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}/open/")
    assert page.evaluate("window.ran") is None
    assert len([one for one in stopped if "Content Security Policy" in one]) >= 3


def test_the_policy_stands_in_every_page(attacked: Path) -> None:
    pages = [path for path in attacked.rglob("*.html") if "pagefind" not in path.parts and "open" not in path.parts]
    assert [path for path in pages if f'content="{POLICY}"' not in path.read_text(encoding="utf-8")] == []
