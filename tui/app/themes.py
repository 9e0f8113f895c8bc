"""The dark and the light theme: blue and orange, told apart by everyone.

The hues are those of Okabe and Ito (Color Universal Design, 2008), lighter or darker until every
text has a contrast of at least 4.5:1 on every ground (WCAG 2.2, 1.4.3). No meaning rests on colour
alone. In a terminal's own colours, Textual's `ansi-dark` and `ansi-light` serve.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

__all__ = ["DARK", "LIGHT", "THEMES"]

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
