"""How the width of a page is shared among the columns of a table: by what they hold, the same in every format."""

from collections.abc import Iterator

from ragsite.pack.document import Cell, Listing, Mark, Table, text_of

WHOLE = 1000
MOST = 90
"""From how many letters on a text is broken into lines rather than given more room."""

LONGEST_WORD = 17
SHAPE = 3
"""The room of a rating's shape, in letters."""

DAMPING = 0.5
"""How much of the room beyond its longest word a column gets; the rest is for those that need it more."""


def shares(table: Table) -> tuple[int, ...]:
    """The width of each column in thousandths of the page, which they fill."""
    weights = [_weight(table, place) for place in range(len(table.columns))]
    total = sum(weights)
    made = [round(WHOLE * weight / total) for weight in weights]
    widest = made.index(max(made))
    made[widest] += WHOLE - sum(made)
    return tuple(made)


def _weight(table: Table, place: int) -> float:
    head = table.columns[place].text
    texts = [text for row in table.rows for text in _texts(row.cells[place])]
    need = max((min(len(word), LONGEST_WORD) for text in (head, *texts) for word in text.split()), default=1)
    lengths = sorted(min(len(text), MOST) for text in texts) or [0]
    usual = lengths[len(lengths) * 3 // 4 if len(lengths) > 3 else -1]
    want = max(need, (usual + lengths[-1]) / 2)
    return need + 2 + DAMPING * (want - need)


def _texts(cell: Cell) -> Iterator[str]:
    """The texts of a cell; a shape counts as letters that stay with the word after them."""
    for block in cell.blocks:
        lines = [entry.line for entry in block.entries] if isinstance(block, Listing) else [block.line]
        for line in lines:
            marks = sum(isinstance(part, Mark) for part in line)
            yield "x" * (SHAPE * marks) + "x" * cell.depth + text_of(line)
