"""What `git difftool` runs: the changes on the screen or, where there is none, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.cli import console
from positions.cli.arguments import ExitCode
from positions.cli.diff_actions import DiffRequest, print_difference, sides_of_files
from positions.cli.difftool_sides import difftool_pairs

if TYPE_CHECKING:
    from positions.cli.difftool_sides import DossierPair
    from positions.cli.ui import OpenChanges

__all__ = ["show_changes"]


def show_changes(before: str, after: str, path: str, open_changes: OpenChanges | None) -> int:
    """Show what changed in each dossier among the files that git gives.

    Args:
        before: The file or folder that git gives for the one side.
        after: That for the other side.
        path: The path of the file in the working tree; empty for folders.
        open_changes: Opens the screen; None where there is none.

    Returns:
        0, or 1 where a side cannot be read.

    Raises:
        WrongUse: A side does not exist.
    """
    with difftool_pairs(before, after, path) as pairs:
        if not pairs:
            console.write("No dossier is among the files that changed.\n")
        shown = [_show(pair, open_changes) for pair in pairs]
    return max(shown, default=ExitCode.FINE)


def _show(pair: DossierPair, open_changes: OpenChanges | None) -> int:
    if open_changes is not None and console.has_screen():
        return open_changes(pair.before, pair.after)
    sides = sides_of_files(pair.before.path, pair.after.path)
    return print_difference(
        sides._replace(names=(pair.before.name, pair.after.name)), DiffRequest()
    )
