"""Details that belong on no page, known by their form: addresses, numbers, folders of the computer that built it."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ragsite.built.tell import told_at
from ragsite.built.texts import FileText
from ragsite.checks.disclosure.contacts import EMAIL, FEWEST_DIGITS, PHONE, is_phone
from ragsite.problems import Finding

AT = re.compile(r"@[A-Za-z0-9-]+\.[A-Za-z]")
LOCAL = re.compile(
    r"(?<![\w./:>-])/(?:home|Users|root|tmp|private/var|var/folders)/[\w.@-]+|\b[A-Z]:\\\\?Users\\|\bfile:/{2,3}[\w/]"
)
LOCAL_SIGNS = (re.compile(r"/(?:home|Users|root|tmp|var)/"), re.compile(r"\\(?=Users\\)"), re.compile(r":/(?<=file:/)"))
"""One of them is in every local path: looking for them first is ten times as fast."""

COMMENT = "<!--"
WORDED = (".html", ".txt", ".ics", ".docx", ".pf_fragment")
"""Files of words, where a run of digits may be a telephone number; in data and drawings it is a figure."""

NUMBERS = re.compile(r"[+\d() -]{9,}")
"""Every telephone number stands within one such run."""

PHONE_SIGNS = (re.compile(r"0(?<![\w.,/:-]0)\d\d[\d) <&-]"), re.compile(r"\+(?=44)"))
"""The first signs of every telephone number, in plain text and in markup: what has none of them holds none."""

LONGEST_ADDRESS = 80
_NOT_OURS = "that is not the site's contact."
_CONTENT_FIX = "Take it out of the content. The site's own contact, in site.yml, is the only one that is published."


def details(file: FileText, allowed: str) -> Iterator[Finding]:
    """B201 (e-mail), B202 (telephone), B205 (local path), B206 (comment), each at its place in the file's text.

    What stands in `allowed` was judged by the checks of the content.
    """
    path, text = file.path, file.text
    yield from _addresses(path, text, allowed)
    if PurePosixPath(path).suffix in WORDED:
        yield from _numbers(file, allowed)
    for found in LOCAL.finditer(text) if any(sign.search(text) for sign in LOCAL_SIGNS) else ():
        message = "A folder of the computer that built the site is named here."
        yield told_at("B205", (path, text, found.start()), message, "Report it: this is a fault of ragsite.")
    if path.endswith((".html", ".svg", ".xml")) and (index := text.find(COMMENT)) >= 0:
        message = "A comment stands in the page's source, where anybody can read it."
        yield told_at("B206", (path, text, index), message, "Take it out of the theme or of the picture.")


def details_in(allowed: str) -> tuple[str, ...]:
    """All of some texts that decides which addresses and telephone numbers stand in them, in order."""
    addresses = {word for line in allowed.split("\n") if "@" in line for word in line.split() if "@" in word}
    numbers = {run for run in NUMBERS.findall(allowed) if sum(one.isdigit() for one in run) >= FEWEST_DIGITS}
    return (*sorted(addresses), *sorted(numbers))


def _addresses(path: str, text: str, allowed: str) -> Iterator[Finding]:
    for found in AT.finditer(text):
        around = text[max(0, found.start() - LONGEST_ADDRESS) : found.end() + LONGEST_ADDRESS]
        for address in EMAIL.findall(around):
            if address.rstrip(".") not in allowed:
                where = (path, text, found.start())
                yield told_at("B201", where, f"An e-mail address stands here {_NOT_OURS}", _CONTENT_FIX)


def _numbers(file: FileText, allowed: str) -> Iterator[Finding]:
    if not file.is_spelt and not any(sign.search(file.text) for sign in PHONE_SIGNS):
        return
    for found in PHONE.finditer(file.plain):
        if is_phone(found[0]) and found[0] not in allowed:
            where = (file.path, file.text, max(0, file.text.find(found[0])))
            yield told_at("B202", where, f"A telephone number stands here {_NOT_OURS}", _CONTENT_FIX)
