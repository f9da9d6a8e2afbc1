"""The one stylesheet of the site, joined from the theme's parts, and the council's own colour."""

from __future__ import annotations

import re
from pathlib import Path

LEAST_CONTRAST = 7.0
WHITE = 1.0  # its luminance
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
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValueError(f"The brand colour is {colour!r}. Write it as # and six digits, such as #12324a.")
    ratio = contrast(luminance(colour), WHITE)
    if ratio < LEAST_CONTRAST:
        raise ValueError(
            f"The brand colour {colour} is too light. White text on it has a contrast of {ratio:.1f} to 1, "
            f"and {LEAST_CONTRAST:.0f} to 1 is needed. Choose a darker shade."
        )
    rule = f":root {{ --brand: {colour.lower()}; }}\n"
    return rule + f"@media screen and (prefers-color-scheme: dark) {{ {rule.strip()} }}\n"


def contrast(one: float, other: float) -> float:
    """The WCAG contrast ratio, from 1 to 21, of two luminances from 0 to 1."""
    lighter, darker = max(one, other), min(one, other)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a `#rrggbb` colour, from 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """A channel of sRGB, 0 to 1, as light."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def squeeze(css: str) -> str:
    """The same rules without comments and without the space between them; texts in quotes stay."""
    kept = re.split(r"(\"[^\"]*\")", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    for place in range(0, len(kept), 2):
        plain = re.sub(r"\s+", " ", kept[place])
        plain = re.sub(r" ?([{};,]) ?", r"\1", plain)
        kept[place] = plain.replace(";}", "}").replace("}", "}\n")
    return re.sub(r"\n +", "\n", "".join(kept)).strip() + "\n"
