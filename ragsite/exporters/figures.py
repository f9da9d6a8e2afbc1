"""Baselines, targets and comparators of a measure as text in one cell, which a program can read back."""

import json
from collections.abc import Iterable
from decimal import Decimal

from ragsite.exporters.csv_file import joined
from ragsite.model.dates import PartialDate
from ragsite.model.measures import Baseline, Comparator, Target

UNDATED = "undated"


def baseline_text(baseline: Baseline | None) -> str:
    """`2016-12=84`; empty without a baseline."""
    return f"{_date(baseline.period)}={_figure(baseline)}" if baseline else ""


def targets_text(targets: Iterable[Target]) -> str:
    """`2018-03=90; 2020-03="In place"; "Jun"["Early help"]=85`."""
    return joined(f"{_date(one.by)}{_series(one.series)}={_figure(one)}" for one in targets)


def comparators_text(comparators: Iterable[Comparator]) -> str:
    """`"England" (national) 2016/17=76`."""
    return joined(f"{_quoted(one.name)} ({one.kind.value}) {_date(one.period)}={_figure(one)}" for one in comparators)


def _date(day: PartialDate | None) -> str:
    if day is None:
        return UNDATED
    return day.iso or _quoted(day.printed)


def _series(series: str | None) -> str:
    return f"[{_quoted(series)}]" if series else ""


def _figure(figure: Baseline | Target | Comparator) -> str:
    """The value, the words, or both; what is printed stands in where there is neither."""
    value = _number(figure.value)
    words = figure.words or ("" if value else figure.printed)
    return " ".join(part for part in (value, _quoted(words) if words else "") if part)


def _number(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
