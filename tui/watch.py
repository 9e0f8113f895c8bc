"""Stamps of files: what to compare to know that a file has changed."""

from __future__ import annotations

import os
from dataclasses import dataclass

__all__ = ["Stamp"]


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
