"""Disclosure: what must not be printed of people – small counts, contact details, names."""

from ragsite.checks.disclosure.contacts import RULES as CONTACTS
from ragsite.checks.disclosure.counts import RULES as COUNTS
from ragsite.checks.disclosure.names import RULES as NAMES
from ragsite.checks.disclosure.protection import RULES as PROTECTION

RULES = (*COUNTS, *PROTECTION, *CONTACTS, *NAMES)
