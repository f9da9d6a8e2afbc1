"""The one stylesheet of the site, joined from the theme's parts, and the council's own colour."""

from __future__ import annotations

import re
from pathlib import Path

from ragsite.colour import unfit

FIRST = ("css/tokens.css", "css/base.css", "css/shell.css")


def stylesheet(theme: Path, brand: str | None = None) -> str:
    """Tokens, base, shell, then every component's CSS by name; the brand's rule comes last."""
    components = sorted(theme.glob("components/*/*.css"), key=lambda path: path.as_posix())
    parts = [(theme / name).read_text("utf-8") for name in FIRST] + [
        path.read_text("utf-8") for path in components
    ]
    if brand is not None:
        parts.append(brand_css(brand))
    return squeeze("\n".join(parts))


def brand_css(colour: str) -> str:
    """The rule that sets the council's colour, `#rrggbb`; ValueError where white on it is hard to read."""
    if problem := unfit(colour):
        raise ValueError(" ".join(problem))
    rule = f":root {{ --brand: {colour.lower()}; }}\n"
    return rule + f"@media screen and (prefers-color-scheme: dark) {{ {rule.strip()} }}\n"


def squeeze(css: str) -> str:
    """The same rules without comments and without the space between them; texts in quotes stay."""
    kept = re.split(r"(\"[^\"]*\")", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    for place in range(0, len(kept), 2):
        plain = re.sub(r"\s+", " ", kept[place])
        plain = re.sub(r" ?([{};,]) ?", r"\1", plain)
        plain = re.sub(r"(?<=:) |(?<=[ :,(])0(?=\.\d)", "", plain)
        kept[place] = plain.replace(";}", "}").replace("}", "}\n")
    return re.sub(r"\n +", "\n", "".join(kept)).strip() + "\n"
