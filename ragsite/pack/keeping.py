"""What stays together on a page: a heading and the words that lead up to a table, a list or a picture."""

from collections.abc import Iterator, Sequence

from ragsite.pack.document import Block, Heading, Paragraph, Style, Table

LEADS = 4
"""Up to how many paragraphs lead from a heading to what they speak of; more are a text of its own."""

FOLLOWS = (Style.NOTE, Style.SOURCE)


def keeps(blocks: Sequence[Block]) -> tuple[bool, ...]:
    """Of each block, whether it stays on the page of the block after it."""
    return tuple(_keeps(blocks, place) for place in range(len(blocks)))


def _keeps(blocks: Sequence[Block], place: int) -> bool:
    block, after = blocks[place], blocks[place + 1 : place + 2]
    if not after:
        return False
    if isinstance(block, Heading):
        return True
    if isinstance(block, Paragraph):
        return (block.style not in FOLLOWS and _is_told_of(after[0])) or _is_lead(blocks, place)
    return isinstance(block, Table) and isinstance(after[0], Paragraph) and after[0].style in FOLLOWS


def _is_lead(blocks: Sequence[Block], place: int) -> bool:
    """True for one of a few paragraphs between a heading and a table, a list or a picture."""
    before = list(_paragraphs(reversed(blocks[:place])))
    after = list(_paragraphs(blocks[place:]))
    first, last = place - len(before) - 1, place + len(after)
    if first < 0 or last >= len(blocks) or len(before) + len(after) > LEADS:
        return False
    return isinstance(blocks[first], Heading) and _is_told_of(blocks[last])


def _paragraphs(blocks: Iterator[Block] | Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs at the beginning."""
    for block in blocks:
        if not isinstance(block, Paragraph):
            return
        yield block


def _is_told_of(block: Block) -> bool:
    return not isinstance(block, Heading | Paragraph)
