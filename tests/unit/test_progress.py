"""How far long work is: a bar on a terminal, a line in a log, nothing when nothing is wanted."""

import pytest

from ragsite.progress import bar, in_lines, on_terminal


@pytest.mark.parametrize(
    ("done", "seconds", "line"),
    [
        (0, 0.0, "Reading plans [························] 0 of 4"),
        (1, 0.5, "Reading plans [██████··················] 1 of 4"),
        (2, 6.0, "Reading plans [████████████············] 2 of 4, about 6 s left"),
        (1, 60.0, "Reading plans [██████··················] 1 of 4, about 3 min left"),
    ],
)
def test_the_bar_says_how_far_it_is_and_how_long_is_left(done: int, seconds: float, line: str) -> None:
    assert bar("Reading plans", done, 4, seconds=seconds) == line


def test_a_log_has_one_line_for_each_kind_of_work() -> None:
    said: list[str] = []
    tell = in_lines(said.append)
    for what, of in (("Reading plans", 2), ("Making nothing", 0), ("Writing pages", 1)):
        for done in range(of + 1):
            tell(what, done, of)
    assert said == ["Reading plans (2) …\n", "Writing pages (1) …\n"]


def test_the_line_of_a_terminal_is_written_over_and_leaves_nothing_behind() -> None:
    said: list[str] = []
    tell = on_terminal(said.append, iter(range(0, 100, 2)).__next__)
    for done in range(3):
        tell("Writing pages", done, 2)
    assert all(line.startswith("\r\x1b[K") and "\n" not in line for line in said)
    assert "1 of 2" in said[1]
    assert said[-1] == "\r\x1b[K"
