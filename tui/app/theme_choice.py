"""Chooses the themes that are offered, and the one that the program starts with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.app.themes import DARK, THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App

__all__ = ["THEME_NAMES", "VARIABLE", "offer_themes"]

VARIABLE: Final = "POSITIONS_THEME"
"""The environment's word: dark, light, ansi-dark or ansi-light."""

THEME_NAMES: Final[Mapping[str, str]] = {
    "positions-dark": "Theme: dark",
    "positions-light": "Theme: light",
    "ansi-dark": "Theme: the terminal's own colours, dark",
    "ansi-light": "Theme: the terminal's own colours, light",
}
"""What the themes are called; those without a name are not offered."""


def offer_themes(app: App[None], wanted: str) -> str:
    """Leave the application the themes that are offered, and return the one to start with.

    That is the one wanted (dark, light, ansi-dark or ansi-light); the dark one where there is none.

    Without colours, those of the terminal would come out as black on black: they are left out.
    """
    for theme in THEMES:
        app.register_theme(theme)
    hidden = {name for name in THEME_NAMES if app.no_color and name.startswith("ansi")}
    for name in set(app.available_themes) - (set(THEME_NAMES) - hidden):
        app.unregister_theme(name)
    names = (wanted, f"positions-{wanted}", DARK.name)
    return next(name for name in names if name in app.available_themes)
