"""What changed in a plan between two reports: told like for like, and never across a redefined scale as a rating."""

from ragsite.views.changes.between import Changes, changes, earlier_reports
from ragsite.views.changes.dates import DateChange, Sense
from ragsite.views.changes.measures import MeasureChange, Measured
from ragsite.views.changes.ratings import LikeForLike, RatingChange, RatingChanges
from ragsite.views.changes.told import NewEvidence, Retold, Telling
from ragsite.views.changes.tree import Closed, Merger, Renaming, Split, TreeChanges
from ragsite.views.history import report_before

__all__ = [
    "Changes",
    "Closed",
    "DateChange",
    "LikeForLike",
    "MeasureChange",
    "Measured",
    "Merger",
    "NewEvidence",
    "RatingChange",
    "RatingChanges",
    "Renaming",
    "Retold",
    "Sense",
    "Split",
    "Telling",
    "TreeChanges",
    "changes",
    "earlier_reports",
    "report_before",
]
