"""Addresses as a file says them: whole where the site knows its own, else from the site's root."""

from ragsite.model.site import Settings


def public_url(settings: Settings, address: str) -> str:
    """The address of a page or file, such as `https://example.org/plans/x/`; `/plans/x/` without a base."""
    return f"{(settings.url or '').rstrip('/')}{address}"
