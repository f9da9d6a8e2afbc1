"""The day that staleness is told from, read once at the rim."""

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The day of SOURCE_DATE_EPOCH (seconds since 1970) where it is set, else the clock's, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
