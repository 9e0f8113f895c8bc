"""Holds what the screens show: the last good version of a dossier, and its newest problems.

`read` is the only step between a path and a `View`; it touches no widget and may run in a thread.
A version is good if it has no errors. The first version is shown as far as it could be read; after
that, one with errors never takes the place of one without.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

import positions
from positions.comparison.selection import PLAIN, Lens
from positions.loader import Loaded, list_folder
from positions.problems.problem import Problem, has_errors
from tui.state.watch import written_at

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison

__all__ = ["STANDARD_INPUT", "View", "compared", "hidden", "is_chosen", "read"]

STANDARD_INPUT: Final = "-"
"""The path of standard input, which cannot be read twice."""


@dataclass(frozen=True)
class View:
    """One state of everything that is shown.

    Attributes:
        path: The dossier's path, as it was given.
        loaded: The version shown.
        comparison: It, lined up; None where nothing could be read yet.
        problems: Those of the newest text, which may not be the version shown.
        good_at: When the version shown was written: `09:41`, with the day if that is not today.
        stale: Whether the newest text is not the version shown.
        gone: Whether there is no file any more.
        files: The files of a folder that the newest text stands in; none for a single file.
        missing: Those that were there before and are not.
    """

    path: str
    loaded: Loaded
    comparison: Comparison | None
    problems: tuple[Problem, ...]
    good_at: str
    stale: bool = False
    gone: bool = False
    files: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()

    @property
    def has_errors(self) -> bool:
        """Whether the newest text has errors, not warnings alone."""
        return has_errors(self.problems)


def read(path: str, before: View | None = None, lens: Lens = PLAIN) -> View:
    """Return what to show after the file at a path has changed.

    Args:
        path: The dossier's path.
        before: What was shown until now.
        lens: Which parties to compare, and as of when.
    """
    written, files = _written(path), _files(path)
    known = before.files | before.missing if before is not None else frozenset()
    away = known - files if files else frozenset()
    try:
        loaded = positions.load(path)
    except FileNotFoundError:
        if before is not None and before.comparison is not None:
            return replace(before, problems=(), stale=True, gone=True)
        missing = Problem("unreadable-file", f"There is no file `{path}`.", "Check the path.")
        loaded = Loaded(path, None, (missing,))
    if before is not None and before.comparison is not None:
        was_good = not has_errors(before.loaded.problems)
        if loaded.dossier is None or (was_good and has_errors(loaded.problems)):
            return replace(
                before,
                problems=loaded.problems,
                stale=True,
                gone=False,
                files=files,
                missing=away,
            )
    comparison = _compared(loaded, lens)
    return View(path, loaded, comparison, loaded.problems, written, files=files, missing=away)


def compared(view: View, lens: Lens) -> View:
    """Return the same version, compared through another lens."""
    return replace(view, comparison=_compared(view.loaded, lens))


def is_chosen(comparison: Comparison) -> bool:
    """Return whether someone chose a moment not the dossier's own, an option, or some parties."""
    return (
        bool(comparison.options)
        or comparison.as_of != comparison.dossier.header.as_of
        or bool(hidden(comparison))
    )


def hidden(comparison: Comparison) -> list[str]:
    """Return the short names of the parties of the dossier that are not compared."""
    shown = {party.id for party in comparison.parties}
    every = comparison.dossier.parties.values()
    return [party.short or party.name for party in every if party.id not in shown]


def _compared(loaded: Loaded, lens: Lens) -> Comparison | None:
    return None if loaded.dossier is None else lens.compare(loaded.dossier)


def _files(path: str) -> frozenset[str]:
    """Return the files of a folder; nothing for a file, or where the folder cannot be read."""
    try:
        return frozenset(list_folder(path).files)
    except OSError:
        return frozenset()


def _written(path: str) -> str:
    """Return when a dossier was written, or the time now where that cannot be known."""
    now = datetime.now().astimezone()
    try:
        moment = datetime.fromtimestamp(written_at(path)).astimezone()
    except (OSError, ValueError):
        moment = now
    return moment.strftime("%H:%M" if moment.date() == now.date() else "%Y-%m-%d %H:%M")
