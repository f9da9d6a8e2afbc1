"""Every address of the site, in one place: directory URLs, all lower case, from the site's root."""

import re

HOME = "/"
CHANGES = "/changes/"
TOPICS = "/topics/"
RATINGS = "/ratings/"
GLOSSARY = "/glossary/"
ABOUT = "/about/"
ACCESSIBILITY = "/accessibility/"
SEARCH = "/search/"
DATA = "/data/"
DATA_DICTIONARY = "/data/dictionary/"
DATA_INDEX = "/data/index.json"
DATA_CATALOGUE = "/data/catalogue.jsonld"
PLAN_SCHEMA = "/data/plan.schema.json"
CARD_STYLESHEET = "/assets/card.css"
NOT_FOUND = "/404.html"
STYLESHEET = "/assets/site.css"


def plan(plan_id: str) -> str:
    """A plan at a glance."""
    return f"/plans/{plan_id}/".lower()


def plan_of(address: str) -> str | None:
    """The id, in lower case, of the plan that a page belongs to; None for a page of the site as a whole."""
    found = re.match(r"/plans/([^/]+)/", address)
    return found.group(1) if found else None


def part(plan_id: str, name: str) -> str:
    """A page of a plan by its fixed name: measures, evidence, data, notes, …"""
    return f"{plan(plan_id)}{name}/"


def item(plan_id: str, item_id: str) -> str:
    """An item of any level."""
    return f"{plan(plan_id)}items/{item_id.lower()}/"


def report(plan_id: str, report_id: str) -> str:
    """The frozen edition of one reporting period."""
    return f"{plan(plan_id)}reports/{report_id.lower()}/"


def measure(plan_id: str, measure_id: str) -> str:
    """A measure."""
    return f"{plan(plan_id)}measures/{measure_id.lower()}/"


def evidence(plan_id: str, evidence_id: str) -> str:
    """An entry of the evidence register."""
    return f"{part(plan_id, 'evidence')}#{evidence_id.lower()}"


def listing(plan_id: str, name: str) -> str:
    """A list of a plan's items made beforehand: the id of a rating level, or overdue, changed, not-rated."""
    return f"{plan(plan_id)}lists/{name.lower()}/"


def data(plan_id: str, name: str) -> str:
    """A data file of a plan, such as `items.csv`."""
    return f"{part(plan_id, 'data')}{name}"


def topic(topic_id: str) -> str:
    """A theme across plans."""
    return f"{TOPICS}{topic_id}/".lower()


def plan_topic(plan_id: str, topic_id: str) -> str:
    """The items of one plan under a theme."""
    return f"{plan(plan_id)}topics/{topic_id.lower()}/"


def report_part(plan_id: str, report_id: str, name: str) -> str:
    """A page that belongs to one report by its fixed name: changes, exceptions."""
    return f"{report(plan_id, report_id)}{name}/"


def changes_since(plan_id: str, report_id: str, earlier_id: str) -> str:
    """What changed between an earlier report, other than the one just before, and this one."""
    return f"{report_part(plan_id, report_id, 'changes')}{earlier_id.lower()}/"


def beside(page: str, name: str) -> str:
    """A file that belongs to a page: feed.xml, feed.json, dates.ics, badge.svg, oembed.json."""
    return f"{page}{name}"


def card(page: str) -> str:
    """The small form of an item's or a measure's page, for other sites to show within theirs."""
    return f"{page}card/"
