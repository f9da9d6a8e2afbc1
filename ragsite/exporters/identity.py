"""Names that stay the same for ever, for entries of feeds and events of calendars."""

from urllib.parse import urlsplit

from ragsite.model.site import Settings

NO_HOST = "site.invalid"
"""Stands where the site does not know its own address; such a site is a draft."""

SINCE = "2026"
"""The year of the tag scheme (RFC 4151): a constant, by which the site's host was its own."""


def tag(settings: Settings, name: str) -> str:
    """A tag URI: `tag:ragsite.example,2026:thurrock-2018/2018-01/report`."""
    return f"tag:{host(settings)},{SINCE}:{name}"


def host(settings: Settings) -> str:
    """The host of the site's own address."""
    return urlsplit(settings.url or "").hostname or NO_HOST
