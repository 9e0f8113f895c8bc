"""Colour for a terminal, where it is wanted; the letters and words never depend on it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from positions.comparison.rows import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Style", "paint", "status_style"]


class Style(Enum):
    """What a stretch of text is; the value is the parameter of the terminal's SGR sequence."""

    PLAIN = ""
    STRONG = "1"
    FAINT = "2"
    SHARED = "1;34"
    NEAR = "1;36"
    DIVIDED = "1;33"
    UNKNOWN = "1;35"


# Blue against yellow, not green against red: the pair that most colour-blind readers can tell.
_STATUSES: Final[Mapping[Status, Style]] = {
    Status.SETTLED: Style.SHARED,
    Status.AGREED: Style.SHARED,
    Status.NEAR: Style.NEAR,
    Status.COMPATIBLE: Style.NEAR,
    Status.DIVIDED: Style.DIVIDED,
    Status.UNCLEAR: Style.UNKNOWN,
    Status.UNDISCLOSED: Style.UNKNOWN,
}


def status_style(status: Status) -> Style:
    """Return the style of a status letter."""
    return _STATUSES.get(status, Style.STRONG)


def paint(text: str, style: Style, *, colour: bool) -> str:
    """Return the text in its style; as it is where there is no colour."""
    if not colour or style is Style.PLAIN or not text.strip():
        return text
    return f"\x1b[{style.value}m{text}\x1b[0m"
