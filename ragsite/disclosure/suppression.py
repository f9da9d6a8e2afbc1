"""Which values are kept back: the small ones, and as many others as it takes that nobody works these out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ragsite.disclosure.bounds import Constraint, System, solve
from ragsite.disclosure.figures import Cell, Layer, Row
from ragsite.disclosure.limits import TOTAL, is_counted
from ragsite.disclosure.periods import over_time
from ragsite.disclosure.relations import NONE, ONE, Relation, relations_of
from ragsite.disclosure.secrets import Secret, secrets_of


@dataclass(frozen=True)
class Ledger:
    """The values of a plan, the sums that hold among them, and what must stay uncertain."""

    rows: Mapping[int, Row]
    relations: tuple[Relation, ...]
    secrets: tuple[Secret, ...]

    def known(self, cell: Cell) -> tuple[Fraction, Fraction] | None:
        """A number, where it is known."""
        return self.rows[cell.row].numbers[cell.layer]


def ledger_of(rows: Sequence[Row], threshold: int) -> Ledger:
    """The ledger of a plan's values; without secrets nobody needs its sums, and they are left out."""
    secrets = secrets_of(rows, threshold)
    sums = (*relations_of(rows), *over_time(rows)) if secrets else ()
    return Ledger({row.index: row for row in rows}, sums, secrets)


def primary(ledger: Ledger) -> frozenset[int]:
    """The rows that are kept back for what they say themselves."""
    own = (secret for secret in ledger.secrets if len({cell.row for _, cell in secret.terms}) == 1)
    return frozenset(secret.terms[0][1].row for secret in own)


def hidden(ledger: Ledger) -> frozenset[int]:
    """The rows to keep back, small ones and others; every secret is then uncertain by its band or more.

    While some secret can be worked out, one more row goes: the smallest of those that it hangs together with,
    parts before totals. True noughts stay, so that `[c]` never stands for nought.
    """
    gone = primary(ledger)
    while True:
        exposed = next((secret for secret in ledger.secrets if is_exposed(ledger, secret, gone)), None)
        further = _next(ledger, exposed, gone) if exposed else None
        if further is None:
            return gone
        gone |= {further}


def is_exposed(ledger: Ledger, secret: Secret, gone: frozenset[int]) -> bool:
    """True when what is published leaves a secret less uncertain than its band."""
    terms = {cell: factor for factor, cell in secret.terms if cell.row in gone}
    if not terms:
        return True
    near = _connected(ledger, terms, gone)
    cells = sorted({cell for relation in near for _, cell in relation.terms if cell.row in gone} | terms.keys())
    system = _system(ledger, cells, near, gone)
    width = system.width(terms) if system.is_possible else None
    return width is not None and width < secret.band


def _system(ledger: Ledger, cells: Sequence[Cell], near: Iterable[Relation], gone: frozenset[int]) -> System[Cell]:
    least = [Constraint({cell: ONE}, ONE, None) for cell in cells if _is_at_least_one(ledger, cell)]
    return solve(cells, [*least, *(_constraint(ledger, relation, gone) for relation in near)])


def _is_at_least_one(ledger: Ledger, cell: Cell) -> bool:
    """A count that is kept back is no nought, as those are always published."""
    return cell.layer is Layer.PART and is_counted(ledger.rows[cell.row].measure)


def _constraint(ledger: Ledger, relation: Relation, gone: frozenset[int]) -> Constraint[Cell]:
    """What a sum says of its hidden numbers, once the published ones are put in."""
    low, high = relation.low, relation.high
    terms: dict[Cell, Fraction] = {}
    for factor, cell in relation.terms:
        if cell.row in gone:
            terms[cell] = terms.get(cell, NONE) + factor
            continue
        known = ledger.known(cell) or (NONE, NONE)
        ends = sorted((factor * known[0], factor * known[1]))
        low, high = low - ends[1], high if high is None else high - ends[0]
    return Constraint(terms, low, high)


def _connected(ledger: Ledger, start: Iterable[Cell], gone: frozenset[int]) -> list[Relation]:
    """The sums that say something of hidden numbers, and of all that hang together with them."""
    found: dict[Relation, None] = {}
    reached, fresh = set(start), set(start)
    while fresh:
        touched = [one for one in ledger.relations if one not in found and any(cell in fresh for _, cell in one.terms)]
        found.update(dict.fromkeys(touched))
        fresh = {cell for one in touched for _, cell in one.terms if cell.row in gone} - reached
        reached |= fresh
    return list(found)


def _next(ledger: Ledger, secret: Secret, gone: frozenset[int]) -> int | None:
    """The row to keep back next; None when no other is left that has anything to do with the secret."""
    own = [cell for _, cell in secret.terms]
    near = own
    if any(cell.row in gone for cell in own):
        near = [*own, *(cell for one in _connected(ledger, own, gone) for _, cell in one.terms)]
    fit = {cell.row for cell in near if cell.row not in gone and _can_go(ledger, cell)}
    return min(fit, key=lambda index: _cost(ledger.rows[index]), default=None)


def _can_go(ledger: Ledger, cell: Cell) -> bool:
    number = ledger.known(cell)
    return number is None or number[1] > 0


def _cost(row: Row) -> tuple[bool, bool, Fraction, int]:
    number = next(iter(_numbers(row)), NONE)
    return row.measure.disclosure.publish_as_printed is not None, row.series in TOTAL, number, row.index


def _numbers(row: Row) -> Iterator[Fraction]:
    yield from (number[1] for layer in Layer if (number := row.numbers.get(layer)))
