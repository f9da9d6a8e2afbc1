"""Sentences: short enough, and of words that most people know."""

from collections.abc import Iterator

from ragsite.checks.prose import Said, texts
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.checks.words.reading import grade, sentences, words
from ragsite.problems import Severity

LONGEST = 25
"""How many words a sentence may have (GOV.UK content guidance)."""

TARGETS = {"summary": 7, "": 9}
"""The school grade to aim at, by the field of a text; `""` is every other field."""

MARGIN = 2
"""By how many grades a text may miss its target before it is told, so that only the worst are."""

FEWEST_WORDS = 40
"""A grade says nothing of a shorter text."""

UNJUDGED = frozenset({"name", "title", "label", "role", "series", "words", "short_title", "status", "agreed_by"})
"""Fields that hold no sentences."""


def long_sentences(context: Context) -> Iterator[Problem]:
    """W803: a sentence is longer than `words` words. Most people lose the thread there.

    Fails: a sentence of 26 words. Passes: the same thought in two sentences.
    """
    longest = context.options["words"]
    for said in texts(context.site):
        if not _is_prose(said):
            continue
        for sentence in sentences(said.text):
            count = len(words(sentence))
            if count > longest:
                start = " ".join(sentence.split()[:6])
                yield said.problem(
                    f"{said.owner} has a sentence of {count} words in “{said.field}”; up to {longest} can be read with"
                    f" ease. It begins “{start} …”.",
                    "Make two sentences of it.",
                )


def hard_texts(context: Context) -> Iterator[Problem]:
    """W804: a text is far harder to read than residents can be asked to: two grades or more over its target.

    The target is the Flesch-Kincaid grade 7 for summaries and 9 for all else. Texts under 40 words are not judged.
    Fails: a summary at grade 9.2. Passes: a summary at grade 8.
    """
    for run in _runs(context):
        passage = [sentence for said in run for sentence in sentences(said.text)]
        if sum(len(words(one)) for one in passage) < FEWEST_WORDS:
            continue
        first, found = run[0], grade(passage)
        target = TARGETS.get(first.field, TARGETS[""])
        if found >= target + MARGIN:
            yield first.problem(
                f"{first.owner}: “{first.field}” reads at grade {found:.0f} (Flesch-Kincaid); the target is {target}.",
                "Use shorter sentences and plainer words. Names and set terms may stay: explain them in the glossary.",
            )


def _runs(context: Context) -> Iterator[list[Said]]:
    """Neighbouring passages of one field, which readers meet as one text."""
    run: list[Said] = []
    for said in texts(context.site):
        if not _is_prose(said) or said.is_note:
            continue
        if run and _key(run[-1]) != _key(said):
            yield run
            run = []
        run.append(said)
    if run:
        yield run


def _key(said: Said) -> tuple[str, ...]:
    return said.plan, said.report, said.item, said.owner, said.field


def _is_prose(said: Said) -> bool:
    return not said.is_quoted and said.field not in UNJUDGED


RULES = (
    Rule("W803", Severity.WARNING, long_sentences, {"words": LONGEST}),
    Rule("W804", Severity.WARNING, hard_texts),
)
