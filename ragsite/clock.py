"""The moment at which a command runs, read once at the rim."""

import os
from datetime import UTC, date, datetime


def now() -> datetime:
    """The moment of SOURCE_DATE_EPOCH (seconds since 1970) where it is set, else the clock's, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def today() -> date:
    """The day of that moment, in UTC."""
    return now().date()
