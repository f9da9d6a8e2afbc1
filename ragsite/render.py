"""The one Jinja environment: templates over `theme/`, filters for numbers and prose, and the link helper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from ragsite import figures
from ragsite.headers import POLICY
from ragsite.prose import markdown, markdown_inline
from ragsite.stylesheet import outlines

THEME = Path(__file__).resolve().parent.parent / "theme"
REMEMBERED = frozenset({"badge_of", "direction_of"})
"""Macros that are called with the same few props all over a site."""

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
    if from_path.startswith("/") and to_path.startswith("/") and not to_path.startswith("//"):
        folder, way = next(step for step in _ladder(from_path.rpartition("/")[0]) if to_path.startswith(step[0]))
        rest = to_path[len(folder) :]
        return way + rest if way or (rest and rest[0] not in "?#") else f"./{rest}"
    if ELSEWHERE.match(to_path):
        return to_path
    raise ValueError(f"a site address begins with '/': from {from_path!r} to {to_path!r}")


@lru_cache(maxsize=2**10)
def _ladder(folder: str) -> tuple[tuple[str, str], ...]:
    """A folder and those above it up to the root, each with the way that leads up to it."""
    names = folder.split("/")
    return tuple(("/".join(names[: len(names) - up]) + "/", "../" * up) for up in range(len(names)))


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
    is_ready = kind is Markup or (kind is str and _SPECIAL.search(value) is None)
    text: str = value if is_ready else escape(value)
    return text


class _Template(Template):
    """A compiled template that escapes by `escaped`: a site has millions of values, most of them a few letters long."""

    @classmethod
    def from_code(cls, *given: Any, **named: Any) -> Template:
        made = super().from_code(*given, **named)
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
    return Markup(f' data-label="{escape(text)}"{asks}{number}')


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
            setattr(ui, name, remembered(macro) if name in REMEMBERED else macro)
    return made


def remembered(macro: Callable[..., object]) -> Callable[..., object]:
    """A macro of one mapping, and of plain values beside it, that draws equal props of equal types only once."""

    @lru_cache(maxsize=2**12, typed=True)
    def draw(names: tuple[str, ...], rest: tuple[object, ...], *values: object, **named: object) -> object:
        return macro(dict(zip(names, values, strict=True)), *rest, **named)

    def find(props: Mapping[str, object], *rest: object, **named: object) -> object:
        return draw(tuple(props), rest, *props.values(), **named)

    return find


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


def component_macros(made: Environment, component: str) -> list[tuple[str, Callable[..., object]]]:
    """The public macros of one component's template, by name; names with a leading underscore stay inside."""
    module = made.get_template(f"components/{component}/{component}.html").module
    return [
        (name, value) for name, value in sorted(vars(module).items()) if name[0] != "_" and callable(value)
    ]
