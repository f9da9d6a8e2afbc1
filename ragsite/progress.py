"""Long work shows itself: on a terminal one line that says how far it is, elsewhere one line for each kind of work."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Part = TypeVar("Part")

Progress = Callable[[str, int, int], None]
"""Is told what is being done, how many parts of it are done, and how many there are."""

WIDTH = 24
"""Of the bar, in characters."""

ENOUGH_SECONDS = 1.0
"""From then on the time that is left can be told from the time that is gone."""


def silent(_what: str, _done: int, _of: int) -> None:
    """Says nothing."""


def tracked(parts: Sequence[Part], what: str, tell: Progress) -> Iterator[Part]:
    """The parts of some work one by one; `tell` hears of each that is done."""
    tell(what, 0, len(parts))
    for done, part in enumerate(parts, start=1):
        yield part
        tell(what, done, len(parts))


def in_lines(write: Callable[[str], None]) -> Progress:
    """One plain line when a kind of work begins: for logs, where a line cannot be written over."""

    def tell(what: str, done: int, of: int) -> None:
        if done == 0 and of:
            write(f"{what} ({of}) …\n")

    return tell


def on_terminal(write: Callable[[str], None], clock: Callable[[], float]) -> Progress:
    """A bar in one line, written over as the work goes on and gone when it is done; `clock` counts in seconds."""
    began: dict[str, float] = {}

    def tell(what: str, done: int, of: int) -> None:
        gone = clock() - began.setdefault(what, clock())
        line = "" if done >= of else bar(what, done, of, seconds=gone)
        write(f"\r\x1b[K{line}")

    return tell


def bar(what: str, done: int, of: int, *, seconds: float) -> str:
    """The line for work that has taken `seconds`: a bar, how many parts of how many, and how long is left."""
    filled = WIDTH * done // of
    left = f", about {_span(seconds / done * (of - done))} left" if done and seconds >= ENOUGH_SECONDS else ""
    return f"{what} [{'█' * filled}{'·' * (WIDTH - filled)}] {done} of {of}{left}"


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min"
