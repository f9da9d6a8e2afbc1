"""`dates.ics`: due dates of a plan, its reports and when the next is expected, for a calendar (RFC 5545)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ragsite import addresses
from ragsite.exporters.channel import NEVER
from ragsite.exporters.file import File
from ragsite.exporters.identity import host
from ragsite.exporters.links import public_url
from ragsite.model.plan import Plan
from ragsite.model.site import Settings
from ragsite.publish import PublicSite
from ragsite.views.diary import Engagement, Occasion, by_words, diary
from ragsite.views.names import plan_name

OCTETS = 75
"""The longest line that the standard allows, without its end."""

ABOUT = (
    "Due dates as the reports give them. A month or a year stands over all its days. "
    "Dates that are not clear are left out."
)


def export(public: PublicSite) -> Iterator[File]:
    """One calendar per plan."""
    for plan in public.site.plans:
        yield File(addresses.beside(addresses.plan(plan.id), "dates.ics"), write_calendar(plan, public.site.settings))


def write_calendar(plan: Plan, settings: Settings) -> bytes:
    """The calendar in UTF-8; an event keeps its name when its date moves, and its sequence number rises."""
    events = (line for one in diary(plan) for line in _event(plan, one, settings))
    lines = (*_head(plan), *events, "END:VCALENDAR")
    return b"".join(map(_folded, lines))


def _head(plan: Plan) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//ragsite//plan dates//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{_text(f'{plan_name(plan)}: dates')}"
    yield f"X-WR-CALDESC:{_text(ABOUT)}"


def _event(plan: Plan, one: Engagement, settings: Settings) -> Iterator[str]:
    told = one.told_on or NEVER
    page = addresses.item(plan.id, one.item.id) if one.item else addresses.plan(plan.id)
    yield "BEGIN:VEVENT"
    yield f"UID:{host(settings)}/{one.key}"  # no “@”: it is not an address to write to
    yield f"DTSTAMP:{_day(told)}T000000Z"
    yield f"LAST-MODIFIED:{_day(told)}T000000Z"
    yield f"SEQUENCE:{one.moves}"
    yield from _span(one)
    yield f"SUMMARY:{_text(_summary(one))}"
    yield f"DESCRIPTION:{_text(_lines(one.text))}"
    if settings.url:
        yield f"URL:{public_url(settings, page)}"
    yield f"STATUS:{'CANCELLED' if one.is_withdrawn else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _span(one: Engagement) -> Iterator[str]:
    """Whole days; the end is the first day after them."""
    if one.when.first and one.when.last:
        yield f"DTSTART;VALUE=DATE:{_day(one.when.first)}"
        yield f"DTEND;VALUE=DATE:{_day(one.when.last + timedelta(days=1))}"


def _summary(one: Engagement) -> str:
    """A span names what it means, so that nobody takes its first day for the date."""
    is_plain = one.occasion is Occasion.REPORT or one.when.first == one.when.last
    return one.title if is_plain else f"{one.title}, {by_words(one.when)}"


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line with its end, in pieces of at most 75 octets; a piece never ends within a character."""
    octets, pieces, start, room = line.encode("utf-8"), [], 0, OCTETS
    while len(octets) > start + room:
        end = start + room
        while octets[end] & 0b1100_0000 == 0b1000_0000:
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, OCTETS - 1
    return b"\r\n ".join([*pieces, octets[start:]]) + b"\r\n"
