"""The notice that nothing new is published for a time, with the reason."""

from ragsite.model.release import Hold
from ragsite.pages.props import Props


def hold_notice(hold: Hold | None) -> Props | None:
    """Props for `ui.notice` while a hold is in force; None at other times."""
    if hold is None:
        return None
    return {"title": f"Nothing new is published here until {hold.until.label}", "text": hold.reason}
