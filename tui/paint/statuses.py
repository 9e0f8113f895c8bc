"""The colour of each status, the same on every screen, and their counts in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content

from positions.comparison.rows import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["STATUS_STYLES", "counts_in_color"]

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


def counts_in_color(counts: Mapping[Status, int]) -> Content:
    """Return how many rows stand how, in words: `1 near, 4 divided`."""
    return Content(", ").join(
        Content.styled(f"{counts[status]} {status}", STATUS_STYLES[status])
        for status in Status
        if counts.get(status)
    )
