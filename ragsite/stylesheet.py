"""The one stylesheet of the site, joined from the theme's parts, and the council's own colour."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from ragsite.colour import unfit

_SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>{}</svg>"
_PLAIN = " '/:=,"
FIRST = ("css/tokens.css", "css/base.css", "css/shell.css")


def stylesheet(theme: Path, brand: str | None = None) -> str:
    """Tokens, base, shell, then every component's CSS by name; the brand's rule comes last."""
    components = sorted(theme.glob("components/*/*.css"), key=lambda path: path.as_posix())
    own, drawn = [(theme / name).read_text("utf-8") for name in FIRST], [path.read_text("utf-8") for path in components]
    parts = [*own, paper_css(theme), *drawn]
    if brand is not None:
        parts.append(brand_css(brand))
    return squeeze("\n".join(parts))


def brand_css(colour: str) -> str:
    """The rule that sets the council's colour, `#rrggbb`; ValueError where white on it is hard to read."""
    if problem := unfit(colour):
        raise ValueError(" ".join(problem))
    rule = f":root {{ --brand: {colour.lower()}; }}\n"
    return rule + f"@media screen and (prefers-color-scheme: dark) {{ {rule.strip()} }}\n"


def paper_css(theme: Path) -> str:
    """The shape of each rating as a picture to print: a mask leaves hairlines on paper and doubles the file."""
    inks = light_colours(theme)
    rules = (
        f'.tone-{tone} {{ --printed: url("{_picture(outline, inks[f"{tone}-mark"])}"); }}\n'
        for tone, outline in sorted(outlines(theme).items())
    )
    return f"@media print {{\n{''.join(rules)}}}\n"


def _picture(outline: str, colour: str) -> str:
    drawn = f"<path fill='{colour}' fill-rule='evenodd' d='{outline}'/>"
    return f"data:image/svg+xml,{quote(_SVG.format(drawn), safe=_PLAIN)}"


def light_colours(theme: Path) -> dict[str, str]:
    """The colour of each token in the light theme, which is also that of paper: `{"red-mark": …}`."""
    css = (theme / "css" / "tokens.css").read_text("utf-8").partition("@media")[0]
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})\b", css))


def outlines(theme: Path) -> dict[str, str]:
    """The outline of each rating's shape by its tone, on a square of 16, as the stylesheet draws it."""
    css = (theme / "components" / "badge" / "badge.css").read_text("utf-8")
    return dict(re.findall(r"\.tone-([a-z-]+) \{ --shape: url\(\"[^\"]* d='([^']+)'", css))


def squeeze(css: str) -> str:
    """The same rules without comments and without the space between them; texts in quotes stay."""
    kept = re.split(r"(\"[^\"]*\")", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    for place in range(0, len(kept), 2):
        plain = re.sub(r"\s+", " ", kept[place])
        plain = re.sub(r" ?([{};,]) ?", r"\1", plain)
        plain = re.sub(r"(?<=:) |(?<=[ :,(])0(?=\.\d)", "", plain)
        kept[place] = plain.replace(";}", "}").replace("}", "}\n")
    return re.sub(r"\n +", "\n", "".join(kept)).strip() + "\n"
