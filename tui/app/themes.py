"""The dark and the light theme: blue and orange, told apart by everyone.

The hues are those of Okabe and Ito (Color Universal Design, 2008), lighter or darker until every
text has a contrast of at least 4.5:1 on every ground (WCAG 2.2, 1.4.3). No meaning rests on colour
alone. In a terminal's own colours, Textual's `ansi-dark` and `ansi-light` serve.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.color import Color
from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DARK", "LIGHT", "THEMES", "contrast", "text_pairs"]

GROUNDS: Final = ("background", "surface", "panel")
TEXTS: Final = (
    "foreground",
    "text-muted",
    "text-primary",
    "text-secondary",
    "text-accent",
    "text-warning",
    "text-error",
    "text-success",
)
PAIRS: Final = (
    ("foreground", "input-selection-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("footer-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("footer-key-foreground", "footer-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("button-foreground", "surface"),
)
"""Texts on grounds of their own; the first is a cursor, which is quiet, and reversed."""

DARK: Final = Theme(
    name="positions-dark",
    dark=True,
    primary="#56B4E9",
    secondary="#CC79A7",
    accent="#F0E442",
    warning="#E69F00",
    error="#F08A4B",
    success="#2FBF94",
    foreground="#E6E9EF",
    background="#10151C",
    surface="#1B2430",
    panel="#263241",
    variables={
        "text-muted": "#A7B2C2",
        "text-disabled": "#8B96A6",
        "text-primary": "#6FC1F0",
        "text-secondary": "#DD9CC0",
        "text-accent": "#F0E442",
        "text-warning": "#F0AE25",
        "text-error": "#F59B63",
        "text-success": "#45CFA5",
        "block-cursor-foreground": "#10151C",
        "block-cursor-background": "#6FC1F0",
        "block-cursor-blurred-foreground": "#E6E9EF",
        "block-cursor-blurred-background": "#263241",
        "footer-foreground": "#E6E9EF",
        "footer-background": "#263241",
        "footer-description-foreground": "#E6E9EF",
        "footer-key-foreground": "#F0AE25",
        "input-selection-foreground": "#E6E9EF",
        "input-selection-background": "#14527A",
        "button-foreground": "#E6E9EF",
    },
)

LIGHT: Final = Theme(
    name="positions-light",
    dark=False,
    primary="#0072B2",
    secondary="#9C4679",
    accent="#6B5F00",
    warning="#8A5A00",
    error="#B04700",
    success="#00684B",
    foreground="#1B222C",
    background="#FCFCFA",
    surface="#EFF2F5",
    panel="#E1E6EC",
    variables={
        "text-muted": "#4C5866",
        "text-disabled": "#6A7684",
        "text-primary": "#00588C",
        "text-secondary": "#83366A",
        "text-accent": "#5E5300",
        "text-warning": "#7A4F00",
        "text-error": "#983D00",
        "text-success": "#005E44",
        "block-cursor-foreground": "#FCFCFA",
        "block-cursor-background": "#00588C",
        "block-cursor-blurred-foreground": "#1B222C",
        "block-cursor-blurred-background": "#E1E6EC",
        "footer-foreground": "#1B222C",
        "footer-background": "#E1E6EC",
        "footer-description-foreground": "#1B222C",
        "footer-key-foreground": "#983D00",
        "input-selection-foreground": "#1B222C",
        "input-selection-background": "#A9D3EE",
        "button-foreground": "#1B222C",
    },
)

THEMES: Final = (DARK, LIGHT)


def contrast(text: str, ground: str) -> float:
    """Return the contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_pairs(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """Yield the name, text colour and ground of every pair that the screens put together."""
    colors = {**theme.to_color_system().generate(), **theme.variables}
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    for text, ground in (*pairs, *PAIRS):
        yield f"{text} on {ground}", colors[text], colors[ground]


def _luminance(color: str) -> float:
    red, green, blue = (_linear(part) for part in Color.parse(color).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
