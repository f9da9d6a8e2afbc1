"""Work is shared among the processors that this process may use."""

import os

from ragsite.processors import processors


def test_processors_are_counted() -> None:
    assert 1 <= processors() <= (os.cpu_count() or 1)
