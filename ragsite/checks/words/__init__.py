"""Words: what a resident can read – acronyms that are explained, short sentences, plain words, British dates."""

from ragsite.checks.words import acronyms, dates, sentences

RULES = (*acronyms.RULES, *sentences.RULES, *dates.RULES)
