"""Without the search for garbage, where many small values are made and none of them is thrown away."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Stops the search for as long as it lasts; it may decorate a function, and be asked for within itself.

    What was searched grows with every record that is read, so that the search would take the more of the time, the
    more there is.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
