"""What a page says between an engine's own shell, whichever engine built it: its words, its period, its links."""

from dataclasses import dataclass
from html.parser import HTMLParser

CHROME = {"crumbs", "print-head", "to-contents", "contents", "share"}
"""Classes of what ragsite's own shell puts around an article: another engine has a shell of its own."""

KEPT = "contents--more"
"""The class of links to related pages, which belong to the article."""

PERIOD = {"period", "article-period"}
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LINKING = ("href", "src", "action")


@dataclass(frozen=True)
class Article:
    """The words of an article in one line, the words on its reporting period, and its links as written, in order."""

    words: str
    period: str
    links: tuple[str, ...]


def read_article(html: str) -> Article:
    """The article of a page of ours or of another engine's."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    period = "".join(reader.period).replace(".", " ")
    return Article(_line(reader.words), " ".join(period.split()), tuple(reader.links))


def _line(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())


class _Reader(HTMLParser):
    """Keeps the open elements as a stack of what each is: `article`, `period`, `chrome` or nothing of these."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.period: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            self.open.append(_part(tag, given))
        if self._is_article():
            self.links += [f"{tag} {name} {given[name]}" for name in LINKING if name in given]
            self.words.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.open:
            self.words.append(" ")
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if "period" in self.open:
            self.period.append(f" {data}")
        elif self._is_article():
            self.words.append(data)

    def _is_article(self) -> bool:
        return "article" in self.open and not {"chrome", "period"} & set(self.open)


def _part(tag: str, given: dict[str, str | None]) -> str:
    classes = set((given.get("class") or "").split())
    if (tag == "main" and given.get("id") == "main") or (tag == "article" and "ragsite" in classes):
        return "article"
    if classes & PERIOD:
        return "period"
    return "chrome" if classes & CHROME and KEPT not in classes else ""
