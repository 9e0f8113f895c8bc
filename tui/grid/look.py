"""Defines how a grid looks: its component classes and its style sheet, and their styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.style import Style

from positions.reports.page.runs import Mark
from tui.paint.statuses import STATUS_STYLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.widget import Widget

__all__ = ["COMPONENT_CLASSES", "STYLE_SHEET", "Styles", "styles_of"]

COMPONENT_CLASSES: Final = {
    "grid--cursor",
    "grid--cursor-blurred",
    "grid--cursor-row",
    "grid--header",
    "grid--heading",
    "grid--rule",
}
STYLE_SHEET: Final = """
Grid {
    background: $background;
    color: $foreground;
    height: 1fr;
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 1;
    scrollbar-background: $background;
    & > .grid--header { background: $panel; color: $foreground; text-style: bold; }
    & > .grid--heading { color: $text-primary; text-style: bold; }
    & > .grid--rule { color: $text-muted; }
    & > .grid--cursor {
        color: $input-selection-background; background: $foreground; text-style: reverse;
    }
    & > .grid--cursor-blurred { text-style: bold; }
    & > .grid--cursor-row { background: $surface; }
}
"""
ROLES: Final = {
    Mark.STRONG: "bold",
    Mark.MUTED: "$text-muted",
    Mark.BLANK: "italic $text-muted",
    Mark.ADDED: "underline $text-primary",
    Mark.ALONE: "underline $text-primary",
    Mark.REMOVED: "strike $text-warning",
    Mark.WARNING: "bold $text-warning",
    **{Mark(status): style for status, style in STATUS_STYLES.items()},
}
"""The style of each role. They are no component classes: Textual looks all of those up anew for
each change of the focus, or of a class of the screen."""


BAND_STRENGTH: Final = 0.5


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a grid's components.

    Attributes:
        base: Of the whole grid.
        header: Of the line above the rows.
        heading: Of a topic's heading, without a ground.
        rule: Of the lines between columns, without a ground.
        cursor: Of the cursor's cell while the grid has the focus.
        cursor_blurred: Of the cursor's cell while it has not, without a ground.
        cursor_row: Of the cursor's row.
        band: Of every second row; nothing where the terminal's own colours serve.
        roles: Of each role, without a ground.
    """

    base: Style
    header: Style
    heading: Style
    rule: Style
    cursor: Style
    cursor_blurred: Style
    cursor_row: Style
    band: Style
    roles: Mapping[Mark, Style]


def styles_of(grid: Widget) -> Styles:
    """Return the styles of a grid's components, as the style sheets have them now."""

    def part(name: str) -> Style:
        return grid.get_component_rich_style(f"grid--{name}", partial=True)

    return Styles(
        base=grid.rich_style,
        header=grid.get_component_rich_style("grid--header"),
        heading=part("heading"),
        rule=part("rule"),
        cursor=grid.get_component_rich_style("grid--cursor"),
        cursor_blurred=part("cursor-blurred"),
        cursor_row=part("cursor-row"),
        band=_band(grid),
        roles={
            role: grid.app.stylesheet.parse_style(ROLES.get(role, "")).rich_style for role in Mark
        },
    )


def _band(grid: Widget) -> Style:
    """Return a ground half way to that of the cursor's row, which every text can be read on."""
    ground = grid.background_colors[1]
    row = grid.get_component_styles("grid--cursor-row").background
    if ground.ansi is not None or row.ansi is not None:
        return Style.null()
    return Style(bgcolor=ground.blend(row, BAND_STRENGTH).rich_color)
