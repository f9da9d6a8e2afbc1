"""An attacker with all public files does not find a hidden count; without secondary suppression it does."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, note, settings
from hypothesis import strategies as st

from ragsite import disclosure
from ragsite.disclosure import suppression
from ragsite.model.plan import Plan
from tests.factories import item, make_plan, make_public, measure, observation, report
from tests.reliability import Reliability
from tests.unit.disclosure.attacker import FAR, Key, Sum, observations, pinned

THRESHOLD = 5
MONTHS = ("2026-04", "2026-05", "2026-06")
QUARTER = "2026/27-Q1"


@dataclass(frozen=True)
class World:
    """Counts that are true, the sums that hold among them, and which of them the content gives."""

    true: Mapping[str, int]
    sums: tuple[Sum, ...]
    keys: Mapping[str, Key]

    def plan(self, **more: Any) -> Plan:
        """The content: one row for each count that it gives."""
        names = sorted({key[0] for key in self.keys.values()})
        parts = [name for name in names if name != "all"]
        told = [
            measure(name, unit="children", items=["1"], disclosure={"total_of": ["a", "b"]} if name == "all" else {})
            for name in names
        ]
        assert parts or names == ["all"]
        rows = [
            observation(key[0], key[1], str(self.true[name]), series=key[2] or None)
            for name, key in sorted(self.keys.items())
        ]
        return make_plan(items=[item("1")], measures=told, observations=rows, **more)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Children by group, by month with quarter and year to date, by measure and its parts; some not given."""
    measures = draw(st.sampled_from([("all",), ("a", "b")]))
    series = draw(st.sampled_from([("",), ("Boys", "Girls"), ("Under 5", "5 to 9", "10 and over")]))
    months = draw(st.sampled_from([MONTHS[:1], MONTHS] if len(measures) * len(series) < 4 else [MONTHS[:1]]))
    counts = st.one_of(st.integers(0, 7), st.integers(0, 40))
    true = {_name(*cell): draw(counts) for cell in product(measures, months, series)}
    sums = []
    for total in _totals(measures, months, series):
        if total.whole not in true and all(part in true for part in total.parts):
            true[total.whole] = sum(true[part] for part in total.parts)
        sums.append(total)
    left_out = draw(st.sets(st.sampled_from(sorted(true)), max_size=2)) if len(true) > 3 else set()
    keys = {name: _key(name) for name in true if name not in left_out}
    return World(true, tuple(sums), keys)


def _totals(measures: tuple[str, ...], months: tuple[str, ...], series: tuple[str, ...]) -> Iterator[Sum]:
    """Sums over series, then over months, then over measures; each margin before those that rest on it."""
    groups = series
    if len(series) > 1:
        yield from (Sum(_name(m, t, ""), tuple(_name(m, t, s) for s in series)) for m, t in product(measures, months))
        groups = (*series, "")
    times = months
    if len(months) > 1:
        for m, s in product(measures, groups):
            yield Sum(_name(m, QUARTER, s), tuple(_name(m, t, s) for t in months))
        for number in (2, 3):
            for m, s in product(measures, groups):
                running = _name(m, months[number - 1], f"{s} year to date".strip())
                yield Sum(running, tuple(_name(m, t, s) for t in months[:number]))
        times = (*months, QUARTER)
    if len(measures) > 1:
        yield from (Sum(_name("all", t, s), (_name("a", t, s), _name("b", t, s))) for t, s in product(times, groups))


def _name(*parts: str) -> str:
    return "|".join(parts)


def _key(name: str) -> Key:
    one, period, series = name.split("|")
    return one, period, series


def recovered(world: World, **more: Any) -> list[str]:
    """The small counts that the attacker pins down to fewer values than a small count may have."""
    public = make_public(world.plan(**more))
    rows = observations(public)
    bounds = dict.fromkeys(world.true, (0, FAR))
    for name, key in world.keys.items():
        told = rows[key]["value"]
        assert told in ("", str(world.true[name]))
        assert (told == "") == (rows[key]["status"] == "suppressed")
        bounds[name] = (int(told), int(told)) if told else (1, FAR)
    small = [name for name, value in sorted(world.true.items()) if 0 < value <= THRESHOLD]
    found = pinned(bounds, world.sums, THRESHOLD)
    return [name for name in small if name in found]


def cross(counts: Mapping[str, int], left_out: str) -> World:
    """Two measures and their total, by boys and girls in one month; two of the margins are not given."""
    true = {f"{name}|2026-04|{series}": value for (name, series), value in (
        (tuple(key.split(" ")), value) for key, value in counts.items())}  # fmt: skip
    sums = tuple(_totals(("a", "b"), MONTHS[:1], ("Boys", "Girls")))
    for one in sums:
        true.setdefault(one.whole, sum(true[part] for part in one.parts))
    return World(true, sums, {name: _key(name) for name in true if name not in left_out.split(", ")})


SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)

FOUND = cross({"a Boys": 1, "a Girls": 0, "b Boys": 1, "b Girls": 6}, "b|2026-04|Girls, all|2026-04|")
"""The attack once succeeded here: a sum that held by chance made all others seem to contradict each other."""


def test_no_small_count_can_be_worked_out(reliability: Reliability) -> None:
    attacked, worked_out = 0, list[str]()

    @settings(max_examples=reliability.tries(60, 2_000), suppress_health_check=SLOW)
    @example(FOUND)
    @given(worlds())
    def attack(world: World) -> None:
        nonlocal attacked
        found = recovered(world)
        note(f"recovered: {found}")
        attacked += sum(1 for value in world.true.values() if 0 < value <= THRESHOLD)
        worked_out.extend(found)
        assert found == []

    with told_after(reliability, "Small counts attacked through sums", lambda: (attacked, worked_out)):
        attack()


SERIES = ("Boys", "Girls", "Not known")


@dataclass(frozen=True)
class Shares:
    """Counts of one whole, given as percentages with so many decimals, and one of them told in prose."""

    counts: Sequence[int]
    places: int
    has_parts: bool
    said: int

    @property
    def whole(self) -> int:
        """How many there are in all."""
        return sum(self.counts)

    def plan(self) -> Plan:
        """The content: a row for each share, and an update that tells a count."""
        rows = [
            observation("m", "2026-04", f"{_rounded(count, self.whole, self.places)}", series=name,
                        denominator=str(self.whole), numerator=str(count) if self.has_parts else None)
            for name, count in zip(SERIES, self.counts, strict=False)
        ]  # fmt: skip
        progress = f"We saw {self.said} boys and {self.said} of {self.whole} children."
        said = report("2026-04", updates=[{"item": "1", "rating": "Red", "progress": progress}])
        told = measure("m", name="Children seen", items=["1"])
        return make_plan(items=[item("1")], measures=[told], observations=rows, reports=[said])


@st.composite
def shares(draw: st.DrawFn) -> Shares:
    """Two or three shares of at least one person."""
    some = st.lists(st.one_of(st.integers(0, 6), st.integers(0, 90)), min_size=2, max_size=3)
    counts = draw(some.filter(any))
    return Shares(counts, draw(st.integers(0, 1)), draw(st.booleans()), draw(st.sampled_from(counts)))


def test_no_small_count_follows_from_percentages_or_prose(reliability: Reliability) -> None:
    attacked, worked_out = 0, list[str]()

    @settings(max_examples=reliability.tries(60, 2_000), suppress_health_check=SLOW)
    @given(shares())
    def attack(told: Shares) -> None:
        nonlocal attacked
        found = given_away(told)
        attacked += sum(1 for count in (*told.counts, told.said) if 0 < count <= THRESHOLD)
        worked_out.extend(found)
        assert found == []

    with told_after(reliability, "Small counts attacked through shares and prose", lambda: (attacked, worked_out)):
        attack()


def given_away(told: Shares) -> list[str]:
    """The small counts that published percentages or prose tell."""
    public = make_public(told.plan())
    shown = [row for _, row in sorted(observations(public).items())]
    (passage,) = public.site.plans[0].reports[0].updates[0].progress
    found = [word for word in (f"{told.said} boys", f"{told.said} of") if word in passage.text]
    found = found if 0 < told.said <= THRESHOLD else []
    if told.whole <= THRESHOLD:
        return [*found, *(row["series"] for row in shown if row["value"] or row["denominator"])]
    left = percentages_left(shown, told.places)
    for name, count in zip(SERIES, told.counts, strict=False):
        low, high = left[name]
        width = int(high * told.whole / 100) - int(low * told.whole / 100)
        if 0 < count <= THRESHOLD and width < THRESHOLD - 1:
            found.append(name)
    return found


def _rounded(count: int, whole: int, places: int) -> Decimal:
    exact = Decimal(100 * count) / Decimal(whole)
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def percentages_left(shown: Sequence[Mapping[str, str]], places: int) -> dict[str, tuple[float, float]]:
    """What each percentage may be: as printed, or what is left of a hundred by those that are."""
    half = 0.5 / 10**places
    known = {row["series"]: float(row["value"]) for row in shown if row["value"]}
    rest = 100 - sum(known.values())
    hidden = [row["series"] for row in shown if not row["value"]]
    slack = half * len(known)
    left = {name: (value - half, value + half) for name, value in known.items()}
    left |= {name: (max(0.0, rest - slack) if len(hidden) == 1 else 0.0, rest + slack) for name in hidden}
    return left


@contextmanager
def told_after(
    reliability: Reliability, name: str, figures: Callable[[], tuple[int, Sequence[str]]]
) -> Iterator[None]:
    """Records what was attacked, whether the attack inside fails or not."""
    try:
        yield
    finally:
        tried, found = figures()
        reliability.record(name, tried=tried, feared="worked out", happened=found)


def test_without_secondary_suppression_the_attack_succeeds(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(
        {"all|2026-04|": 20, "all|2026-04|Boys": 17, "all|2026-04|Girls": 3},
        (Sum("all|2026-04|", ("all|2026-04|Boys", "all|2026-04|Girls")),),
        {name: _key(name) for name in ("all|2026-04|", "all|2026-04|Boys", "all|2026-04|Girls")},
    )
    assert recovered(world) == []
    monkeypatch.setattr(disclosure, "hidden", suppression.primary)
    assert recovered(world) == ["all|2026-04|Girls"]
