"""The one Jinja environment: templates over `theme/`, filters for numbers and prose, and the link helper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from ragsite import figures
from ragsite.headers import POLICY
from ragsite.prose import markdown, markdown_inline
from ragsite.stylesheet import outlines

THEME = Path(__file__).resolve().parent.parent / "theme"
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)

__all__ = ["THEME", "environment", "load_templates", "markdown", "markdown_inline", "relative", "render", "slug"]


def render(template: str, **context: object) -> str:
    """The text of `template` (a path under `theme/`) with `context`; an unknown name in it is an error."""
    return environment().get_template(template).render(context)


def load_templates() -> None:
    """Loads the templates of all pages, as processes that are forked from this one need not do then."""
    for path in sorted((THEME / "pages").glob("*.html")):
        environment().get_template(f"pages/{path.name}")


def relative(from_path: str, to_path: str) -> str:
    """The href that leads from the page at `from_path` to `to_path`, both as site addresses.

    Addresses begin with `/`; a page ends in `/`, a file does not. `?query` and `#fragment` are kept.
    What already leads elsewhere (a scheme, `//`, `#…`) comes back as it is.
    """
    if ELSEWHERE.match(to_path):
        return to_path
    if not (from_path.startswith("/") and to_path.startswith("/")):
        raise ValueError(f"a site address begins with '/': from {from_path!r} to {to_path!r}")
    cut = min((place for sign in "?#" if (place := to_path.find(sign)) >= 0), default=len(to_path))
    return _steps(from_path.rpartition("/")[0], to_path[:cut]) + to_path[cut:]


@lru_cache(maxsize=2**14)
def _steps(folder: str, path: str) -> str:
    """The way from a folder to an address: up to what both have in common, and down again."""
    here, there = folder.split("/")[1:], path.split("/")[1:]
    last = there.pop()
    shared = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        shared += 1
    steps = "/".join([".."] * (len(here) - shared) + there[shared:])
    if last:
        return f"{steps}/{last}" if steps else last
    return f"{steps or '.'}/"


def slug(text: object) -> str:
    """An id for the page: lower case, `a-z 0-9 -`, a letter first; "section" when nothing is left."""
    plain = re.sub(r"[^a-z0-9]+", "-", str(text).lower()).strip("-")
    if not plain:
        return "section"
    return plain if plain[0].isalpha() else f"n-{plain}"


_METHODS = frozenset(dir(dict))
_SPECIAL = re.compile("[&<>\"']")


def escaped(value: Any) -> str:
    """What MarkupSafe's `escape` makes of a value, without a `Markup` for each: most values are plain or are ready."""
    kind = type(value)
    if kind is Markup or (kind is str and _SPECIAL.search(value) is None):
        return cast(str, value)
    return escape(value)


class _Template(Template):
    """A compiled template that escapes by `escaped`: a site has millions of values, most of them a few letters long."""

    @classmethod
    def from_code(cls, environment: Environment, code: Any, globals: Any, uptodate: Any = None) -> Template:
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = escaped
        return made


class _Environment(Environment):
    """Looks a name up in a mapping before among its methods: props are mappings, and most look-ups are of props."""

    template_class = _Template

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict:
            if attribute in obj:
                return obj[attribute]
            if attribute not in _METHODS:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def column_marks(columns: Sequence[str | Mapping[str, Any]]) -> tuple[Markup | None, ...]:
    """The attributes of a cell in each column of a table: the column's name, for screens where rows are stacked.

    The first column holds the header of each row and has none; a single column has no headers.
    """
    if len(columns) == 1:
        return (Markup(""),)
    return (None, *(_marks({"text": column} if isinstance(column, str) else column) for column in columns[1:]))


def beside(marks: Iterable[Markup | None], cells: Iterable[object]) -> Iterator[tuple[Markup | None, object]]:
    """Each cell of a row with the marks of its column."""
    return zip(marks, cells, strict=False)


def _marks(column: Mapping[str, Any]) -> Markup:
    text = column["text"]
    asks = " data-asks" if text.endswith("?") else ""
    number = ' class="is-number"' if column.get("numeric") else ""
    return Markup(' data-label="{}"').format(text) + Markup(asks + number)


@cache
def environment(theme: Path = THEME) -> Environment:
    """The environment over one theme folder, with every component's macros together under the name `ui`."""
    made = _Environment(
        loader=FileSystemLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(filters())
    made.globals["policy"] = Markup(POLICY)
    made.globals["outlines"] = outlines(theme)
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
        "beside": beside,
        "column_marks": column_marks,
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
