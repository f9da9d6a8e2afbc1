"""Words beside a rating: status words read into stages, and passages cut to a quotation."""

from ragsite.views.milestones import Stage, stage

LONGEST_WORDS = 4
"""Of how many words the longest known status is made: `to be started`, `not yet started`."""

LONGEST_QUOTE = 100
"""How much of a passage a message repeats, in letters."""


def stages(status: str) -> tuple[Stage, ...]:
    """The stages that a cell names in turn: `Complete In progress` is done, then in progress.

    Empty unless the whole cell is made of words that are quite clear.
    """
    words = status.replace("/", " ").replace(",", " ").replace(";", " ").split()
    found: list[Stage] = []
    while words:
        size = next((size for size in range(LONGEST_WORDS, 0, -1) if _is_known(words[:size])), 0)
        if not size:
            return ()
        found.append(stage(" ".join(words[:size])))
        words = words[size:]
    return tuple(found)


def quoted(text: str) -> str:
    """A passage in quotation marks, without its full stop, cut to a length that a message can hold."""
    one_line = " ".join(text.split()).rstrip(".")
    return f"“{one_line}”" if len(one_line) <= LONGEST_QUOTE else f"“{one_line[: LONGEST_QUOTE - 1].rstrip()}…”"


def _is_known(words: list[str]) -> bool:
    return stage(" ".join(words)) is not Stage.PLAIN
