"""The component gallery, for maintainers: every component drawn from its examples, in the site's shell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ragsite.charts import Comparator, Point, Series, Target, distribution, line_figure, sparkline
from ragsite.charts.signs import KEY_HALF, sign
from ragsite.charts.timeline import DateMark, Now, date_figure
from ragsite.content.nodes import read_yaml
from ragsite.model.base import PLACE_KEY
from ragsite.render import THEME, environment, markdown, render

FOLDER = "gallery/"


def gallery_html(theme: Path = THEME) -> str:
    """The gallery as a whole document, made to stand at `/gallery/`; not part of the public site."""
    components = [component(path.parent) for path in sorted(theme.glob("components/*/examples.yml"))]
    contents = [{"text": one["name"], "href": f"#component-{one['name']}"} for one in components]
    page = PAGE | {"title": "Component gallery", "hero": HERO, "on_this_page": contents}
    return render(f"{FOLDER}gallery.html", site=SITE, page=page, components=components)


def sample_html(theme: Path = THEME) -> str:
    """A page of made-up facts with all that an item page may hold, to look at while working on the theme."""
    props = examples(theme / FOLDER / "sample.yml")
    return render(f"{FOLDER}sample.html", site=SITE, page=PAGE | props["page"], **props["props"])


def component(folder: Path) -> dict[str, Any]:
    """A component's name and its examples, drawn."""
    drawn = [
        {"title": example["title"], "drawings": list(drawings(example))}
        for example in examples(folder / "examples.yml")
    ]
    return {"name": folder.name, "examples": drawn}


def drawings(example: Mapping[str, Any]) -> list[Markup]:
    """One drawing of an example's macro with its props, or one for each of several props."""
    macro = getattr(environment().globals["ui"], example["macro"])
    body = {"caller": lambda: markdown(example["body"])} if "body" in example else {}
    return [macro(**props, **body) for props in example.get("each") or [example["props"]]]


def examples(path: Path) -> Any:
    """The values of an examples file, with every chart in it computed; ValueError when it cannot be read."""
    document = read_yaml(path.as_posix(), path.read_bytes())
    if document.findings:
        raise ValueError("\n".join(f"{finding.location}: {finding.message}" for finding in document.findings))
    return computed(document.data)


def computed(value: Any) -> Any:
    """The value without the reader's places; a mapping of one key that names a chart becomes that chart."""
    if isinstance(value, list):
        return [computed(entry) for entry in value]
    if not isinstance(value, Mapping):
        return value
    plain = {key: computed(entry) for key, entry in value.items() if key != PLACE_KEY}
    if len(plain) == 1 and (key := next(iter(plain))) in CHARTS:
        return CHARTS[key](plain[key])
    return plain


def bar_of(counts: Any) -> object:
    return distribution([(entry["badge"], int(entry["number"])) for entry in counts])


def spark_of(props: Any) -> object:
    values = [numeral(value) for value in props["values"]]
    return sparkline(values, text=props["text"], target=numeral(props.get("target")))


def figure_of(props: Any) -> object:
    series = Series(
        points=tuple(Point(period, numeral(value), *rest) for period, value, *rest in props["points"]),
        unit=props.get("unit", ""),
        targets=tuple(
            Target(label, float(value), printed) for label, value, printed in props.get("targets", ())
        ),
        comparators=tuple(
            Comparator(label, float(value), printed) for label, value, printed in props.get("comparators", ())
        ),
    )
    return line_figure(series, name=props["name"], headline=props["headline"], subtitle=props["subtitle"])


def numeral(text: str | None) -> float | None:
    return float(text) if text else None


def dates_of(props: Any) -> object:
    marks = [DateMark(date.fromisoformat(day), kind) for day, kind in props["marks"]]
    now = Now(date.fromisoformat(props["now"]), props["now_label"])
    return date_figure(marks, name=props["name"], title=props["title"], description=props["description"], now=now)


def sign_of(kind: str) -> str:
    return sign(kind, 8.0, 8.0, KEY_HALF)


CHARTS: Mapping[str, Callable[[Any], object]] = {
    "date_figure": dates_of,
    "date_sign": sign_of,
    "distribution": bar_of,
    "sparkline": spark_of,
    "line_figure": figure_of,
}

SITE: Mapping[str, Any] = {
    "name": "Improvement plan progress",
    "publisher": "Northmere Council",
    "home_href": "../",
    "search_href": "../search/",
    "navigation": [
        {"text": "Overview", "href": "../"},
        {"text": "Recommendations", "href": "../gallery/", "current": True},
        {"text": "Measures", "href": "../measures/"},
        {"text": "What changed", "href": "../changes/"},
    ],
    "footer_links": [
        {"text": "Accessibility statement", "href": "../accessibility/"},
        {"text": "Contact", "href": "../about/"},
        {"text": "Data and methods", "href": "../data/"},
    ],
    "licence": "Fictional examples. Available under the Open Government Licence v3.0.",
}
HERO: Mapping[str, Any] = {
    "title": "Component gallery",
    "lede": "Every component, drawn from its own examples.",
}
PAGE: dict[str, Any] = {
    "description": "Every component of the theme, for maintainers.",
    "robots": "noindex",
    "css_href": "../assets/site.css",
    "js_href": "../js/site.js",
    "font_href": "../assets/fonts/public-sans-latin.woff2",
    "breadcrumb": [{"text": "Overview", "href": "../"}, {"text": "Gallery"}],
}
