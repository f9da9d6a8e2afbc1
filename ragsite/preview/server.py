"""Shows a preview on this computer, and shows it anew within a second of every change of the content."""

import mimetypes
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ragsite import addresses
from ragsite.figures import plural
from ragsite.output import file_of
from ragsite.preview.marking import marked
from ragsite.preview.state import State, next_state, stamp_of
from ragsite.problems import Finding, errors_among
from ragsite.refusal import Refused
from ragsite.render import THEME, render
from ragsite.reporters.text import level_of
from ragsite.store import Store

PARTS = THEME / "preview"
VERSION = "/-preview/version"
"""Answers with the number of the state; with a number after it, as soon as the state has another."""

OWN = {"/-preview/preview.css": "preview.css", "/-preview/reload.js": "reload.js"}
PAUSE, SETTLED = 0.1, 0.03
"""Seconds between two looks at the files, and for which they must stay as they are: a program may still write them."""

PATIENCE = 20.0
"""Seconds after which whoever waits for another state is told that there is none yet, and asks again."""

MOST = 100
"""Findings that are told on each page. A large site has thousands; they would make each page slow."""

Clock = Callable[[], datetime]


class Preview:
    """A running preview: its state, renewed by one thread and read by those that answer."""

    def __init__(self, content: Path, clock: Clock, *, drafts: bool = False, store: Store | None = None) -> None:
        """`store` keeps what was read for the next change, and may keep it for the next preview."""
        self._content, self._clock, self._drafts, self._store = content, clock, drafts, store or Store()
        self._stopped = threading.Event()
        self._renewed = threading.Condition()
        self.state = State()
        self.renew()

    def renew(self) -> None:
        """Reads what changed of the content."""
        state = next_state(self.state, self._content, now=self._clock(), store=self._store, drafts=self._drafts)
        with self._renewed:
            self.state = state
            self._renewed.notify_all()

    def watch(self) -> None:
        """Renews the state after every change, until stopped."""
        while not self._stopped.wait(PAUSE):
            stamp = stamp_of(self._content)
            while stamp != self.state.stamp and not self._stopped.wait(SETTLED):
                before, stamp = stamp, stamp_of(self._content)
                if before == stamp:
                    self.renew()
                    break

    def stop(self) -> None:
        """Ends the watch, and lets go of all who wait."""
        self._stopped.set()
        with self._renewed:
            self._renewed.notify_all()

    def answer(self, path: str) -> tuple[HTTPStatus, str, bytes]:
        """Status, media type and bytes for an address."""
        if path == VERSION or path.startswith(f"{VERSION}/"):
            return HTTPStatus.OK, "text/plain", str(self._version(other_than=path[len(VERSION) + 1 :])).encode()
        if path in OWN:
            return HTTPStatus.OK, _type_of(path), (PARTS / OWN[path]).read_bytes()
        state = self.state
        if state.shelf is None:
            text = "Nothing can be shown until the errors above are mended. This page then shows the site by itself."
            return HTTPStatus.OK, "text/html", self._page(state, path, _nothing("The content has errors", text))
        found = state.shelf.bytes_of(file_of(path))
        if found is None:
            missing = state.shelf.bytes_of(file_of(addresses.NOT_FOUND)) or b""
            return HTTPStatus.NOT_FOUND, "text/html", self._page(state, path, missing.decode("utf-8"))
        kind = _type_of(file_of(path))
        return HTTPStatus.OK, kind, self._page(state, path, found.decode("utf-8")) if kind == "text/html" else found

    def _version(self, *, other_than: str) -> int:
        with self._renewed:
            self._renewed.wait_for(lambda: str(self.state.version) != other_than or self._stopped.is_set(), PATIENCE)
        return self.state.version

    def _page(self, state: State, path: str, html: str) -> bytes:
        head = (
            '<link rel="stylesheet" href="/-preview/preview.css">\n'
            f'<script src="/-preview/reload.js" data-version="{state.version}" defer></script>\n'
        )
        told = {
            "is_stale": state.is_stale and state.shelf is not None,
            "findings": [_told(one) for one in _worst_first(state.findings, addresses.plan_of(path))[:MOST]],
            "more": max(len(state.findings) - MOST, 0),
            "summary": _summary(state.findings),
            "with_drafts": self._drafts,
        }
        return marked(html, head=head, **told).encode("utf-8")


def server_of(preview: Preview, address: str) -> ThreadingHTTPServer:
    """A server of a preview at `host:port`; raises Refused where it cannot listen there."""
    host, _, port = address.rpartition(":")
    try:
        return ThreadingHTTPServer((host.strip("[]") or "127.0.0.1", int(port)), _handler(preview))
    except (OSError, ValueError, OverflowError) as error:
        why = "another program uses it" if isinstance(error, OSError) else "it is no host and port"
        raise Refused(f"The preview cannot be shown at {address}: {why}. Try --address 127.0.0.1:8010.") from None


def serve(content: Path, address: str, clock: Clock, *, store: Store, drafts: bool = False) -> None:
    """Shows the preview until it is stopped with Ctrl and C; `store` keeps what was read for the next one."""
    preview = Preview(content, clock, drafts=drafts, store=store)
    server = server_of(preview, address)
    threading.Thread(target=preview.watch, daemon=True).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        preview.stop()
        server.server_close()


def _handler(preview: Preview) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers from the preview's state; says nothing in the terminal."""

        def do_GET(self) -> None:
            status, kind, content = preview.answer(unquote(urlsplit(self.path).path))
            self.send_response(status)
            text = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Robots-Tag", "noindex, nofollow")
            with suppress(ConnectionError):
                self.end_headers()
                self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002, ARG002 - the server's own names
            return

    return Handler


def _nothing(title: str, text: str) -> str:
    return render("preview/nothing.html", title=title, text=text)


def _told(finding: Finding) -> dict[str, str]:
    place, level = str(finding.location), level_of(finding)
    return {"level": level, "code": finding.code, "place": place, "message": finding.message, "fix": finding.fix}


def _worst_first(findings: tuple[Finding, ...], plan: str | None) -> list[Finding]:
    """Those on the plan of a page before equal ones on others."""
    return sorted(findings, key=lambda one: (not one.is_error, one.waived, one.plan.lower() != plan))


def _summary(findings: tuple[Finding, ...]) -> str:
    errors = len(errors_among(findings))
    others = plural(len(findings) - errors, "finding", "findings")
    told = [f"{plural(errors, 'error', 'errors')} to mend"] if errors else []
    return ", ".join([*told, *([f"{others} to know of"] if len(findings) > errors else [])])


def _type_of(path: str) -> str:
    return mimetypes.guess_type(path)[0] or "application/octet-stream"
