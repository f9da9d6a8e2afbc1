"""A page at each address that an item had before it was given another id; it leads on to the new one."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.exporters.file import File
from ragsite.exporters.links import public_url
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.site import Settings
from ragsite.publish import PublicSite
from ragsite.render import relative, render
from ragsite.views.names import full_title, plan_name


def export(public: PublicSite) -> Iterator[File]:
    """One page per former id; an address that an item of today has stays that item's."""
    for plan in public.site.plans:
        taken = {item.id.lower() for item in plan.items}
        for item in plan.items:
            for former in item.renamed_from:
                if former.lower() not in taken:
                    taken.add(former.lower())
                    address = addresses.item(plan.id, former)
                    yield File(address, _page(plan, item, address, settings=public.site.settings))


def _page(plan: Plan, item: Item, here: str, *, settings: Settings) -> bytes:
    page = addresses.item(plan.id, item.id)
    return render(
        "embeds/redirect.html",
        title=full_title(plan, item),
        plan=plan_name(plan),
        href=relative(here, page),
        canonical=public_url(settings, page) if settings.url else None,
    ).encode("utf-8")
