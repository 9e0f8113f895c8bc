"""The colour of each status, the same on every screen."""

from __future__ import annotations

from typing import Final

__all__ = ["STATUS_STYLES"]

STATUS_STYLES: Final = {
    "settled": "bold $text-success",
    "agreed": "$text-success",
    "near": "$text-primary",
    "compatible": "$text-primary",
    "divided": "bold $text-error",
    "one-sided": "$text-warning",
    "undisclosed": "$text-secondary",
    "unclear": "$text-accent",
    "open": "$text-muted",
}
"""The style of each status outside the grid, by the theme's colours."""
