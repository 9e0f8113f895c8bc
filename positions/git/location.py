"""Finds the repository in which a dossier is, and its name there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from positions.git.run import Found, GitFault, NoRepository, find_repository
from positions.reading.files import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DossierLocation", "track"]


class DossierLocation(NamedTuple):
    """A dossier in a repository.

    Attributes:
        found: The repository.
        shown: The path as it was given.
        name: The path from the root of the repository; empty for the root itself.
        folder: Whether the dossier is a folder.
    """

    found: Found
    shown: str
    name: str
    folder: bool


def track(path: str | os.PathLike[str]) -> DossierLocation:
    """Return where a dossier lies; it need not be in the working tree any more.

    Args:
        path: A file or a folder, from the working directory; in a bare repository from its root.

    Raises:
        NoRepository: It lies in no repository, in one that git does not open, or behind a
            symbolic link that leads out of its repository.
        NoGit: There is no git.
    """
    shown = os.fspath(path)
    if shown == STANDARD_INPUT:
        raise NoRepository("Standard input has no revisions. Name a file in a git repository.")
    try:
        real = os.path.realpath(shown)
    except ValueError as fault:
        raise NoRepository("This is no path.") from fault
    folder = os.path.isdir(real)  # noqa: PTH112
    try:
        found = find_repository(_existing(real if folder else str(Path(real).parent)))
    except NoRepository as fault:
        raise NoRepository(f"`{shown}` has no revisions. {fault}") from fault
    for holder in _holders_of_links(shown):
        if not _is_below(holder, found.root) and _is_in_a_repository(holder):
            raise NoRepository(
                f"`{shown}` goes through a symbolic link that leads out of its repository. "
                "Name the file itself."
            )
    name = os.path.relpath(real, os.path.realpath(found.root))
    if name.startswith(os.pardir):
        raise NoRepository(f"`{shown}` lies outside the repository `{found.root}`.")
    inside = "" if name == os.curdir else name.replace(os.sep, "/")
    folder = folder or (not os.path.lexists(real) and _was_folder(found, inside))
    return DossierLocation(found, shown, inside, folder)


def _was_folder(found: Found, name: str) -> bool:
    """Return whether a path that is not in the working tree was a folder when it last changed."""
    try:
        listed = found.git.text("log", "-1", "-m", "--format=", "--name-only", "-z", "--", name)
    except GitFault:  # there is no revision yet
        return False
    return any(path.startswith(f"{name}/") for path in listed.split("\0"))


def _existing(directory: str) -> str:
    """Return the nearest folder that exists: the dossier's may be in older revisions only."""
    place = Path(directory)
    return str(next(one for one in (place, *place.parents) if one.is_dir()))


def _holders_of_links(path: str) -> Iterator[str]:
    """Return the folders in which the symbolic links stand that a path goes through."""
    place = Path.cwd()
    for part in Path(path).parts:
        candidate = place / part
        if candidate.is_symlink():
            yield str(place)
        place = Path(os.path.realpath(candidate))


def _is_below(folder: str, root: str) -> bool:
    return Path(folder).is_relative_to(os.path.realpath(root))


def _is_in_a_repository(folder: str) -> bool:
    try:
        find_repository(folder)
    except NoRepository:
        return False
    return True
