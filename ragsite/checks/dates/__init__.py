"""Dates: what cannot be placed, what lies outside the plan, what moved, and what was late."""

from ragsite.checks.dates import ledger, life, reading

RULES = (*reading.RULES, *life.RULES, *ledger.RULES)
