"""Sentences: short enough, and of words that most people know."""

from collections.abc import Iterator
from itertools import chain, groupby

from ragsite.checks.latest import kept_for_latest
from ragsite.checks.prose import Said, texts_of
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.checks.words.reading import Sentence, grade, sentences
from ragsite.model.plan import Plan
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
    for said, passage in chain.from_iterable(map(_read, context.site.plans)):
        for sentence in passage:
            if sentence.size > longest:
                start = " ".join(sentence.text.split()[:6])
                yield said.problem(
                    f"{said.owner} has a sentence of {sentence.size} words in “{said.field}”; up to {longest} can be"
                    f" read with ease. It begins “{start} …”.",
                    "Make two sentences of it.",
                )


def hard_texts(context: Context) -> Iterator[Problem]:
    """W804: a text is far harder to read than residents can be asked to: two grades or more over its target.

    The target is the Flesch-Kincaid grade 7 for summaries and 9 for all else. Texts under 40 words are not judged.
    Fails: a summary at grade 9.2. Passes: a summary at grade 8.
    """
    for first, passage in chain.from_iterable(map(_runs, context.site.plans)):
        if sum(one.size for one in passage) < FEWEST_WORDS:
            continue
        found = grade([one.text for one in passage])
        target = TARGETS.get(first.field, TARGETS[""])
        if found >= target + MARGIN:
            yield first.problem(
                f"{first.owner}: “{first.field}” reads at grade {found:.0f} (Flesch-Kincaid); the target is {target}.",
                "Use shorter sentences and plainer words. Names and set terms may stay: explain them in the glossary.",
            )


def _runs(plan: Plan) -> Iterator[tuple[Said, list[Sentence]]]:
    """Neighbouring passages of one field, which readers meet as one text: the first, and the sentences of all."""
    told = ((said, passage) for said, passage in _read(plan) if not said.is_note)
    for _, group in groupby(told, key=lambda one: (one[0].field, one[0].about)):
        run = list(group)
        yield run[0][0], [sentence for _, passage in run for sentence in passage]


@kept_for_latest
def _read(plan: Plan) -> tuple[tuple[Said, tuple[Sentence, ...]], ...]:
    """The texts of a plan that hold sentences, with these."""
    return tuple([(said, sentences(said.text)) for said in texts_of(plan) if _is_prose(said)])


def _is_prose(said: Said) -> bool:
    return not said.is_quoted and said.field not in UNJUDGED


RULES = (
    Rule("W803", Severity.WARNING, long_sentences, {"words": LONGEST}),
    Rule("W804", Severity.WARNING, hard_texts),
)
