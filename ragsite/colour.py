"""Colours as eyes meet them: luminance, contrast, and whether a council's colour can carry white words."""

import re

LEAST_CONTRAST = 7.0
WHITE = 1.0  # its luminance


def unfit(colour: str) -> tuple[str, str] | None:
    """Why a colour cannot be the brand's ground for white words, and how to mend it; None for one that can."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        return f"The brand colour is “{colour}”.", "Write it as # and six digits, such as “#12324a”."
    ratio = contrast(luminance(colour), WHITE)
    if ratio >= LEAST_CONTRAST:
        return None
    found = (
        f"The brand colour {colour} is too light. White text on it has a contrast of {ratio:.1f} to 1, "
        f"and {LEAST_CONTRAST:.0f} to 1 is needed."
    )
    return found, "Choose a darker shade."


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
