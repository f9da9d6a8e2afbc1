"""Status words as sources print them, several in one cell at times, read into stages."""

from ragsite.views.milestones import Stage, stage

LONGEST_WORDS = 4
"""Of how many words the longest known status is made: `to be started`, `not yet started`."""


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


def _is_known(words: list[str]) -> bool:
    return stage(" ".join(words)) is not Stage.PLAIN
