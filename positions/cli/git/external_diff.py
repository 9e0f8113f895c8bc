"""Prints what changed in a dossier where git compares: `positions git external-diff`.

A diff driver that fails makes git stop, so that this never fails: what cannot be read as a dossier
is compared as the text that it is.
"""

from __future__ import annotations

import difflib
import os
import shutil
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

import click

from positions.changes.beginning import nothing_of
from positions.changes.difference import difference
from positions.changes.log import loaded_difference
from positions.cli import console, terminal
from positions.cli.exit_code import ExitCode
from positions.cli.git.contents import content_of
from positions.cli.git.difftool_sides import difftool_pairs
from positions.cli.renamed_dossier import tell_of_lines
from positions.git.faults import GitFault
from positions.git.location import track
from positions.git.run import Git
from positions.loader import Loaded, load, loads
from positions.reports.changes.page import difference_page
from positions.reports.changes.words import NOTHING_BUT_FORM
from positions.reports.page.look import Look
from positions.reports.page.render import render
from positions.reports.page.runs import Mark, Run
from positions.reports.page.signs import painted
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["command"]

_Sides = tuple[Loaded | None, Loaded | None]

_COLUMNS: Final = 100


@click.command(
    "external-diff",
    short_help="What git calls to compare: diff.<driver>.command.",
    context_settings={"ignore_unknown_options": True},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> ExitCode:
    """Print what changed in a file, given what git gives to a diff driver.

    Never fails: where a side is no dossier that can be read, its lines are compared.
    """
    # The path, then the old file, its id and mode, the new file, its id and mode, and for a
    # renamed file the new path and a header; the path alone for a file that is not merged.
    colour = _wants_colour()
    path = arguments[0] if arguments else ""
    shown = f"{path} → {arguments[7]}" if len(arguments) > 7 else path
    title = painted((Run(f"positions diff {shown}", Mark.STRONG),), Look(colour=colour))
    if len(arguments) < 7:
        console.write(f"{title}\nThe file has conflicts that are not resolved.\n")
        return ExitCode.FINE
    before, after = content_of(arguments[1]), content_of(arguments[4])
    try:
        sides = _sides(before, after, arguments)
        report = _report(sides, partial(_raw, before, after), colour=colour)
    except Exception as fault:  # noqa: BLE001 - git stops where a diff driver fails
        report = f"The dossiers could not be compared ({type(fault).__name__}).\n"
        report += _raw(before, after)
    console.write(f"{title}\n{report}")
    if len(arguments) > 7:
        with suppress(GitFault):
            tell_of_lines(track(arguments[7]))
    return ExitCode.FINE


def _sides(before: bytes | None, after: bytes | None, arguments: Sequence[str]) -> _Sides:
    """Return both sides as they were read; of a file that is part of a folder, the whole of it."""
    one, other = _loaded(before, arguments[1]), _loaded(after, arguments[4])
    if any(side is not None and side.dossier is not None for side in (one, other)):
        return one, other
    with difftool_pairs(arguments[1], arguments[4], arguments[0]) as pairs:
        for pair in pairs:
            if os.path.isdir(pair.after.path):  # noqa: PTH112 - git gives any text for a path
                return load(pair.before.path, checked=False), load(pair.after.path, checked=False)
    return one, other


def _report(sides: _Sides, raw: Callable[[], str], *, colour: bool) -> str:
    """Return what changed between two sides; where that cannot be said, why, and the lines."""
    one, other = sides
    unread = [
        f"{'Before' if side is one else 'After'}: {side.problems[0]}\n"
        for side in (one, other)
        if side is not None and side.dossier is None and side.problems
    ]
    if unread:
        return visible("".join(unread), newlines=True) + raw()
    old, new = one.dossier if one else None, other.dossier if other else None
    present = new or old
    if present is None:
        return raw()
    if one is None or other is None or old is None or new is None:
        found = difference(old or nothing_of(present), new or nothing_of(present))
    else:
        found = loaded_difference(one, other)
    if not any(found.counts.values()):
        return f"{NOTHING_BUT_FORM}\n"
    heading = (present.header.title,)
    columns = shutil.get_terminal_size((_COLUMNS, 24)).columns
    return render(difference_page(found, heading), look=Look(columns, colour))


def _loaded(content: bytes | None, name: str) -> Loaded | None:
    return None if content is None else loads(content, name, checked=False)


def _raw(before: bytes | None, after: bytes | None) -> str:
    """Return the lines of two texts as a plain diff, made visible."""
    lines = [_lines(before), _lines(after)]
    found = difflib.unified_diff(lines[0], lines[1], "before", "after", lineterm="")
    return "".join(f"{line}\n" for line in found)


def _lines(content: bytes | None) -> list[str]:
    text = (content or b"").decode("utf-8", "replace")
    return [visible(line) for line in text.splitlines()]


def _wants_colour() -> bool:
    """Return whether git would colour what it prints here."""
    if os.environ.get("NO_COLOR"):
        return False
    on_terminal = terminal.has_colour() or bool(os.environ.get("GIT_PAGER_IN_USE"))
    try:
        said = Git(os.getcwd()).text(  # noqa: PTH109 - git wants text
            "config", "--get-colorbool", "color.diff", "true" if on_terminal else "false"
        )
    except (GitFault, OSError):
        return on_terminal
    return said == "true"
