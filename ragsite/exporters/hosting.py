"""Files by which common hosts learn the security headers: Netlify and Cloudflare, Apache, Azure."""

import json
from collections.abc import Iterator

from ragsite import addresses
from ragsite.exporters.file import File
from ragsite.headers import HEADERS
from ragsite.publish import PublicSite


def export(_: PublicSite) -> Iterator[File]:
    """One file per kind of host, at the root of the site."""
    yield File("/_headers", _netlify().encode())
    yield File("/.htaccess", _apache().encode())
    yield File("/staticwebapp.config.json", _azure().encode())


def _netlify() -> str:
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS)


def _apache() -> str:
    lines = [f'  Header always set {name} "{value}"' for name, value in HEADERS]
    head = f"ErrorDocument 404 {addresses.NOT_FOUND}"
    return "\n".join([head, "<IfModule mod_headers.c>", *lines, "</IfModule>", ""])


def _azure() -> str:
    document = {
        "globalHeaders": dict(HEADERS),
        "responseOverrides": {"404": {"rewrite": addresses.NOT_FOUND}},
    }
    return json.dumps(document, indent=2) + "\n"
