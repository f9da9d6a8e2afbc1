"""Rows that the tests of the importers put into trackers of every shape."""

from tests.importers.making import HEAD

FIRST = ("1", "Fix the front door", "J Hill", "31/03/2026", "Green", "Done")
SECOND = ("2", "Train all staff", "A Ali", "30/06/2026", "Amber", "Half done")
THIRD = ("3", "Write a new policy", "B Stone", "30/09/2026", "Red", "Not begun")
TABLE = (HEAD, FIRST, SECOND, THIRD)

TITLES = {"1": "Fix the front door", "2": "Train all staff", "3": "Write a new policy"}
RATINGS = {"1": "Green", "2": "Amber", "3": "Red"}
