"""Arithmetic: figures that must follow from one another, in prose and in the data."""

from ragsite.checks.arithmetic import changes, sets, shares, values

RULES = (*shares.RULES, *sets.RULES, *changes.RULES, *values.RULES)
