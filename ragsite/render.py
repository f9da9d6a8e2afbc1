"""The one Jinja environment: templates over `theme/`, filters for numbers and prose, and the link helper."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ragsite import figures
from ragsite.headers import POLICY
from ragsite.prose import markdown, markdown_inline

THEME = Path(__file__).resolve().parent.parent / "theme"
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)

__all__ = ["THEME", "environment", "markdown", "markdown_inline", "relative", "render", "slug"]


def render(template: str, **context: object) -> str:
    """The text of `template` (a path under `theme/`) with `context`; an unknown name in it is an error."""
    return environment().get_template(template).render(context)


def relative(from_path: str, to_path: str) -> str:
    """The href that leads from the page at `from_path` to `to_path`, both as site addresses.

    Addresses begin with `/`; a page ends in `/`, a file does not. `?query` and `#fragment` are kept.
    What already leads elsewhere (a scheme, `//`, `#…`) comes back as it is.
    """
    if ELSEWHERE.match(to_path):
        return to_path
    if not (from_path.startswith("/") and to_path.startswith("/")):
        raise ValueError(f"a site address begins with '/': from {from_path!r} to {to_path!r}")
    path, rest = re.fullmatch(r"([^?#]*)(.*)", to_path, re.DOTALL).groups()  # type: ignore[union-attr]
    href = posixpath.relpath(path, posixpath.dirname(from_path))
    return (href + "/" if path.endswith("/") else href) + rest


def slug(text: object) -> str:
    """An id for the page: lower case, `a-z 0-9 -`, a letter first; "section" when nothing is left."""
    plain = re.sub(r"[^a-z0-9]+", "-", str(text).lower()).strip("-")
    if not plain:
        return "section"
    return plain if plain[0].isalpha() else f"n-{plain}"


@cache
def environment(theme: Path = THEME) -> Environment:
    """The environment over one theme folder, with every component's macros together under the name `ui`."""
    made = Environment(
        loader=FileSystemLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(filters())
    made.globals["policy"] = POLICY
    # Components call one another, so the name must exist before the first of them is loaded.
    made.globals["ui"] = ui = SimpleNamespace()
    for folder in sorted((theme / "components").iterdir()):
        for name, macro in component_macros(made, folder.name):
            if hasattr(ui, name):
                raise ValueError(f"theme/components/{folder.name}: there is already a macro called {name!r}")
            setattr(ui, name, macro)
    return made


def filters() -> dict[str, Callable[..., object]]:
    """Every filter that templates may use beside Jinja's own, by name."""
    return {
        "markdown": markdown,
        "inline": markdown_inline,
        "slug": slug,
        "number": figures.number,
        "percent": figures.percent,
        "points": figures.points,
        "of": figures.of,
        "plural": figures.plural,
        "words": figures.words,
    }


def component_macros(made: Environment, component: str) -> list[tuple[str, object]]:
    """The public macros of one component's template, by name; names with a leading underscore stay inside."""
    module = made.get_template(f"components/{component}/{component}.html").module
    return [
        (name, value) for name, value in sorted(vars(module).items()) if name[0] != "_" and callable(value)
    ]
