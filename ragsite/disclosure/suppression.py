"""Which values are kept back: the small ones, and as many others as it takes that nobody works these out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ragsite.disclosure.absent import with_absent
from ragsite.disclosure.bounds import NEAR, Constraint, System, solve
from ragsite.disclosure.figures import Cell, Layer, Row
from ragsite.disclosure.limits import TOTAL, is_counted, threshold_of
from ragsite.disclosure.periods import over_time
from ragsite.disclosure.relations import NONE, ONE, Relation, relations_of
from ragsite.disclosure.secrets import Secret, is_counting_people, secrets_of


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
    """The ledger of a plan's values, and of those that follow from them though the content does not give them."""
    every = with_absent(rows)
    ledger = Ledger({row.index: row for row in every}, (*relations_of(every), *over_time(every)), ())
    return replace(ledger, secrets=(*secrets_of(rows, threshold), *_absent_secrets(ledger, threshold)))


def _absent_secrets(ledger: Ledger, site: int) -> Iterator[Secret]:
    """The values that nobody gives and everybody can work out, where they are small counts of people."""
    absent = frozenset(index for index, row in ledger.rows.items() if row.is_absent)
    onlooker = _Onlooker(ledger, absent)
    for index in sorted(absent):
        row = ledger.rows[index]
        limit, terms = threshold_of(row.measure, site), {row.cell(Layer.PART): ONE}
        low, high = onlooker.ends(terms) if is_counting_people(row) else (None, None)
        if low is not None and high is not None and low > NEAR and high >= 1 - NEAR and low <= limit + NEAR:
            yield Secret(((ONE, row.cell(Layer.PART)),), Fraction(limit - 1))


def primary(ledger: Ledger) -> frozenset[int]:
    """The rows that are kept back for what they say themselves."""
    own = (secret for secret in ledger.secrets if len({cell.row for _, cell in secret.terms}) == 1)
    return frozenset(secret.terms[0][1].row for secret in own) - _absent(ledger)


def hidden(ledger: Ledger) -> frozenset[int]:
    """The rows to keep back, small ones and others; every secret is then uncertain by its band or more.

    While some secret can be worked out, one more row goes: the smallest of those that it hangs together with,
    parts before totals. True noughts stay, so that `[c]` never stands for nought.
    """
    gone, settled = primary(ledger) | _absent(ledger), len(ledger.secrets) == 0
    while not settled:
        settled = True
        onlooker = _Onlooker(ledger, gone)
        for secret in ledger.secrets:
            while onlooker.can_tell(secret) and (further := _next(ledger, secret, gone)) is not None:
                gone, settled = gone | {further}, False
                onlooker = _Onlooker(ledger, gone)
    return gone - _absent(ledger)


class _Onlooker:
    """Somebody who knows all values but those that are gone, and the sums that hold among them."""

    def __init__(self, ledger: Ledger, gone: frozenset[int]) -> None:
        self.ledger = ledger
        self.gone = gone
        self.worked_out: dict[Cell, System[Cell]] = {}

    def can_tell(self, secret: Secret) -> bool:
        """True when the secret is less uncertain than its band."""
        terms = {cell: factor for factor, cell in secret.terms if cell.row in self.gone}
        if not terms:
            return True
        low, high = self.ends(terms)
        return low is not None and high is not None and high - low < float(secret.band) - NEAR

    def ends(self, terms: Mapping[Cell, Fraction]) -> tuple[float | None, float | None]:
        """The least and the largest that a sum of hidden numbers may be."""
        cells = sorted(terms)
        if any(self._system(cell) is not self._system(cells[0]) for cell in cells):
            return _near_system(self.ledger, cells, self.gone).ends(terms)
        return self._system(cells[0]).ends(terms)

    def _system(self, cell: Cell) -> System[Cell]:
        """The system of all that hangs together with a number; the same one for each of its numbers."""
        if cell not in self.worked_out:
            system = _near_system(self.ledger, [cell], self.gone)
            self.worked_out.update(dict.fromkeys(system.names, system))
        return self.worked_out[cell]


def _absent(ledger: Ledger) -> frozenset[int]:
    return frozenset(index for index, row in ledger.rows.items() if row.is_absent)


def _near_system(ledger: Ledger, cells: Iterable[Cell], gone: frozenset[int]) -> System[Cell]:
    """All that is published of what hangs together with numbers; where sums do not agree, those that are sure first."""
    start = sorted(cells)
    near = _connected(ledger, start, gone)
    system = _system(ledger, start, near, gone)
    if system.is_possible:
        return system
    sure = [one for one in near if all(ledger.known(cell) for _, cell in one.terms)]
    for unsure in (one for one in near if one not in sure):
        if _system(ledger, start, [*sure, unsure], gone).is_possible:
            sure.append(unsure)
    return _system(ledger, start, sure, gone)


def _system(
    ledger: Ledger, start: Iterable[Cell], near: Iterable[Relation], gone: frozenset[int]
) -> System[Cell]:
    cells = sorted({cell for relation in near for _, cell in relation.terms if cell.row in gone} | set(start))
    least = {cell: 1.0 for cell in cells if _is_at_least_one(ledger, cell)}
    constraints = dict.fromkeys(_constraint(ledger, relation, gone) for relation in near)
    return solve(cells, list(constraints), least)


def _is_at_least_one(ledger: Ledger, cell: Cell) -> bool:
    """A count that is kept back is no nought, as those are always published."""
    row = ledger.rows[cell.row]
    return cell.layer is Layer.PART and is_counted(row.measure) and not row.is_absent


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
    return Constraint(tuple(sorted(terms.items())), low, high)


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
