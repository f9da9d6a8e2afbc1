"""Partial dates: what a printed date may mean, kept beside exactly what was printed."""

from ragsite.model.dates.precision import Precision
from ragsite.model.dates.problem import DateProblem
from ragsite.model.dates.reading import parse_date, read_date
from ragsite.model.dates.value import PartialDate

__all__ = ["DateProblem", "PartialDate", "Precision", "parse_date", "read_date"]
