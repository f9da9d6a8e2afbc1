"""The overview: what the site is, each plan with its verdict, and why ratings cannot be compared."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.figures import plural
from ragsite.model.plan import Plan
from ragsite.model.scales import Key, Scale
from ragsite.pages.breadth import are_many
from ragsite.pages.hold import hold_notice
from ragsite.pages.next_dates import next_date_words
from ragsite.pages.page import Page
from ragsite.pages.props import Props, as_at_words, plan_name, short_badge
from ragsite.pages.questions import answers
from ragsite.pages.tallies import bar
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.rollup import roll_up
from ragsite.views.verdict import plan_verdict

HERE = addresses.HOME


def pages(public: PublicSite) -> Iterator[Page]:
    """The one overview."""
    settings, plans = public.site.settings, public.site.plans
    yield Page(
        path=HERE,
        template="pages/home.html",
        title=settings.tagline,
        description=settings.description,
        section=HERE,
        hero={"title": settings.tagline, "lede": settings.description, "facts": _facts(plans)},
        props={
            "hold": hold_notice(settings.hold),
            **(_in_short(plans) if are_many(plans) else _in_full(plans)),
            "search_href": relative(HERE, addresses.SEARCH),
            "ways": _ways(),
        },
    )


def _facts(plans: tuple[Plan, ...]) -> list[Props]:
    councils = {plan.facts.organisation for plan in plans}
    items = sum(len(plan.items) for plan in plans)
    return [
        {"label": "Plans", "value": str(len(plans)), "note": f"from {plural(len(councils), 'council', 'councils')}"},
        {"label": "Items", "value": str(items), "note": "recommendations, areas, priorities and actions"},
        {"label": "Measures", "value": str(sum(len(plan.measures) for plan in plans))},
        {"label": "Pieces of evidence", "value": str(sum(len(plan.evidence) for plan in plans))},
    ]


def _in_full(plans: tuple[Plan, ...]) -> Props:
    return {
        "plans": {"id": "plans", "title": "The plans", "table": None},
        "cards": [_card(plan) for plan in plans],
        "questions": _questions(plans),
        "best": _best_levels(plans),
    }


def _in_short(plans: tuple[Plan, ...]) -> Props:
    """A row for each of many plans; what its ratings mean and its answers stand on its own page."""
    table = {
        "caption": "Every plan, with its document, status and position",
        "columns": ["Plan", "Document", "Status", "Position"],
        "rows": [_row(plan) for plan in plans],
        "dense": True,
    }
    plans_section = {"id": "plans", "title": "The plans", "table": table}
    return {"plans": plans_section, "cards": [], "questions": None, "best": None}


def _row(plan: Plan) -> list[object]:
    return [
        {"text": plan_name(plan), "href": relative(HERE, addresses.plan(plan.id))},
        plan.facts.document,
        plan.facts.status.value.capitalize(),
        as_at_words(plan.latest) if plan.latest else "No report yet",
    ]


def _card(plan: Plan) -> Props:
    report = plan.latest
    rollups = roll_up(plan, report) if report else ()
    return {
        "title": plan_name(plan),
        "href": relative(HERE, addresses.plan(plan.id)),
        "meta": f"{plan.facts.document}. {as_at_words(report) if report else 'No report yet'}.",
        "text": plan_verdict(plan),
        "bar": bar(rollups[0]) if rollups else None,
        "facts": [
            {"label": "Status", "value": plan.facts.status.value.capitalize()},
            {"label": "Reports", "value": str(len(plan.reports))},
            {"label": "Measures", "value": str(len(plan.measures))},
        ],
    }


def _questions(plans: tuple[Plan, ...]) -> Props:
    """A row for each plan: its short answers to the five questions, each with a link, and the next date."""
    asked = [(plan, answers(plan)) for plan in plans]
    return {
        "caption": "Each plan's short answers as at its latest report, and the next date then",
        "columns": ["Plan", *(one.question for one in (asked[0][1] if asked else ())), "Next date"],
        "rows": [
            [
                {"text": plan_name(plan), "href": relative(HERE, addresses.plan(plan.id))},
                *({"text": one.short, "href": relative(HERE, one.address)} for one in found),
                next_date_words(plan),
            ]
            for plan, found in asked
        ],
    }


def _best_levels(plans: tuple[Plan, ...]) -> Props:
    """One row for each plan's scale: its best level, and what the key says that it means."""
    rows = [
        [plan_name(plan), {"badge": short_badge(scale.levels[-1])}, _claim(scale)]
        for plan in plans
        for scale in plan.facts.scales
    ]
    return {
        "caption": "The best rating in each plan, and what it means there",
        "columns": ["Plan", "Best rating", "Does it mean finished?"],
        "rows": rows,
    }


def _claim(scale: Scale) -> Props:
    best = scale.levels[-1]
    if scale.key is Key.LOST:
        return {"text": "Not known.", "note": "The source does not say what its ratings mean."}
    if not best.claims.finished:
        return {"text": "No.", "note": best.meaning}
    return {"text": "Yes.", "note": best.meaning}


def _ways() -> list[Props]:
    """What the words on the pages mean, in short."""
    ratings = relative(HERE, addresses.RATINGS)
    glossary = relative(HERE, addresses.GLOSSARY)
    about = relative(HERE, addresses.ABOUT)
    return [
        {
            "title": "Ratings",
            "text": f"A rating is the council's own. [How ratings work]({ratings}) explains every scale.",
        },
        {
            "title": "Not rated",
            "text": "This is no rating at all, neither good nor bad. Each page says why there is none.",
        },
        {
            "title": "Not stated",
            "text": "The source is silent on this. Nothing is guessed or filled in.",
        },
        {
            "title": "Sources",
            "text": f"Every page names its source. See [about this site]({about}) and the [glossary]({glossary}).",
        },
    ]
