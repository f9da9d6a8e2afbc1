"""Acronyms: each is in the glossary of its plan, and means one thing there."""

import re
from collections.abc import Iterable, Iterator

from ragsite.checks.concordance import texts_matching, texts_with
from ragsite.checks.prose import Said
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.figures import plural
from ragsite.model.plan import Plan
from ragsite.model.site import Term
from ragsite.problems import Severity

KNOWN = frozenset(
    {
        *("A&E", "AM", "B&B", "BBC", "CD", "DVD", "EU", "GP", "HTML", "ICT", "ID", "IT", "NHS", "OK", "PC", "PDF"),
        *("PM", "TV", "UK", "URL", "USA"),
    }
)
"""Acronyms that need no glossary."""

_ACRONYM = re.compile(r"[A-Z](?<![\w@.].)[a-z]?&?(?:[A-Z][a-z]?&?)*[A-Z]\d{0,2}(?:[a-z](?![a-z]))?(?![\w@])")
_ROMAN = re.compile(r"[IVX]+")
_SPELT = re.compile(r"(?P<long>(?:[A-Za-z][\w’'-]* ){1,7}[A-Za-z][\w’'-]*) \((?P<short>[A-Z][A-Za-z&]{1,6}[A-Z]s?)\)")
_QUOTATION = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
_SMALL = frozenset({"and", "of", "the", "for", "in", "to", "with", "a", "an", "on", "by", "at", "or"})


def unexplained_acronyms(context: Context) -> Iterator[Problem]:
    """W801: an acronym is not in the glossary for its plan, so readers cannot look it up.

    Told once for each plan, where it first stands. Fails: `The MASH met`, and no term MASH. Passes: a term with the
    note “Not expanded in the source.”; NHS, GP; an acronym whose words stand beside it; a quotation.
    """
    if _lacks_terms(context):
        return
    known = {plan.id: _explained(context.site.terms, plan) for plan in context.site.plans}
    first: dict[tuple[str, str], Said] = {}
    count: dict[tuple[str, str], int] = {}
    for said in texts_matching(context.site, _ACRONYM):
        if said.is_quoted:
            continue
        text = _QUOTATION.sub(" ", said.text)
        for acronym in acronyms(text):
            if acronym.casefold() not in known[said.plan] and not _is_spelt_out(acronym, text):
                first.setdefault((said.plan, acronym), said)
                count[said.plan, acronym] = count.get((said.plan, acronym), 0) + 1
    for (plan, acronym), said in first.items():
        times = plural(count[plan, acronym], "time", "times")
        yield said.problem(
            f"{said.owner} says “{acronym}” ({times} in this plan), which the glossary does not explain.",
            f"Add “{acronym}” to glossary.yml with its expansion, or with the note “Not expanded in the source.”",
        )


def ambiguous_acronyms(context: Context) -> Iterator[Problem]:
    """W802: an acronym has two meanings, and the glossary does not say which one a plan means.

    Fails: two terms DCS without `plan`; a plan that spells out `Designated Clinical Service (DCS)` where the glossary
    says Director of Children's Services. Passes: a term DCS with `plan` for each plan.
    """
    if _lacks_terms(context):
        return
    yield from _given_twice(context.site.terms)
    terms = {plan.id: _terms(context.site.terms, plan.id) for plan in context.site.plans}
    for said in texts_with(context.site, ("(",)):
        for found in _SPELT.finditer(said.text) if not said.is_note else ():
            short, term = found["short"], terms[said.plan].get(_singular(found["short"]).casefold())
            spelt = _spelt(found["long"], _singular(short))
            if term and term.expansion and spelt and _plain(spelt) != _plain(term.expansion):
                yield said.problem(
                    f"{said.owner} spells “{short}” out as “{spelt}”, but the glossary says “{term.expansion}”.",
                    f"Correct one of the two, or add a term “{term.term}” with “plan: {said.plan}” to glossary.yml.",
                )


def acronyms(text: str) -> tuple[str, ...]:
    """The acronyms of a text, each once, without a plural s: `CAFs` is `CAF`. Roman numerals are none."""
    found = (_singular(one[0]) for one in _ACRONYM.finditer(text))
    return tuple(
        dict.fromkeys(one for one in found if one not in KNOWN and not _ROMAN.fullmatch(one) and len(one) > 1)
    )


def _lacks_terms(context: Context) -> bool:
    """True when a part of the glossary could not be read: what stands in it is not known then."""
    return any(parts and path.endswith("glossary.yml") for path, parts in context.left_out.items())


def _explained(terms: Iterable[Term], plan: Plan) -> frozenset[str]:
    """What needs no term of its own: words of the plan's terms, its owners' initials and its rating labels."""
    of_terms = (word for term in _terms(terms, plan.id) for word in (term, *map(_singular, term.split())))
    names = (owner.name.split() for item in plan.items for owner in item.owners if owner.name)
    initials = ("".join(part[0] for part in name) if len(name) > 1 else name[0] for name in names)
    labels = (label for scale in plan.facts.scales for level in scale.levels for label in (level.label, *level.printed))
    return frozenset(word.casefold() for word in (*of_terms, *initials, *labels))


def _is_spelt_out(acronym: str, text: str) -> bool:
    """Whether the words that an acronym stands for are in the text itself."""
    letters = [letter for letter in acronym if letter.isupper()]
    return re.search(r"\b" + r"[\w’'-]*(?: (?:and|of|the|for|in))* ".join(letters) + r"[a-z]", text, re.I) is not None


def _terms(terms: Iterable[Term], plan: str) -> dict[str, Term]:
    """The terms that hold for a plan, its own before the general, by their spelling in any letter case."""
    held = [term for term in terms if term.plan in (None, plan)]
    return {_singular(term.term).casefold(): term for term in sorted(held, key=lambda term: term.plan is not None)}


def _given_twice(terms: Iterable[Term]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Term] = {}
    for term in terms:
        before = first.setdefault((term.term, term.plan or ""), term)
        if before is not term and _plain(before.expansion or "") != _plain(term.expansion or ""):
            where = f"for the plan “{term.plan}”" if term.plan else "without a plan"
            yield Problem(
                term.written_at.of("term"),
                f"The glossary gives “{term.term}” two meanings {where}: “{before.expansion or before.meaning}” and"
                f" “{term.expansion or term.meaning}”.",
                "Give each its “plan:”, or keep one of the two.",
                term.plan or "",
            )


def _singular(acronym: str) -> str:
    return acronym[:-1] if len(acronym) > 2 and acronym.endswith("s") and acronym[-2].isupper() else acronym


def _spelt(long: str, short: str) -> str:
    """The last words before the bracket whose first letters make up the acronym; empty when they do not."""
    parts = long.split()
    for start in range(len(parts)):
        heads = "".join(part[0] for word in parts[start:] for part in word.split("-") if part and word not in _SMALL)
        if heads.casefold() == short.replace("&", "").casefold():
            return " ".join(parts[start:])
    return ""


def _plain(text: str) -> str:
    """A text for comparison: letters only, without small words and without the s of a plural."""
    parts = re.findall(r"[a-z]+", text.casefold().replace("’s", "s").replace("'s", "s").replace("-", " "))
    return " ".join(part.removesuffix("s") for part in parts if part not in _SMALL)


RULES = (
    Rule("W801", Severity.WARNING, unexplained_acronyms),
    Rule("W802", Severity.WARNING, ambiguous_acronyms),
)
