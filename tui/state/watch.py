"""Stamps of files: what to compare to know that a file, or one of a folder, has changed."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass

from positions.loader import list_folder

__all__ = ["Stamp", "stamp_of", "written_at"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file's state at a moment; another state means that its content may be another.

    Attributes:
        mtime_ns: When its content was last written, in nanoseconds.
        size: Its bytes.
        inode: The file itself: editors that save by renaming give the name to another file.
    """

    mtime_ns: int
    size: int
    inode: int

    @classmethod
    def of(cls, path: str | os.PathLike[str]) -> Stamp | None:
        """Return the stamp of the file at a path; None where there is none to be seen."""
        try:
            status = os.stat(path)  # noqa: PTH116  # a path may also be one that Path refuses
        except (OSError, ValueError):
            return None
        return cls(status.st_mtime_ns, status.st_size, status.st_ino)


def stamp_of(path: str) -> object:
    """Return what changes when a dossier does: a file, or in a folder a file, its name or number.

    None where there is nothing to be seen.
    """
    if not os.path.isdir(path):  # noqa: PTH112  # any text
        return Stamp.of(path)
    try:
        listing = list_folder(path)
    except OSError:
        return None
    # What cannot be read now may be read another time, so that problems count as well.
    files = [(name, Stamp.of(os.path.join(path, name))) for name in listing.files]  # noqa: PTH118
    return tuple(files), listing.problems


def written_at(path: str) -> float:
    """Return when a dossier was written last, in seconds since 1970; of a folder, its newest file.

    Raises:
        OSError: There is nothing to be seen.
        ValueError: The path is none.
    """
    times = []
    if os.path.isdir(path):  # noqa: PTH112  # a path may also be one that Path refuses
        for name in list_folder(path).files:
            with suppress(FileNotFoundError):
                times.append(os.lstat(os.path.join(path, name)).st_mtime)  # noqa: PTH118
    return max(times, default=0) or os.stat(path).st_mtime  # noqa: PTH116
