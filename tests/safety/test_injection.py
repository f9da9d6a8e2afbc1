"""Whatever stands in a text of the content, no built file does more than the same file with harmless words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ragsite.model.base import checked_id
from ragsite.model.evidence import Evidence
from ragsite.output import output_files
from ragsite.problems import Unacceptable
from ragsite.prose import markdown, markdown_inline
from ragsite.publish import publish
from tests.reliability import Reliability
from tests.safety.attacks import ATTACKS, ATTRIBUTES, HARMLESS, LINKS, MARKUP, TOGETHER
from tests.safety.filled import NOW, site_of, text_fields
from tests.safety.reading import powers

SAFE_PATH = re.compile(r"[A-Za-z0-9_.][\w.-]*(?:/[\w][\w.-]*)*")
MARKDOWN = {"<p>", "<a>", "<a href>", "<em>", "<strong>", "<code>", "<ul>", "<ol>", "<li>", "<br>", "<blockquote>",
            "<a title>", "<code class>", "<ol start>", "<pre>"}  # fmt: skip


@cache
def built(text: str) -> dict[str, set[str]]:
    """What each file of the site can do, by path, where every text is `text`."""
    return {file.path: powers(file.path, file.make()) for file in output_files(publish(site_of(text), now=NOW))}


def let_through(text: str) -> Iterator[str]:
    harmless = built(HARMLESS)
    anywhere = {power for found in harmless.values() for power in found if power.startswith("<")}
    for path, found in built(text).items():
        known = harmless.get(path, set()) | (anywhere & MARKDOWN if path.endswith((".html", ".xml")) else set())
        yield from (f"{path}: {power} ← {text[:60]!r}" for power in sorted(found - known - MARKDOWN))
        if not SAFE_PATH.fullmatch(path) or ".." in path:
            yield f"a file outside the site: {path}"


def test_no_attack_in_any_field_gets_through(reliability: Reliability) -> None:
    attacks = ATTACKS if reliability.full else TOGETHER
    happened = [one for attack in attacks for one in let_through(attack)]
    tried = len(text_fields()) * len(ATTACKS)
    reliability.record("Text fields × attack strings", tried=tried, feared="let through", happened=happened)


def test_every_text_of_the_model_is_attacked() -> None:
    fields = text_fields()
    assert {"Passage.text", "Item.title", "Settings.title", "Contact.email", "Level.label",
            "Observation.as_printed", "Term.expansion", "Barrier.text", "Correction.text",
            "Hold.reason", "Withdrawal.reason", "AsPrinted.because", "Waiver.because",
            "Approval.by"} <= fields  # fmt: skip
    assert len(fields) > 100


def test_reasons_reach_readers_and_approvals_do_not() -> None:
    site = site_of("plain")
    settings = site.settings.model_copy(update={"hold": told(site.settings.hold, reason="why it is held")})
    waivers = tuple(told(one, because="why it is waived") for one in site.plans[0].waivers)
    approvals = {"2026-03": tuple(told(one, by="who approved") for one in site.plans[0].approvals["2026-03"])}
    plan = replace(site.plans[0], waivers=waivers, approvals=approvals)
    public = publish(replace(site, settings=settings, plans=(plan,)), now=NOW)
    built_files = b"".join(file.make() for file in output_files(public))
    assert b"why it is held" in built_files
    assert b"why it is waived" in built_files
    assert b"who approved" not in built_files


def told(record: Any, **fields: str) -> Any:
    return record.model_copy(update=fields)


@pytest.mark.parametrize("attack", [*ATTACKS, HARMLESS])
def test_no_embargo_names_anything_but_a_field(attack: str) -> None:
    embargo = {"fields": [attack], "publish_from": "2026-01-01"}
    with pytest.raises(ValidationError, match="cannot be published later"):
        Evidence.model_validate({"id": "e", "title": "E", "kind": "audit", "embargoes": [embargo]})


@pytest.mark.parametrize(
    "name",
    ["..", ".", "../x", "a/b", "a\\b", "/etc", "a/../b", "%2e%2e", "a\0b", "a b", "", "con:", "-a", ".htaccess", "a..b",
     "aux\n", "\u202ex", "ａ", "a/", "~root", "$HOME", "`id`", "a;b", "a|b"],
)  # fmt: skip
def test_no_id_leads_out_of_the_folder(name: str) -> None:
    with pytest.raises(Unacceptable):
        checked_id(name)


@pytest.mark.parametrize("link", [*LINKS, *MARKUP, *ATTRIBUTES, "https://", "http:x", "https://a b", "/etc", "x"])
def test_no_link_but_to_a_web_page_is_read(link: str) -> None:
    with pytest.raises(ValidationError):
        Evidence.model_validate({"id": "e", "title": "E", "kind": "audit", "link": link})


def test_a_link_to_a_web_page_is_read() -> None:
    for link in ("https://x.example", "http://x.example:8080/a/b.pdf?c=d&e=%20#f", "https://x.example/é(1)"):
        Evidence.model_validate({"id": "e", "title": "E", "kind": "audit", "link": link})


@pytest.mark.parametrize("render", [markdown, markdown_inline])
def test_prose_never_becomes_more_than_prose(render: Callable[[object], str], reliability: Reliability) -> None:
    words = ["script", "javascript:", "onerror=", "&#106;", "data:"]
    alphabet = st.sampled_from([*"<>\"'&;:/()[]!*_`#=-+\\\n\t ax", *words])
    tried: list[str] = []

    @given(st.lists(alphabet, max_size=40).map("".join))
    def attack(text: str) -> None:
        tried.append(text)
        assert powers("x.html", render(text).encode()) <= MARKDOWN

    settings_of(attack, reliability)()
    reliability.record("Random texts as prose", tried=len(tried), feared="became script, style or frame")


def settings_of(test: Callable[[], None], reliability: Reliability) -> Callable[[], None]:
    from hypothesis import settings  # noqa: PLC0415

    return settings(max_examples=reliability.tries(200, 20_000), deadline=None)(test)
