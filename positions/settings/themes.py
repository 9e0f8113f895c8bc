"""Lists the looks of the terminal UI."""

from __future__ import annotations

from typing import Final

__all__ = ["SCREEN_THEMES"]

SCREEN_THEMES: Final = ("dark", "light", "ansi-dark", "ansi-light")
"""The looks; that which nobody has to ask for comes first."""
