"""The items of one plan under one topic: what a topic's page leads to, made from this plan alone."""

from collections.abc import Iterator, Sequence

from ragsite import addresses
from ragsite.figures import plural
from ragsite.model.site import Topic
from ragsite.pages.links import plan_links
from ragsite.pages.page import Page
from ragsite.pages.props import Props, breadcrumb, period, plan_name, shorten
from ragsite.pages.topic_part import part_words, plan_link, topic_part
from ragsite.publish import PublicSite
from ragsite.render import relative
from ragsite.views.rollup import last_rated
from ragsite.views.topics import Part, plan_themes


def pages(public: PublicSite) -> Iterator[Page]:
    """One page for each plan and each topic that an item of it carries."""
    for plan in public.site.plans:
        found = plan_themes(plan, public.site.topics)
        topics = [theme.topic for theme in found]
        for theme in found:
            yield _page(theme.topic, *theme.parts, among=topics)


def _page(topic: Topic, part: Part, *, among: Sequence[Topic]) -> Page:
    plan = part.plan
    here, name = addresses.plan_topic(plan.id, topic.id), plan_name(plan)
    measures = f", with {plural(len(part.measures), 'measure', 'measures')}" if part.measures else ""
    shown = topic_part(here, part, last_rated(plan), links=[plan_link(here, plan), _across(here, topic)])
    return Page(
        path=here,
        template="pages/plan_topic.html",
        title=f"{topic.title} – {name}",
        description=shorten(f"{name}: {part_words(part)} under the topic {topic.title}. {topic.summary}", 155),
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(name, addresses.plan(plan.id))], last=topic.title),
        period=period(plan, plan.latest),
        hero={
            "title": f"{topic.title} in this plan",
            "ref": {"strong": plan.facts.organisation, "text": f"– {plan.facts.title}"},
            "lede": f"{topic.summary} This plan has {part_words(part)} under this topic{measures}.",
        },
        links=(_topics(here, plan.id, topic, among=among), plan_links(here, plan)),
        props={"parts": [{**shown, "id": "items", "title": f"Items under the topic {topic.title}"}]},
    )


def _across(here: str, topic: Topic) -> Props:
    return {"lead": "The topic:", "text": f"{topic.title} in every plan", "href": _topic_href(here, topic)}


def _topic_href(here: str, topic: Topic) -> str:
    return relative(here, addresses.topic(topic.id))


def _topics(here: str, plan_id: str, topic: Topic, *, among: Sequence[Topic]) -> Props:
    links = [
        {
            "text": one.title,
            "href": relative(here, addresses.plan_topic(plan_id, one.id)),
            "current": "page" if one is topic else None,
        }
        for one in among
    ]
    return {"title": "Topics of this plan", "links": links}
