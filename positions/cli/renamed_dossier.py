"""Says where git goes by the lines of a dossier because it knows it by another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.cli import console
from positions.git.faults import GitFault
from positions.git.location import track
from positions.git.setup import renamed
from positions.text.safe import visible
from positions.text.shell import shell_word

if TYPE_CHECKING:
    from positions.git.location import DossierLocation

__all__ = ["tell_of_lines", "tell_of_merge"]


def tell_of_lines(tracked: DossierLocation) -> None:
    """Narrate that git goes by the lines of a dossier whose name has changed.

    Raises:
        GitFault: The attributes cannot be read.
    """
    if names := renamed(tracked):
        console.narrate(
            f"positions: Git compares and merges {visible(tracked.name)} by its lines: it was set "
            f"up as {visible(' and '.join(names))}. `positions git install` follows."
        )


def tell_of_merge(path: str) -> None:
    """Narrate how a merge with conflicts is made again by entries, where it was made by lines."""
    try:
        names = renamed(track(path))
    except GitFault:
        return
    if names:
        word = visible(shell_word(path))
        console.narrate(
            f"positions: Git merged {visible(path)} by its lines, for it was set up as "
            f"{visible(' and '.join(names))}. `positions git install -f {word}`, and then "
            f"`git checkout --merge -- {word}`, merges its entries."
        )
