"""How ratings work: the scales of all plans side by side, what each level claims, and why they do not compare."""

from collections.abc import Iterator, Sequence

from ragsite import addresses
from ragsite.figures import plural
from ragsite.model.plan import Plan
from ragsite.model.scales import Key, Level, Scale
from ragsite.pages.page import Page
from ragsite.pages.props import Props, badge, breadcrumb, colour_note, plan_name, source_lines
from ragsite.pages.sections import contents
from ragsite.publish import PublicSite
from ragsite.render import relative, slug
from ragsite.views.claims import SharedWord, shared_words
from ragsite.views.history import RULE
from ragsite.views.values import STATES, marked

_CLAIMS = ("Finished", "On time", "Needs evidence", "May leave the plan")
_MISSING = (
    (
        "Not rated",
        "The report has no rating for the item that can be read. Its page says why. It is never counted as good.",
    ),
    ("Not stated in the source", "The source does not say it. It may be known elsewhere, but not from this paper."),
    ("Not due yet", "The date for it had not passed at the report’s own date, so it cannot be late."),
    ("Cannot be told", "The source gives too little to decide. The page says what is missing."),
)


def pages(public: PublicSite) -> Iterator[Page]:
    """The one page on ratings."""
    here, plans = addresses.RATINGS, public.site.plans
    scales = [_plan(here, plan, scale) for plan in plans for scale in plan.facts.scales]
    compare = {"id": "compare", "title": "Why ratings of two plans do not compare"}
    ways = {"id": "direction", "title": "How better and worse are told"}
    gaps = {"id": "gaps", "title": "Words for what is missing"}
    marks = {"id": "marks", "title": "Marks beside values"}
    yield Page(
        path=here,
        template="pages/ratings.html",
        title="How ratings work",
        description="The rating scale of each plan with its own words, and why the same colour does not compare.",
        section=here,
        breadcrumb=breadcrumb(here, (), last="How ratings work"),
        hero={
            "title": "How ratings work",
            "lede": "Each plan rates with its own scale. The same word can mean different things, so no page adds, "
            "averages or ranks ratings across plans.",
        },
        on_this_page=contents([compare, *scales, ways, gaps, marks]),
        props={
            "compare": {**compare, "words": [_sentence(one) for one in _telling(plans)], "table": _table(plans)},
            "scales": scales,
            "ways": {**ways, "text": _ways()},
            "gaps": {**gaps, "entries": [{"term": term, "text": text} for term, text in _MISSING]},
            "marks": {**marks, "entries": _marks()},
        },
    )


def _telling(plans: Sequence[Plan]) -> list[SharedWord]:
    return [one for one in shared_words(plans) if len(one.claims) > 1]


def _sentence(one: SharedWord) -> str:
    """How many plans use a word, and what their keys claim by it: `finished, needs evidence (1 plan)`."""
    numbers = {claim: len({use.plan.id for use in one.uses if use.claim == claim}) for claim in one.claims}
    parts = [f"{claim} ({plural(number, 'plan', 'plans')})" for claim, number in numbers.items()]
    total = plural(len({use.plan.id for use in one.uses}), "plan uses", "plans use")
    return f"{total} “{one.label}”. What it claims there: {'; '.join(parts)}."


def _table(plans: Sequence[Plan]) -> Props:
    rows = [
        {
            "group": f"“{one.label}”" if number == 0 else None,
            "cells": [
                {"text": plan_name(use.plan), "href": f"#{_anchor(use.plan, use.scale)}"},
                {"badge": badge(use.level)},
                f"{use.claim[0].upper()}{use.claim[1:]}",
            ],
        }
        for one in shared_words(plans)
        for number, use in enumerate(one.uses)
    ]
    return {
        "caption": "The same word in different plans",
        "columns": ["Plan", "Rating there", "What its key claims"],
        "rows": rows,
    }


def _anchor(plan: Plan, scale: Scale) -> str:
    return slug(f"{plan.id}-{scale.id}")


def _plan(here: str, plan: Plan, scale: Scale) -> Props:
    version = f" – {scale.title}" if len(plan.facts.scales) > 1 else ""
    return {
        "id": _anchor(plan, scale),
        "title": f"{plan_name(plan)}{version}",
        "name": scale.title,
        "plan_href": relative(here, addresses.plan(plan.id)),
        "notes": [*([scale.note] if scale.note else []), colour_note(scale)],
        "levels": [badge(level) for level in reversed(scale.levels)],
        "claims": _claims(scale),
        "unrated": _unrated(scale),
        "sources": source_lines(plan, [scale.source]),
    }


def _claims(scale: Scale) -> Props | None:
    """What the key says of every item at a level, from the best level down; None without a key."""
    if scale.key is Key.LOST:
        return None
    return {
        "caption": "What each level claims. “No” means that the key does not say so",
        "columns": ["Level", *_CLAIMS],
        "rows": [[{"badge": badge(level)}, *_answers(level)] for level in reversed(scale.levels)],
    }


def _answers(level: Level) -> list[str]:
    claims = level.claims
    said = (claims.finished, claims.on_time, claims.needs_evidence, claims.removable)
    return ["Yes" if one else "No" for one in said]


def _unrated(scale: Scale) -> Props | None:
    if not scale.unrated:
        return None
    rows = [[f"“{one.printed}”" if one.printed.strip() else "A blank cell", one.reason] for one in scale.unrated]
    return {
        "caption": "Printed in the rating cell, but no rating",
        "columns": ["Printed", "How it is read"],
        "rows": rows,
    }


def _ways() -> list[str]:
    return [
        RULE,
        "When a scale is redefined, ratings before and after are not compared. The path of ratings shows the break.",
        "An item counts as overdue when its due date lies before the report’s own date and its rating does not "
        "claim that it is finished. Today’s date plays no part.",
    ]


def _marks() -> list[Props]:
    return [{"term": marked(state), "text": state.meaning} for state in STATES.values()]
