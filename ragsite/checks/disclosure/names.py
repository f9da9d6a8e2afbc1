"""People by name: where a plan shows roles, prose names nobody, and nothing private is said of anybody."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ragsite.checks.concordance import texts_matching
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.model.facts import Owners
from ragsite.model.plan import Plan
from ragsite.problems import Severity

PRIVATE = re.compile(
    r"\b(?:sick(?:ness)?|ill(?:ness)?|maternity|paternity|on leave|bereave\w*|pregnan\w*|resign\w*|dismiss\w*"
    r"|suspend\w*|disciplin\w*|grievance|capability|underperform\w*|poor performance|retir\w*|absen(?:t|ce)|stress"
    r"|off work|left (?:the council|post|her post|his post))\b",
    re.I,
)
"""Words for what concerns a person and not their work for the plan."""

PERSON = re.compile(r"[A-Z][\w’'-]+\.? [A-Z]")
"""How every name looks that is told here: two words with capitals."""

TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr)\.? [A-Z][\w’'-]+")


def printed_names(context: Context) -> Iterator[Problem]:
    """P711: a name stored among the owners stands in prose, though the plan shows people by their roles.

    Fails: `Jo Hill will report` where an owner is `{role: Head of Service, name: Jo Hill}` and `owners: roles`.
    Passes: the same in a plan with `owners: names`; a name of one word.
    """
    names = {plan.id: _names(plan) for plan in context.site.plans if plan.facts.owners is Owners.ROLES}
    for said in texts_matching(context.site, PERSON) if any(names.values()) else ():
        pattern = _one_of(names.get(said.plan, ()))
        if pattern and (found := pattern.search(said.text)):
            yield said.problem(
                f"{said.owner} names “{found[0]}”, in “{said.field}”. The plan shows people by their roles.",
                "Write the role instead, or set “owners: names” in plan.yml if names are to be published.",
            )


def private_notes(context: Context) -> Iterator[Problem]:
    """P710: a text says something private of a person that it names.

    Fails: `Jo Hill is on maternity leave`, `Mrs Hill has resigned`. Passes: `Staff sickness has fallen`.
    """
    names = {plan.id: _names(plan) for plan in context.site.plans}
    for said in texts_matching(context.site, PERSON):
        pattern = _one_of(names[said.plan])
        is_named = TITLED.search(said.text) or (pattern and pattern.search(said.text))
        private = PRIVATE.search(said.text) if is_named else None
        if private:
            yield said.problem(
                f"{said.owner} names a person and says “{private[0]}” of them, in “{said.field}”.",
                "Take it out, or say it of the work: “The post is vacant.”",
            )


def _names(plan: Plan) -> tuple[str, ...]:
    """The names of owners that are a first and a last name: one word alone may be any word."""
    stored = {owner.name for item in plan.items for owner in item.owners if owner.name}
    return tuple(sorted(name for name in stored if re.fullmatch(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+", name)))


@lru_cache
def _one_of(names: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b") if names else None


RULES = (
    Rule("P710", Severity.ERROR, private_notes),
    Rule("P711", Severity.WARNING, printed_names),
)
