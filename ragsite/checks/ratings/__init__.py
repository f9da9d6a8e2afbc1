"""Rating policy: what a plan declares, held against what its own scale claims of each level."""

from ragsite.checks.ratings import cells, claims, movement, parts, status, targets

RULES = (*claims.RULES, *targets.RULES, *status.RULES, *movement.RULES, *parts.RULES, *cells.RULES)
