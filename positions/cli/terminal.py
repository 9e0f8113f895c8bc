"""Tells what standard output is: a terminal with a width and colours, or a stream of bytes."""

from __future__ import annotations

import os
import shutil
import sys

from positions.cli.streams import is_terminal, is_utf8
from positions.reports.page.look import STABLE_WIDTH, Look

__all__ = ["byte_order_mark", "has_colour", "has_screen", "output_look"]


def has_screen() -> bool:
    """Return whether a person sits before a terminal that can show a screen, and has its keys."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout) and not _is_dumb()


def has_colour() -> bool:
    """Return whether standard output takes colours, and the user has not said NO_COLOR."""
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and not _is_dumb()


def output_look() -> Look:
    """Return how text is printed: as wide as the terminal, in colour where it takes colours.

    Where standard output is no terminal, it is as wide as COLUMNS says, or of a stable width, and
    without colour.
    """
    if not is_terminal(sys.stdout):
        asked = os.environ.get("COLUMNS", "")
        return Look(int(asked)) if asked.isascii() and asked.isdigit() and int(asked) else Look()
    columns = shutil.get_terminal_size((STABLE_WIDTH, 24)).columns
    return Look(columns, colour=has_colour())


def byte_order_mark() -> str:
    """Return what tells a spreadsheet that standard output is UTF-8; empty on a terminal.

    Empty, too, where it is something else. Without the mark, Excel takes a file for one in the
    old encoding of its country, and spoils every letter with an accent.
    """
    encoding = getattr(sys.stdout, "encoding", None) or ""
    return "\ufeff" if is_utf8(encoding) and not is_terminal(sys.stdout) else ""


def _is_dumb() -> bool:
    return os.environ.get("TERM") == "dumb"
