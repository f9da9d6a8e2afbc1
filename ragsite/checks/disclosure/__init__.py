"""Disclosure: what must not be printed of people – small counts, contact details, names."""

from ragsite.checks.disclosure import contacts, counts, names

RULES = (*counts.RULES, *contacts.RULES, *names.RULES)
