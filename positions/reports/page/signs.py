"""Gives marks their colours on a terminal, and the signs that are read without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.reports.page.runs import Mark, Run, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.reports.page.look import Look
    from positions.reports.page.runs import Runs

__all__ = ["painted", "signed"]

# Blue against yellow, not green against red: the pair that most colour-blind readers can tell.
_COLOURS: Final[Mapping[Mark, str]] = {
    Mark.STRONG: "1",
    Mark.MUTED: "2",
    Mark.BLANK: "2",
    Mark.ADDED: "1;34",
    Mark.REMOVED: "1;33",
    Mark.SETTLED: "1;34",
    Mark.AGREED: "1;34",
    Mark.NEAR: "1;36",
    Mark.COMPATIBLE: "1;36",
    Mark.DIVIDED: "1;33",
    Mark.ONE_SIDED: "1",
    Mark.UNDISCLOSED: "1;35",
    Mark.UNCLEAR: "1;35",
    Mark.OPEN: "1",
}
"""The parameter of the terminal's SGR sequence for each mark."""

_SIGNS: Final[Mapping[Mark, tuple[str, str]]] = {
    Mark.REMOVED: ("[-", "-]"),
    Mark.ADDED: ("{+", "+}"),
    Mark.ALONE: ("{", "}"),
}
"""What is before and after words that went or came, as git marks them, or that one alone says."""


def painted(runs: Runs, look: Look) -> str:
    """Return runs as text, in their colours where there is colour."""
    if not look.colour:
        return plain(runs)
    return "".join(_coloured(run.text, run.mark) for run in runs)


def _coloured(text: str, mark: Mark) -> str:
    code = _COLOURS.get(mark, "")
    return f"\x1b[{code}m{text}\x1b[0m" if code and text.strip() else text


def signed(runs: Runs) -> Runs:
    """Return runs with the signs of their marks in their text."""
    if not any(run.mark in _SIGNS for run in runs):
        return runs
    ends = ((run, *_SIGNS.get(run.mark, ("", ""))) for run in runs)
    return tuple(Run(f"{before}{run.text}{after}", run.mark) for run, before, after in ends)
