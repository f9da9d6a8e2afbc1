"""The leak scan: no built file holds what the content keeps back, nor details that belong on no page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from ragsite.built.metadata import DOCUMENTS, metadata
from ragsite.built.patterns import details, details_in
from ragsite.built.secrets import Secrets
from ragsite.built.suppressed import Key, shown_values
from ragsite.built.tell import told, told_at
from ragsite.built.texts import UNREADABLE, FileText, text_of, words
from ragsite.problems import Finding
from ragsite.store import digest

_AGAIN = "Build again. If it stays so, report it: this is a fault of ragsite."
_FIX = "Publish nothing, and report it: this is a fault of ragsite. The content itself need not be changed."


@dataclass(frozen=True)
class Scan:
    """What to look for: the words that are kept back, by a word that each holds, and the suppressed values."""

    secrets: Secrets = field(default_factory=Secrets)
    values: Mapping[Key, frozenset[str]] = field(default_factory=dict)

    def leaks(self, path: str, content: bytes) -> Iterator[Finding]:
        """Everything found in one file, by its path in the built folder: B201 to B207."""
        if self._is_kept_back(path):
            yield told("B203", path, "This page belongs to a record that is not published.", _FIX)
        try:
            file = FileText(path, text_of(path, content))
        except UNREADABLE:
            yield told("B105", path, "The file is not whole: it cannot be unpacked.", _AGAIN)
            return
        yield from self._phrases(file)
        yield from details(file, self.secrets.allowed)
        yield from metadata(path, content, file.text, self.secrets.allowed)
        if PurePosixPath(path).name == "observations.csv":
            yield from shown_values(path, file.text, self.values)

    def key_for(self, path: str) -> str:
        """The key of all that decides, beside the bytes of the file at `path`, what is found in it."""
        return self._whole_key if PurePosixPath(path).suffix.lower() in DOCUMENTS else self._key

    @cached_property
    def _key(self) -> str:
        """Of the public texts only the details count: another word on another page changes nothing here."""
        hidden = (digest(*sorted(self.secrets.phrases)), *sorted(self.secrets.paths))
        values = (f"{key} {sorted(said)}" for key, said in sorted(self.values.items()))
        return digest(digest(*hidden), digest(*values), *details_in(self.secrets.allowed))

    @cached_property
    def _whole_key(self) -> str:
        return digest(self._key, self.secrets.allowed)

    def _is_kept_back(self, path: str) -> bool:
        return any(f"/{path}".startswith(folder) for folder in self.secrets.paths)

    def _phrases(self, file: FileText) -> Iterator[Finding]:
        if not self.secrets.phrases or not self._may_hold_any(file):
            return
        forms = {words(file.plain), words(file.text)}
        there = {word for form in forms for word in form.split()} & self.secrets.by_word.keys()
        for phrase in sorted({phrase for word in there for phrase in self.secrets.by_word[word]}):
            if any(phrase in form for form in forms):
                where = (file.path, file.text, _place(phrase, file.text))
                yield told_at("B203", where, f"Words stand here that are not published: “{_hint(phrase)}”.", _FIX)

    def _may_hold_any(self, file: FileText) -> bool:
        """False for most files, which hold none of the words by which the phrases are known."""
        return file.is_spelt or self.secrets.may_stand_in(file.text)


def _hint(phrase: bytes) -> str:
    """Enough of the words to know which are meant; a message may be read by anybody."""
    said = phrase.decode("utf-8", "replace").split()
    return f"{' '.join(said[:2])} …" if len(said) > 2 else f"{said[0][:3]}…"


def _place(phrase: bytes, text: str) -> int:
    pattern = r"(?:\W|<[^>]*>)+".join(re.escape(word) for word in phrase.decode("utf-8", "replace").split())
    found = re.search(pattern, text, re.IGNORECASE)
    return found.start() if found else 0
