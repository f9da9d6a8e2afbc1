"""Every code is explained from the docstring of its rule."""

from collections.abc import Iterator

from ragsite.checks import FAMILIES, all_rules
from ragsite.checks.catalogue import READER, catalogue, explained
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.problems import Severity


def test_every_code_is_there_once() -> None:
    codes = [entry.code for entry in catalogue()]
    assert codes == sorted({*READER, *(rule.code for rule in all_rules())})


def test_every_rule_has_a_sentence_and_both_examples() -> None:
    for entry in catalogue():
        assert entry.title[0].isupper() or entry.title[0] in "`s", entry
        assert entry.title.endswith("."), entry
        if entry.family != "reading":
            assert entry.fails, entry.code
            assert entry.passes, entry.code
            assert entry.family in FAMILIES


def test_a_docstring_is_taken_apart() -> None:
    def look(_: Context) -> Iterator[Problem]:
        """Z1: a thing is wrong: it fails.

        More of it
        in two lines.
        Fails: `one`; `two`
        and three. Passes: `four`.
        """
        yield from ()

    entry = explained(Rule("Z1", Severity.WARNING, look, {"days": 3}), "things")
    assert (entry.title, entry.details) == ("A thing is wrong: it fails.", "More of it in two lines.")
    assert (entry.fails, entry.passes) == ("`one`; `two` and three.", "`four`.")
    assert (entry.family, entry.options) == ("things", {"days": 3})
