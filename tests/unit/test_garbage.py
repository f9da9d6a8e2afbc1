"""The search for garbage stops, and goes on as before whatever happens."""

import gc

import pytest

from ragsite.garbage import uncollected


@pytest.fixture(params=[True, False])
def was_enabled(request: pytest.FixtureRequest):
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_the_search_stops_within_and_goes_on_after(was_enabled: bool) -> None:
    with uncollected():
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled() is was_enabled


def test_the_search_goes_on_after_a_fault(was_enabled: bool) -> None:
    with pytest.raises(ValueError, match="fault"), uncollected():
        raise ValueError("fault")
    assert gc.isenabled() is was_enabled


def test_a_function_can_be_marked_and_called_again(was_enabled: bool) -> None:
    @uncollected()
    def look() -> bool:
        return gc.isenabled()

    assert (look(), look(), gc.isenabled()) == (False, False, was_enabled)
