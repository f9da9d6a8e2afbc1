"""The report by exception: what is off track and by which rule, what improved, and what cannot be told."""

from ragsite.views.exceptions.listing import Exceptions, Improved, Listed, Tally, Unresolved, exceptions
from ragsite.views.exceptions.rules import RULES, Rule, Ruling

__all__ = ["RULES", "Exceptions", "Improved", "Listed", "Rule", "Ruling", "Tally", "Unresolved", "exceptions"]
